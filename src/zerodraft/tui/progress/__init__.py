"""How far a text is: its parts, the curves over its versions, who holds what is open."""
