"""From what a visitor sent to the pages: place, form, letters, edits."""
