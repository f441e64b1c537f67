"""The compilation text on the screen: inline, paragraph by paragraph, and as a table."""
