"""The only disk and the only git."""
