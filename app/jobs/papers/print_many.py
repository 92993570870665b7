"""Prints the drafts of many men as one job: each is set, noted and sent before the next is read."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from contextlib import closing

from app.jobs.papers.draft import DraftedOrder
from app.jobs.papers.issue_many import ManyPapers, NotMade
from app.jobs.papers.many_drafts import NotDrafted, draft_orders
from app.jobs.papers.printed_portrait import note_portraits
from app.shapes.papers import PaperOrder
from app.shapes.printing import PaperToPrint, SendPapers
from app.shapes.progress import Cancelled, Report, never, silent
from app.workspace import Workspace
from models.vocabulary.deeds import ReadKind


def print_drafts(
    workspace: Workspace,
    orders: Sequence[PaperOrder],
    send: SendPapers,
    *,
    report: Report = silent,
    cancelled: Cancelled = never,
) -> ManyPapers:
    """Print the draft of each order; a man whose paper cannot be made does not hold up the next.

    Each is noted as printed when the printer has taken it, before it prints (R-45). Where
    somebody stops it, what waits in the queue is called back.

    Raises:
        PrinterRefused: the printer is off, stopped or gone: nothing is read then; or it took no
            more, and what lay in its queue was called back. TypesetterEnded; StorageFailed.
    """
    not_made: list[NotMade] = []

    def papers() -> Generator[PaperToPrint]:
        with closing(
            draft_orders(workspace, orders, ReadKind.PRINTED, cancelled=cancelled)
        ) as drafts:
            for drafted in drafts:
                if isinstance(drafted, NotDrafted):
                    not_made.append(NotMade(drafted.order.case_ids[0], drafted.error))
                else:
                    yield _to_print(workspace, drafted)

    with closing(papers()) as made:
        done = send(made, len(orders), report, cancelled)
    return ManyPapers(done.papers, (), tuple(not_made), stopped=done.stopped)


def _to_print(workspace: Workspace, drafted: DraftedOrder) -> PaperToPrint:
    return PaperToPrint(
        shown=drafted.numbers[0],
        make=lambda: drafted.pdf.content,
        leaves=lambda: note_portraits(workspace, drafted.pictured, ReadKind.PRINTED),
        landscape=drafted.pdf.landscape,
        paper=drafted.order.paper_format,
    )
