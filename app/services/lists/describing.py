"""Use case: what is said of a list is changed after it came in, and with it what it led to."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import selectinload

from app.db.unit_of_work import UnitOfWork
from app.errors import BadInput
from app.queries.case_history import batches
from app.services.finding.register_line import refresh
from app.services.lists.events import (
    NO_DOUBT,
    locator_of,
    named_in_event,
    say_by_list,
    standing_event,
)
from app.services.lists.lists import write_list, write_version
from app.services.permission import require
from app.services.typed_text import line
from app.services.warnings import refuse_unless_reasoned
from app.shapes.changes import Changes, Outcome
from app.shapes.requests.evidence import RecordEvent
from app.shapes.requests.lists import ChangeList
from models.events import Event
from models.lists import ListRow, ListVersion, NameList
from models.sources import Source
from models.vocabulary.event_codes import Extra
from models.vocabulary.evidence import Credibility, Reliability
from models.vocabulary.lists import TIED, ListOrigin
from models.vocabulary.partial_date import PartialDate
from models.vocabulary.roles import Action

_NAMES_WHO_SAYS = (Extra.BODY.value, Extra.AUTHORITY.value, Extra.COURT.value)


@dataclass(frozen=True, slots=True)
class _Row:
    """A row that led to events, and what its list said of it before the change."""

    row: ListRow
    version: ListVersion
    stood_as: RecordEvent | None
    said: PartialDate
    grade: tuple[Reliability, Credibility]


def change_list(uow: UnitOfWork, request: ChangeList) -> Outcome[None]:
    """Save what is said of a list and of one of its versions, as one entry.

    The events its rows and answers led to say what the list says: who is their source, on which
    day, how good. They follow, so far as nobody corrected them since. Of a list that was made here
    and sent, what was sent stays; of one whose rows are decided, what its rows stand for.

    Raises:
        NotAllowed; NotFound; CaseChangedMeanwhile; NeedsReason; BadInput: it was sent as it is,
        its rows are decided, no title, no issuer, a day yet to come.
    """
    uow.doing(Action.EDIT_LIST, named="change_list")
    of = uow.get(NameList, request.list_id, request.version)
    asked = request.of_version
    version = uow.get(ListVersion, asked.version_id, asked.version)
    if version.list_id != of.id:
        raise BadInput("list", "unknown")
    sent, told = _sent(of), _told(version)
    issuer, rows = of.issuer, _rows(uow, of)
    write_list(uow, of, request.details)
    write_version(uow, version, asked.details)
    if sent not in (None, _sent(of)) or (
        version.origin is ListOrigin.REGISTER and told != _told(version)
    ):
        raise BadInput("list", "list_frozen")
    uow.because(line(request.reason, "reason", limit=500))
    uow.session.flush()
    uow.session.expire(of, ["issuer"])
    events = _follow(uow, of, rows, issuer)
    cases = [event.case_id for event in events]
    if events:
        require(uow, Action.RECORD_EVENT)
        uow.session.flush()
        if told != _told(version):  # only another day can bring what did not stand before
            refuse_unless_reasoned(uow, cases, [event.id for event in events], request.reason)
        refresh(uow, cases)
    return Outcome(None, Changes.of("lists", of.id) | Changes.of("cases", *cases))


def _sent(of: NameList) -> tuple[object, ...] | None:
    """Give what stands on the paper of a list that was made of our own cases; None: of no other."""
    made_here = any(one.origin is ListOrigin.REGISTER for one in of.versions)
    return (of.kind, of.direction, of.title, of.recipient, of.channel) if made_here else None


def _told(version: ListVersion) -> tuple[object, ...]:
    return (version.dated, version.passed_on)


def _rows(uow: UnitOfWork, of: NameList) -> list[_Row]:
    """Read the rows that are decided or answered, those of the first version first."""
    versions = {version.id: version for version in of.versions}
    found = uow.session.scalars(
        select(ListRow)
        .where(ListRow.version_id.in_(versions))
        .where(ListRow.state.in_(TIED) | ListRow.reply_event_id.is_not(None))
    ).all()
    rows = [
        _Row(
            row,
            version := versions[row.version_id],
            standing_event(of, version, row, NO_DOUBT),
            version.dated,
            (version.reliability, version.credibility),
        )
        for row in found
    ]
    return sorted(rows, key=lambda one: (one.version.version_no, one.row.row_no))


def _follow(uow: UnitOfWork, of: NameList, rows: list[_Row], before: Source | None) -> list[Event]:
    """Let events follow their list, whose issuer was another one before; give those that changed.

    A row that was carried into a later version names the event of the earlier one: that follows
    the version that led to it.
    """
    events = _events(uow, rows)
    changed, seen = [], set[UUID]()
    for one in rows:
        stands_as = standing_event(of, one.version, one.row, NO_DOUBT)
        if _code(stands_as) != _code(one.stood_as):
            raise BadInput("kind", "list_decided")
        for event_id in (one.row.event_id, one.row.reply_event_id):
            event = events.get(event_id) if event_id is not None else None
            if event is None or event.id in seen:
                continue
            seen.add(event.id)
            is_answer = event_id == one.row.reply_event_id
            moved = not is_answer and _happened_anew(event, one.stood_as, stands_as)
            if _said_anew(uow, event, of, one, before, is_answer=is_answer) or moved:
                changed.append(event)
    return changed


def _events(uow: UnitOfWork, rows: list[_Row]) -> dict[UUID, Event]:
    """Read the events that rows led to and that stand, with what is said of them."""
    ids = {one.row.event_id for one in rows} | {one.row.reply_event_id for one in rows}
    return {
        event.id: event
        for some in batches(event_id for event_id in ids if event_id is not None)
        for event in uow.session.scalars(
            select(Event).where(Event.id.in_(some)).options(selectinload(Event.assertions))
        )
        if event.stands
    }


def _code(event: RecordEvent | None) -> str:
    return "" if event is None else event.code.value


def _happened_anew(event: Event, before: RecordEvent | None, now: RecordEvent | None) -> bool:
    """Write what a standing on the list says now, where the event still says what it said."""
    if before is None or now is None:
        return False
    kept = (event.occurred, event.says, event.particulars)
    if event.occurred == before.occurred:
        event.occurred = now.occurred
    if event.says == before.says:
        event.says = now.says
    _replace(event, before.particulars, now.particulars)
    return kept != (event.occurred, event.says, event.particulars)


def _said_anew(
    uow: UnitOfWork,
    event: Event,
    of: NameList,
    row: _Row,
    before: Source | None,
    *,
    is_answer: bool,
) -> bool:
    """Write who says so, on which day, how good, where the list itself was the source."""
    if before is None:
        if not is_answer:
            say_by_list(uow, event, of, row.version, row.row)
        return not is_answer and of.issuer_id is not None
    if of.issuer_id is None:
        raise BadInput("issuer", "missing")
    where = locator_of(of, row.version, row.row)
    changed = False
    for said in event.assertions:
        if said.source_id != before.id or said.locator != where or said.withdrawn_at is not None:
            continue
        kept = (said.source_id, said.said, said.reliability, said.credibility)
        said.source_id = of.issuer_id
        if not is_answer and said.said == row.said:
            said.said = row.version.dated
        if (said.reliability, said.credibility) == row.grade:
            said.reliability, said.credibility = row.version.reliability, row.version.credibility
        changed |= kept != (said.source_id, said.said, said.reliability, said.credibility)
        if is_answer:
            was, now = named_in_event(before), named_in_event(of.issuer)
            _replace(
                event, dict.fromkeys(_NAMES_WHO_SAYS, was), dict.fromkeys(_NAMES_WHO_SAYS, now)
            )
    return changed


def _replace(event: Event, before: Mapping[str, str], now: Mapping[str, str]) -> None:
    """Replace particulars that still say what they said."""
    kept: dict[str, str] = json.loads(event.particulars)
    told = {
        key: line(now[key], key) if key in now and text == before.get(key) else text
        for key, text in kept.items()
    }
    if told != kept:
        event.particulars = json.dumps(told, ensure_ascii=False)
