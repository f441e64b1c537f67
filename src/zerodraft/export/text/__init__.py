"""Plain text, 78 columns wide."""
