"""The form that takes on a colleague: a name, roles, and a first passphrase of their own."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout

from app.ui.shell.passphrase_field import PassphraseField
from app.ui.theme.palette import Role as Colour
from app.ui.theme.type_scale import Size
from app.ui.widgets.buttons import primary, quiet
from app.ui.widgets.card import Card
from app.ui.widgets.fields import LineEdit
from app.ui.widgets.form_field import Field, Refusal
from app.ui.widgets.kit import Kit, Words
from app.ui.widgets.text import Label
from app.wording.vocabulary import label
from models.vocabulary.roles import Role

_DUTIES: dict[Role, Words] = {
    Role.INTAKE: lambda t: t.say("registers men, records what comes in, speaks with families"),
    Role.CASEWORKER: lambda t: t.say("the same, keeps exhibits, withdraws, closes, issues papers"),
    Role.ANALYST: lambda t: t.say("grades sources, keeps incidents and claims; sees no family"),
    Role.SUPERVISOR: lambda t: t.say("decides: overrides, limits access, approves, puts away"),
    Role.DATA_PROTECTION: lambda t: t.say("consents, access, erasure, the log of what went out"),
    Role.ADMINISTRATOR: lambda t: t.say("colleagues, backups, vocabularies; sees no case"),
}


def role_name(role: Role) -> Words:
    """Say a role in the language of the window."""
    return lambda t: label("role", role, t.lang)


class RoleTicks(QGridLayout):
    """One tick a role, with what it may do beside it."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self.setHorizontalSpacing(16)
        self.setVerticalSpacing(2)
        self.setColumnStretch(1, 1)
        self.ticks: dict[Role, QCheckBox] = {}
        for at, (role, duties) in enumerate(_DUTIES.items()):
            tick = QCheckBox()
            kit.bind(tick, tick.setText, role_name(role))
            self.ticks[role] = tick
            self.addWidget(tick, at, 0)
            self.addWidget(Label(kit, duties, role=Colour.TEXT2, wrap=True), at, 1)

    def chosen(self) -> frozenset[Role]:
        """Return the roles that are ticked."""
        return frozenset(role for role, tick in self.ticks.items() if tick.isChecked())

    def clear(self) -> None:
        """Tick nothing."""
        for tick in self.ticks.values():
            tick.setChecked(False)


class ColleagueForm(Card):
    """Asks for name, roles and passphrase; `asked` when all of it is there, `left` on Cancel."""

    asked = Signal()
    left = Signal()

    def __init__(self, kit: Kit) -> None:
        super().__init__(
            kit,
            lambda t: t.say("Take on a colleague"),
            lambda t: t.say(
                "They type a passphrase of their own here, once. Nobody else learns it; you can "
                "take them off again without it."
            ),
        )
        self.name = LineEdit(kit, lambda t: t.say("Their name"))
        self._name_field = Field(kit, lambda t: t.say("Their name"), self.name)
        self.roles = RoleTicks(kit)
        self._no_role = Refusal(kit)
        self.first = PassphraseField(kit, lambda t: t.say("Their passphrase"))
        self.second = PassphraseField(kit, lambda t: t.say("The passphrase once more"))
        self.refusal = Refusal(kit)
        self.save_button = primary(kit, lambda t: t.say("Take on"), icon="plus")
        self.cancel_button = quiet(kit, lambda t: t.say("Cancel"))
        self.column.addWidget(self._name_field)
        self.column.addWidget(Label(kit, lambda t: t.say("Roles"), Size.S, Colour.TEXT2))
        self.column.addLayout(self.roles)
        self.column.addWidget(self._no_role)
        self.column.addWidget(self.first)
        self.column.addWidget(self.second)
        self.column.addWidget(self.refusal)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.save_button)
        foot.addWidget(self.cancel_button)
        foot.addStretch(1)
        self.column.addLayout(foot)
        self.save_button.clicked.connect(self.ask)
        self.second.entered.connect(self.ask)
        self.cancel_button.clicked.connect(self.left)

    def begin(self) -> None:
        """Start with an empty form."""
        self.clear()
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def clear(self) -> None:
        """Forget what was typed."""
        self.name.clear()
        self.roles.clear()
        self.first.clear()
        self.second.clear()
        self.refusal.hide()

    @Slot()
    def ask(self) -> None:
        """Check that everything is there, then ask for it to be done."""
        self._name_field.accept()
        self._no_role.hide()
        self.refusal.hide()
        if not self.name.text().strip():
            self._name_field.refuse(lambda t: t.say("Write the name they will open it with."))
        elif not self.roles.chosen():
            self._no_role.show_message(lambda t: t.say("Choose at least one role."))
        elif not self.first.text():
            self.first.refuse(lambda t: t.say("Let them type a passphrase."))
        elif self.first.text() != self.second.text():
            self.second.refuse(lambda t: t.say("This differs from the first. Type it once more."))
        else:
            self.asked.emit()
