"""What the site tells writers about their own words."""
