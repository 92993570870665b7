"""Show in a man's file what was taken into it, what was said otherwise, and the way back."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.queries.merging.taken_in import taken_in
from app.shapes.side_by_side import Otherwise, TakenIn
from app.ui.cases.content import Card, fact
from app.ui.cases.spoken import moment
from app.ui.likeness.deeds import LikenessDeeds
from app.ui.likeness.words import said_words
from app.ui.theme.palette import Role
from app.ui.widgets.buttons import quiet
from app.ui.widgets.kit import Words
from app.ui.widgets.text import Label
from app.ui.work import Work
from app.wording.merging import merge_field_name
from models.vocabulary.roles import Action as Right
from models.vocabulary.roles import may


class TakenInCards(QWidget):
    """A card for each file that was taken in; takes no room where there is none."""

    def __init__(self, work: Work, deeds: LikenessDeeds, case_id: UUID) -> None:
        super().__init__()
        self._work = work
        self._deeds = deeds
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)
        self.hide()
        work.read(lambda reader: taken_in(reader, case_id), self._show)

    def _show(self, found: tuple[TakenIn, ...]) -> None:
        for one in found:
            self._column.addWidget(self._card(one))
        self.setVisible(bool(found))

    def _card(self, one: TakenIn) -> Card:
        kit, work = self._work.kit, self._work
        corner = []
        if may(work.workspace.actor.roles, Right.MERGE_CASES) and work.workspace.read_only is None:
            button = quiet(kit, lambda t: t.say("Part them again …"), icon="undo")
            button.clicked.connect(lambda: self._deeds.part(one.merge_id, self))
            corner.append(button)
        card = Card(
            kit,
            lambda t: t.say(
                "Took in {number} on {when}", number=one.number, when=moment(one.at, t)
            ),
            corner,
        )
        said: list[tuple[Words, Words]] = [(lambda t: t.say("By"), one.by)]
        if one.reason:
            said.append((lambda t: t.say("Why"), one.reason))
        for name, value in said:
            card.body.addWidget(fact(kit, name, value))
        if one.otherwise:
            card.body.addWidget(
                Label(kit, lambda t: t.say("Said otherwise, and kept here:"), role=Role.TEXT2)
            )
        for other in one.otherwise:
            card.body.addWidget(fact(kit, _field(other), _words(other)))
        return card


def _field(other: Otherwise) -> Words:
    return lambda t: merge_field_name(other.field, t)


def _words(other: Otherwise) -> Words:
    return lambda t: t.say(
        "{words} ({number})", words=said_words(other.said, t), number=other.number
    )
