"""The studio's page with a draft on it."""
