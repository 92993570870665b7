"""Offer what was being typed when the form was left or the program stopped."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from app.ui.forms.draft_keeper import Waiting
from app.ui.widgets.buttons import plain, quiet
from app.ui.widgets.icon_label import IconLabel
from app.ui.widgets.kit import Kit
from app.ui.widgets.text import Label


class DraftBanner(QFrame):
    """Show one draft that waits; `taken` goes on with it, `thrown` lets it go."""

    taken = Signal()
    thrown = Signal()

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self.setObjectName("card")
        self.waiting: Waiting | None = None
        self._words = Label(kit, "", wrap=True)
        self.take_button = plain(kit, lambda t: t.say("Go on with it"))
        self.throw_button = quiet(kit, lambda t: t.say("Throw it away"))
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 7, 8, 7)
        row.setSpacing(10)
        row.addWidget(IconLabel(kit, "history"))
        row.addWidget(self._words, 1)
        row.addWidget(self.throw_button)
        row.addWidget(self.take_button)
        self.take_button.clicked.connect(self.taken)
        self.throw_button.clicked.connect(self.thrown)
        self.hide()

    def offer(self, waiting: Waiting | None) -> None:
        """Offer a draft, or none."""
        self.waiting = waiting
        self.setVisible(waiting is not None)
        if waiting is not None:
            kept = waiting.kept_at.astimezone()
            self._words.set_words(
                lambda t: t.say(
                    "A draft of {day} at {time} was not saved yet.",
                    day=f"{kept:%d.%m.%Y}",
                    time=f"{kept:%H:%M}",
                )
            )
