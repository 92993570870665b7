"""Frozen dataclasses that cross walls."""
