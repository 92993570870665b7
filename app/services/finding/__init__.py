"""Keeps the lines and words by which cases and things are found."""
