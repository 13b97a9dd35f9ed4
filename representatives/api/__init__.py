"""The JSON API: what it is asked, what it answers and how it describes itself; nothing here knows the web."""
