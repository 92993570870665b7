"""The two faces of the house family, registered once a process, with their widths."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from app.errors import FontMissing
from app.reports.pdf import reportlab_door

DIRECTORY = Path(__file__).parents[3] / "resources" / "fonts"
REGULAR_FILE = "HomewardSans-Regular.ttf"
BOLD_FILE = "HomewardSans-Bold.ttf"


@dataclass(frozen=True, slots=True)
class Face:
    """One weight: its name in the file, glyph widths in thousandths, and reportlab's object."""

    name: str
    widths: dict[int, float]
    glyphs: frozenset[int]
    font: Any  # reportlab.pdfbase.ttfonts.TTFont, untyped

    def width(self, text: str) -> float:
        """Return the width of `text` at size 1."""
        widths = self.widths
        return sum([widths.get(ord(char), 0.0) for char in text]) / 1000


@dataclass(frozen=True)  # without slots, for the property that is kept
class Family:
    """Regular and bold."""

    regular: Face
    bold: Face

    def has(self, code_point: int) -> bool:
        """Tell whether both weights can show this character."""
        return code_point in self.regular.glyphs and code_point in self.bold.glyphs

    @cached_property
    def glyphs(self) -> frozenset[int]:
        """Return the characters that both weights can show."""
        return self.regular.glyphs & self.bold.glyphs


@cache
def family(directory: Path | None = None) -> Family:
    """Register the faces and return them; raises FontMissing."""
    folder = directory or DIRECTORY
    return Family(
        regular=_face("HomewardSans", folder / REGULAR_FILE),
        bold=_face("HomewardSans-Bold", folder / BOLD_FILE),
    )


def _face(name: str, file: Path) -> Face:
    if not file.is_file():
        raise FontMissing(file.name)
    font = reportlab_door.register(name, file)
    widths: dict[int, float] = dict(font.face.charWidths)
    return Face(name, widths, frozenset(font.face.charToGlyph), font)
