"""Prints case files: read, shape, write, one case after another, with progress and cancel."""

from __future__ import annotations

import errno
import os
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from uuid import UUID

from app.db.unit_of_work import Reader
from app.errors import DiskFull
from app.jobs.papers.draft import orders_of
from app.jobs.papers.many_drafts import NotDrafted, draft_orders
from app.jobs.papers.office_papers import paper_context
from app.jobs.papers.printed_portrait import note_portraits, printed_portrait
from app.queries.papers.report_reading import case_report, papers_leave
from app.reports.context import PaperContext
from app.reports.papers import make_document
from app.reports.render import PdfFile, write_pdf
from app.shapes.case_report import CaseReport
from app.shapes.papers import PaperOrder
from app.shapes.progress import Cancelled, Progress, Report, never, silent
from app.vault.files import free_space
from app.workspace import Workspace
from models.vocabulary.deeds import ReadKind
from models.vocabulary.papers import Audience


@dataclass(frozen=True, slots=True)
class DraftedPaper:
    """A paper in memory, with its case and the number of that."""

    case_id: UUID
    number: str
    pdf: PdfFile


@dataclass(frozen=True, slots=True)
class WrittenPaper:
    """A paper that was written to a file."""

    path: Path
    number: str
    sha256: str
    pages: int
    missing_characters: tuple[str, ...]


def draft_paper(
    workspace: Workspace, case_id: UUID, *, lang: str, how: ReadKind = ReadKind.PRINTED
) -> DraftedPaper:
    """Print the internal file of one case as a draft, in memory.

    `how` goes into the log of readings: it is to be looked at, if not told.

    Raises:
        NotAllowed; NotFound.
    """
    case, context = workspace.read(lambda reader: _read(reader, case_id, lang, how))
    case = replace(case, photo=printed_portrait(workspace, case_id, how))
    made = make_document(Audience.INTERNAL, [case], lang, context)
    return DraftedPaper(case_id, case.number, write_pdf(made.document))


def draft_papers(
    workspace: Workspace,
    case_ids: Sequence[UUID],
    *,
    lang: str,
    out: Path,
    report: Report = silent,
    cancelled: Cancelled = never,
) -> list[WrittenPaper]:
    """Print the internal files of cases as drafts.

    One case is written to `out` itself; several into the folder `out`, each named by its number.
    File names carry no personal data. Cancelling leaves the papers finished so far. Each is a
    file that leaves the register, and is noted as such before it is written (R-45).

    Raises:
        NotAllowed; NotFound; DiskFull.
    """
    alone = len(case_ids) == 1 and out.suffix.lower() == ".pdf"
    orders = orders_of(PaperOrder(Audience.INTERNAL, lang, tuple(case_ids)))
    written: list[WrittenPaper] = []
    with closing(draft_orders(workspace, orders, ReadKind.EXPORTED, cancelled=cancelled)) as drafts:
        for drafted in drafts:
            if isinstance(drafted, NotDrafted):
                raise drafted.error
            number, paper = drafted.numbers[0], drafted.pdf
            path = out if alone else out / f"{number}_internal_{lang}.pdf"
            keep(path, paper.content)
            note_portraits(workspace, drafted.pictured, ReadKind.EXPORTED)
            written.append(
                WrittenPaper(path, number, paper.sha256, paper.pages, paper.missing_characters)
            )
            report(Progress(len(written), len(orders), number))
    return written


def note_leaving(workspace: Workspace, paper: DraftedPaper, how: ReadKind) -> None:
    """Note, before a drafted paper is written to a file or sent to a printer, that it leaves.

    Raises:
        NotAllowed.
    """
    workspace.read(lambda reader: papers_leave(reader, [paper.case_id], how))
    note_portraits(workspace, [(paper.case_id, paper.number)], how)


def _read(
    reader: Reader, case_id: UUID, lang: str, how: ReadKind
) -> tuple[CaseReport, PaperContext]:
    return case_report(reader, case_id, how), paper_context(reader, lang)


def keep(path: Path, content: bytes) -> None:
    """Write a paper whole or not at all, readable by this user only.

    Raises:
        DiskFull; OSError: the folder cannot be written.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{path.name}.part")
    try:
        with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except OSError as error:
        part.unlink(missing_ok=True)
        if error.errno in _NO_ROOM:
            raise DiskFull(path, free_space(path), len(content)) from error
        raise OSError(error.errno, error.strerror, str(path)) from error


_NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
