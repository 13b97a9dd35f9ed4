"""What stands around every page: settings, languages, templates, security, limits, logs."""
