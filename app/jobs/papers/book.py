"""Writes the book of many cases: one paper after another, then what stands around them."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import batched
from pathlib import Path
from uuid import UUID

from app.db.sightings import Sighting
from app.db.unit_of_work import Reader
from app.errors import BadInput, NotFound
from app.jobs.papers.many_drafts import note_what_leaves
from app.jobs.papers.office_papers import paper_context
from app.jobs.papers.paper_facts import READ_AT_ONCE
from app.jobs.papers.printed_portrait import (
    KeptPortrait,
    grey_portrait,
    kept_portraits,
    note_portraits,
)
from app.jobs.papers.report import keep
from app.queries.cases.chosen import in_order_of_numbers
from app.queries.papers.report_reading import reports_read
from app.reports.audience import paper_for
from app.reports.book import Book, BookEntry, asked_said, book_entry, book_title
from app.reports.context import PaperContext
from app.reports.document import Document
from app.reports.paper_words import PaperWords
from app.reports.papers import make_document
from app.reports.pdf.book_setter import BookSetter
from app.reports.pdf.typeset import Typeset
from app.shapes.case_report import CaseReport
from app.shapes.progress import Cancelled, Progress, Report, never, silent
from app.vault.evidence import refuse_if_stopped
from app.workspace import Workspace
from models.vocabulary.deeds import ReadKind
from models.vocabulary.papers import Audience, PaperFormat, PaperSection

#: Readers whose papers can be bound. A letter is for one family, a notice hangs alone, and a list
#: is one paper on many men already.
BOUND = (Audience.INTERNAL, Audience.ICRC, Audience.COURT)


@dataclass(frozen=True, slots=True)
class BookOrder:
    """Whose papers a book holds, for which reader, in which language, on which sheets.

    `question` is what chose the men, as it was typed; `whole` says that it was everybody. Neither
    where each was named.
    """

    case_ids: Sequence[UUID]
    lang: str
    question: str = ""
    whole: bool = False
    audience: Audience = Audience.INTERNAL
    paper: PaperFormat = PaperFormat.A4
    duplex: bool = False


@dataclass(frozen=True, slots=True)
class WrittenBook:
    """A book that was written to a file."""

    path: Path
    cases: int
    pages: int
    sha256: str
    missing_characters: tuple[str, ...]


def write_book(
    workspace: Workspace,
    order: BookOrder,
    out: Path,
    *,
    report: Report = silent,
    cancelled: Cancelled = never,
) -> WrittenBook:
    """Write the papers of many men as one draft with contents and an index of names.

    What its reader may not see of a man is left out before a word of his paper is made. No case is
    kept in memory longer than it takes to set it. Nothing is written before the last page is done,
    and nothing at all where somebody stops it. Each man's paper leaves the register with the file
    and is noted as such just before (R-45).

    Raises:
        NotAllowed; NotFound: also where nobody is named; BadInput: no book is made for this
        reader; Stopped; DiskFull; OSError.
    """
    if order.audience not in BOUND:
        raise BadInput("audience", "paper_not_bound")
    ids = workspace.read(lambda reader: in_order_of_numbers(reader, order.case_ids))
    if not ids:
        raise NotFound("case", order.question)
    context = workspace.read(lambda reader: paper_context(reader, order.lang))
    binder, seen = Binder(order, context), set[Sighting]()
    for some in batched(ids, READ_AT_ONCE):
        refuse_if_stopped(cancelled)
        read = workspace.read(partial(_slice, case_ids=some, audience=order.audience))
        seen |= read.seen
        for case, portrait in zip(read.cases, read.portraits, strict=True):
            refuse_if_stopped(cancelled)
            binder.add(_pictured(workspace, case, portrait))
            report(Progress(binder.men, len(ids), "book"))
    refuse_if_stopped(cancelled)
    bound = binder.bind()
    note_what_leaves(workspace, seen)
    keep(out, bound.content)
    note_portraits(workspace, binder.pictured(ids), ReadKind.EXPORTED)
    return WrittenBook(
        path=out,
        cases=len(ids),
        pages=bound.pages,
        sha256=hashlib.sha256(bound.content).hexdigest(),
        missing_characters=tuple(f"U+{code:04X}" for code in bound.missing),
    )


@dataclass(frozen=True, slots=True)
class _Read:
    """Cases as they were read ahead, with what there is to note of them once they leave."""

    cases: Sequence[CaseReport]
    portraits: Sequence[KeptPortrait | None]
    seen: frozenset[Sighting]


def _slice(reader: Reader, case_ids: Sequence[UUID], audience: Audience) -> _Read:
    reports = reports_read(reader, case_ids)
    pictures = PaperSection.PHOTO in paper_for(audience).sections
    portraits = kept_portraits(reader, case_ids) if pictures else {}
    with reader.noted_later() as seen:
        for shown in (reports, portraits):
            for one in shown.values():
                reader.shows(ReadKind.EXPORTED, one.shown)
        return _Read(
            [reports[case_id].report for case_id in case_ids],
            [portraits.get(case_id) for case_id in case_ids],
            seen(),
        )


def _pictured(workspace: Workspace, case: CaseReport, portrait: KeptPortrait | None) -> CaseReport:
    return case if portrait is None else replace(case, photo=grey_portrait(workspace, portrait))


class Binder:
    """Puts the papers of men behind one another and binds them into a book."""

    def __init__(self, order: BookOrder, context: PaperContext) -> None:
        self._order = order
        self._context = context
        self._words = PaperWords(order.lang)
        self._entries: list[BookEntry] = []
        self._with_portrait: list[bool] = []
        self._first: Document | None = None
        self._setter: BookSetter | None = None

    def add(self, case: CaseReport) -> None:
        """Set the paper of one man; raises FontMissing, FurnitureTooLong."""
        order = self._order
        made = make_document(order.audience, [case], order.lang, self._context)
        document = replace(made.document, paper=order.paper, duplex=order.duplex)
        (released,) = made.released
        if self._setter is None:
            properties = replace(document.properties, title=book_title(self._words))
            self._first = replace(document, blocks=(), notes={}, properties=properties)
            self._setter = BookSetter(self._first)
        self._entries.append(book_entry(released, self._words, self._setter.pages + 1))
        self._with_portrait.append(released.photo is not None)
        self._setter.add(document, released.number)

    @property
    def men(self) -> int:
        """Return of how many men there are papers so far."""
        return len(self._entries)

    def pictured(self, ids: Sequence[UUID]) -> list[tuple[UUID, str]]:
        """Name the cases whose portraits are in the book, with the numbers they were set under."""
        men = zip(ids, self._entries, self._with_portrait, strict=True)
        return [(one, entry.number) for one, entry, shown in men if shown]

    def bind(self) -> Typeset:
        """Set what stands before and behind the men, number the pages, and return the file."""
        assert self._setter is not None  # noqa: S101  # there is a first man: asked by the caller
        assert self._first is not None  # noqa: S101  # as above
        setter = self._setter
        asked = asked_said(self._order.question, self._words, whole=self._order.whole)
        book = Book(self._first, self._context, asked, self._entries)
        before = 0
        while (counted := setter.count([book.title_page(0), book.contents(before)])) > before:
            before = counted  # the numbers of pages take room as well
        uneven = self._order.duplex and before % 2 == 1
        before += int(uneven)
        for number, index in enumerate(book.indexes(before)):
            setter.add(index, "" if number else book.index_title)
        pages = setter.add(book.title_page(setter.pages + before), book.title, first=1)
        pages += setter.add(book.contents(before), book.contents_title, first=pages + 1)
        if uneven:
            pages += setter.add(book.empty_page(), first=pages + 1)
        return setter.finish(pages)
