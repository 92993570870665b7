"""Dress the program: one object knows the palette, the type and the icons, and can change live.

Build one `Theme` at start, call `theme.dress(app)`, hand it on inside the `Kit`. In a paintEvent
ask `theme.color("text2")`, `theme.font("S", strong=True)`, `theme.paint_icon(...)`; on
`theme.changed` only what was cached (QIcons) must be asked for again, painting is done by Qt.
"""

from enum import StrEnum
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QRectF, Qt, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QFontMetricsF,
    QGuiApplication,
    QIcon,
    QPainter,
    QPalette,
    QPixmap,
)
from PySide6.QtWidgets import QApplication

from app.ui.theme.icons import IconDrawings
from app.ui.theme.palette import (
    Palette,
    Role,
    Scheme,
    SystemColours,
    high_contrast,
    load_palettes,
)
from app.ui.theme.stylesheet import stylesheet
from app.ui.theme.type_scale import DEFAULT_POINTS, Size, TypeScale

FAMILY: Final = "Homeward Sans"
FALLBACKS: Final = ("Noto Sans", "Noto Sans Armenian", "DejaVu Sans")


class Mode(StrEnum):
    """What the reader chose; SYSTEM follows the desk."""

    LIGHT = "light"
    DARK = "dark"
    SYSTEM = "system"
    HIGH_CONTRAST = "high_contrast"


class Theme(QObject):
    """Hold the look in use and tell when it changed."""

    changed = Signal()

    def __init__(
        self,
        resources: Path,
        *,
        mode: Mode = Mode.SYSTEM,
        points: float = DEFAULT_POINTS,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._ticks = resources / "theme"
        self._palettes = load_palettes(resources / "theme" / "palette.json")
        self._drawings = IconDrawings(resources / "icons")
        self._system = QPalette(QGuiApplication.palette())
        self._mode = mode
        self._families = load_fonts(resources / "fonts")
        self.type = TypeScale(self._families, points)
        self._palette = self._choose()
        self._colours: dict[Role, QColor] = {}
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow_system)

    @property
    def mode(self) -> Mode:
        """Return what the reader chose."""
        return self._mode

    @property
    def palette(self) -> Palette:
        """Return the palette in use."""
        return self._palette

    @property
    def is_dark(self) -> bool:
        """Tell whether the dark palette is in use."""
        return self._palette.scheme is Scheme.DARK

    @property
    def is_high_contrast(self) -> bool:
        """Tell whether lines stand in for tints."""
        return self._palette.scheme is Scheme.HIGH_CONTRAST

    @property
    def icon_names(self) -> tuple[str, ...]:
        """Return every icon there is a drawing of."""
        return self._drawings.names()

    def choose(self, mode: Mode) -> None:
        """Take another mode at once, in the open window."""
        self._mode = mode
        self._redress()

    def set_points(self, points: float) -> None:
        """Take another base size in points (9-18) at once."""
        self.type = TypeScale(self._families, points)
        self._redress()

    def color(self, role: Role | str) -> QColor:
        """Return the colour of a role."""
        role = Role(role)
        if role not in self._colours:
            self._colours[role] = QColor(self._palette.hex(role))
        return self._colours[role]

    def font(
        self, size: Size | str = Size.M, *, strong: bool = False, italic: bool = False
    ) -> QFont:
        """Return a font of the type scale."""
        return self.type.font(size, strong=strong, italic=italic)

    def metrics(self, size: Size | str = Size.M, *, strong: bool = False) -> QFontMetricsF:
        """Return font metrics of the type scale."""
        return self.type.metrics(size, strong=strong)

    def scaled(self, length: int) -> int:
        """Grow a length that holds text with the base font."""
        return self.type.scaled(length)

    def icon(self, name: str, role: Role | str = Role.TEXT2, size: int = 16) -> QIcon:
        """Return an icon in the colour of a role; raises UnknownIcon."""
        return self._drawings.icon(name, self._palette.hex(role), size)

    def pixmap(self, name: str, role: Role | str, size: int, ratio: float) -> QPixmap:
        """Return an icon as a pixmap for a screen ratio; raises UnknownIcon."""
        return self._drawings.pixmap(name, self._palette.hex(role), size, ratio)

    def paint_icon(
        self, painter: QPainter, rect: QRectF, name: str, role: Role | str = Role.TEXT2
    ) -> None:
        """Draw an icon centred in `rect`, at the size of its shorter side."""
        size = int(min(rect.width(), rect.height()))
        ratio = painter.device().devicePixelRatioF()
        pixmap = self.pixmap(name, role, size, ratio)
        x = rect.center().x() - size / 2
        y = rect.center().y() - size / 2
        painter.drawPixmap(QRectF(x, y, size, size), pixmap, QRectF(pixmap.rect()))

    def dress(self, app: QApplication) -> None:
        """Put style, palette, font and stylesheet on the application."""
        app.setStyle("Fusion")
        self._put_on(app)

    @Slot()
    def _follow_system(self) -> None:
        if self._mode is Mode.SYSTEM:
            self._redress()

    def _redress(self) -> None:
        self._palette = self._choose()
        self._colours.clear()
        app = QApplication.instance()
        if isinstance(app, QApplication):
            self._put_on(app)
        self.changed.emit()

    def _put_on(self, app: QApplication) -> None:
        app.setFont(self.font())
        app.setPalette(qt_palette(self._palette))
        app.setStyleSheet(stylesheet(self._palette, self.scaled(32) - 2, self._ticks))

    def _choose(self) -> Palette:
        if self._mode is Mode.HIGH_CONTRAST:
            return high_contrast(_system_colours(self._system))
        dark = self._mode is Mode.DARK
        if self._mode is Mode.SYSTEM:
            scheme = QGuiApplication.styleHints().colorScheme()
            dark = scheme is Qt.ColorScheme.Dark
        return self._palettes[Scheme.DARK if dark else Scheme.LIGHT]


