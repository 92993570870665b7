"""What was taken into a file, and what the joined files said otherwise: nothing of it is lost."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.db.unit_of_work import Reader
from app.queries.limited_access import refuse_limited
from app.queries.merging.fields import FIELDS, FieldOf, says_nothing
from app.queries.merging.parting import Moved
from app.queries.places import places_of
from app.shapes.history import Plain
from app.shapes.side_by_side import Coded, Otherwise, PlaceSaid, Said, TakenIn, Titled
from models.cases import Case
from models.exhibits import Exhibit
from models.incidents import Incident
from models.merges import Merge
from models.people import Person
from models.staff import Staff
from models.vocabulary.deeds import ReadKind
from models.vocabulary.merging import MergeField
from models.vocabulary.partial_date import PartialDate
from models.vocabulary.roles import Action

_LISTS = {MergeField.SEX: "sex", MergeField.CATEGORY: "gc3_category"}


def taken_in(reader: Reader, case_id: UUID) -> tuple[TakenIn, ...]:
    """Give the files that were taken into this one and not parted again, in their order.

    Raises:
        NotAllowed: also where access is limited.
    """
    reader.allow(Action.READ_CASES)
    refuse_limited(reader, [case_id])
    reader.shows(ReadKind.VIEWED, [case_id])
    merges = reader.session.execute(
        select(Merge, Case.number, Staff.name)
        .join(Case, Case.id == Merge.absorbed_id)
        .outerjoin(Staff, Staff.id == Merge.created_by)
        .where(Merge.survivor_id == case_id, Merge.split_at.is_(None))
        .order_by(Merge.created_at, Merge.id)
    )
    return tuple(
        TakenIn(
            merge_id=merge.id,
            absorbed_id=merge.absorbed_id,
            number=number,
            at=merge.created_at,
            by=by or "",
            reason=merge.reason,
            otherwise=tuple(_otherwise(reader.session, merge, number)),
        )
        for merge, number, by in merges
    )


def _otherwise(session: Session, merge: Merge, number: str) -> Iterator[Otherwise]:
    """Name what either file said before and the joined one does not say now."""
    case = session.get_one(Case, merge.survivor_id)
    person = session.get_one(Person, merge.survivor_id)
    left_case = session.get_one(Case, merge.absorbed_id)
    left = session.get_one(Person, merge.absorbed_id)
    moved = Moved.read(merge.moved)
    for field, columns in FIELDS.items():
        now = columns.read(person, case)
        told = (
            (number, columns.read(left, left_case)),
            (case.number, _before(moved, merge.survivor_id, columns, now)),
        )
        for who, said in told:
            if said == now or says_nothing(said) or _is_held(columns, said, now):
                continue
            yield Otherwise(field, who, _said(session, field, said))


def _is_held(columns: FieldOf, said: tuple[object, ...], now: tuple[object, ...]) -> bool:
    return columns.text and str(said[0]) in str(now[0])


def _before(
    moved: Moved, survivor_id: UUID, columns: FieldOf, now: tuple[object, ...]
) -> tuple[object, ...]:
    """Give what the survivor said before the merge, as far as the merge changed it."""
    changed = moved.rows.get((columns.kind.__tablename__, survivor_id), {})
    told = {column: before for column, (before, _) in changed.items()}
    return tuple(
        _value(attribute, told, value)
        for attribute, value in zip(columns.attributes, now, strict=True)
    )


def _value(attribute: str, told: Mapping[str, Plain], now: object) -> object:
    if attribute == "birth":
        if not {"birth_edtf", "birth_text"} & told.keys():
            return now
        birth = now if isinstance(now, PartialDate) else PartialDate.unknown()
        edtf = told.get("birth_edtf", birth.edtf)
        text = told.get("birth_text", birth.text)
        return PartialDate.restore(None if edtf is None else str(edtf), str(text or ""))
    if attribute not in told:
        return now
    before = told[attribute]
    if attribute.endswith("_id"):
        return None if before is None else UUID(str(before))
    return before


def _said(session: Session, field: MergeField, value: tuple[object, ...]) -> Said:
    first = value[0]
    if isinstance(first, PartialDate):
        return first
    if field in _LISTS:
        code = first.value if isinstance(first, StrEnum) else str(first)
        return Coded(_LISTS[field], code)
    if field in (MergeField.BIRTH_PLACE, MergeField.HOME):
        place = places_of(session, [first]).get(first) if isinstance(first, UUID) else None
        return PlaceSaid(place, str(value[1] or ""))
    if isinstance(first, UUID):
        return _named(session, field, first)
    return "" if first is None else str(first)


def _named(session: Session, field: MergeField, thing: UUID) -> Said:
    if field is MergeField.INCIDENT:
        incident = session.get_one(Incident, thing)
        return Titled(incident.number, incident.title, incident.title_hy, incident.title_ru)
    if field is MergeField.OFFICER:
        return session.get_one(Staff, thing).name
    exhibit = session.get_one(Exhibit, thing)
    return Titled(exhibit.number, exhibit.title)
