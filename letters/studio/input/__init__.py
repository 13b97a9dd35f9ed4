"""What people type or paste into the studio, read as a campaign has it."""
