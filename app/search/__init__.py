"""Names across scripts."""
