"""A letter evening: the host's page, and what is printed for it from a list of the guests' postcodes."""
