"""Build the small pieces that rails and sections are made of, and clear what is built anew."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from app.ui.theme.palette import Role
from app.ui.theme.type_scale import Size
from app.ui.widgets.kit import Kit, Words
from app.ui.widgets.text import Label, caption

TOP = Qt.AlignmentFlag.AlignTop
MIDDLE = Qt.AlignmentFlag.AlignVCenter


def clear(layout: QLayout) -> None:
    """Take everything out of a layout and let it go."""
    while (item := layout.takeAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()
        elif inner is not None:
            clear(inner)


def rail_limits(kit: Kit) -> tuple[int, int]:
    """Return the narrowest and widest rail in pixels; it grows half as fast as the text."""
    least, most = 252, 352
    return (least + kit.theme.scaled(least)) // 2, (most + kit.theme.scaled(most)) // 2


def captioned(kit: Kit, words: Words, *rest: QWidget) -> QVBoxLayout:
    """Stand widgets beneath a caption."""
    column = QVBoxLayout()
    column.setSpacing(4)
    column.addWidget(caption(kit, words))
    for widget in rest:
        column.addWidget(widget)
    return column


def fact(
    kit: Kit, name: Words, value: Words, *, width: int = 168, corner: QWidget | None = None
) -> QWidget:
    """Show a named fact in one line: name at left, value at right, wrapping."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(16)
    left = Label(kit, name, Size.M, Role.TEXT2, wrap=True)
    left.setFixedWidth(kit.theme.scaled(width))
    right = Label(kit, value, wrap=True)
    right.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    row.addWidget(left, 0, TOP)
    row.addWidget(right, 1, TOP)
    if corner is not None:
        row.addWidget(corner, 0, TOP)
    return holder


class Card(QFrame):
    """A white sheet on the canvas with a title and room beneath."""

    def __init__(
        self, kit: Kit, title: Words = "", corner: Sequence[QWidget] = (), *, wrap: bool = False
    ) -> None:
        super().__init__()
        self.setObjectName("card")
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(16, 12, 16, 14)
        self.body.setSpacing(8)
        if title:
            head = QHBoxLayout()
            head.setSpacing(8)
            head.addWidget(Label(kit, title, strong=True, wrap=wrap), 1)
            for widget in corner:
                head.addWidget(widget)
            self.body.addLayout(head)


class StruckLabel(Label):
    """Show text that no longer holds, struck through."""

    def _refont(self) -> None:
        super()._refont()
        font = QFont(self.font())
        font.setStrikeOut(True)
        self.setFont(font)
