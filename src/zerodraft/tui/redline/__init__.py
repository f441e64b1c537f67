"""The redline on the screen: blocks of a comparison, set in one column or two, drawn row by row."""
