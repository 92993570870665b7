"""The office: its state, backups, colleagues, keys, and its name on papers."""
