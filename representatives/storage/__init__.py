"""The dataset on disk, and its tables in memory."""
