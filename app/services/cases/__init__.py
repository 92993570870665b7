"""Opens cases and writes what is known of a man."""
