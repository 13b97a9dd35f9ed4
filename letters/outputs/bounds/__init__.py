"""How many files are made or wait at once, and how large each may be."""
