"""The folder: keys, slots, lock, backup."""
