"""A copy under an organisation's own name: branding, and counts of letters without people."""
