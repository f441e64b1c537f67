"""All that a front end may ask for; the acts of a drafting room, one family a file."""
