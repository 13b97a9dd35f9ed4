"""The official sources of Canada."""
