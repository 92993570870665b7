"""Palette, icons, type and style."""
