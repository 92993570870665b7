"""Say what stands in the list of lists: number and kind, title and whose, date, rows."""

from __future__ import annotations

from collections.abc import Callable

from app.i18n import Translator
from app.shapes.lists import ListLine
from app.ui.cases.spoken import known, when
from app.ui.lists.words import LIST_TYPE, way_words
from app.ui.widgets.table_columns import Cell, Column
from app.wording.visible_text import visible
from app.wording.vocabulary import label
from models.vocabulary.lists import ListDirection, RowState

_NOBODY = frozenset({RowState.NO_MATCH, RowState.NOT_A_MAN})

type Saying = Callable[[], Translator]


class ListColumns:
    """The columns; `make` names them in the language of the moment."""

    def __init__(self, saying: Saying) -> None:
        self._saying = saying

    def make(self) -> tuple[Column[ListLine], ...]:
        """Return the columns."""
        return (
            Column("number", lambda t: t.say("List"), self.number, 200, 184, 3, sorts=False),
            Column(
                "title", lambda t: t.say("Title"), self.title, 300, 200, 3,
                grows=True, sorts=False,
            ),
            Column("date", lambda t: t.say("Dated"), self.dated, 170, 112, 2, sorts=False),
            Column("rows", lambda t: t.say("Rows"), self.rows, 250, 128, 2, sorts=False),
            Column("waits", _waits, self.waits, 84, 60, right=True, sorts=False),
        )  # fmt: skip

    def number(self, line: ListLine) -> Cell:
        """Number and version, the kind beneath."""
        t = self._saying()
        named = t.say("{number} v{version}", number=line.number, version=line.version_no)
        return Cell(named, label(LIST_TYPE, line.kind.value, t.lang), strong=True)

    def title(self, line: ListLine) -> Cell:
        """What it is called; from whom it came or to whom it went beneath."""
        t = self._saying()
        out = line.direction is ListDirection.OUT
        way = way_words(line, t) or (t.say("sent") if out else t.say("received"))
        more = (way, line.incident_number, line.handover_number)
        return Cell(visible(line.title), " · ".join(part for part in more if part))

    def dated(self, line: ListLine) -> Cell:
        """The date that stands on it, and when it came or went."""
        t = self._saying()
        first = when(line.dated, t, "table") if known(line.dated) else t.say("no date")
        if not known(line.passed_on) or line.passed_on == line.dated:
            return Cell(first, keeps=True)
        day = when(line.passed_on, t, "table")
        out = line.direction is ListDirection.OUT
        second = t.say("sent {day}", day=day) if out else t.say("received {day}", day=day)
        return Cell(first, second, keeps=True)

    def rows(self, line: ListLine) -> Cell:
        """How many rows, and what became of them."""
        t = self._saying()
        nobody = sum(line.states.get(state, 0) for state in _NOBODY)
        parts = [t.say("accepted {n}", n=t.number(line.tied))]
        if nobody:
            parts.append(t.say("no match {n}", n=t.number(nobody)))
        answered = sum(line.replies.values())
        if answered:
            parts.append(t.say("answered {n}", n=t.number(answered)))
        return Cell(t.say_n("{n} row", "{n} rows", line.rows), " · ".join(parts))

    def waits(self, line: ListLine) -> Cell:
        """How many rows wait for a decision."""
        return Cell(self._saying().number(line.open) if line.open else "—", strong=bool(line.open))


def _waits(t: Translator) -> str:
    return t.say_in("rows that wait for a decision", "Open")
