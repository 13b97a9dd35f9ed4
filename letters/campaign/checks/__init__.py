"""What the check says of a campaign folder: every mistake with its file and line."""
