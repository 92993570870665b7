"""Show who did what to a case and when, field by field in words."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.i18n import Translator
from app.queries.history import history_of_case
from app.shapes.case_file import CaseFile
from app.shapes.history import FieldChange, FieldState, HistoryLine, Plain
from app.ui.cases.content import TOP, Card, clear
from app.ui.cases.history_words import action_words, column_words, is_said, value_words
from app.ui.cases.spoken import moment
from app.ui.theme.palette import Role
from app.ui.theme.type_scale import Size
from app.ui.widgets.buttons import quiet
from app.ui.widgets.kit import Words
from app.ui.widgets.text import Label
from app.ui.work import Work

AT_ONCE = 40


class HistorySection(QWidget):
    """The history of one case, newest first; read when it is first shown."""

    def __init__(self, work: Work, file: CaseFile) -> None:
        super().__init__()
        self._work = work
        self._lines: list[HistoryLine] = []
        self._shown = AT_ONCE
        self._rows = QVBoxLayout()
        self._rows.setSpacing(10)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 24)
        column.addLayout(self._rows)
        column.addStretch(1)
        case_id = file.case_id
        work.read(lambda reader: history_of_case(reader, case_id), self._take)

    def _take(self, lines: list[HistoryLine]) -> None:
        self._lines = lines[::-1]
        self._show()

    def _show(self) -> None:
        clear(self._rows)
        for line in self._lines[: self._shown]:
            self._rows.addWidget(self._card(line))
        if len(self._lines) > self._shown:
            more = quiet(self._work.kit, lambda t: t.say("Show earlier entries"))
            more.clicked.connect(self._show_more)
            self._rows.addWidget(more)

    def _show_more(self) -> None:
        self._shown += AT_ONCE
        self._show()

    def _card(self, line: HistoryLine) -> QWidget:
        kit = self._work.kit
        card = Card(kit)
        card.body.setSpacing(3)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(Label(kit, lambda t: action_words(line.action, t), strong=True))
        head.addWidget(Label(kit, line.actor, role=Role.TEXT2))
        head.addStretch(1)
        head.addWidget(Label(kit, lambda t: moment(line.at, t), Size.S, Role.TEXT2), 0, TOP)
        card.body.addLayout(head)
        if line.reason:
            card.body.addWidget(
                Label(kit, lambda t: t.say("Why: {reason}", reason=line.reason), wrap=True)
            )
        if not line.readable:
            card.body.addWidget(
                Label(kit, lambda t: t.say("The words of this entry were erased."), role=Role.TEXT2)
            )
        for change in said_changes(line):
            card.body.addWidget(Label(kit, change_words(change), Size.S, Role.TEXT2, wrap=True))
        return card


def said_changes(line: HistoryLine) -> list[FieldChange]:
    """Give the changes that say something: no bookkeeping, nothing that stayed empty."""
    empty: tuple[Plain, ...] = (None, "", "{}", False, [])
    return [
        change
        for change in line.changes
        if is_said(change.field)
        and not (change.before in empty and change.after in empty)
        and not (change.field.endswith("_text") and _has_twin(line, change))
    ]


def _has_twin(line: HistoryLine, change: FieldChange) -> bool:
    """A date is kept as EDTF and as words; one of them is enough to read."""
    twin = change.field.removesuffix("_text") + "_edtf"
    return any(
        other.entity_id == change.entity_id and other.field == twin and other.after
        for other in line.changes
    )


def change_words(change: FieldChange) -> Words:
    """Say one change: what stood there before and after."""

    def words(t: Translator) -> str:
        field = column_words(change.field, t)
        before = value_words(change.entity, change.field, change.before, t)
        after = value_words(change.entity, change.field, change.after, t)
        if change.state is FieldState.NEW:
            return t.say("{field}: {value}", field=field, value=after)
        if change.state is FieldState.GONE:
            return t.say("{field}: {value} (gone)", field=field, value=before)
        return t.say("{field}: {before} → {after}", field=field, before=before, after=after)

    return words
