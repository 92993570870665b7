"""Say what stands in each cell of the list of men who may be one, in the reader's language."""

from __future__ import annotations

from collections.abc import Callable

from app.i18n import Translator
from app.shapes.like_pairs import PairMan, PairRow
from app.shapes.likeness import Reason
from app.ui.cases.spoken import short_number, when
from app.ui.widgets.table_columns import Cell, Column
from app.wording.likeness import reason_sentence, verdict_words
from app.wording.visible_text import visible
from app.wording.vocabulary import label

_STRONGEST = 2

type Saying = Callable[[], Translator]


class PairColumns:
    """Make cells in the language of the moment."""

    def __init__(self, saying: Saying) -> None:
        self._saying = saying

    def make(self) -> tuple[Column[PairRow], ...]:
        """Return the columns."""
        return (
            Column("score", lambda t: t.say("How likely"), self.score, 112, sorts=False),
            Column(
                "a", lambda t: t.say("One man"), lambda row: self._man(row.a), 196, 140, 3,
                grows=True, sorts=False,
            ),
            Column(
                "b", lambda t: t.say("The other"), lambda row: self._man(row.b), 196, 140, 3,
                grows=True, sorts=False,
            ),
            Column(
                "reasons", lambda t: t.say("What speaks for it"), self.reasons, 320, 180, 1,
                grows=True, sorts=False,
            ),
            Column(
                "verdict", lambda t: t.say("What it looks like"), self.verdict, 168, sorts=False
            ),
        )  # fmt: skip

    def score(self, row: PairRow) -> Cell:
        """How likely it is in a hundred, the tier of the names beneath."""
        t = self._saying()
        tier = t.say("tier {tier}", tier=row.tier) if row.tier else t.say("names differ")
        tip = label("tier", f"T{row.tier}", t.lang) if row.tier else ""
        return Cell(percent(row.score, t), tier, strong=True, keeps=True, tip=tip)

    def reasons(self, row: PairRow) -> Cell:
        """The two strongest reasons, the others in the tip."""
        t = self._saying()
        said = [reason_sentence(reason, t) for reason in strongest_first(row.reasons)]
        first, second = (*said[:_STRONGEST], "", "")[:_STRONGEST]
        return Cell(first, second, tip="\n".join(said))

    def verdict(self, row: PairRow) -> Cell:
        """What the machine thinks of them."""
        return Cell(verdict_words(row.verdict, self._saying()), wraps=True, keeps=True)

    def _man(self, man: PairMan) -> Cell:
        t = self._saying()
        number, _ = short_number(man.number)
        born = when(man.born, t, "figures") if man.born.edtf else ""
        name = visible(man.name) or t.say("Not yet named")
        beneath = " · ".join(part for part in (number, born, visible(man.name_second)) if part)
        return Cell(name, beneath, strong=True, tip=f"{man.number}\n{name}")


def percent(score: float, t: Translator) -> str:
    """Say a probability in a hundred; never that it is certain."""
    return t.say("{n} %", n=min(99, round(score * 100)))


def strongest_first(reasons: tuple[Reason, ...]) -> list[Reason]:
    """Order reasons by how much they weigh either way."""
    return sorted(reasons, key=lambda reason: -abs(reason.bits))
