"""Writes the book of many cases: one man after another, then what stands before and behind them."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from uuid import UUID

from app.errors import NotFound
from app.jobs.office_papers import paper_context
from app.jobs.printed_portrait import note_portraits, printed_portrait
from app.jobs.report_job import keep
from app.queries.case_report import case_report
from app.queries.chosen_cases import in_order_of_numbers
from app.reports.book import Book, BookEntry, asked_said, book_entry, book_title
from app.reports.context import PaperContext
from app.reports.document import Document
from app.reports.internal_file import internal_file
from app.reports.paper_words import PaperWords
from app.reports.pdf.book_setter import BookSetter
from app.reports.pdf.typeset import Typeset
from app.shapes.case_report import CaseReport
from app.shapes.progress import Cancelled, Progress, Report, never, silent
from app.vault.evidence import refuse_if_stopped
from app.workspace import Workspace
from models.vocabulary.deeds import ReadKind
from models.vocabulary.papers import PaperFormat


@dataclass(frozen=True, slots=True)
class BookOrder:
    """Whose papers a book holds, in which language, on which sheets.

    `question` is what chose the men, as it was typed; `whole` says that it was everybody. Neither
    where each was named.
    """

    case_ids: Sequence[UUID]
    lang: str
    question: str = ""
    whole: bool = False
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
    """Write the internal files of many men as one draft with contents and an index of names.

    No case is kept in memory longer than it takes to set it. Nothing is written before the last
    page is done, and nothing at all where somebody stops it. Each man's file leaves the register
    with it and is noted as such (R-45).

    Raises:
        NotAllowed; NotFound: also where nobody is named; Stopped; DiskFull; OSError.
    """
    ids = workspace.read(lambda reader: in_order_of_numbers(reader, order.case_ids))
    if not ids:
        raise NotFound("case", order.question)
    context = workspace.read(lambda reader: paper_context(reader, order.lang))
    binder = Binder(order, context)
    for done, case_id in enumerate(ids):
        refuse_if_stopped(cancelled)
        binder.add(_read(workspace, case_id))
        report(Progress(done + 1, len(ids), "book"))
    refuse_if_stopped(cancelled)
    bound = binder.bind()
    keep(out, bound.content)
    note_portraits(workspace, binder.numbers(ids), ReadKind.EXPORTED)
    return WrittenBook(
        path=out,
        cases=len(ids),
        pages=bound.pages,
        sha256=hashlib.sha256(bound.content).hexdigest(),
        missing_characters=tuple(f"U+{code:04X}" for code in bound.missing),
    )


def _read(workspace: Workspace, case_id: UUID) -> CaseReport:
    how = ReadKind.EXPORTED
    case = workspace.read(lambda reader: case_report(reader, case_id, how))
    return replace(case, photo=printed_portrait(workspace, case_id, how))


class Binder:
    """Puts the papers of men behind one another and binds them into a book."""

    def __init__(self, order: BookOrder, context: PaperContext) -> None:
        self._order = order
        self._context = context
        self._words = PaperWords(order.lang)
        self._entries: list[BookEntry] = []
        self._first: Document | None = None
        self._setter: BookSetter | None = None

    def add(self, case: CaseReport) -> None:
        """Set the paper of one man; raises FontMissing, FurnitureTooLong."""
        document = replace(
            internal_file(case, self._order.lang, self._context),
            paper=self._order.paper,
            duplex=self._order.duplex,
        )
        if self._setter is None:
            properties = replace(document.properties, title=book_title(self._words))
            self._first = replace(document, blocks=(), notes={}, properties=properties)
            self._setter = BookSetter(self._first)
        self._entries.append(book_entry(case, self._words, self._setter.pages + 1))
        self._setter.add(document, case.number)

    def numbers(self, ids: Sequence[UUID]) -> list[tuple[UUID, str]]:
        """Pair the cases with the numbers they were set under."""
        return [(one, entry.number) for one, entry in zip(ids, self._entries, strict=True)]

    def bind(self) -> Typeset:
        """Set what stands before and behind the men, number the pages, and return the file."""
        assert self._setter is not None  # noqa: S101  # there is a first man: asked by the caller
        assert self._first is not None  # noqa: S101  # as above
        setter = self._setter
        asked = asked_said(self._order.question, self._words, whole=self._order.whole)
        book = Book(self._first, self._context, asked, self._entries)
        before = setter.count([book.title_page(0), book.contents(0)])
        uneven = self._order.duplex and before % 2 == 1
        before += int(uneven)
        for number, index in enumerate(book.indexes(before)):
            setter.add(index, "" if number else book.index_title)
        pages = setter.add(book.title_page(setter.pages + before), book.title, first=1)
        pages += setter.add(book.contents(before), book.contents_title, first=pages + 1)
        if uneven:
            pages += setter.add(book.empty_page(), first=pages + 1)
        return setter.finish(pages)
