"""Say what stands in each cell of the list of calls, in the reader's language."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from app.i18n import Translator
from app.shapes.families import ManToAsk, ToRing
from app.ui.cases.spoken import day
from app.ui.families.words import may_be_told_words, ring_words
from app.ui.widgets.table_columns import Cell, Column
from app.wording.visible_text import visible
from app.wording.vocabulary import label

type Saying = Callable[[], Translator]


@dataclass(frozen=True, slots=True)
class CallRow:
    """A man about whom somebody is rung; `first` in the list of all about whom it is."""

    to_ring: ToRing
    man: ManToAsk
    first: bool


class CallColumns:
    """Make cells in the language of the moment."""

    def __init__(self, saying: Saying) -> None:
        self._saying = saying

    def make(self) -> tuple[Column[CallRow], ...]:
        """Return the columns."""
        return (
            Column(
                "who", lambda t: t.say("Whom to ring"), self.who, 232, 190, 4, grows=True,
                sorts=False,
            ),
            Column(
                "reach", lambda t: t.say("When best"), self.reach, 132, 96, 1, sorts=False,
            ),
            Column(
                "man", lambda t: t.say("About whom"), self.man, 216, 160, 3, grows=True,
                sorts=False,
            ),
            Column("agreed", lambda t: t.say("Agreed"), self.agreed, 176, 120, 2, sorts=False),
            Column(
                "last", lambda t: t.say("Last spoken with"), self.last, 128, 104, 0, sorts=False
            ),
            Column("gaps", lambda t: t.say("To ask"), self.gaps, 92, sorts=False, right=True),
        )  # fmt: skip

    def who(self, row: CallRow) -> Cell:
        """Who is rung, the number beneath; said once where it is about several men."""
        t = self._saying()
        if not row.first:
            return Cell("", t.say("the same call"))
        one = row.to_ring
        return Cell(
            ring_words(one, t), visible(one.phone), strong=True, tip=visible(one.email), keeps=True
        )

    def reach(self, row: CallRow) -> Cell:
        """The hour and the languages."""
        if not row.first:
            return Cell()
        return Cell(visible(row.to_ring.reached_best), visible(row.to_ring.languages))

    def man(self, row: CallRow) -> Cell:
        """The man, what the relative is to him and may be told."""
        t, man = self._saying(), row.man
        related = label("relation", man.relation.value, t.lang)
        beneath = f"{man.number} · {related}"
        return Cell(visible(man.name), beneath, tip=may_be_told_words(man.may_be_told, t))

    def agreed(self, row: CallRow) -> Cell:
        """What was agreed for which day."""
        man = row.man
        if man.next_on is None:
            return Cell(self._saying().say("long silence")) if man.due else Cell()
        return Cell(
            day(man.next_on, self._saying(), "table"), visible(man.next_about), strong=man.due
        )

    def last(self, row: CallRow) -> Cell:
        """When the family was last spoken with."""
        t, last = self._saying(), row.man.last_spoken
        return Cell(day(last, t, "table") if last else t.say("never"))

    def gaps(self, row: CallRow) -> Cell:
        """How many gaps the file has."""
        count = len(row.man.gaps)
        return Cell(self._saying().number(count) if count else "–")
