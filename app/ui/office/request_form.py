"""The form that admits a colleague by the key request they sent from their own computer."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout

from app.ui.office.staff_form import RoleTicks
from app.ui.theme.palette import Role as Colour
from app.ui.theme.type_scale import Size
from app.ui.widgets.buttons import primary, quiet
from app.ui.widgets.card import Card
from app.ui.widgets.form_field import Refusal
from app.ui.widgets.kit import Kit
from app.ui.widgets.text import Label
from app.vault.request_file import KeyRequest


class RequestForm(Card):
    """Shows who asks and the letters to compare; `asked` once roles are chosen."""

    asked = Signal()
    left = Signal()

    def __init__(self, kit: Kit) -> None:
        super().__init__(
            kit,
            lambda t: t.say("Admit a colleague by a key request"),
            lambda t: t.say(
                "Ring them up and let them read their letters to you. If theirs are others, "
                "somebody changed the file on its way: do not admit them."
            ),
        )
        self.request: KeyRequest | None = None
        self._name = Label(kit, "", strong=True)
        self._letters = Label(kit, "", Size.L, strong=True)
        self._letters.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByKeyboard)
        self.roles = RoleTicks(kit)
        self._no_role = Refusal(kit)
        self.refusal = Refusal(kit)
        self.save_button = primary(kit, lambda t: t.say("The letters agree: take on"))
        self.cancel_button = quiet(kit, lambda t: t.say("Cancel"))
        for widget in (self._name, self._letters):
            self.column.addWidget(widget)
        self.column.addWidget(Label(kit, lambda t: t.say("Roles"), Size.S, Colour.TEXT2))
        self.column.addLayout(self.roles)
        self.column.addWidget(self._no_role)
        self.column.addWidget(self.refusal)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.save_button)
        foot.addWidget(self.cancel_button)
        foot.addStretch(1)
        self.column.addLayout(foot)
        self.save_button.clicked.connect(self.ask)
        self.cancel_button.clicked.connect(self.left)

    def begin(self, request: KeyRequest) -> None:
        """Show a request that was read."""
        self.request = request
        self.roles.clear()
        self.refusal.hide()
        self._no_role.hide()
        self._name.set_words(request.name)
        self._letters.set_words(request.fingerprint)
        self.save_button.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def ask(self) -> None:
        """Ask for it to be done, once a role is chosen."""
        self._no_role.hide()
        self.refusal.hide()
        if self.roles.chosen():
            self.asked.emit()
        else:
            self._no_role.show_message(lambda t: t.say("Choose at least one role."))
