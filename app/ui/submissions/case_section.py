"""In a man's file: who was asked about him, and which windows and legal periods run."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.i18n import Translator
from app.queries.submissions.periods import case_periods
from app.queries.submissions.steps import submissions_of_case
from app.shapes.submissions import CasePeriods, CaseSubmission
from app.ui.cases.content import TOP, Card, clear
from app.ui.theme.palette import Role
from app.ui.theme.type_scale import Size
from app.ui.widgets.buttons import plain, quiet
from app.ui.widgets.kit import Words
from app.ui.widgets.spoken import date_in_words
from app.ui.widgets.states import EmptyState
from app.ui.widgets.text import Label, hairline
from app.ui.work import Work
from app.wording.submissions import (
    body_words,
    period_reason,
    period_sentence,
    search_goes_on,
    state_words,
    window_sentence,
)
from app.wording.visible_text import visible
from app.wording.vocabulary import label
from models.codebook.legal_periods import LegalPeriod
from models.vocabulary.roles import Action as Right
from models.vocabulary.roles import may


class CaseSubmissions(QWidget):
    """The submissions of one man; read when it is made, and made anew when his file changes."""

    def __init__(
        self,
        work: Work,
        case_id: UUID,
        open_one: Callable[[UUID], object],
        open_new: Callable[[], object],
    ) -> None:
        super().__init__()
        self._work = work
        self._open_one = open_one
        self._open_new = open_new
        self._rows = QVBoxLayout()
        self._rows.setSpacing(12)
        self._periods = QVBoxLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 24)
        column.setSpacing(12)
        column.addLayout(self._rows)
        column.addLayout(self._periods)
        column.addStretch(1)
        work.read(lambda reader: submissions_of_case(reader, case_id), self._show)
        work.read(lambda reader: case_periods(reader, case_id), self._show_periods)

    def _show(self, rows: tuple[CaseSubmission, ...]) -> None:
        clear(self._rows)
        kit = self._work.kit
        button = plain(kit, lambda t: t.say("New submission"), icon="plus")
        button.clicked.connect(self._open_new)
        button.setVisible(may(self._work.workspace.actor.roles, Right.EDIT_SUBMISSION))
        if not rows:
            self._rows.addWidget(
                EmptyState(
                    kit,
                    "submissions",
                    lambda t: t.say("Nobody was asked about him yet"),
                    lambda t: t.say(
                        "A submission says who was asked, until when, and what they answered."
                    ),
                    button,
                )
            )
            return
        card = Card(kit, lambda t: t.say("Who was asked about him"), (button,))
        for at, row in enumerate(rows):
            if at:
                card.body.addWidget(hairline(kit))
            card.body.addLayout(self._row(row))
        self._rows.addWidget(card)

    def _row(self, row: CaseSubmission) -> QHBoxLayout:
        kit, line = self._work.kit, row.line
        told = QVBoxLayout()
        told.setSpacing(2)
        way = quiet(kit, visible(line.subject), strong=True)
        way.clicked.connect(lambda: self._open_one(line.id))
        told.addWidget(way, 0, Qt.AlignmentFlag.AlignLeft)
        told.addWidget(
            Label(
                kit,
                lambda t: f"{line.number} · {visible(body_words(line.body, line.body_name, t))}",
                role=Role.TEXT2,
                wrap=True,
            )
        )
        side = QVBoxLayout()
        side.setSpacing(2)
        side.addWidget(Label(kit, _answer(row), strong=row.reply is not None, wrap=True))
        side.addWidget(
            Label(
                kit,
                lambda t: _when(row, t),
                Size.S,
                Role.TEXT2,
            )
        )
        side.addStretch(1)
        both = QHBoxLayout()
        both.setSpacing(16)
        both.addLayout(told, 3)
        both.addLayout(side, 2)
        both.setAlignment(TOP)
        return both

    def _show_periods(self, found: CasePeriods) -> None:
        clear(self._periods)
        kit = self._work.kit
        card = Card(kit, lambda t: t.say("Periods"))
        if not found.before_the_group:
            card.body.addWidget(Label(kit, lambda t: t.say("UN working group"), Size.S, Role.TEXT2))
            card.body.addWidget(
                Label(kit, lambda t: window_sentence(found.window, found.today, t), wrap=True)
            )
        else:
            card.body.addWidget(
                Label(
                    kit,
                    lambda t: t.say("The UN working group was told of him."),
                    wrap=True,
                )
            )
        for jurisdiction, periods in found.periods.items():
            card.body.addWidget(hairline(kit))
            card.body.addWidget(Label(kit, _law_of(jurisdiction), Size.S, Role.TEXT2))
            for period in periods:
                self._period(card, period, found)
        card.body.addWidget(hairline(kit))
        card.body.addWidget(Label(kit, search_goes_on, strong=True, wrap=True))
        self._periods.addWidget(card)

    def _period(self, card: Card, period: LegalPeriod, found: CasePeriods) -> None:
        kit = self._work.kit
        card.body.addWidget(
            Label(kit, lambda t: period_sentence(period, found.today, t), wrap=True)
        )
        card.body.addWidget(
            Label(kit, lambda t: period_reason(period, t), Size.S, Role.TEXT2, wrap=True)
        )


def _when(row: CaseSubmission, t: Translator) -> str:
    if row.reply is not None and row.replied.is_known:
        return date_in_words(row.replied, t, "table")
    if not row.line.sent.is_known:
        return ""
    return t.say("sent on {date}", date=date_in_words(row.line.sent, t, "table"))


def _law_of(jurisdiction: str) -> Words:
    return lambda t: t.say("By the law of: {country}",
                           country=label("country", jurisdiction, t.lang))  # fmt: skip


def _answer(row: CaseSubmission) -> Words:
    measure, reply = row.measure, row.reply
    if reply is not None:
        return lambda t: label("list_reply", reply, t.lang)
    if measure is not None:
        return lambda t: label("r39", measure, t.lang)
    return lambda t: state_words(row.line, t)
