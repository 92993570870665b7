"""The page of the day: what waits for somebody, each line one key from its place."""
