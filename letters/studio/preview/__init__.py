"""A campaign folder seen while it is edited: flask campaigns preview."""
