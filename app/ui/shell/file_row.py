"""The row of open files: its tabs share the room there is, so that no window grows with them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, override

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from app.ui.widgets.buttons import icon_button
from app.ui.widgets.kit import Kit
from app.ui.widgets.tabs import FileTab

_GAP: Final = 8
_LEAST: Final = 96
"""No tab becomes narrower, at base 13 px: a case number can still be read."""


class FileRow(QWidget):
    """Lays tabs side by side; those for which there is no room stand in a list at the end.

    `chosen` carries the key of a file that was taken from the list.
    """

    chosen = Signal(str)

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._tabs: list[FileTab] = []
        self.more = icon_button(kit, "down", lambda t: t.say("All open files"), edge=False)
        self.more.setParent(self)
        self.more.clicked.connect(self._list)
        self.more.hide()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        kit.theme.changed.connect(self.updateGeometry)

    def add(self, tab: FileTab) -> None:
        """Take another tab at the end."""
        tab.setParent(self)
        tab.show()
        self._tabs.append(tab)
        self.arrange()

    def remove(self, tab: FileTab) -> None:
        """Let a tab go."""
        self._tabs.remove(tab)
        self.arrange()

    def arrange(self) -> None:
        """Share the room out; the file in front is always to be seen."""
        room, side = self.width(), self.more.sizeHint().width()
        least = self._kit.theme.scaled(_LEAST)
        shown = list(self._tabs)
        while len(shown) > 1 and len(shown) * (least + _GAP) > room - side:
            ahead = next((at for at, one in enumerate(shown) if one.isChecked()), 0)
            del shown[0 if ahead > len(shown) // 2 else -1]
        hidden = len(shown) < len(self._tabs)
        room -= side + _GAP if hidden else 0
        room -= _GAP * (len(shown) - 1)
        front = next((tab for tab in shown if tab.isChecked()), None)
        whole = 0 if front is None else front.sizeHint().width()
        if room - whole < least * (len(shown) - 1):
            front = None
        others = [tab.sizeHint().width() for tab in shown if tab is not front]
        shares = iter(_shared(others, room - (whole if front is not None else 0)))
        widths = [whole if tab is front else next(shares) for tab in shown]
        x, height = 0, self.height()
        for tab in self._tabs:
            tab.setVisible(tab in shown)
        for tab, width in zip(shown, widths, strict=True):
            high = tab.sizeHint().height()
            tab.setGeometry(QRect(x, (height - high) // 2, width, high))
            x += width + _GAP
        self.more.setVisible(hidden)
        self.more.setGeometry(QRect(x, (height - side) // 2, side, side))

    def _list(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for tab in self._tabs:
            entry = menu.addAction(tab.text())
            entry.setData(tab.key)
            entry.setCheckable(True)
            entry.setChecked(tab.isChecked())
        menu.triggered.connect(lambda entry: self.chosen.emit(entry.data()))
        menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    @override
    def sizeHint(self) -> QSize:
        return QSize(400, self._kit.theme.scaled(36))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(0, self._kit.theme.scaled(36))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.arrange()
        return super().event(event)


def _shared(wishes: Sequence[int], room: int) -> list[int]:
    """Give each what it wishes, or cut the widest down to one width until all have room."""
    left, given = room, [0] * len(wishes)
    order = sorted(range(len(wishes)), key=lambda at: wishes[at])
    for done, at in enumerate(order):
        given[at] = max(0, min(wishes[at], left // (len(wishes) - done)))
        left -= given[at]
    return given
