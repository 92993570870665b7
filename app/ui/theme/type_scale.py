"""Size the four steps of type from the reader's own base size, in one place."""

from enum import StrEnum
from typing import Final

from PySide6.QtGui import QFont, QFontMetricsF

SMALLEST_POINTS: Final = 9.0
LARGEST_POINTS: Final = 18.0
DEFAULT_POINTS: Final = 9.75


class Size(StrEnum):
    """The four sizes of look.md 2: captions, everything read, headlines, page title."""

    S = "S"
    M = "M"
    L = "L"
    X = "X"


FACTOR: Final = {Size.S: 0.85, Size.M: 1.0, Size.L: 1.23, Size.X: 1.69}


class TypeScale:
    """Make fonts of the one family at a base size in points (clamped to 9-18 pt)."""

    def __init__(self, families: list[str], points: float = DEFAULT_POINTS) -> None:
        self._families = families
        self.points = min(max(points, SMALLEST_POINTS), LARGEST_POINTS)
        self._fonts: dict[tuple[Size, bool, bool], QFont] = {}

    @property
    def base_pixels(self) -> float:
        """Return the base size in logical pixels (13.0 at 9.75 pt)."""
        return self.points * 96 / 72

    def pixels(self, size: Size | str) -> int:
        """Return the pixel size of a step; never below 11."""
        return max(11, round(self.base_pixels * FACTOR[Size(size)]))

    def scaled(self, length: int) -> int:
        """Grow a length that holds text with the base font; never below its drawn size."""
        return max(length, round(length * self.base_pixels / 13.0))

    def font(
        self, size: Size | str = Size.M, *, strong: bool = False, italic: bool = False
    ) -> QFont:
        """Return the font of a step, 400 or 600 in weight."""
        key = (Size(size), strong, italic)
        if key not in self._fonts:
            font = QFont(self._families)
            font.setPixelSize(self.pixels(size))
            font.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
            font.setItalic(italic)
            font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
            self._fonts[key] = font
        return self._fonts[key]

    def metrics(self, size: Size | str = Size.M, *, strong: bool = False) -> QFontMetricsF:
        """Return the metrics of a step."""
        return QFontMetricsF(self.font(size, strong=strong))

    def line_height(self, size: Size | str = Size.M) -> int:
        """Return the height of one line: 1.35 of the size, enough for Armenian too."""
        return round(self.pixels(size) * 1.38)
