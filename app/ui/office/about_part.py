"""How the office is named on papers, and the letters its case numbers begin with."""

from __future__ import annotations

from typing import override

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout

from app.errors import BadInput
from app.queries.register.office import office
from app.services.office import name_office
from app.shapes.changes import Outcome
from app.shapes.office import Office
from app.ui.office.part import OfficePart
from app.ui.widgets.buttons import WithReason, primary
from app.ui.widgets.card import Card
from app.ui.widgets.fields import LineEdit
from app.ui.widgets.form_field import Field
from app.ui.widgets.kit import Words
from app.ui.work import Work
from app.wording.errors import sentence
from models.vocabulary.roles import Action, may

_LANGUAGES: tuple[tuple[str, Words], ...] = (
    ("name_en", lambda t: t.say("Name in English")),
    ("name_hy", lambda t: t.say("Name in Armenian")),
    ("name_ru", lambda t: t.say("Name in Russian")),
)
_REACHED: tuple[tuple[str, Words], ...] = (
    ("address_en", lambda t: t.say("Address in English")),
    ("address_hy", lambda t: t.say("Address in Armenian")),
    ("address_ru", lambda t: t.say("Address in Russian")),
    ("telephone", lambda t: t.say("Telephone")),
    ("fax", lambda t: t.say("Fax")),
    ("email", lambda t: t.say("E-mail")),
    ("person_to_contact", lambda t: t.say("Whom a court may ring: name, function, numbers")),
)


class AboutPart(OfficePart):
    """Take the office's name in three languages and the letters of its numbers."""

    def __init__(self, work: Work) -> None:
        super().__init__(work)
        kit = work.kit
        self._is_sample = False
        card = Card(
            kit,
            lambda t: t.say("The office on papers"),
            lambda t: t.say("The head of every page names it so, each page in its own language."),
        )
        self.names = {key: LineEdit(kit, words) for key, words in _LANGUAGES}
        for key, words in _LANGUAGES:
            card.column.addWidget(Field(kit, words, self.names[key]))
        for key, words in _REACHED:
            self.names[key] = LineEdit(kit, words)
            card.column.addWidget(Field(kit, words, self.names[key]))
        self.prefix = LineEdit(kit, lambda t: t.say("Letters of case numbers"))
        self.prefix.setMaximumWidth(kit.theme.scaled(160))
        self._prefix_field = Field(
            kit, lambda t: t.say("Letters of case numbers"), self.prefix
        )  # fmt: skip
        card.column.addWidget(self._prefix_field)
        self.save_button = primary(kit, lambda t: t.say("Save"))
        self.save_button.clicked.connect(self.save)
        allowed = WithReason(kit, self.save_button)
        if not may(work.workspace.actor.roles, Action.MANAGE_STAFF):
            allowed.refuse(lambda t: t.say("Only an administrator changes this."))
        foot = QHBoxLayout()
        foot.addWidget(allowed)
        foot.addStretch(1)
        card.column.addLayout(foot)
        self.column.addWidget(card)
        self.column.addStretch(1)

    @override
    def arrive(self) -> None:
        self.work.read(office, self._show)

    @override
    def begin(self) -> None:
        self.names["name_en"].setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def save(self) -> None:
        """Keep what papers say of the office."""
        self._prefix_field.accept()
        wanted = Office(
            **{key: edit.text() for key, edit in self.names.items()},
            prefix=self.prefix.text(),
            is_sample=self._is_sample,
        )
        self.work.write(lambda uow: name_office(uow, wanted), self._saved, self._refused)

    def _show(self, found: Office) -> None:
        self._is_sample = found.is_sample
        for key, edit in self.names.items():
            edit.setText(str(getattr(found, key)))
        self.prefix.setText(found.prefix)

    def _saved(self, _: Outcome[None]) -> None:
        self.work.messages.done(lambda t: t.say("Saved. Papers printed from now on say so."))
        self.arrive()

    def _refused(self, error: Exception) -> None:
        if isinstance(error, BadInput) and error.data.get("field") == "prefix":
            refused = error
            self._prefix_field.refuse(lambda t: sentence(refused, t))
        else:
            self.work.messages.failed(error)
