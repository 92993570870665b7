"""Say a sentence with its icon where one works: a warning, or that something is done."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.ui.theme.palette import Role
from app.ui.theme.type_scale import Size
from app.ui.widgets.icon_label import IconLabel
from app.ui.widgets.kit import Kit, Words
from app.ui.widgets.text import Label


class Notice(QWidget):
    """Stand beneath what it speaks of; takes no room while it has nothing to say."""

    def __init__(self, kit: Kit, role: Role, icon: str = "info") -> None:
        super().__init__()
        self._kit = kit
        self._text = Label(kit, "", Size.S, role, wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(IconLabel(kit, icon, role, 14), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._text, 1)
        self.hide()

    def show_words(self, words: Words) -> None:
        """Say this; "" says nothing."""
        self._text.set_words(words)
        self.setVisible(bool(self._kit.say(words)))

    def text(self) -> str:
        """Return what is said now."""
        return self._text.text() if not self.isHidden() else ""
