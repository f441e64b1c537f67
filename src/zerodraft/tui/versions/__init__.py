"""The versions of a text: which two are compared, what changed, and the next one to be issued."""
