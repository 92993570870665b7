"""Pages on men who may be one: two files side by side, joined, parted, kept apart."""
