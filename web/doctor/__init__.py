"""flask doctor: what is wrong with an installation, in sentences."""
