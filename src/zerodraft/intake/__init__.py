"""Files of other programs to value, read with suspicion. Pure."""
