"""A popover that goes away by itself when a person turns to something else, and is then gone."""

from __future__ import annotations

from typing import override

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QWidget

from app.ui.widgets.kit import Kit, Words
from app.ui.widgets.popover import WIDTH, Popover


class PassingPopover(Popover):
    """Close on a press outside and when the keyboard goes elsewhere; never kept once closed."""

    def __init__(self, kit: Kit, name: Words, width: int = WIDTH) -> None:
        super().__init__(kit, name, width)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.installEventFilter(self)
            app.focusChanged.connect(self._follow, Qt.ConnectionType.UniqueConnection)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.removeEventFilter(self)
        self.deleteLater()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        pressed = event.type() == QEvent.Type.MouseButtonPress and isinstance(watched, QWidget)
        if pressed and not self._holds(watched):
            self.hide()
        return False

    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is not None and self.isVisible() and not self._holds(new):
            self.hide()

    def _holds(self, thing: QObject) -> bool:
        return thing is self or (isinstance(thing, QWidget) and self.isAncestorOf(thing))
