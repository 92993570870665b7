"""Opens, keeps, checks and restores registers."""
