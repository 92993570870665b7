"""Recolour the project's line icons by role, crisp at every screen ratio.

Use through the theme: `theme.icon("search", "text2", 16)` for a QIcon,
`theme.paint_icon(painter, rect, "search", "text2")` inside a paintEvent.
"""

import re
from functools import cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

_RATIOS = (1.0, 1.5, 2.0, 3.0)
_STROKE = re.compile(r'stroke="#[0-9A-Fa-f]{6}"')
_FILL = re.compile(r'fill="#[0-9A-Fa-f]{6}"')
_WIDTH = re.compile(r'stroke-width="[\d.]+"')


class UnknownIcon(LookupError):
    """Say which icon name has no drawing."""


class IconDrawings:
    """Read SVG drawings from a folder and render them in any colour, with a cache."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._pixmaps: dict[tuple[str, str, int, float], QPixmap] = {}
        self._icons: dict[tuple[str, str, int], QIcon] = {}

    def names(self) -> tuple[str, ...]:
        """Return the names of every drawing there is, sorted."""
        return tuple(sorted(path.stem for path in self._folder.glob("*.svg")))

    def has(self, name: str) -> bool:
        """Tell whether a drawing of that name exists."""
        return (self._folder / f"{name}.svg").is_file()

    def pixmap(self, name: str, colour: str, size: int, ratio: float) -> QPixmap:
        """Render a drawing at `size` logical pixels; raises UnknownIcon."""
        key = (name, colour, size, ratio)
        if key not in self._pixmaps:
            self._pixmaps[key] = self._render(name, colour, size, ratio)
        return self._pixmaps[key]

    def icon(self, name: str, colour: str, size: int) -> QIcon:
        """Return a QIcon that holds the drawing at every usual screen ratio."""
        key = (name, colour, size)
        if key not in self._icons:
            icon = QIcon()
            for ratio in _RATIOS:
                icon.addPixmap(self.pixmap(name, colour, size, ratio))
            self._icons[key] = icon
        return self._icons[key]

    def _render(self, name: str, colour: str, size: int, ratio: float) -> QPixmap:
        source = _STROKE.sub(f'stroke="{colour}"', _drawing(self._folder, name))
        source = _FILL.sub(f'fill="{colour}"', source)
        if size >= 20:
            source = _WIDTH.sub('stroke-width="1.1"', source)
        renderer = QSvgRenderer(QByteArray(source.encode("utf-8")))
        side = round(size * ratio)
        pixmap = QPixmap(QSize(side, side))
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        renderer.render(painter, QRectF(0, 0, side, side))
        painter.end()
        pixmap.setDevicePixelRatio(ratio)
        return pixmap


@cache
def _drawing(folder: Path, name: str) -> str:
    path = folder / f"{name}.svg"
    if not path.is_file():
        raise UnknownIcon(name)
    return path.read_text(encoding="utf-8")
