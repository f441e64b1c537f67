"""OpenDocument: the clean text."""
