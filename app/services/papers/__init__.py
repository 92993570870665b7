"""Records what leaves the office on paper."""
