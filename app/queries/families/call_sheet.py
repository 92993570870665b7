"""Reads whom to ring and what to ask each: families grouped by the person at the telephone."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID

from sqlalchemy import exists, func, select
from sqlalchemy.orm import Session, selectinload

from app.db.unit_of_work import Reader
from app.queries.consents import consented
from app.queries.families.calls import calls_due, last_spoken_of, next_waits
from app.queries.limited_access import cases_open_to
from app.queries.minimum_data import gaps
from app.search.fold import fold
from app.shapes.families import CallDue, CallSheet, ManToAsk, ToRing, WhichCalls
from models.cases import Case, CaseLine
from models.events import Event
from models.families import FamilyContact
from models.people import Person, Relative
from models.vocabulary.deeds import ReadKind
from models.vocabulary.families import MayBeTold
from models.vocabulary.people import Relation
from models.vocabulary.roles import Action
from models.vocabulary.status import SPEAK_OF_DEATH, Headline

MOST_MEN: Final = 200
"""More men than a day of calls can take; what is left out is counted."""

_NUMBERS = re.compile(r"[,;/]")
_SAME_DIGITS: Final = 8
"""So many last digits of a number name one line, with or without the codes before them."""


@dataclass(frozen=True, slots=True)
class _Man:
    """All that is known of one man for a call about him."""

    line: CaseLine
    relatives: Sequence[Relative]
    due: Sequence[CallDue]
    agreed: Mapping[UUID | None, FamilyContact]
    last_spoken: date | None
    gaps: tuple[str, ...]


def call_sheet(
    reader: Reader, which: WhichCalls, today: date, *, how: ReadKind = ReadKind.VIEWED
) -> CallSheet:
    """List whom to ring: for each the number, the hour, the men, and what their files still lack.

    The days agreed come first; then, where all or one's own are asked for, by number.

    Raises:
        NotAllowed: who may not see families rings none.
    """
    reader.allow(Action.READ_FAMILY)
    due: dict[UUID, list[CallDue]] = defaultdict(list)
    for one in calls_due(reader, today):
        due[one.case_id].append(one)
    case_ids, left_out = _cases(reader, which, list(due))
    reader.shows(how, case_ids)
    men = [_asked(man) for man in _men(reader.session, case_ids, due)]
    return CallSheet(which, today, _grouped(one for man in men for one in man), left_out)


def _cases(reader: Reader, which: WhichCalls, due: Sequence[UUID]) -> tuple[list[UUID], int]:
    """Choose the men of a sheet, and count whom it leaves out."""
    session = reader.session
    if which is WhichCalls.DUE:
        return list(due[:MOST_MEN]), max(0, len(due) - MOST_MEN)
    wanted = (
        CaseLine.closed.is_(False),
        CaseLine.case_id.in_(cases_open_to(reader)),
        exists().where(Relative.person_id == CaseLine.case_id),
        *([CaseLine.officer_id == reader.actor.id] if which is WhichCalls.MINE else []),
    )
    count = session.scalar(select(func.count()).select_from(CaseLine).where(*wanted)) or 0
    first = set(session.scalars(select(CaseLine.case_id).where(CaseLine.case_id.in_(due), *wanted)))
    rest = session.scalars(
        select(CaseLine.case_id).where(*wanted).order_by(CaseLine.number_key).limit(MOST_MEN)
    )
    ordered = [case_id for case_id in due if case_id in first]
    chosen = list(dict.fromkeys([*ordered, *rest]))[:MOST_MEN]
    return chosen, max(0, count - len(chosen))


def _men(
    session: Session, case_ids: Sequence[UUID], due: Mapping[UUID, Sequence[CallDue]]
) -> list[_Man]:
    lines = {
        line.case_id: line
        for line in session.scalars(select(CaseLine).where(CaseLine.case_id.in_(case_ids)))
    }
    cases = {case.id: case for case in session.scalars(select(Case).where(Case.id.in_(case_ids)))}
    people = {
        person.id: person
        for person in session.scalars(
            select(Person)
            .where(Person.id.in_(case_ids))
            .options(
                selectinload(Person.names),
                selectinload(Person.identifiers),
                selectinload(Person.service),
                selectinload(Person.relatives),
            )
        )
    }
    events: dict[UUID, list[Event]] = defaultdict(list)
    for event in session.scalars(
        select(Event).where(Event.case_id.in_(case_ids)).options(selectinload(Event.assertions))
    ):
        events[event.case_id].append(event)
    agreed: dict[UUID, dict[UUID | None, FamilyContact]] = defaultdict(dict)
    for contact in session.scalars(
        select(FamilyContact)
        .where(FamilyContact.case_id.in_(case_ids), next_waits())
        .order_by(FamilyContact.next_on.desc())
    ):
        agreed[contact.case_id][contact.relative_id] = contact
    with_consent = consented(session, case_ids)
    spoken = last_spoken_of(session, case_ids)
    return [
        _Man(
            lines[case_id],
            people[case_id].relatives,
            due.get(case_id, ()),
            agreed[case_id],
            spoken.get(case_id),
            gaps(
                cases[case_id],
                people[case_id],
                events[case_id],
                consented=case_id in with_consent,
            ),
        )
        for case_id in case_ids
    ]


def _asked(man: _Man) -> list[tuple[Relative | None, ManToAsk]]:
    """Say who is rung about a man: with whom a day was agreed, else who is to be informed."""
    waits = {one.relative_id for one in man.due if one.relative_id is not None}
    to_ring: list[Relative | None] = [one for one in man.relatives if one.id in waits]
    to_ring = to_ring or _first_of(man.relatives)
    return [(relative, _about(man, relative)) for relative in to_ring or [None]]


def _first_of(relatives: Sequence[Relative]) -> list[Relative | None]:
    """Choose whom to ring first of a family; somebody with a number before somebody without."""
    order = sorted(
        relatives,
        key=lambda one: (
            one.may_be_told is MayBeTold.NOTHING,
            not one.phone,
            not one.is_person_to_be_informed,
            not one.is_reporter,
            one.position,
        ),
    )
    return [*order[:1]]


def _about(man: _Man, relative: Relative | None) -> ManToAsk:
    agreed = man.agreed.get(relative.id if relative else None)
    other = next((one.who for one in man.due if one.who), "")
    return ManToAsk(
        case_id=man.line.case_id,
        number=man.line.number,
        name=man.line.name,
        relative_id=relative.id if relative else None,
        relative_name=relative.full_name if relative else other,
        relation=relative.relation if relative else Relation.OTHER,
        may_be_told=relative.may_be_told if relative else MayBeTold.EVERYTHING,
        to_be_informed=relative is not None and relative.is_person_to_be_informed,
        last_spoken=man.last_spoken,
        next_on=agreed.next_on if agreed else None,
        next_about=agreed.next_about if agreed else "",
        due=bool(man.due),
        gaps=_worth_asking(man),
    )


def _worth_asking(man: _Man) -> tuple[str, ...]:
    """Give what a file lacks; nobody who mourns, or may have to, is asked to fill one."""
    return () if Headline(man.line.headline) in SPEAK_OF_DEATH else man.gaps


def _grouped(asked: Iterable[tuple[Relative | None, ManToAsk]]) -> tuple[ToRing, ...]:
    """Put together the men about whom one person is rung."""
    groups: dict[str, list[tuple[Relative | None, ManToAsk]]] = defaultdict(list)
    for relative, man in asked:
        groups[_line_of(relative, man)].append((relative, man))
    return tuple(_to_ring(group) for group in groups.values())


def _line_of(relative: Relative | None, man: ManToAsk) -> str:
    """Tell one person from another: by number, else by name and address, else each by itself."""
    if relative is None:
        return str(man.case_id)
    digits = re.sub(r"\D", "", _NUMBERS.split(relative.phone)[0])
    if len(digits) >= _SAME_DIGITS - 2:
        return digits[-_SAME_DIGITS:]
    where = fold(relative.address) or fold(relative.email)
    return f"{fold(relative.full_name)}|{where}" if where else str(relative.id)


def _to_ring(group: Sequence[tuple[Relative | None, ManToAsk]]) -> ToRing:
    relatives = [relative for relative, _ in group if relative is not None]
    return ToRing(
        names=tuple(dict.fromkeys(man.relative_name for _, man in group if man.relative_name)),
        phone=_first(one.phone for one in relatives),
        email=_first(one.email for one in relatives),
        languages=_first(one.languages for one in relatives),
        reached_best=_first(one.reached_best for one in relatives),
        men=tuple(man for _, man in group),
    )


def _first(said: Iterable[str]) -> str:
    return next((one for one in said if one), "")
