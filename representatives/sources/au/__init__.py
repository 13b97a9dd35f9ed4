"""The official sources of Australia."""
