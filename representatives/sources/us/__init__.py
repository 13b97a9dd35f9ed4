"""The official sources of the United States."""
