"""Value to bytes: what leaves the house. Pure."""
