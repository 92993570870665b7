"""What proves a fact before a court: exhibits by their number in the index, statements by mark."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import override

from app.reports.citations import Citations
from app.reports.document import Mark
from app.reports.paper_words import NBSP, PaperWords
from app.shapes.case_report import CaseReport, Cite, ExhibitNote


@dataclass(frozen=True, slots=True)
class Proof:
    """The words that cite what proves a fact, and the statements whose notes the page needs."""

    words: str
    marks: tuple[Mark, ...]
    exhibits: int


class CourtCitations(Citations):
    """Numbers exhibits 1, 2, 3 … in the order in which the facts call for them."""

    def __init__(self, case: CaseReport, words: PaperWords) -> None:
        super().__init__(case, words)
        self.index = _in_order(case)
        self._numbers = {exhibit.key: n for n, exhibit in enumerate(self.index, start=1)}
        statements = {self._statements[key] for key in self._statements}
        self.notes = {key: note for key, note in self.notes.items() if key in statements}

    def number(self, key: str) -> int:
        """Return the number of an exhibit in the index."""
        return self._numbers[key]

    @override
    def marks(self, cites: Iterable[Cite]) -> tuple[Mark, ...]:
        """Return the marks of statements; exhibits are cited in words here."""
        return super().marks(replace(cite, exhibit="") for cite in cites)

    def proof(self, cites: Iterable[Cite]) -> Proof:
        """Cite exhibits and statements in their order: "exhibits 1 and 3; S2", or with no words."""
        cites = tuple(cites)
        numbers = sorted({self._numbers[c.exhibit] for c in cites if c.exhibit in self._numbers})
        said = {self._statements[c.statement] for c in cites if c.statement in self._statements}
        marks = tuple(Mark(key) for key in sorted(said, key=lambda key: self.notes[key].order))
        parts = [self.exhibits_named(numbers)] if numbers else []
        parts += [", ".join(mark.key for mark in marks)] if marks else []
        return Proof("; ".join(parts), marks, len(numbers))

    def exhibits_named(self, numbers: list[int]) -> str:
        """Name exhibits by their numbers, with "and" before the last."""
        words = self._words
        *first, last = map(str, numbers)
        listed = last
        if first:
            listed = words.say("{some} and {last}", some=", ".join(first), last=last)
        named = words.say_n("exhibit {numbers}", "exhibits {numbers}", len(numbers), numbers=listed)
        return named.replace(" ", NBSP) if len(numbers) < MANY else named


MANY = 4  # numbers in a row that may be parted at the end of a line


def _in_order(case: CaseReport) -> tuple[ExhibitNote, ...]:
    """Put exhibits in the order in which events call for them, what nothing cites last."""
    known = {exhibit.key: exhibit for exhibit in case.exhibits}
    called = [
        cite.exhibit
        for event in case.events
        if not event.withdrawn
        for cite in event.cites
        if cite.exhibit in known
    ]
    return tuple(known[key] for key in dict.fromkeys((*called, *known)))
