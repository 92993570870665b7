"""Show one entry of the history: who did what and when, field by field, and take it back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout

from app.i18n import Translator
from app.queries.history.undoing import entry_to_undo
from app.services.desk.undo import undo_entry
from app.shapes.history import (
    EntryToUndo,
    FieldChange,
    FieldState,
    HistoryLine,
    Plain,
    Undoing,
)
from app.ui.cases.content import MIDDLE, Card
from app.ui.cases.history_words import column_words, is_said, value_words
from app.ui.cases.spoken import moment
from app.ui.forms.saved import tell_saved
from app.ui.theme.palette import Role
from app.ui.theme.type_scale import Size
from app.ui.widgets.buttons import quiet
from app.ui.widgets.kit import Words
from app.ui.widgets.text import Label
from app.ui.work import Work
from app.wording.decisions import HEADLINE, vocabulary_of
from app.wording.deeds import action_words
from app.wording.vocabulary import label

MOST_TOLD = 12
"""Of an entry that changed more, the rest is counted: it stands in the files themselves."""


class HistoryCard(Card):
    """One entry; `changed` is called once it was taken back."""

    def __init__(self, work: Work, line: HistoryLine, changed: Callable[[], object]) -> None:
        super().__init__(work.kit)
        self._work = work
        self._line = line
        self._changed = changed
        kit = work.kit
        self.body.setSpacing(3)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(Label(kit, lambda t: action_words(line.action, t), strong=True))
        head.addWidget(Label(kit, line.actor, role=Role.TEXT2))
        head.addStretch(1)
        head.addWidget(Label(kit, lambda t: moment(line.at, t), Size.S, Role.TEXT2), 0, MIDDLE)
        if line.undoing is Undoing.POSSIBLE:
            self.button = quiet(kit, lambda t: t.say("Take back"), icon="undo")
            self.button.clicked.connect(self.take_back)
            head.addWidget(self.button, 0, MIDDLE)
        elif line.undoing is Undoing.TAKEN_BACK:
            gone = Label(kit, lambda t: t.say("Taken back."), Size.S, Role.TEXT2)
            head.addWidget(gone, 0, MIDDLE)
        self.body.addLayout(head)
        if line.numbers:
            self.body.addWidget(Label(kit, _cases(line), Size.S, Role.TEXT2, wrap=True))
        self._tell()

    def take_back(self) -> None:
        """Take the entry back, exactly, unless somebody built on it since."""
        seq = self._line.seq
        self._work.read(lambda reader: entry_to_undo(reader, seq), self._found)

    def _found(self, entry: EntryToUndo) -> None:
        def done(_: object) -> None:
            tell_saved(
                self._work,
                lambda t: t.say("Taken back: {what}.", what=action_words(entry.action, t)),
            )
            self._changed()

        self._work.write(lambda uow: undo_entry(uow, entry), done)

    def _tell(self) -> None:
        kit, line = self._work.kit, self._line
        if line.reason:
            self.body.addWidget(
                Label(kit, lambda t: t.say("Why: {reason}", reason=line.reason), wrap=True)
            )
        if not line.readable:
            self.body.addWidget(
                Label(kit, lambda t: t.say("The words of this entry were erased."), role=Role.TEXT2)
            )
        changes = said_changes(line)
        for change in changes[:MOST_TOLD]:
            self.body.addWidget(
                Label(
                    kit,
                    change_words(change, question_of(line, change)),
                    Size.S,
                    Role.TEXT2,
                    wrap=True,
                )
            )
        if len(changes) > MOST_TOLD:
            more = len(changes) - MOST_TOLD
            self.body.addWidget(
                Label(
                    kit,
                    lambda t: t.say_n("and {n} more change", "and {n} more changes", more),
                    Size.S,
                    Role.TEXT2,
                )
            )


def _cases(line: HistoryLine) -> Words:
    named = ", ".join(line.numbers)
    more = line.cases - len(line.numbers)
    if more <= 0:
        return named
    return lambda t: t.say_n("{cases} and {n} more", "{cases} and {n} more", more, cases=named)


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


def question_of(line: HistoryLine, change: FieldChange) -> str:
    """Name what a decision by hand decides: several questions have values of one name."""
    if (change.entity, change.field) != ("status_overrides", "value"):
        return ""
    facets = (
        other.after or other.before
        for other in line.changes
        if other.entity_id == change.entity_id and other.field == "facet"
    )
    return str(next(facets, None) or HEADLINE)


def change_words(change: FieldChange, question: str = "") -> Words:
    """Say one change: what stood there before and after; `question`: of a decision by hand."""

    def value(said: Plain, t: Translator) -> str:
        if question and said:
            return label(vocabulary_of(question), str(said), t.lang)
        return value_words(change.entity, change.field, said, t)

    def words(t: Translator) -> str:
        field = column_words(change.field, t, change.entity)
        before, after = value(change.before, t), value(change.after, t)
        if change.state is FieldState.NEW:
            return t.say("{field}: {value}", field=field, value=after)
        if change.state is FieldState.GONE:
            return t.say("{field}: {value} (gone)", field=field, value=before)
        return t.say("{field}: {before} → {after}", field=field, before=before, after=after)

    return words
