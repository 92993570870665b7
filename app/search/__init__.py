"""Names across scripts: text to keys."""
