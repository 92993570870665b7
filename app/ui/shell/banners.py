"""Say calmly above a page what holds as long as it stands there, unlike a toast, which goes.

banners.show_line("alone", lambda t: t.say("…"))     the same key again replaces its words
banners.drop("alone")
"""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.ui.theme.palette import Role
from app.ui.widgets.buttons import icon_button
from app.ui.widgets.icon_label import IconLabel
from app.ui.widgets.kit import Kit, Words
from app.ui.widgets.text import Label

_UP = Qt.AlignmentFlag.AlignTop


class _Line(QFrame):
    def __init__(self, kit: Kit, words: Words, icon: str) -> None:
        super().__init__()
        self.setObjectName("banner")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 7, 14, 7)
        row.setSpacing(10)
        row.addWidget(IconLabel(kit, icon, Role.WARN, 16), 0, _UP)
        row.addWidget(Label(kit, words, role=Role.WARN, wrap=True), 1)
        self.close_button = icon_button(kit, "close", lambda t: t.say("Close"), edge=False)
        row.addWidget(self.close_button, 0, _UP)
        kit.bind(self, self.setAccessibleName, words)


class Banners(QWidget):
    """Hold the lines that stand above every page."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._lines: dict[str, _Line] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(1)
        self.hide()

    def show_line(self, key: str, words: Words, *, icon: str = "info") -> None:
        """Show a line until it is dropped or closed."""
        self.drop(key)
        line = _Line(self._kit, words, icon)
        line.close_button.clicked.connect(lambda: self.drop(key))
        self._lines[key] = line
        self._column.addWidget(line)
        self.show()

    def drop(self, key: str) -> None:
        """Take a line away, if it is there."""
        line = self._lines.pop(key, None)
        if line is not None:
            line.hide()
            line.deleteLater()
        self.setVisible(bool(self._lines))

    def shown(self) -> tuple[str, ...]:
        """Return the keys of the lines on screen."""
        return tuple(self._lines)
