"""Markdown: the text as it is kept, and what is said of it."""
