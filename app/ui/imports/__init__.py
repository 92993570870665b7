"""The page on which lists are taken in."""
