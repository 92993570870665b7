"""Draw how the rows of a list stand: one bar of parts, and beneath it what each part counts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import override

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.ui.cases.content import clear
from app.ui.theme.palette import Role
from app.ui.theme.type_scale import Size
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.kit import Kit, Words
from app.ui.widgets.text import Label

_HIGH = 7
_GAP = 2
_LEAST = 4


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a bar: how many, in which colour, and what they are."""

    count: int
    role: Role
    words: Words


class ShareBar(QWidget):
    """The bar and its legend; parts of which there are none are left out."""

    def __init__(self, kit: Kit, remark: Words = "") -> None:
        super().__init__()
        self._kit = kit
        self._bar = _Bar(kit)
        self._holder = QWidget()
        self._legend = FlowLayout(self._holder, 18, 4)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self._holder.setSizePolicy(policy)
        foot = QHBoxLayout()
        foot.setSpacing(16)
        foot.addWidget(self._holder, 1)
        foot.addWidget(Label(kit, remark, Size.S, Role.TEXT2), 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(7)
        column.addWidget(self._bar)
        column.addLayout(foot)

    def show_parts(self, parts: Sequence[Part]) -> None:
        """Show these parts."""
        shown = [part for part in parts if part.count]
        self._bar.show_parts(shown)
        clear(self._legend)
        t = self._kit.translator
        for part in shown:
            self._legend.addWidget(self._entry(part))
        said = ", ".join(f"{t.number(part.count)} {self._kit.say(part.words)}" for part in shown)
        self._bar.setAccessibleName(said)

    def _entry(self, part: Part) -> QWidget:
        kit, count = self._kit, part.count
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(_Patch(kit, part.role), 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(Label(kit, lambda t: t.number(count), strong=True))
        row.addWidget(Label(kit, part.words))
        return holder


class _Bar(QWidget):
    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._parts: Sequence[Part] = ()
        self.setFixedHeight(_HIGH)

    def show_parts(self, parts: Sequence[Part]) -> None:
        self._parts = parts
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._kit.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(theme.color(Role.TEXT) if theme.is_high_contrast else Qt.PenStyle.NoPen)
        whole = sum(part.count for part in self._parts)
        room = self.width() - _GAP * max(len(self._parts) - 1, 0) - _LEAST * len(self._parts)
        x = 0.0
        for part in self._parts:
            wide = _LEAST + room * part.count / whole
            painter.setBrush(theme.color(part.role))
            painter.drawRoundedRect(QRectF(x, 0, wide, _HIGH), 2, 2)
            x += wide + _GAP
        painter.end()


class _Patch(QWidget):
    """A small square in the colour of a part."""

    def __init__(self, kit: Kit, role: Role) -> None:
        super().__init__()
        self._kit = kit
        self._part = role
        side = kit.theme.scaled(8)
        self.setFixedSize(QSize(side, side))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._kit.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(theme.color(Role.TEXT) if theme.is_high_contrast else Qt.PenStyle.NoPen)
        painter.setBrush(theme.color(self._part))
        painter.drawRoundedRect(QRectF(self.rect()), 2, 2)
        painter.end()
