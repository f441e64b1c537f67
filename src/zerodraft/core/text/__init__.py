"""Words, splices, and the draft: the structure of one text."""
