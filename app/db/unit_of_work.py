"""One intention, one unit of work: one transaction, one history entry, one set of changes."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import cache
from typing import Any  # Any: SQLAlchemy's event arguments
from uuid import UUID

from sqlalchemy import Engine, FromClause, event, select
from sqlalchemy.orm import ORMExecuteState, Session, aliased
from sqlalchemy.orm.unitofwork import UOWTransaction

from app.clock import Clock
from app.db.history import HistoryWriter, table_name
from app.db.sealing import CaseKeys, Keys
from app.db.sightings import Sighting, limited_among
from app.errors import (
    CaseChangedMeanwhile,
    CaseInBin,
    CaseMerged,
    HomewardError,
    NotAllowed,
    NotFound,
    ReadOnlyVault,
)
from app.shapes.changes import Changes
from app.shapes.staff import StaffMember
from models import all_tables  # noqa: F401  # a flush orders tables by every foreign key there is
from models.base import Base, Entity
from models.cases import Case
from models.vocabulary.deeds import ReadKind
from models.vocabulary.roles import Action, may, may_open_limited

type _Tried = tuple[type[Entity], int, CaseChangedMeanwhile]


class Reader:
    """A snapshot of the register that cannot be written through."""

    def __init__(
        self,
        session: Session,
        clock: Clock,
        actor: StaffMember,
        keys: Keys,
        *,
        read_only: bool = False,
    ) -> None:
        self.session = session
        self.clock = clock
        self.actor = actor
        self.case_keys = CaseKeys(session, keys)
        self.register_id = keys.register_id
        # Where nothing can be written no reading can be logged: then limited cases stay shut.
        self.sees_limited = may_open_limited(actor.roles) and not read_only
        self._shown: dict[ReadKind, set[UUID]] = {}

    def shows(self, how: ReadKind, case_ids: Iterable[UUID]) -> None:
        """Note that the answer shows something of these cases; of limited ones it is logged."""
        if self.sees_limited:
            self._shown.setdefault(how, set()).update(case_ids)

    @contextmanager
    def only_counting(self) -> Iterator[None]:
        """Note nothing as shown within: of what is only counted nobody reads anything."""
        kept, self._shown = self._shown, {}
        try:
            yield
        finally:
            self._shown = kept

    @contextmanager
    def noted_later(self) -> Iterator[Callable[[], frozenset[Sighting]]]:
        """Note nothing as shown within; what is given tells what there is to note.

        For what is read ahead of being shown: whoever shows it then tells the log of readings.
        """
        kept, self._shown = self._shown, {}
        try:
            yield self.limited_shown
        finally:
            self._shown = kept

    def limited_shown(self) -> frozenset[Sighting]:
        """Return what was shown of limited cases, and how (R-45)."""
        return frozenset(
            Sighting(case_id, how)
            for how, shown in self._shown.items()
            for case_id in limited_among(self.session, shown)
        )

    def allow(self, action: Action) -> None:
        """Raise NotAllowed unless the member of staff may do this."""
        _allow(self.actor, action)

    def get[E: Entity](self, kind: type[E], thing: UUID) -> E:
        """Return a thing by its id; raises NotFound."""
        return _get(self.session, kind, thing)


class UnitOfWork:
    """What a use case works with. It flushes and never commits; `doing` names what it does.

    What the session flushes gets into the history by itself. Statements past the session (Core
    inserts, bulk deletes) must be recorded by `history.record_bulk`, or carry the execution
    option `derived=True` where they only touch what can be computed again; forgetting raises.
    """

    def __init__(self, session: Session, clock: Clock, actor: StaffMember, keys: Keys) -> None:
        self.session = session
        self.clock = clock
        self.actor = actor
        self.history = HistoryWriter(session, keys, clock, actor.id)
        self.case_keys = CaseKeys(session, keys)
        self.register_id = keys.register_id
        self.sees_limited = may_open_limited(actor.roles)
        self._flushing: list[_Tried] = []
        self._past_session = False
        event.listen(session, "before_flush", self._before_flush)
        event.listen(session, "after_flush", self._after_flush)
        event.listen(session, "do_orm_execute", self._on_execute)

    def doing(self, action: Action, reason: str = "", *, named: str = "") -> None:
        """Say what this unit does; the first line of every use case.

        `named` tells the history more exactly what it was, where one action covers several
        intentions; `reason` is what the member of staff gave, and is sealed.

        Raises NotAllowed.
        """
        _allow(self.actor, action)
        self.history.action = named or action.value
        self.history.reason = reason

    def because(self, reason: str) -> None:
        """Keep the reason the member of staff gave; it is sealed."""
        self.history.reason = reason

    def get[E: Entity](self, kind: type[E], thing: UUID, version: int | None = None) -> E:
        """Return a thing by its id, as it was when the editor read it if a version is given.

        Raises NotFound, CaseChangedMeanwhile (R-07), CaseInBin.
        """
        found = _get(self.session, kind, thing)
        if version is not None and found.version != version:
            if isinstance(found, Case) and found.removed_at is not None:
                raise CaseInBin(found.number)
            raise _changed(found)
        return found

    def stamps(self) -> dict[str, datetime | UUID | int]:
        """Return the values of version and stamps, for rows inserted in bulk."""
        now = self.clock.now()
        return {
            "version": 1,
            "created_at": now,
            "created_by": self.actor.id,
            "updated_at": now,
            "updated_by": self.actor.id,
        }

    def close(self) -> tuple[Changes, tuple[int, bytes] | None]:
        """Flush, write the history entry, and return what was touched and the chain's new head."""
        self.session.flush()
        if self._past_session and not self.history.bulk_recorded:
            raise AssertionError("rows were written past the session and not recorded")
        if self.history.anything and not self.history.action:
            raise AssertionError("a use case must say what it does")
        self._refuse_limited(self.history.touched_cases())
        edited = self.history.edited_cases()
        self._refuse_in_bin(edited)
        self._refuse_merged(edited - self.history.absorbed_cases())
        cases = Changes.of("cases", *self.history.touched_cases())
        touched = Changes(self.history.touched()) | cases
        entry = self.history.write_entry()
        return touched, None if entry is None else (entry.seq, entry.hash)

    def _refuse_limited(self, case_ids: frozenset[UUID]) -> None:
        """Refuse a save in a case that the member of staff may not open."""
        if self.sees_limited or not case_ids:
            return
        limited = select(Case.id).where(Case.id.in_(case_ids), Case.access_limited).limit(1)
        if self.session.scalar(limited) is not None:
            raise NotAllowed(Action.READ_SENSITIVE, tuple(sorted(self.actor.roles)))

    def _refuse_in_bin(self, case_ids: frozenset[UUID]) -> None:
        """Refuse a save in a case that lies in the bin; to put it there or back is none."""
        if not case_ids:
            return
        in_bin = select(Case.number).where(Case.id.in_(case_ids), Case.removed_at.is_not(None))
        number = self.session.scalar(in_bin.limit(1))
        if number is not None:
            raise CaseInBin(number)

    def _refuse_merged(self, case_ids: frozenset[UUID]) -> None:
        """Refuse a save in a case that was taken into another: its man is there now."""
        if not case_ids:
            return
        survivor = aliased(Case)
        found = self.session.execute(
            select(Case.number, survivor.number, survivor.id)
            .join(survivor, survivor.id == Case.merged_into_id)
            .where(Case.id.in_(case_ids))
            .limit(1)
        ).first()
        if found is not None:
            raise CaseMerged(*found)

    def who_was_late(self, reader: Reader) -> HomewardError:
        """Say which of the things the failed flush tried to save somebody saved before."""
        for kind, version, error in self._flushing:
            saved = select(kind.version).where(kind.id == error.data["thing"])
            if reader.session.scalar(saved) != version:
                return error
        return self._flushing[0][2]

    def _before_flush(self, session: Session, _context: UOWTransaction, _objects: Any) -> None:
        now = self.clock.now()
        for thing in session.new:
            if isinstance(thing, Entity):
                thing.created_at = thing.updated_at = now
                thing.created_by = thing.updated_by = self.actor.id
        self._flushing = []
        for thing in session.dirty:
            if isinstance(thing, Entity) and session.is_modified(thing):
                thing.updated_at = now
                thing.updated_by = self.actor.id
                self._flushing.append((type(thing), thing.version, _changed(thing)))
        for thing in session.deleted:
            if isinstance(thing, Entity):
                self._flushing.append((type(thing), thing.version, _changed(thing)))

    def _after_flush(self, session: Session, _context: UOWTransaction) -> None:
        for thing in session.new:
            if isinstance(thing, Entity) and thing.in_history:
                self.history.note_new(thing)
        for thing in session.dirty:
            if isinstance(thing, Entity) and thing.in_history:
                self.history.note_changed(thing)
        for thing in session.deleted:
            if isinstance(thing, Entity) and thing.in_history:
                self.history.note_gone(thing)

    def _on_execute(self, state: ORMExecuteState) -> None:
        if not (state.is_insert or state.is_update or state.is_delete):
            return
        table = getattr(state.statement, "table", None)
        if table in _told_tables() and not state.execution_options.get("derived"):
            self._past_session = True


