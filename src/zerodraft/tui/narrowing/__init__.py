"""The line that narrows a list: its grammar, what its terms mean, how it is completed."""
