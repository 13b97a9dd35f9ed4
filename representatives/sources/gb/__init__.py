"""The official sources of the United Kingdom."""
