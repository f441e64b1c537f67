"""What leaves the house: which text, in which form, into which file."""
