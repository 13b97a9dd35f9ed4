"""What a letter says and how it leaves: campaigns, composing, outputs."""
