"""Keeps places and their names."""
