"""Show the four answers with their marks, questions and dates, in a rail or over a file."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.i18n import Translator
from app.ui.cases.spoken import when
from app.ui.theme.palette import Role
from app.ui.theme.type_scale import Size
from app.ui.widgets.icon_label import MarkLabel
from app.ui.widgets.kit import Kit
from app.ui.widgets.text import Label
from app.wording.status_words import Answer, answer_words, facet_of, question
from models.codebook import Status
from models.codebook.facts import FacetState
from models.vocabulary.status import Ack, Custody, Fate

_TOP = Qt.AlignmentFlag.AlignTop


class AnswerBlock(QWidget):
    """One answer: its mark, the question small, the answer bold, its date beneath.

    `short`: without its date.
    """

    def __init__(self, kit: Kit, which: Answer, status: Status, *, short: bool = False) -> None:
        super().__init__()
        facet = facet_of(which, status)
        state = status.facets[facet]
        mark = MarkLabel(
            kit,
            facet.value,
            state.value.value,
            lambda t: answer_words(which, status, t).accessible,
            17,
        )
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(Label(kit, lambda t: question(which, t), Size.S, Role.TEXT3, wrap=True))
        words.addWidget(
            Label(kit, lambda t: answer_words(which, status, t).bold, strong=True, wrap=True)
        )
        if not short and dated_words(which, state, kit.translator):
            words.addWidget(
                Label(
                    kit,
                    lambda t: dated_words(which, state, t),
                    Size.S,
                    Role.TEXT2,
                    wrap=True,
                )
            )
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(mark, 0, _TOP)
        row.addLayout(words, 1)


def dated_words(which: Answer, state: FacetState, t: Translator) -> str:
    """Say of which day an answer is; "" where no day is known."""
    date = state.as_of or state.since
    if date is None or date.edtf is None:
        return ""
    said = when(date, t)
    if which is Answer.ALIVE and state.value in (Fate.ALIVE_CONFIRMED, Fate.ALIVE_INDICATED):
        return t.say("as of {date}", date=said)
    if which is Answer.HELD and state.value in (Custody.CONFIRMED, Custody.INDICATED):
        since = state.since if state.since is not None and state.since.edtf else date
        return t.say("since {date}", date=when(since, t))
    if which is Answer.ADMITTED and state.value in (Ack.DENIED, Ack.NOT_IDENTIFIED):
        return t.say("last answer: {date}", date=said)
    return said


def answers_column(kit: Kit, status: Status) -> QWidget:
    """Return the four answers one beneath another, for a rail."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(14)
    for which in Answer:
        column.addWidget(AnswerBlock(kit, which, status))
    return holder


def answers_grid(kit: Kit, status: Status, *, short: bool = False) -> QWidget:
    """Return the four answers in two columns, for the head of a file."""
    holder = QWidget()
    grid = QGridLayout(holder)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(24)
    grid.setVerticalSpacing(10)
    for at, which in enumerate(Answer):
        grid.addWidget(AnswerBlock(kit, which, status, short=short), at // 2, at % 2, _TOP)
    grid.setColumnStretch(0, 1)
    grid.setColumnStretch(1, 1)
    return holder
