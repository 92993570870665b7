"""Say what the wizard expects of one of its pages."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.theme.palette import Role
from app.ui.theme.type_scale import Size
from app.ui.widgets.kit import Kit, Words
from app.ui.widgets.text import Label


class Step(QWidget):
    """One page: a title, what is asked, and whether one may go on."""

    def __init__(self, kit: Kit, title: Words) -> None:
        super().__init__()
        self.kit = kit
        self.title = title
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(14)

    def say(self, words: Words, role: Role = Role.TEXT2) -> Label:
        """Add a sentence."""
        made = Label(self.kit, words, Size.M, role, wrap=True)
        self.column.addWidget(made)
        return made

    def begin(self) -> None:
        """Put the keyboard where the first thing is to be done."""
        raise NotImplementedError

    def may_go_on(self) -> bool:
        """Check what was given; what is missing is said on the page."""
        return True

    def forget(self) -> None:
        """Forget what was typed."""
