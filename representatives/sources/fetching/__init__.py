"""Asks the official sources and the pages that campaigns name, politely."""
