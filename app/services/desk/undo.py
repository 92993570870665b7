"""Takes back one entry of the history, exactly, if nobody built on it since (U-07)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from uuid import UUID

from sqlalchemy import delete, select
from sqlalchemy.exc import IntegrityError

from app.db.history import told_columns
from app.db.sealing import plain
from app.db.unit_of_work import UnitOfWork
from app.errors import CaseChangedMeanwhile
from app.queries.history.undoing import never_undone
from app.search.place_words import kept_sounds
from app.services.exhibits.rows import words_to_find
from app.services.finding.findable import forget_lines
from app.services.finding.register_line import refresh, refresh_words
from app.services.merging.likeness import look_at_everybody_again
from app.services.merging.parting import follow_up, refuse_if_built_on
from app.services.merging.plain_rows import columns_of, empty_row, write_plain
from app.services.permission import require
from app.services.places.place_lines import refresh_where_shown
from app.shapes.changes import Changes, Outcome
from app.shapes.history import EntryToUndo, FieldState, ThingChange
from models.base import Entity
from models.cases import Case, FacetSnapshot, StatusOverride
from models.claims import Claim
from models.desk import OfficeFact
from models.disclosures import DisclosedCase
from models.events import Assertion, Citation, Event
from models.exhibits import CustodyEntry, Exhibit, ExhibitLink, Translation
from models.families import Consent, ConsentToScope, FamilyContact
from models.handovers import Arrival, Handover
from models.imports import KeptFile
from models.incidents import Incident, Position, Unit
from models.lists import ListRow, ListVersion, NameList, RowNotHim
from models.merges import Merge, NotSame
from models.people import Identifier, Person, PersonName, Relative, ServiceRecord
from models.places import Place, PlaceName
from models.sources import Source
from models.submissions import Submission, SubmissionMan, SubmissionStep
from models.tasks import Task, TodayMark
from models.vocabulary.deeds import OF_WEIGHTS, UNDO_PREFIX, UNDOABLE
from models.vocabulary.roles import Action

_KINDS: tuple[type[Entity], ...] = (
    Person, PersonName, Identifier, ServiceRecord, Relative, Case, StatusOverride, Event,
    Assertion, Citation, Source, Claim, Handover, Incident, Position, Unit, Place, PlaceName,
    OfficeFact, Exhibit, ExhibitLink, Translation, CustodyEntry, Merge, NotSame,
    Consent, ConsentToScope, FamilyContact,
    KeptFile, NameList, ListVersion, ListRow, RowNotHim, Arrival,
    Submission, SubmissionStep, SubmissionMan, DisclosedCase,
    ListRow, Arrival,
    Task, TodayMark,
)  # fmt: skip
MANY = 500
"""Things of one entry from which on they are taken back in batches."""
#: What an undo may take back; staff, keys and imports have ways of their own.
_UNDOABLE: Mapping[str, type[Entity]] = {kind.__tablename__: kind for kind in _KINDS}


def undo_entry(uow: UnitOfWork, entry: EntryToUndo) -> Outcome[None]:
    """Put everything back as it was before one entry of the history, also before an undo.

    A registration taken back leaves no line and no snapshot: he was never in the register, and
    "as known on" does not count him for the minutes in between. What was entered and taken back
    stays in the history, sealed. An exhibit taken back lies in the bin, whole: evidence, its number
    and its custody log are never deleted.

    Raises:
        NotAllowed; BadInput: the entry is of a kind that is not undone so; CaseInBin;
        CaseChangedMeanwhile: something it touched was changed since, or something else stands
        on it; MergeBuiltOn, PartOtherFirst: of a merge.
    """
    right = UNDOABLE.get(entry.deed)
    if right is None or any(thing.table not in _UNDOABLE for thing in entry.things):
        raise never_undone(entry.deed)
    uow.doing(right, named=f"{UNDO_PREFIX}{entry.seq}")
    refuse_if_built_on(uow, entry.things)
    if any(thing.table == "cases" and "access_limited" in thing.fields for thing in entry.things):
        _require_limits(uow, entry.things)
    gone = {t.id for t in entry.things if t.table == "cases" and t.state is FieldState.NEW}
    if gone:
        forget_lines(uow, gone)
        uow.session.execute(delete(FacetSnapshot).where(FacetSnapshot.case_id.in_(gone)))
    only_sources = all(thing.table == "sources" for thing in entry.things)
    brought = {t.id for t in entry.things if t.table == "exhibits" and t.state is FieldState.NEW}
    for some in _steps(_in_order(entry.things)):
        rows = _rows_of(uow, some)
        for thing in some:
            if not _stays(thing, brought):
                _take_back(uow, thing, rows.get(thing.id), must_go=only_sources)
        try:
            uow.session.flush()
        except IntegrityError as error:  # somebody built on it: a row points at what would go
            raise CaseChangedMeanwhile(some[-1].table, some[-1].id) from error
    uow.session.expire_all()
    follow_up(uow, entry.things)
    if entry.deed in OF_WEIGHTS:
        look_at_everybody_again(uow)
    # What was taken back may hang on another case by now than the one it was told of.
    cases = sorted({*entry.cases, *uow.history.touched_cases()})
    refresh(uow, [case_id for case_id in cases if case_id not in gone])
    for thing in entry.things:
        if thing.table == "incidents" and thing.state is FieldState.CHANGED:
            refresh_words(uow, thing.id)
    if len(entry.things) <= MANY:
        refresh_where_shown(uow, _places_of(uow, entry.things))
    touched = Changes(frozenset((thing.table, thing.id) for thing in entry.things))
    return Outcome(None, touched | Changes.of("cases", *cases))


def _places_of(uow: UnitOfWork, things: Sequence[ThingChange]) -> set[UUID]:
    """Name the places of which something was taken back, their names among it."""
    of_names = {thing.id for thing in things if thing.table == "place_names"}
    named = select(PlaceName.place_id).where(PlaceName.id.in_(of_names))
    gone = {
        UUID(str(place_id))
        for thing in things
        if thing.table == "place_names"
        for place_id in thing.fields.get("place_id", ())
        if place_id is not None
    }
    places = {thing.id for thing in things if thing.table == "places"}
    return places | gone | set(uow.session.scalars(named))


def _require_limits(uow: UnitOfWork, things: Sequence[ThingChange]) -> None:
    if any(t.table == "cases" and t.state is FieldState.CHANGED for t in things):
        require(uow, Action.LIMIT_ACCESS)


def _stays(thing: ThingChange, brought: set[UUID]) -> bool:
    """Say whether a row outlives its entry: received files, custody, ties of an exhibit binned."""
    if thing.state is not FieldState.NEW:
        return False
    tied_to = str(thing.fields.get("exhibit_id", (None, None))[1])
    return thing.table in {"custody_entries", "kept_files"} or tied_to in {
        one.hex for one in brought
    }


def _in_order(things: Sequence[ThingChange]) -> list[ThingChange]:
    """Order so that what hangs on another row goes before it, and comes back after it."""
    depth = {kind.__tablename__: at for at, kind in enumerate(_KINDS)}
    outer = {"people": -2, "sources": -1, "cases": 2}
    # A row that stayed may point at what comes back: then it is written when that is there.
    comes_back = any(thing.state is FieldState.GONE for thing in things)

    def turn(thing: ThingChange) -> int:
        inner = outer.get(thing.table, depth[thing.table] + 3)
        stays_and_waits = thing.state is FieldState.CHANGED and comes_back
        return inner if thing.state is FieldState.GONE or stays_and_waits else -inner

    return sorted(things, key=turn)


def _steps(things: Sequence[ThingChange]) -> Iterator[Sequence[ThingChange]]:
    """Part what is taken back into what is flushed at once: thing by thing, which says of each.

    Thousands, as places from a gazetteer, go a batch of one table at a time: ten times as fast.
    """
    if len(things) <= MANY:
        yield from ([thing] for thing in things)
        return
    for _, of_table in groupby(things, key=lambda thing: thing.table):
        rest = list(of_table)
        for start in range(0, len(rest), MANY):
            yield rest[start : start + MANY]


def _rows_of(uow: UnitOfWork, some: Sequence[ThingChange]) -> dict[UUID, Entity]:
    """Read what is there of some things of one table."""
    kind = _UNDOABLE[some[0].table]
    wanted = select(kind).where(kind.id.in_([thing.id for thing in some]))
    return {row.id: row for row in uow.session.scalars(wanted)}


def _take_back(uow: UnitOfWork, thing: ThingChange, row: Entity | None, *, must_go: bool) -> None:
    kind = _UNDOABLE[thing.table]
    if thing.state is FieldState.GONE:
        if row is not None:
            raise CaseChangedMeanwhile(thing.table, thing.id)
        row = kind(id=thing.id)
        told = {field: before for field, (before, _) in thing.fields.items()}
        write_plain(row, {**empty_row(kind), **told})
        _find_again(row)
        uow.session.add(row)
        return
    if row is None:
        raise CaseChangedMeanwhile(thing.table, thing.id)
    _refuse_if_changed(row, thing)
    if thing.state is FieldState.CHANGED:
        write_plain(row, {field: before for field, (before, _) in thing.fields.items()})
        _find_again(row)
    elif isinstance(row, Exhibit):
        row.removed_at = uow.clock.now()
    elif must_go or not isinstance(row, Source) or not _spoken_of(uow, row.id):
        uow.session.delete(row)


def _find_again(row: Entity) -> None:
    """Compute what a thing is found by, which the history does not tell."""
    if isinstance(row, Exhibit):
        row.search_key = words_to_find(row)
    elif isinstance(row, PlaceName):
        row.sounds = kept_sounds(row.name)


def _spoken_of(uow: UnitOfWork, source_id: UUID) -> bool:
    """Say whether anything else is said by a source that the entry brought in."""
    return any(
        uow.session.scalar(select(kind.id).where(kind.source_id == source_id).limit(1))
        for kind in (Assertion, Citation, Claim)
    )


def _refuse_if_changed(row: Entity, thing: ThingChange) -> None:
    """Refuse where a field the entry wrote says otherwise now; of a new row, any field."""
    now = columns_of(row)
    written = {field: after for field, (_, after) in thing.fields.items()}
    if thing.state is FieldState.NEW:
        # The history leaves out what was empty.
        written = {column: written.get(column) for _, column in told_columns(type(row))}
    for field, after in written.items():
        # A column of a former schema is gone: what stood in it is kept elsewhere by now.
        if field not in now or (plain(now[field]) or None) != (after or None):
            raise CaseChangedMeanwhile(thing.table, thing.id)
