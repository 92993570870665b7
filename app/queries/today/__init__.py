"""What needs somebody today, line by line."""
