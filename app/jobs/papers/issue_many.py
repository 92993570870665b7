"""Papers on many men as one job, a paper a man: drafts into a folder, or issued one by one."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from app.errors import BadInput, DiskFull, HomewardError, ReadOnlyVault, StorageFailed
from app.jobs.papers.draft import draft_order
from app.jobs.papers.issue import IssuedPaper, ask, issue_order
from app.jobs.papers.many_drafts import NotDrafted, draft_orders
from app.jobs.papers.printed_portrait import note_portraits
from app.jobs.papers.report import keep
from app.shapes.papers import PaperOrder
from app.shapes.progress import Cancelled, Progress, Report, never, silent
from app.workspace import Workspace
from models.vocabulary.deeds import ReadKind

#: What stops the whole job: the next man would meet it too.
_FOR_ALL = (BadInput, DiskFull, ReadOnlyVault, StorageFailed)


@dataclass(frozen=True, slots=True)
class NotMade:
    """A man of whom there is no paper, and why not."""

    case_id: UUID
    error: HomewardError


@dataclass(frozen=True, slots=True)
class ManyPapers:
    """What came of papers on many men: issued, asked for or written, and those that were not."""

    done: int
    issued: tuple[IssuedPaper, ...] = ()
    not_made: tuple[NotMade, ...] = ()
    stopped: bool = False


def issue_many(
    workspace: Workspace,
    orders: Sequence[PaperOrder],
    *,
    report: Report = silent,
    cancelled: Cancelled = never,
) -> ManyPapers:
    """Issue papers one after another, or ask a second person where one is needed.

    Each paper stands for itself: a man whose paper may not leave does not hold up the next, and
    what was issued before the job was stopped stays issued.

    Raises:
        NotAllowed; BadInput: no recipient, purpose or basis; DiskFull, ReadOnlyVault.
    """
    done, issued, not_made = 0, list[IssuedPaper](), list[NotMade]()
    for at, order in enumerate(orders):
        if cancelled():
            return ManyPapers(done, tuple(issued), tuple(not_made), stopped=True)
        try:
            if draft_order(workspace, order).second is not None:
                ask(workspace, order)
            else:
                issued += issue_order(workspace, order)
            done += 1
        except _FOR_ALL:
            raise
        except HomewardError as error:
            not_made.append(NotMade(order.case_ids[0], error))
        report(Progress(at + 1, len(orders)))
    return ManyPapers(done, tuple(issued), tuple(not_made))


def save_drafts(
    workspace: Workspace,
    orders: Sequence[PaperOrder],
    folder: Path,
    *,
    report: Report = silent,
    cancelled: Cancelled = never,
) -> ManyPapers:
    """Save drafts into a folder, each named by the number of its case, never by a name.

    Raises:
        NotAllowed; DiskFull; OSError: the folder cannot be written. What was saved before stays.
    """
    done, not_made = 0, list[NotMade]()
    with closing(draft_orders(workspace, orders, ReadKind.EXPORTED, cancelled=cancelled)) as drafts:
        for at, drafted in enumerate(drafts, 1):
            if isinstance(drafted, NotDrafted):
                not_made.append(NotMade(drafted.order.case_ids[0], drafted.error))
            else:
                order = drafted.order
                name = f"{drafted.numbers[0]}_{order.audience.value}_{order.lang}.pdf"
                keep(folder / name, drafted.pdf.content)
                note_portraits(workspace, drafted.pictured, ReadKind.EXPORTED)
                done += 1
            report(Progress(at, len(orders)))
    return ManyPapers(done, (), tuple(not_made), stopped=done + len(not_made) < len(orders))
