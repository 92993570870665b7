"""Lists that came and went, row by row."""
