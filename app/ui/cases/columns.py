"""Say what stands in each cell of the register, in the reader's language."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Final

from app.i18n import Translator
from app.shapes.case_list import CaseRow, CaseSort
from app.ui.cases.spoken import day, place_name, short_number, when
from app.ui.theme.palette import Role
from app.ui.widgets.table_columns import Cell, Column
from app.wording.status_words import Answer, column_head, mark_word
from app.wording.visible_text import visible
from app.wording.vocabulary import label
from models.vocabulary.status import Chip, Facet, Remains

SORT_OF: Final = {
    "number": CaseSort.NUMBER,
    "name": CaseSort.NAME,
    "born": CaseSort.BORN,
    "last": CaseSort.LAST,
    "headline": CaseSort.HEADLINE,
}
_HEADLINE_WIDTH: Final = {"en": 142, "ru": 172, "hy": 190}
_MARK_WIDTH: Final = {"en": 57, "ru": 60, "hy": 72}
_LONG_DATE: Final = {"en": 26, "ru": 20, "hy": 21}
_LONG_BIRTH: Final = 14
_LONG_PLACE: Final = 18
_LONG_UNIT: Final = 12
_REMAINS: Final = frozenset(value.value for value in Remains)

type Saying = Callable[[], Translator]


class CaseColumns:
    """Make cells in the language of the moment; `today` counts the days of silence."""

    def __init__(self, saying: Saying, today: Callable[[], date]) -> None:
        self._saying = saying
        self._today = today

    def make(self, lang: str) -> tuple[Column[CaseRow], ...]:
        """Return the columns with the widths that a language needs."""
        mark = _MARK_WIDTH.get(lang, 66)
        headline = _HEADLINE_WIDTH.get(lang, 178)
        return (
            Column("number", lambda t: t.say("Number"), self.number, 92),
            Column("name", lambda t: t.say("Name"), self.name, 182, 140, 3, grows=True),
            Column("born", lambda t: t.say("Born · unit"), self.born, 102, 84, 2),
            Column(
                "last", lambda t: t.say("Last place · date"), self.last, 148, 118, 1,
                grows=True,
            ),
            Column(
                "headline", lambda t: t.say("Headline"), self.headline, headline, headline - 26, 4
            ),
            self._mark("alive", Answer.ALIVE, self.alive, mark),
            self._mark("held", Answer.HELD, self.held, mark),
            self._mark("admitted", Answer.ADMITTED, self.admitted, mark),
            self._mark("home", Answer.HOME, self.home, mark),
            Column(
                "life", lambda t: t.say("Last sign of life"), self.life, 102, 98, 4, sorts=False
            ),
        )  # fmt: skip

    @staticmethod
    def _mark(
        key: str, which: Answer, cell: Callable[[CaseRow], Cell], width: int
    ) -> Column[CaseRow]:
        return Column(
            key, lambda t: column_head(which, t), cell, width, 60, 5, centred=True, sorts=False
        )  # fmt: skip

    def number(self, row: CaseRow) -> Cell:
        """Number without the office, office and year beneath."""
        first, second = short_number(row.number)
        if row.closed:
            second = self._saying().say("closed")
        return Cell(first, second, tip=row.number)

    def name(self, row: CaseRow) -> Cell:
        """Name in his own script, the second one beneath."""
        t = self._saying()
        if not row.name_second and row.name and not _is_a_name(row):
            written = visible(row.name)
            return Cell(t.say("Not yet named"), written, strong=True, tip=written)
        tip = "\n".join(visible(part) for part in (row.name, row.name_second) if part)
        name = visible(without_patronymic(row.name)) or t.say("Not yet named")
        return Cell(name, visible(row.name_second), strong=True, tip=tip, keeps=True)

    def born(self, row: CaseRow) -> Cell:
        """Date of birth as exactly as it is known, the unit beneath."""
        t = self._saying()
        born = when(row.born, t, "figures") if row.born.edtf else t.say_in("birth", "not known")
        named = row.unit_in(t.lang)
        unit = named or t.say_in("unit", "not known")
        if len(born) <= len("12.04.2001"):
            return Cell(born, unit, tip=named)
        if len(born) > _LONG_BIRTH:  # a cut date lies, so the unit gives way
            return Cell(born, wraps=True, keeps=True, tip=f"{born}\n{unit}")
        short = unit if len(unit) <= _LONG_UNIT else unit[:_LONG_UNIT] + "…"
        return Cell(born, short, keeps=True, tip=named)

    def last(self, row: CaseRow) -> Cell:
        """Last known place and date in words."""
        t = self._saying()
        place = place_name(row.place, row.place_text, t) or t.say("place not known")
        date_words = when(row.last, t, "table") if row.last.edtf else t.say("date not known")
        tip = "\n".join((place, when(row.last, t)))
        if len(date_words) > _LONG_DATE.get(t.lang, 20):  # a cut date lies, so the place gives way
            return Cell(date_words, wraps=True, keeps=True, tip=tip)
        named = place if len(place) <= _LONG_PLACE else place[:_LONG_PLACE] + "…"
        return Cell(named, date_words, keeps=True, tip=tip)

    def headline(self, row: CaseRow) -> Cell:
        """Headline, never cut: both lines are its own."""
        t = self._saying()
        return Cell(label("headline", row.headline, t.lang), wraps=True, keeps=True)

    def alive(self, row: CaseRow) -> Cell:
        """Mark of fate."""
        return self._answer(row, Answer.ALIVE, Facet.FATE, row.fate)

    def held(self, row: CaseRow) -> Cell:
        """Mark of custody."""
        return self._answer(row, Answer.HELD, Facet.CUSTODY, row.custody)

    def admitted(self, row: CaseRow) -> Cell:
        """Mark of acknowledgement."""
        return self._answer(row, Answer.ADMITTED, Facet.ACK, row.ack)

    def home(self, row: CaseRow) -> Cell:
        """Mark of return, or of remains once they are spoken of."""
        facet = Facet.REMAINS if row.home in _REMAINS else Facet.REPAT
        return self._answer(row, Answer.HOME, facet, row.home)

    def _answer(self, row: CaseRow, which: Answer, facet: Facet, value: str) -> Cell:
        t = self._saying()
        word = mark_word(facet, value, t, contested=facet.value in row.contested)
        full = label(facet.lower(), value, t.lang)
        tip = t.say("{question}: {answer}", question=column_head(which, t), answer=full)
        return Cell(second=word, mark=(facet.value, value), tip=tip)

    def life(self, row: CaseRow) -> Cell:
        """Day of the last sign of life and how long it is ago."""
        t = self._saying()
        if row.sign_of_life is None:
            return Cell(t.say("none known"))
        days = max(0, (self._today() - row.sign_of_life).days)
        ago = t.say_n("{n} day ago", "{n} days ago", days)
        first = day(row.sign_of_life, t, "table")
        if Chip.STALE.value in row.chips:
            return Cell(first, ago, icon="clock", role=Role.WARN, keeps=True)
        return Cell(first, ago, keeps=True)


def without_patronymic(name: str) -> str:
    """Leave family and given name, as a line of the register has room for; the rest is in the tip.

    Latin forms carry no patronymic of their own.
    """
    parts = name.split()
    return " ".join(parts[:2]) if len(parts) == 3 and not name.isascii() else name


def _is_a_name(row: CaseRow) -> bool:
    """A figure's label has no second script and figures in it; names never carry figures."""
    return not any(letter.isdigit() for letter in row.name)
