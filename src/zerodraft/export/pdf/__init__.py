"""PDF: papers as data for the typesetter, and their template."""
