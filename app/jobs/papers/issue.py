"""Lets a paper leave as it was ordered: asked, approved, issued, printed once more.

The facts are read in one snapshot; the pages are made inside the transaction that gives each copy
its number and its code, so that no number stands without a paper and no paper without a number.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from uuid import UUID

from app.clock import OFFICE_ZONE
from app.errors import CaseChangedMeanwhile
from app.jobs.papers.leaving_files import LeavingFiles
from app.jobs.papers.paper_facts import (
    PaperFacts,
    data_hash,
    make_paper,
    pictured,
    read_facts,
    warnings_of,
)
from app.jobs.papers.printed_portrait import note_portraits
from app.queries.papers.kept_papers import order_in
from app.reports.audience import paper_for
from app.reports.context import Signer
from app.reports.digests import as_json, digests_of, new_salt
from app.reports.render import PdfFile, write_pdf
from app.reports.reprint_strip import reprint_strip
from app.sandbox.calls import mark_pdf
from app.services.papers.disclosures import (
    approve_paper,
    ask_approval,
    record_issue,
    record_reprint,
    refuse_paper,
    take_back_request,
)
from app.shapes.changes import Outcome
from app.shapes.court import CourtWarning
from app.shapes.papers import PaperOrder
from app.shapes.requests.disclosures import (
    ApprovePaper,
    Digests,
    IssuedCopy,
    MadePaper,
    MakePaper,
    RecordIssue,
    RecordReprint,
    RefusePaper,
    Stamp,
    TakeBackRequest,
)
from app.workspace import Workspace
from models.vocabulary.deeds import ReadKind


@dataclass(frozen=True, slots=True)
class IssuedPaper:
    """A copy that was issued; `path` where its file was written, if it was."""

    id: UUID
    number: str
    code: str
    sha256: str
    pages: int
    copy: int
    path: Path | None = None
    warnings: tuple[CourtWarning, ...] = ()


# --- a second person


def ask(workspace: Workspace, order: PaperOrder) -> UUID:
    """Ask a second person to let a paper leave; answers the request."""
    return workspace.write(lambda uow: ask_approval(uow, order)).value


def approve(
    workspace: Workspace, request_id: UUID, version: int, out: Path | None = None
) -> tuple[IssuedPaper, ...]:
    """Approve what a colleague asked for: with that it is issued, with the facts of today.

    Raises:
        As `issue_order`.
    """
    order = workspace.read(lambda reader: order_in(reader, request_id))

    def write(facts: PaperFacts, told: Digests, make: MakePaper) -> Outcome[tuple[IssuedCopy, ...]]:
        request = ApprovePaper(request_id, version, facts.state, told, handed_out=out is not None)
        return workspace.write(lambda uow: approve_paper(uow, request, make))

    return _issue(workspace, order, out, write)


def refuse(workspace: Workspace, request_id: UUID, version: int, reason: str) -> None:
    """Refuse what a colleague asked for, and say why."""
    request = RefusePaper(request_id, version, reason)
    workspace.write(lambda uow: refuse_paper(uow, request))


def take_back(workspace: Workspace, request_id: UUID, version: int) -> None:
    """Take back one's own request before anybody decided."""
    request = TakeBackRequest(request_id, version)
    workspace.write(lambda uow: take_back_request(uow, request))


# --- issue


def issue_order(
    workspace: Workspace,
    order: PaperOrder,
    *,
    approved_by: str = "",
    out: Path | None = None,
    facts: PaperFacts | None = None,
) -> tuple[IssuedPaper, ...]:
    """Issue one paper in all its copies, and write them to `out` if it is given.

    One copy is written to `out` itself, several beside it as `…-2`, `…-3`. Without `out` the
    copies wait in the register to be handed out. `facts` is what was read for it already, and
    noted; they are read anew where somebody has written in a file since.

    Raises:
        NotAllowed; NotFound; BadInput: no recipient, purpose or basis; PaperNotReleased: gates
        are shut; CaseChangedMeanwhile; DiskFull; OSError: the folder cannot be written. Nothing is
        issued then, and nothing written.
    """

    def write(facts: PaperFacts, told: Digests, make: MakePaper) -> Outcome[tuple[IssuedCopy, ...]]:
        request = RecordIssue(order, facts.state, told, approved_by, handed_out=out is not None)
        return workspace.write(lambda uow: record_issue(uow, request, make))

    return _issue(workspace, order, out, write, facts)


