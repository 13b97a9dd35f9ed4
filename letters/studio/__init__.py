"""Making a campaign without a terminal or with one: the skeleton, the form, the archive, the preview. Nothing is kept."""
