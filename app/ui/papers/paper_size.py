"""How large the paper is, and how its keys are read."""

from PySide6.QtCore import Qt

from app.reports.render import PdfFile
from models.vocabulary.papers import PaperFormat

_INCHES = {PaperFormat.A4: (8.27, 11.69), PaperFormat.LETTER: (8.5, 11.0)}


def inches(pdf: PdfFile | None = None) -> tuple[float, float]:
    """Give width and height of the sheets of a paper as they lie; without one, of A4 upright."""
    wide, high = _INCHES[PaperFormat.A4 if pdf is None else pdf.paper]
    landscape = pdf is not None and pdf.landscape
    return (high, wide) if landscape else (wide, high)


DPI = 96
"""Dots an inch of a screen at 100 %."""

TURNS = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
"""The keys that turn pages, wherever the keyboard is on the preview."""
