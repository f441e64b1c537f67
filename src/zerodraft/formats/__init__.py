"""Text to value and back: records, settings, commit messages. Pure."""
