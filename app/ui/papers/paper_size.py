"""How large the paper is, and how its keys are read."""

from PySide6.QtCore import Qt

A4_INCHES = (8.27, 11.69)
DPI = 96
"""Dots an inch of a screen at 100 %."""

TURNS = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
"""The keys that turn pages, wherever the keyboard is on the preview."""
