"""Papers on many men as one job, a paper a man: drafts into a folder, or issued one by one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from uuid import UUID

from app.errors import BadInput, DiskFull, HomewardError, ReadOnlyVault, StorageFailed
from app.jobs.papers.draft import refuse_locked
from app.jobs.papers.issue import IssuedPaper, ask, issue_order
from app.jobs.papers.many_drafts import (
    NotDrafted,
    PaperRead,
    draft_orders,
    note_what_leaves,
    read_slice,
)
from app.jobs.papers.paper_facts import READ_AT_ONCE, with_portraits
from app.jobs.papers.printed_portrait import note_portraits
from app.jobs.papers.report import keep
from app.reports.audience import paper_for
from app.reports.gates import why_second
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
    for some in _of_different_men(orders):
        read = workspace.read(partial(read_slice, orders=some, how=ReadKind.PRINTED))
        for order, one in zip(some, read, strict=True):
            if cancelled():
                return ManyPapers(done, tuple(issued), tuple(not_made), stopped=True)
            try:
                issued += _leaves(workspace, order, one)
                done += 1
            except _FOR_ALL:
                raise
            except HomewardError as error:
                not_made.append(NotMade(order.case_ids[0], error))
            report(Progress(done + len(not_made), len(orders)))
    return ManyPapers(done, tuple(issued), tuple(not_made))


def _of_different_men(orders: Sequence[PaperOrder]) -> Iterator[list[PaperOrder]]:
    """Part orders into slices that are read together.

    The next paper on a man says of the one before it that it left: it is read after that.
    """
    some, men = list[PaperOrder](), set[UUID]()
    for order in orders:
        if len(some) == READ_AT_ONCE or not men.isdisjoint(order.case_ids):
            yield some
            some, men = [], set()
        some.append(order)
        men.update(order.case_ids)
    if some:
        yield some


def _leaves(
    workspace: Workspace, order: PaperOrder, read: PaperRead | HomewardError
) -> tuple[IssuedPaper, ...]:
    """Issue a paper, or ask a second person: then nothing is issued yet."""
    if isinstance(read, HomewardError):
        raise read
    note_what_leaves(workspace, read.seen)
    facts = with_portraits(workspace, read.facts)
    refuse_locked(order, facts)
    if why_second(paper_for(order.audience), facts.men) is not None:
        ask(workspace, order)
        return ()
    return issue_order(workspace, order, facts=facts)


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
