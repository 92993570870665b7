"""Show one icon in the colour of a role, following the theme."""

from typing import override

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.ui.theme.marks import paint_mark
from app.ui.theme.palette import Role
from app.ui.widgets.kit import Kit, Words


class IconLabel(QWidget):
    """Draw an icon; `IconLabel(kit, "warn", "err", 16)`. A name is read to screen readers."""

    def __init__(
        self, kit: Kit, name: str, role: Role | str = Role.TEXT2, side: int = 16, words: Words = ""
    ) -> None:
        super().__init__()
        self._kit = kit
        self._name = name
        self._role = Role(role)
        self._side = side
        self._size()
        kit.theme.changed.connect(self._size)
        if words:
            kit.bind(self, self.setAccessibleName, words)

    def set_icon(self, name: str, role: Role | str | None = None) -> None:
        """Show another icon, in another role if given."""
        self._name = name
        self._role = Role(role) if role is not None else self._role
        self.update()

    def _size(self) -> None:
        side = self._kit.theme.scaled(self._side)
        self.setFixedSize(side, side)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._kit.theme.paint_icon(painter, QRectF(self.rect()), self._name, self._role)
        painter.end()


class MarkLabel(QWidget):
    """Draw one of the four marks; its word stands beside it and is its accessible name."""

    def __init__(self, kit: Kit, facet: str, value: str, words: Words, side: int = 16) -> None:
        super().__init__()
        self._kit = kit
        self._facet = facet
        self._value = value
        self._side = side
        self._size()
        kit.theme.changed.connect(self._size)
        kit.bind(self, self.setAccessibleName, words)

    def set_value(self, facet: str, value: str, words: Words) -> None:
        """Show another state; `words` says it whole: `Held: confirmed`."""
        self._facet, self._value = facet, value
        self.setAccessibleName(self._kit.say(words))
        self.update()

    def _size(self) -> None:
        side = self._kit.theme.scaled(self._side)
        self.setFixedSize(side, side)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colour = self._kit.theme.color(Role.MARK)
        paint_mark(painter, QRectF(self.rect()), self._facet, self._value, colour)
        painter.end()
