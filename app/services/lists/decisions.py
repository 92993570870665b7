"""Use cases on the rows of a list: whom each means is what somebody decides, one row at a time."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select

from app.db.unit_of_work import UnitOfWork
from app.errors import BadInput
from app.queries.limited_access import cases_open_to
from app.queries.lists.candidates import Likely, is_surely_him, likely_men, taken_men
from app.search.scripts import LANG_OF_SCRIPT, script_of
from app.services.cases.opening import open_case
from app.services.finding.register_line import refresh
from app.services.lists.events import Doubt, doubt_of, record_of_row, standing_event
from app.services.permission import require
from app.services.typed_text import line, prose
from app.services.warnings import refuse_unless_reasoned
from app.shapes.changes import Changes, Outcome
from app.shapes.lists import SureDone
from app.shapes.requests.cases import NameForm, PersonDetails, RegisterMan, ServiceDetails
from app.shapes.requests.lists import DecideRow, NoteRow, RowDecided, RowDecision
from models.cases import Case
from models.events import Event
from models.lists import ListRow, ListVersion, NameList, RowNotHim
from models.vocabulary.lists import ListOrigin, RowState
from models.vocabulary.people import NameKind
from models.vocabulary.roles import Action

_TO_NOBODY = {
    RowDecision.NO_MATCH: RowState.NO_MATCH,
    RowDecision.NOT_A_MAN: RowState.NOT_A_MAN,
}


def decide_row(uow: UnitOfWork, request: DecideRow) -> Outcome[RowDecided]:
    """Decide about one row: whom it means, that it means nobody of ours, or open it again.

    A row that is accepted becomes the event that its list stands for, with the list as source; a
    name on a manifest becomes none. Known by name alone, or with a second man of the name in the
    register, the event is marked so and stays a lead (P12).

    Raises:
        NotAllowed; NotFound; CaseChangedMeanwhile; CaseInBin; CaseMerged; NeedsReason;
        BadInput: decided already, the list was sent, another row of it means this man.
    """
    uow.doing(Action.EDIT_LIST, named="decide_row")
    row = uow.get(ListRow, request.row_id, request.version)
    version = uow.get(ListVersion, row.version_id)
    of = version.of
    _require_decidable(version)
    match request.decision:
        case RowDecision.ACCEPT:
            decided = _accept(uow, of, version, row, request)
        case RowDecision.PROVISIONAL:
            decided = _open_provisional(uow, of, version, row, request)
        case RowDecision.NOT_HIM:
            decided = _not_him(uow, row, request.case_id)
        case RowDecision.REOPEN:
            decided = _reopen(uow, row, request.reason)
        case _:
            _require_open(row)
            _stamp(uow, row, _TO_NOBODY[request.decision])
            decided = RowDecided()
    return Outcome(decided, _touched(of, decided.case_id))


def accept_sure_rows(
    uow: UnitOfWork, version_id: UUID, case_ids: Sequence[UUID] | None = None
) -> Outcome[SureDone]:
    """Accept every open row that can mean one man only, as one entry (AT16).

    Its names agree at tier 1, father and birth agree, nothing speaks against it, and nobody else
    of the register comes near. `case_ids` narrows to men whom a person saw on the screen.

    Raises:
        NotAllowed; NotFound; BadInput: the list was sent.
    """
    uow.doing(Action.EDIT_LIST, named="accept_sure_rows")
    version = uow.get(ListVersion, version_id)
    of = version.of
    _require_decidable(version)
    rows = uow.session.scalars(
        select(ListRow)
        .where(ListRow.version_id == version.id, ListRow.state == RowState.OPEN)
        .order_by(ListRow.row_no)
    ).all()
    likely = likely_men(uow.session, rows)
    taken = taken_men(uow.session, version.id)
    sure: dict[UUID, list[ListRow]] = {}
    for row in rows:
        men = likely.get(row.id, [])
        if is_surely_him(row, men, taken) and (case_ids is None or men[0][0] in case_ids):
            sure.setdefault(men[0][0], []).append(row)
    seen = set(
        uow.session.scalars(
            select(Case.id).where(Case.id.in_(list(sure)), Case.id.in_(cases_open_to(uow)))
        )
    )
    accepted = []
    for case_id, of_man in sure.items():
        # Two rows that surely mean one man: a person has to look.
        if case_id in seen and len(of_man) == 1:
            _tie(uow, of, version, of_man[0], case_id, 1, likely.get(of_man[0].id, []))
            accepted.append(case_id)
    refresh(uow, accepted)
    return Outcome(SureDone(len(accepted), len(rows) - len(accepted)), _touched(of, *accepted))


def note_row(uow: UnitOfWork, request: NoteRow) -> Outcome[None]:
    """Keep a remark of our own at a row; the row stays word for word.

    Raises:
        NotAllowed; NotFound; BadInput; CaseChangedMeanwhile.
    """
    uow.doing(Action.EDIT_LIST, named="note_row")
    row = uow.get(ListRow, request.row_id, request.version)
    row.note = prose(request.note, "note")
    return Outcome(None, _touched(uow.get(ListVersion, row.version_id).of))


def _accept(
    uow: UnitOfWork, of: NameList, version: ListVersion, row: ListRow, request: DecideRow
) -> RowDecided:
    _require_open(row)
    if request.case_id is None:
        raise BadInput("case", "missing")
    case = uow.get(Case, request.case_id)
    other = taken_men(uow.session, version.id).get(case.id)
    if other is not None:
        raise BadInput("row", "list_man_taken", number=case.number, row=other)
    likely = likely_men(uow.session, [row]).get(row.id, [])
    event = _tie(uow, of, version, row, case.id, request.tier, likely)
    _heed_warnings(uow, case.id, event, request.warning_reason)
    refresh(uow, [case.id])
    return RowDecided(case.id, case.number, event.id if event else None)


def _tie(
    uow: UnitOfWork, of: NameList, version: ListVersion, row: ListRow, case_id: UUID,
    tier: int | None, likely: Likely, state: RowState = RowState.ACCEPTED,
) -> Event | None:  # fmt: skip
    """Tie a row to a man and record what his standing on the list is."""
    row.case_id = case_id
    row.tier = tier
    _stamp(uow, row, state)
    doubt = doubt_of(likely, case_id) if state is RowState.ACCEPTED else Doubt()
    request = standing_event(of, version, row, doubt)
    if request is None:
        return None
    require(uow, Action.RECORD_EVENT)
    event = record_of_row(uow, request, row, case_id, None, of, version)
    row.event_id = event.id
    return event


def _open_provisional(
    uow: UnitOfWork, of: NameList, version: ListVersion, row: ListRow, request: DecideRow
) -> RowDecided:
    """Open a case for a man nobody knew of, under the name as the list has it."""
    _require_open(row)
    require(uow, Action.REGISTER_CASE)
    service = ServiceDetails(rank_as_written=row.rank, unit_as_written=row.unit)
    script = script_of(row.name)
    name = NameForm(
        family=row.family[:200],
        given=row.given[:200],
        patronymic=row.father[:200],
        lang=LANG_OF_SCRIPT.get(script, ""),
        script=script,
        kind=NameKind.ON_LIST,
        full_as_written=row.name,
    )
    case = open_case(
        uow,
        RegisterMan(
            names=(name,) if row.name else (),
            figure_label="" if row.name else f"{of.number} v{version.version_no} #{row.row_no}",
            details=PersonDetails(birth=row.birth),
            service=service if row.rank or row.unit else None,
            incident_id=of.incident_id,
        ),
    )
    event = _tie(uow, of, version, row, case.id, None, [], RowState.PROVISIONAL)
    _heed_warnings(uow, case.id, event, request.warning_reason)
    refresh(uow, [case.id])
    return RowDecided(case.id, case.number, event.id if event else None)


def _not_him(uow: UnitOfWork, row: ListRow, case_id: UUID | None) -> RowDecided:
    _require_open(row)
    if case_id is None:
        raise BadInput("case", "missing")
    uow.get(Case, case_id)
    told = select(RowNotHim.id).where(RowNotHim.row_id == row.id, RowNotHim.case_id == case_id)
    if uow.session.scalar(told.limit(1)) is not None:
        raise BadInput("row", "list_not_him_already")
    uow.session.add(RowNotHim(row_id=row.id, case_id=case_id))
    return RowDecided(case_id)


def _reopen(uow: UnitOfWork, row: ListRow, why: str) -> RowDecided:
    """Open a row again; the event it led to is withdrawn and stays visible, struck through."""
    if row.state is RowState.OPEN:
        raise BadInput("row", "list_row_open")
    if row.reply is not None:
        raise BadInput("row", "list_row_answered")
    case_id, event_id = row.case_id, row.event_id
    why = line(why, "reason", limit=500)
    uow.because(why)
    row.case_id = row.tier = row.event_id = None
    row.decided_by = row.decided_at = None
    row.state = RowState.OPEN
    uow.session.flush()
    shared = select(ListRow.id).where(ListRow.event_id == event_id).limit(1)
    if event_id is not None and uow.session.scalar(shared) is None:
        event = uow.get(Event, event_id)
        if event.stands:
            if not why:
                raise BadInput("reason", "missing")
            require(uow, Action.WITHDRAW)
            event.withdrawn_at = uow.clock.now()
            event.withdrawn_reason = why
    if case_id is not None:
        refresh(uow, [case_id])
    return RowDecided(case_id)


def _require_decidable(version: ListVersion) -> None:
    """Let nobody decide anew about rows that were made of our own cases."""
    if version.origin is ListOrigin.REGISTER:
        raise BadInput("list", "list_frozen")


def _require_open(row: ListRow) -> None:
    if row.state is not RowState.OPEN:
        raise BadInput("row", "list_row_decided")


def _stamp(uow: UnitOfWork, row: ListRow, state: RowState) -> None:
    row.state = state
    row.decided_by = uow.actor.id
    row.decided_at = uow.clock.now()


def _heed_warnings(uow: UnitOfWork, case_id: UUID, event: Event | None, given: str) -> None:
    if event is None:
        return
    event.warning_reason = line(given, "warning_reason", limit=500)
    uow.session.flush()
    refuse_unless_reasoned(uow, [case_id], [event.id], given)


def _touched(of: NameList, *case_ids: UUID | None) -> Changes:
    cases = [case_id for case_id in case_ids if case_id is not None]
    return Changes.of("lists", of.id) | Changes.of("cases", *cases)
