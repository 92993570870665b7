"""Foreign lists in."""
