"""Where a file went that was taken into another, and what was taken in where."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from app.db.unit_of_work import Reader
from app.errors import CaseMerged
from models.cases import Case
from models.merges import Merge, NotSame


def survivor_of(session: Session, case_id: UUID) -> UUID:
    """Follow a file to where its man is now; a file of its own is its own answer."""
    seen = {case_id}
    here = case_id
    while True:
        into: UUID | None = session.scalar(select(Case.merged_into_id).where(Case.id == here))
        if into is None or into in seen:
            return here
        seen.add(into)
        here = into


def refuse_merged(reader: Reader, case_ids: Iterable[UUID]) -> None:
    """Refuse to read a file that was taken into another, and say into which.

    Raises:
        CaseMerged.
    """
    refuse_merged_in(reader.session, case_ids)


def refuse_merged_in(session: Session, case_ids: Iterable[UUID]) -> None:
    """Refuse files that were taken into others; for reading and for writing alike.

    Raises:
        CaseMerged.
    """
    found = session.execute(
        select(Case.id, Case.number)
        .where(Case.id.in_(list(case_ids)), Case.merged_into_id.is_not(None))
        .limit(1)
    ).first()
    if found is not None:
        survivor_id = survivor_of(session, found.id)
        number = session.scalar(select(Case.number).where(Case.id == survivor_id))
        raise CaseMerged(found.number, number or "", survivor_id)


class FileTakenIn(NamedTuple):
    """A file that was taken into another, however many steps ago."""

    survivor_id: UUID
    case_id: UUID
    number: str


def files_taken_in(session: Session, case_ids: Iterable[UUID]) -> tuple[FileTakenIn, ...]:
    """Give the files that were taken into these, however many steps ago, by number."""
    into: dict[UUID, UUID] = {}
    numbers: dict[UUID, str] = {}
    level = asked = frozenset(case_ids)
    while level:
        rows = session.execute(
            select(Case.id, Case.number, Case.merged_into_id).where(Case.merged_into_id.in_(level))
        ).all()
        level = frozenset(case_id for case_id, _, _ in rows) - into.keys()
        for case_id, number, survivor_id in rows:
            if survivor_id is not None:
                into[case_id], numbers[case_id] = survivor_id, number
    found = []
    for case_id, number in numbers.items():
        here = case_id
        while here in into:
            here = into[here]
            if here in asked:
                found.append(FileTakenIn(here, case_id, number))
    return tuple(sorted(found, key=lambda one: one.number))


def former_numbers(session: Session, case_ids: Iterable[UUID]) -> dict[UUID, tuple[str, ...]]:
    """Give the numbers of the files that were taken into these."""
    found: dict[UUID, list[str]] = defaultdict(list)
    for taken in files_taken_in(session, case_ids):
        found[taken.survivor_id].append(taken.number)
    return {case_id: tuple(former) for case_id, former in found.items()}


def standing_merge(session: Session, absorbed_id: UUID) -> Merge | None:
    """Give the merge by which a file is in another now."""
    return session.scalars(
        select(Merge).where(Merge.absorbed_id == absorbed_id, Merge.split_at.is_(None))
    ).one_or_none()


def not_same(session: Session, first_id: UUID, second_id: UUID) -> NotSame | None:
    """Give the decision that two files are two men, if somebody made it."""
    one, other = sorted((first_id, second_id))
    return session.scalars(
        select(NotSame).where(NotSame.first_id == one, NotSame.second_id == other)
    ).one_or_none()


def known_as_others(session: Session, case_id: UUID) -> frozenset[UUID]:
    """Give the files of which somebody decided that they are not this man."""
    rows = session.execute(
        select(NotSame.first_id, NotSame.second_id).where(
            or_(NotSame.first_id == case_id, NotSame.second_id == case_id)
        )
    )
    return frozenset(second if first == case_id else first for first, second in rows)
