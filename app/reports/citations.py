"""Numbers the sources of a paper: S1, S2 … by date said, E12 by exhibit number, notes for each."""

from __future__ import annotations

from collections.abc import Iterable

from app.reports.document import Mark, Note, literal
from app.reports.paper_words import PaperWords
from app.shapes.case_report import CaseReport, Cite, ExhibitNote, Statement

STATEMENTS_FIRST, EXHIBITS_AFTER = 0, 1


class Citations:
    """The marks of one paper and what they stand for."""

    def __init__(self, case: CaseReport, words: PaperWords) -> None:
        self._words = words
        self._statements: dict[str, str] = {}
        self._exhibits: dict[str, str] = {}
        self._said: dict[str, str] = {}
        self.notes: dict[str, Note] = {}
        for number, statement in enumerate(case.statements, start=1):
            mark = f"S{number}"
            self._statements[statement.key] = mark
            order = (STATEMENTS_FIRST, number)
            self._said[mark] = self._statement_text(statement)
            self.notes[mark] = Note(mark, literal(words.sentence(self._said[mark])), order)
        for exhibit in case.exhibits:
            mark = self._exhibit_mark(exhibit)
            self._exhibits[exhibit.key] = mark
            order = (EXHIBITS_AFTER, _last_number(exhibit.number))
            self._said[mark] = self._exhibit_text(exhibit)
            self.notes[mark] = Note(mark, literal(words.sentence(self._said[mark])), order)

    def marks(self, cites: Iterable[Cite]) -> tuple[Mark, ...]:
        """Return the marks of what is cited, once each, in the order given."""
        marks: dict[Mark, None] = {}
        for cite in cites:
            if cite.statement in self._statements:
                marks[Mark(self._statements[cite.statement], cite.grade)] = None
            if cite.exhibit in self._exhibits:
                marks[Mark(self._exhibits[cite.exhibit])] = None
        return tuple(marks)

    def who_and_when(self, mark: Mark) -> str:
        """Say who said it and when, as the note does but within a line."""
        return self._said[mark.key]

    def exhibit(self, key: str) -> str:
        """Return the mark of an exhibit, or nothing."""
        return self._exhibits.get(key, "")

    def _exhibit_mark(self, exhibit: ExhibitNote) -> str:
        """Shorten E-2020-00012 to E12; add the year where two years share the number."""
        mark = f"E{_last_number(exhibit.number)}"
        if mark in self._exhibits.values():
            mark = f"{mark}/{_year(exhibit.number)}"
            while mark in self._exhibits.values():
                mark += "′"
        return mark

    def _statement_text(self, statement: Statement) -> str:
        words = self._words
        who = statement.title.best(words.lang)
        if statement.confidential or not who:
            who = words.label("source_kind", statement.kind) if statement.kind else ""
        if statement.code:
            who = f"{who} {statement.code}".strip()
        said = words.date_in_note(statement.said_on)
        parts = [who or words.say("source not named"), statement.reference]
        if not words.names_day(who, statement.said_on):
            parts.append(said)
        return ", ".join(part for part in parts if part)

    def _exhibit_text(self, exhibit: ExhibitNote) -> str:
        words = self._words
        parts = [words.say("exhibit {number}", number=exhibit.number), exhibit.title]
        if exhibit.dated is not None:
            parts.append(words.date_in_note(exhibit.dated))
        return ", ".join(part for part in parts if part)


def _last_number(number: str) -> int:
    digits = number.rsplit("-", maxsplit=1)[-1]
    return int(digits) if digits.isdecimal() else 0


def _year(number: str) -> str:
    parts = number.split("-")
    return parts[1] if len(parts) > 2 else number  # E, year, number
