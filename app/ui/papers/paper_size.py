"""How large the paper is, and how its keys are read."""

from PySide6.QtCore import Qt

A4_INCHES = (8.27, 11.69)


def inches(*, landscape: bool) -> tuple[float, float]:
    """Give width and height of the paper as it lies."""
    wide, high = A4_INCHES
    return (high, wide) if landscape else (wide, high)


DPI = 96
"""Dots an inch of a screen at 100 %."""

TURNS = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
"""The keys that turn pages, wherever the keyboard is on the preview."""
