"""What maintainers gather from reports: changes since the lists, offices, committees, terms, corrections."""
