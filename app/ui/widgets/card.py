"""Stand things on a card: a title, a sentence beneath it, and what belongs to both."""

from PySide6.QtWidgets import QFrame, QVBoxLayout

from app.ui.theme.palette import Role
from app.ui.theme.type_scale import Size
from app.ui.widgets.kit import Kit, Words
from app.ui.widgets.text import Label


class Card(QFrame):
    """A card with a title, a sentence beneath it, and what belongs to both."""

    def __init__(self, kit: Kit, title: Words, sentence: Words = "") -> None:
        super().__init__()
        self.setObjectName("card")
        self.kit = kit
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(20, 16, 20, 16)
        self.column.setSpacing(10)
        self.column.addWidget(Label(kit, title, Size.L, strong=True))
        if sentence:
            self.column.addWidget(Label(kit, sentence, role=Role.TEXT2, wrap=True))
