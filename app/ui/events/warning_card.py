"""Say which facts do not go together, and ask why it is to be saved all the same."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from app.ui.forms.entry import Entry
from app.ui.theme.palette import Role
from app.ui.widgets.fields import LineEdit
from app.ui.widgets.icon_label import IconLabel
from app.ui.widgets.kit import Kit
from app.ui.widgets.text import Label
from app.wording.contradictions import contradiction_sentence


class WarningCard(QFrame):
    """Stand above a form while a warning stands; `reason` is what the person writes."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self.setObjectName("contradiction")
        self._words = Label(kit, "", wrap=True)
        self.reason = LineEdit(kit, lambda t: t.say("Why it is to be saved all the same"))
        self.entry = Entry(kit, self.reason, lambda t: t.say("Why it is to be saved all the same"))
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(IconLabel(kit, "warn", Role.WARN), 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self._words, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(13, 10, 13, 12)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.entry)
        self.hide()

    def warn(self, found: Sequence[object]) -> None:
        """Show what does not go together and put the keyboard into the reason."""
        self._words.set_words(lambda t: "\n".join(contradiction_sentence(one, t) for one in found))
        self.show()
        self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def put_away(self) -> None:
        """Go away with the reason."""
        self.reason.clear()
        self.hide()