@cache
def _told_tables() -> frozenset[FromClause]:
    return frozenset(
        mapper.local_table
        for mapper in Base.registry.mappers
        if issubclass(mapper.class_, Entity) and mapper.class_.in_history
    )


def reading_session(engine: Engine) -> Session:
    """Return a session that refuses to flush; its connections refuse to write as well."""
    session = Session(engine, autoflush=False, expire_on_commit=False)
    event.listen(session, "before_flush", _refuse_flush)
    return session


def writing_session(engine: Engine) -> Session:
    """Return a session for one unit of work."""
    return Session(engine, expire_on_commit=False)


def _refuse_flush(_session: Session, _context: UOWTransaction, _objects: Any) -> None:
    raise ReadOnlyVault


def _allow(actor: StaffMember, action: Action) -> None:
    if not may(actor.roles, action):
        raise NotAllowed(action, tuple(sorted(actor.roles)))


def _get[E: Entity](session: Session, kind: type[E], thing: UUID) -> E:
    found = session.get(kind, thing)
    if found is None:
        raise NotFound(table_name(kind), thing)
    return found


def _changed(thing: Entity) -> CaseChangedMeanwhile:
    case_ids = thing.history_case_ids()
    case_id = case_ids[0] if case_ids else None
    return CaseChangedMeanwhile(table_name(type(thing)), thing.id, case_id)
