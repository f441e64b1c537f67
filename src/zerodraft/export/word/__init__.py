"""Word files: the text, its changes and what was said, on Word's own means."""
