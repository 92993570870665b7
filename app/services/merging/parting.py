"""Use case: two files that were joined are two men after all; each gets back what was his."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import select

from app.db.dialect import hold_alone
from app.db.unit_of_work import UnitOfWork
from app.errors import BadInput, CaseChangedMeanwhile, MergeBuiltOn, PartOtherFirst
from app.queries.merging.parting import KINDS, Moved, SplitPlan, split_plan
from app.services.finding.register_line import refresh
from app.services.merging.not_same import remember_two_men
from app.services.merging.plain_rows import write_plain
from app.services.merging.rows import lead_import_rows, to_carry
from app.services.typed_text import reason
from app.shapes.changes import Changes, Outcome
from app.shapes.history import FieldState, Plain, ThingChange
from app.shapes.requests.merging import SplitCases
from models.cases import Case
from models.events import Assertion, Citation, Event
from models.exhibits import ExhibitLink
from models.merges import Merge, NotSame
from models.people import Person
from models.vocabulary.event_codes import EventCode
from models.vocabulary.roles import Action


def split_cases(uow: UnitOfWork, request: SplitCases) -> Outcome[None]:
    """Part two files again, also when more was entered since.

    What came from the absorbed file goes back, with what was since said of it. What was added
    otherwise stays with the survivor, and so do fields that were changed since: nobody but a
    person can say whose they are (`split_preview` tells which).

    Raises:
        NotAllowed; NotFound; BadInput: no reason, or they were parted already; PartOtherFirst;
        CaseInBin; CaseChangedMeanwhile.
    """
    uow.doing(Action.MERGE_CASES, named="split_cases")
    why = reason(request.reason)
    uow.because(why)
    merge = uow.get(Merge, request.merge_id, request.version)
    if merge.split_at is not None:
        raise BadInput("case", "parted_already")
    both = sorted((merge.survivor_id, merge.absorbed_id))
    for kind in (Person, Case):
        hold_alone(uow.session, select(kind.id).where(kind.id.in_(both)).order_by(kind.id))
    refuse_in_the_middle(uow, merge)
    plan = split_plan(uow.session, merge)
    _take_back(uow, merge, plan)
    lead_import_rows(uow, plan.moved.lists, merge.absorbed_id)
    _close_the_note(uow, merge.absorbed_id, why)
    merge.split_at = uow.clock.now()
    if request.remember:
        remember_two_men(uow, merge.survivor_id, merge.absorbed_id, why)
    uow.session.flush()
    uow.session.expire_all()
    refresh(uow, both)
    return Outcome(None, Changes.of("cases", *both))


def refuse_in_the_middle(uow: UnitOfWork, merge: Merge) -> None:
    """Refuse to part from a file that was itself taken in since.

    Raises:
        PartOtherFirst.
    """
    survivor = uow.get(Case, merge.survivor_id)
    if survivor.merged_into_id is not None:
        into = uow.get(Case, survivor.merged_into_id)
        raise PartOtherFirst(survivor.number, into.number)


def _take_back(uow: UnitOfWork, merge: Merge, plan: SplitPlan) -> None:
    for (table, row_id), values in plan.back.items():
        write_plain(uow.session.get_one(KINDS[table], row_id), values)
    for table, row_id in plan.along:
        row = uow.session.get_one(KINDS[table], row_id)
        if isinstance(row, Event | Assertion | Citation | ExhibitLink):
            row.case_id = merge.absorbed_id
    for decision in uow.session.scalars(select(NotSame).where(NotSame.id.in_(plan.moved.decided))):
        uow.session.delete(decision)


def _close_the_note(uow: UnitOfWork, absorbed_id: UUID, why: str) -> None:
    """Withdraw the note that the file was taken in: it counts no longer, and stays legible."""
    for note in uow.session.scalars(
        select(Event).where(
            Event.case_id == absorbed_id,
            Event.code == EventCode.A111,
            Event.withdrawn_at.is_(None),
        )
    ):
        note.withdrawn_at = uow.clock.now()
        note.withdrawn_reason = why


# --- a merge, or a parting, that is taken back


def refuse_if_built_on(uow: UnitOfWork, things: tuple[ThingChange, ...]) -> None:
    """Refuse to undo a merge after which more was entered: that is parted, not undone.

    Raises:
        MergeBuiltOn; PartOtherFirst.
    """
    for thing in things:
        if thing.table != Merge.__tablename__ or thing.state is not FieldState.NEW:
            continue
        merge = uow.session.get(Merge, thing.id)
        if merge is None or merge.split_at is not None:
            raise CaseChangedMeanwhile(thing.table, thing.id)
        refuse_in_the_middle(uow, merge)
        plan = split_plan(uow.session, merge)
        if plan.stays or plan.along or plan.fields_stay:
            raise MergeBuiltOn(uow.get(Case, merge.survivor_id).number)


def follow_up(uow: UnitOfWork, things: tuple[ThingChange, ...]) -> None:
    """Let rows of lists follow a merge, or a parting, that was taken back.

    Raises:
        CaseChangedMeanwhile: more was entered since in the file that would be taken in again.
    """
    for thing in things:
        if thing.table != Merge.__tablename__:
            continue
        merge = uow.session.get(Merge, thing.id)
        if merge is not None:
            joined = merge.split_at is None
            moved, both = merge.moved, (merge.survivor_id, merge.absorbed_id)
        else:
            joined = False
            moved = str(_told(thing, "moved"))
            both = (UUID(str(_told(thing, "survivor_id"))), UUID(str(_told(thing, "absorbed_id"))))
        survivor_id, absorbed_id = both
        lists = Moved.read(moved).lists
        lead_import_rows(uow, lists, survivor_id if joined else absorbed_id)
        if joined and next(to_carry(uow, survivor_id, absorbed_id), None) is not None:
            raise CaseChangedMeanwhile("cases", absorbed_id)


def _told(thing: ThingChange, column: str) -> Plain:
    before, after = thing.fields[column]
    return before if after is None else after