def load_fonts(folder: Path) -> list[str]:
    """Load the project's fonts and return the families to use, best first."""
    for path in sorted((*folder.glob("*.ttf"), *folder.glob("*.otf"))):
        QFontDatabase.addApplicationFont(str(path))
    have = set(QFontDatabase.families())
    return [name for name in (FAMILY, *FALLBACKS) if name in have] or [QFont().family()]


def qt_palette(palette: Palette) -> QPalette:
    """Translate roles to Qt's own palette (look.md 1)."""
    part = QPalette.ColorRole
    pairs = {
        part.Window: Role.CANVAS,
        part.Base: Role.SURFACE,
        part.AlternateBase: Role.SURFACE,
        part.Text: Role.TEXT,
        part.WindowText: Role.TEXT,
        part.ButtonText: Role.TEXT,
        part.PlaceholderText: Role.TEXT3,
        part.Highlight: Role.SEL,
        part.HighlightedText: Role.SELTEXT,
        part.Button: Role.SURFACE,
        part.Link: Role.ACCENT,
        part.LinkVisited: Role.ACCENT,
        part.Accent: Role.ACCENT,
        part.Mid: Role.LINE2,
        part.Dark: Role.LINE2,
        part.Midlight: Role.LINE,
        part.Light: Role.SURFACE,
        part.Shadow: Role.SHADOW,
        part.ToolTipBase: Role.RAISED,
        part.ToolTipText: Role.TEXT,
        part.BrightText: Role.ONACCENT,
    }
    made = QPalette()
    for target, role in pairs.items():
        made.setColor(target, QColor(palette.hex(role)))
    for target in (part.Text, part.WindowText, part.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, target, QColor(palette.hex(Role.TEXT3)))
    return made


def _system_colours(system: QPalette) -> SystemColours:
    part = QPalette.ColorRole
    return SystemColours(
        background=system.color(part.Base).name(),
        text=system.color(part.Text).name(),
        link=system.color(part.Link).name(),
        highlight=system.color(part.Highlight).name(),
        highlighted_text=system.color(part.HighlightedText).name(),
    )
