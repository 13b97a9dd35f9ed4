"""What is printed for a letter evening: sheets to write by hand, a poster, the host's sheet, the guests' worksheet."""
