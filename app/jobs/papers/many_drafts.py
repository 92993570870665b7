"""Drafts of many papers in their order: facts read here, in slices, pages set on every core."""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Generator, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import batched

from app.db.sightings import Sighting
from app.db.unit_of_work import Reader
from app.errors import HomewardError, NotAllowed, Stopped, StorageFailed, TypesetterEnded
from app.jobs.papers.draft import DraftedOrder, UnsetDraft, word_draft
from app.jobs.papers.paper_facts import (
    READ_AT_ONCE,
    PaperFacts,
    ReadAhead,
    facts_in,
    read_ahead,
    with_portraits,
)
from app.reports.compositors import Compositors, Setting, processes_for
from app.shapes.papers import PaperOrder
from app.shapes.progress import Cancelled, never
from app.workspace import Workspace
from models.vocabulary.deeds import ReadKind
from models.vocabulary.roles import Action

_BEING_SET = 8  # papers that are being set; more would only fill the memory

#: What stops the whole job: the next paper would meet it too.
_FOR_ALL = (StorageFailed, TypesetterEnded)


@dataclass(frozen=True, slots=True)
class NotDrafted:
    """A paper that cannot be drafted, and why."""

    order: PaperOrder
    error: HomewardError


@dataclass(frozen=True, slots=True)
class PaperRead:
    """What was read for a paper, and what there is to note of it once it leaves."""

    facts: PaperFacts
    seen: frozenset[Sighting]


type _Begun = tuple[UnsetDraft, frozenset[Sighting], Setting]


def draft_orders(
    workspace: Workspace,
    orders: Sequence[PaperOrder],
    how: ReadKind,
    *,
    cancelled: Cancelled = never,
) -> Generator[DraftedOrder | NotDrafted]:
    """Draft papers one after another; what one of them meets does not hold up the next.

    A draft is noted in the log of readings the moment before it is given (R-45), never because it
    was read ahead. Ends early where somebody stops it; close it to end it sooner.

    Raises:
        TypesetterEnded; StorageFailed and what else the register says.
    """
    with Compositors(processes_for(len(orders))) as compositors:
        begun: deque[_Begun | NotDrafted] = deque()
        for some in batched(orders, READ_AT_ONCE):
            read = workspace.read(partial(read_slice, orders=some, how=how))
            for order, one in zip(some, read, strict=True):
                if cancelled():
                    return
                begun.append(_begin(workspace, compositors, order, one))
                while begun and (len(begun) > _BEING_SET or _over(begun[0])):
                    yield from _finish(workspace, begun.popleft(), cancelled)
        while begun and not cancelled():
            yield from _finish(workspace, begun.popleft(), cancelled)


def read_slice(
    reader: Reader, orders: Sequence[PaperOrder], how: ReadKind
) -> list[PaperRead | HomewardError]:
    """Read what some papers are made of, together; what one of them meets is told of it alone."""
    read: list[PaperRead | HomewardError] = []
    ahead = _ahead(reader, orders)
    for order in orders:
        with reader.noted_later() as seen:
            try:
                read.append(PaperRead(facts_in(reader, order, how, ahead), seen()))
            except HomewardError as error:
                read.append(error)
    return read


def _ahead(reader: Reader, orders: Sequence[PaperOrder]) -> ReadAhead | None:
    """Read all men of a slice at once.

    Nobody where one of them is not for the reader: then each paper is read by itself, and says so.
    """
    try:
        return read_ahead(reader, orders)
    except HomewardError:
        return None


def _begin(
    workspace: Workspace,
    compositors: Compositors,
    order: PaperOrder,
    read: PaperRead | HomewardError,
) -> _Begun | NotDrafted:
    if isinstance(read, HomewardError):
        return NotDrafted(order, read)
    try:
        draft = word_draft(order, with_portraits(workspace, read.facts))
        return draft, read.seen, compositors.set(draft.made.document)
    except _FOR_ALL:
        raise
    except HomewardError as error:
        return NotDrafted(order, error)


def _over(one: _Begun | NotDrafted) -> bool:
    return isinstance(one, NotDrafted) or one[2].over


def _finish(
    workspace: Workspace, one: _Begun | NotDrafted, cancelled: Cancelled
) -> Iterator[DraftedOrder | NotDrafted]:
    """Give a draft when its pages are set; nothing where somebody stopped it."""
    if isinstance(one, NotDrafted):
        yield one
        return
    draft, seen, setting = one
    try:
        pdf = setting.pdf(cancelled)
    except _FOR_ALL:
        raise
    except Stopped:
        return
    except HomewardError as error:
        yield NotDrafted(draft.order, error)
        return
    try:
        note_what_leaves(workspace, seen)
    except NotAllowed as error:
        yield NotDrafted(draft.order, error)
        return
    yield draft.drafted(pdf)


def note_what_leaves(workspace: Workspace, seen: Collection[Sighting]) -> None:
    """Tell the log of readings of what was read ahead and leaves now.

    Raises:
        NotAllowed: nothing can be logged here, and then nobody is shown a limited case.
    """
    if seen and workspace.readings.refused:
        raise NotAllowed(Action.READ_SENSITIVE, tuple(sorted(workspace.actor.roles)))
    workspace.readings.note(seen)
