"""Two files held against each other, and everything that hangs on a case."""
