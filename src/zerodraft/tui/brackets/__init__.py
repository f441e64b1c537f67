"""The brackets of a text on the screen: where, whose, since when, and what settles one."""