def reprint(
    workspace: Workspace, disclosure_id: UUID, reason: str, out: Path | None = None
) -> IssuedPaper:
    """Print an issued copy once more: the pages as they were kept, marked as a reprint.

    Raises:
        NotAllowed; NotFound; BadInput: no reason, or it was not issued; PaperNotReleased;
        DiskFull; OSError.
    """
    order = workspace.read(lambda reader: order_in(reader, disclosure_id))
    with LeavingFiles() as files:

        def mark(kept: bytes, stamp: Stamp) -> MadePaper:
            page = paper_for(order.audience).format
            strip = reprint_strip(order.lang, stamp, page, order.paper_format)
            subject = f"{stamp.number} · {stamp.reprint_of}"
            content, pages = mark_pdf(kept, strip, subject)
            if out is not None:
                files.write(out, content)
            return MadePaper(content, hashlib.sha256(content).hexdigest(), pages)

        request = RecordReprint(disclosure_id, reason)
        copy = workspace.write(lambda uow: record_reprint(uow, request, mark)).value
        files.release()
    return _issued(copy, out)


# --- inside


type _Write = Callable[[PaperFacts, Digests, MakePaper], Outcome[tuple[IssuedCopy, ...]]]


def _issue(
    workspace: Workspace,
    order: PaperOrder,
    out: Path | None,
    write: _Write,
    read: PaperFacts | None = None,
) -> tuple[IssuedPaper, ...]:
    how = ReadKind.PRINTED if out is None else ReadKind.EXPORTED
    facts = read or read_facts(workspace, order, how)
    try:
        return _issue_as_read(workspace, order, out, write, facts)
    except CaseChangedMeanwhile as error:
        if error.data["kind"] != "cases":
            raise
    # Somebody saved in the moment between reading and issuing: what holds now is issued.
    return _issue_as_read(workspace, order, out, write, read_facts(workspace, order, how))


def _issue_as_read(
    workspace: Workspace, order: PaperOrder, out: Path | None, write: _Write, facts: PaperFacts
) -> tuple[IssuedPaper, ...]:
    released = make_paper(order, facts, facts.context).released
    salts = [(man.case_id, new_salt()) for man in facts.men]
    told = {
        case_id: (salt, as_json(digests_of(case, salt)))
        for (case_id, salt), case in zip(salts, released, strict=True)
    }
    with LeavingFiles() as files:

        def make(stamp: Stamp) -> MadePaper:
            pdf = _stamped(order, facts, stamp)
            if out is not None:
                files.write(_place(out, stamp), pdf.content)
            return MadePaper(pdf.content, pdf.sha256, pdf.pages, data_hash(order, facts, released))

        copies = write(facts, told, make).value
        files.release()
    shown = [(case_id, copies[0].number) for case_id, _ in pictured(facts, released)]
    note_portraits(workspace, shown)
    warnings = warnings_of(order, facts, released, copies[0].pages)
    places = (None if out is None else _place(out, copy) for copy in copies)
    return tuple(
        replace(_issued(copy, place), warnings=warnings)
        for copy, place in zip(copies, places, strict=True)
    )


def _stamped(order: PaperOrder, facts: PaperFacts, stamp: Stamp) -> PdfFile:
    """Make the pages of one copy; the head of the history goes with the file, not on the page."""
    context = replace(
        facts.context,
        printed_at=stamp.issued_at.astimezone(OFFICE_ZONE),
        code=stamp.code,
        disclosure=stamp.number,
        copy=stamp.copy,
        copies=stamp.copies,
        approved_by=Signer(stamp.approved_by, ""),
        checked_by=Signer(stamp.approved_by, ""),
        supersedes=stamp.supersedes,
    )
    document = make_paper(order, facts, context).document
    head = facts.state.head
    chain = "" if head is None else f" · history {head.seq} {head.hash[:16]}"
    properties = replace(document.properties, subject=f"{stamp.number}{chain}")
    return write_pdf(replace(document, properties=properties))


def _place(out: Path, copy: Stamp | IssuedCopy) -> Path:
    return out if copy.copy == 1 else out.with_name(f"{out.stem}-{copy.copy}{out.suffix}")


def _issued(copy: IssuedCopy, path: Path | None) -> IssuedPaper:
    return IssuedPaper(copy.id, copy.number, copy.code, copy.sha256, copy.pages, copy.copy, path)
