"""What is fast, shown as ratios."""
