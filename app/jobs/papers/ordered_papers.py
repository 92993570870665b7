"""Writes the papers of an order to files: as drafts, or issued, each under its number's name."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from app.db.unit_of_work import Reader
from app.errors import PaperNotReleased
from app.jobs.papers.draft import ON_MANY, orders_of
from app.jobs.papers.issue import issue_order
from app.jobs.papers.many_drafts import NotDrafted, draft_orders
from app.jobs.papers.printed_portrait import note_portraits
from app.jobs.papers.report import keep
from app.queries.papers.release_facts import men_to_release
from app.reports.audience import paper_for
from app.reports.gates import gates_of_men
from app.shapes.court import CourtWarning
from app.shapes.papers import PaperOrder
from app.workspace import Workspace
from models.vocabulary.deeds import ReadKind


@dataclass(frozen=True, slots=True)
class OrderedFile:
    """A file that was written; `code` and `number` only where it was issued.

    `warnings` is what a person should know before it goes to a court about the man `about`.
    """

    path: Path
    sha256: str
    pages: int
    code: str | None = None
    number: str | None = None
    about: str = ""
    warnings: tuple[CourtWarning, ...] = ()


def write_drafts(workspace: Workspace, order: PaperOrder, out: Path) -> list[OrderedFile]:
    """Write the drafts of an order, each noted as a file that leaves the register.

    One paper is written to `out` if that names a PDF; else they go into the folder `out`, named by
    the number of their case. File names carry no personal data.

    Raises:
        NotAllowed; NotFound; CaseInBin; CaseMerged; PaperNotReleased; DiskFull; OSError.
    """
    written: list[OrderedFile] = []
    with closing(draft_orders(workspace, orders_of(order), ReadKind.EXPORTED)) as drafts:
        for drafted in drafts:
            if isinstance(drafted, NotDrafted):
                raise drafted.error
            path = _place(drafted.order, drafted.numbers, out)
            keep(path, drafted.pdf.content)
            note_portraits(workspace, drafted.pictured, ReadKind.EXPORTED)
            pdf = drafted.pdf
            about, warnings = drafted.numbers[0], drafted.warnings
            written.append(OrderedFile(path, pdf.sha256, pdf.pages, about=about, warnings=warnings))
    return written


def issue_papers(
    workspace: Workspace, order: PaperOrder, out: Path, approved_by: str = ""
) -> list[OrderedFile]:
    """Issue every paper of an order and write its copies, named as drafts are.

    What stands in the way of one man is said of all of them before the first paper leaves.

    Raises:
        As `issue_order`.
    """

    def numbers_of(reader: Reader) -> dict[UUID, str]:
        men = men_to_release(reader, order.case_ids)
        if gates := gates_of_men(paper_for(order.audience), men, order.basis):
            raise PaperNotReleased(gates=gates)
        return {man.case_id: man.number for man in men}

    numbers = workspace.read(numbers_of)
    written: list[OrderedFile] = []
    for one in orders_of(order):
        on_it = tuple(numbers[case_id] for case_id in one.case_ids)
        path = _place(one, on_it, out)
        for copy in issue_order(workspace, one, approved_by=approved_by, out=path):
            place = copy.path or path
            written.append(
                OrderedFile(
                    place, copy.sha256, copy.pages, copy.code, copy.number, on_it[0], copy.warnings
                )
            )
    return written


def _place(order: PaperOrder, numbers: tuple[str, ...], out: Path) -> Path:
    if out.suffix.lower() == ".pdf":
        return out
    reader = order.audience.value
    named = (
        f"{reader}_{order.lang}"
        if order.audience in ON_MANY
        else f"{numbers[0]}_{reader}_{order.lang}"
    )
    return out / f"{named}.pdf"
