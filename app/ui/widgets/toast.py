"""Say that something was done and offer to take it back; errors are never toasts.

Toast(kit, lambda t: t.say("Saved."), undo=self._undo).show_in(window)    or through Messages
"""

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from app.ui.theme.palette import Role
from app.ui.widgets.buttons import icon_button, quiet
from app.ui.widgets.icon_label import IconLabel
from app.ui.widgets.kit import Kit, Words
from app.ui.widgets.text import KeyCap, Label

STAYS_MS = 10_000


class Toast(QFrame):
    """Stand at the bottom left, 44 high, for 10 s or until closed."""

    gone = Signal()

    def __init__(self, kit: Kit, words: Words, *, undo: Callable[[], object] | None = None) -> None:
        super().__init__()
        self.setObjectName("toast")
        self._undo = undo
        text = Label(kit, words)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 0, 8, 0)
        row.setSpacing(10)
        row.addWidget(IconLabel(kit, "undo" if undo else "check", Role.ACCENT))
        row.addWidget(text)
        if undo is not None:
            row.addSpacing(10)
            button = quiet(kit, lambda t: t.say("Undo"), strong=True)
            button.clicked.connect(self.take_back)
            row.addWidget(button)
            row.addWidget(KeyCap(kit, "Ctrl+Z"))
        close = icon_button(kit, "close", lambda t: t.say("Close"), edge=False)
        close.clicked.connect(self.leave)
        row.addWidget(close)
        self.setFixedHeight(kit.theme.scaled(44))
        kit.bind(self, self.setAccessibleName, words)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(STAYS_MS)
        self._timer.timeout.connect(self.leave)

    @property
    def can_take_back(self) -> bool:
        """Tell whether Undo is offered."""
        return self._undo is not None

    def show_in(self, host: QWidget, left: int = 24, bottom: int = 16) -> None:
        """Show at the bottom left of a widget."""
        self.setParent(host)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.adjustSize()
        self.move(QPoint(left, host.height() - bottom - self.height()))
        self.show()
        self.raise_()
        self._timer.start()

    def take_back(self) -> None:
        """Undo and leave."""
        undo, self._undo = self._undo, None
        self.leave()
        if undo is not None:
            undo()

    def leave(self) -> None:
        """Go away."""
        self._timer.stop()
        self.hide()
        self.gone.emit()
        self.deleteLater()
