"""A campaign folder, read into values."""
