"""Ties facts to what sources say of them: one mark a statement, differing values side by side."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from uuid import UUID

from app.shapes.case_file import AssertionView, CaseFile, CitationView
from app.shapes.case_report import Account, Cite, Disagreement, Known, Statement, Wording
from models.vocabulary.partial_date import NotADate, PartialDate


class StatementBook:
    """Gives each source speaking on one day one key, whatever it speaks of."""

    def __init__(self) -> None:
        self._by_key: dict[str, Statement] = {}

    def cite(self, said: AssertionView | CitationView) -> Cite:
        """Give the mark of a statement, entering it in the book."""
        source = said.source
        key = f"{source.id}|{said.said.edtf or said.said.text}|{said.locator}"
        if key not in self._by_key:
            titles = Wording(en=source.title, hy=source.title_hy, ru=source.title_ru)
            self._by_key[key] = Statement(
                key=key,
                said_on=said.said,
                kind=source.kind.value,
                title=Wording() if source.confidential else titles,
                code=source.code if source.confidential else "",
                reference=said.locator,
                confidential=source.confidential,
            )
        return Cite(statement=key, grade=said.grade)

    def cites(self, said: Sequence[AssertionView]) -> tuple[Cite, ...]:
        """Give the marks of all that was said and not withdrawn."""
        return tuple(self.cite(a) for a in said if a.withdrawn_at is None)

    def statements(self) -> tuple[Statement, ...]:
        """Give all statements entered, by date said."""
        return tuple(sorted(self._by_key.values(), key=lambda s: (s.said_on.sort_key, s.key)))


class CitedFacts:
    """Looks up what is cited for a field of a record of one case."""

    def __init__(self, file: CaseFile, book: StatementBook) -> None:
        self._book = book
        self._of: dict[tuple[UUID, str], list[CitationView]] = defaultdict(list)
        for citation in file.citations:
            if citation.withdrawn_at is None:
                self._of[citation.subject_id, citation.field].append(citation)

    def cites(self, subject: UUID, field: str) -> tuple[Cite, ...]:
        """Give the marks of the sources that agree with the accepted value."""
        return tuple(self._book.cite(c) for c in self._of[subject, field] if not c.states)

    def known[T](
        self, subject: UUID, field: str, value: T | None, read: Callable[[str], T]
    ) -> Known[T]:
        """Give a fact with its marks, and what other sources state beside it."""
        return Known(
            value=value,
            cites=self.cites(subject, field),
            also_said=tuple(
                Known(value=read(c.states), cites=(self._book.cite(c),))
                for c in self._of[subject, field]
                if c.states
            ),
        )

    def text(self, subject: UUID, field: str, value: str) -> Known[str]:
        """Give a fact of words; empty means not recorded."""
        return self.known(subject, field, value or None, lambda said: said)

    def date(self, subject: UUID, field: str, value: PartialDate) -> Known[PartialDate]:
        """Give a date; nothing known and nothing said means not recorded."""
        recorded = value if value.edtf is not None or value.text else None
        return self.known(subject, field, recorded, _date_said)

    def differing(self) -> Iterator[Disagreement]:
        """Give the facts of which sources state other values than the accepted one."""
        for (_, field), citations in self._of.items():
            others = [c for c in citations if c.states]
            if others and field != "name":
                yield Disagreement(
                    about=field,
                    accounts=tuple(
                        Account(
                            cite=self._book.cite(c),
                            value=c.states,
                            verbatim=c.words,
                        )
                        for c in sorted(others, key=lambda c: (c.said.sort_key, c.id))
                    ),
                )


def _date_said(said: str) -> PartialDate:
    try:
        return PartialDate.parse_edtf(said, dob=True)
    except NotADate:
        return PartialDate.unknown(said)
