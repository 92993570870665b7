"""Reads all about the family of one man: whom to ring, what they agreed to, every call."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from app.db.unit_of_work import Reader
from app.errors import NotFound
from app.queries.cases.file import content_of_case
from app.queries.cases.file_parts import relative_view
from app.queries.consents import standings_by_subject
from app.queries.families.calls import next_waits
from app.queries.limited_access import refuse_in_bin, refuse_limited
from app.queries.merged import refuse_merged
from app.shapes.families import Colleague, ConsentView, ContactView, FamilyPage
from models.cases import CaseLine
from models.exhibits import Exhibit
from models.families import Consent, FamilyContact
from models.people import Relative
from models.staff import Staff
from models.vocabulary.deeds import ReadKind
from models.vocabulary.families import FACE_TO_FACE, SPOKEN
from models.vocabulary.roles import Action, StaffKind, may
from models.vocabulary.status import SPEAK_OF_DEATH


def family_page(reader: Reader, case_id: UUID) -> FamilyPage:
    """Read everything about the family of one man.

    Raises:
        NotAllowed: whoever may not see families, or where access is limited; NotFound; CaseInBin;
        CaseMerged.
    """
    _admit(reader, case_id)
    reader.shows(ReadKind.VIEWED, [case_id])
    session = reader.session
    line = session.scalar(select(CaseLine).where(CaseLine.case_id == case_id))
    if line is None:
        raise NotFound("cases", case_id)
    relatives = session.scalars(
        select(Relative).where(Relative.person_id == case_id).order_by(Relative.position)
    ).all()
    known = {relative.id: relative for relative in relatives}
    consents = session.scalars(
        select(Consent)
        .where(Consent.case_id == case_id)
        .order_by(Consent.given.sort_key.desc(), Consent.id.desc())
    ).all()
    contacts = session.scalars(
        select(FamilyContact)
        .where(FamilyContact.case_id == case_id)
        .order_by(FamilyContact.happened_at.desc(), FamilyContact.id.desc())
    ).all()
    waiting = frozenset(
        session.scalars(
            select(FamilyContact.id).where(FamilyContact.case_id == case_id, next_waits())
        )
    )
    staff = _names(
        session,
        [c.staff_id for c in contacts]
        + [c.second_staff_id for c in contacts if c.second_staff_id]
        + [c.created_by for c in consents],
    )
    numbers = dict(
        session.execute(
            select(Exhibit.id, Exhibit.number).where(
                Exhibit.id.in_([c.exhibit_id for c in consents if c.exhibit_id])
            )
        ).all()
    )
    return FamilyPage(
        case_id=case_id,
        number=line.number,
        name=line.name,
        relatives=tuple(relative_view(one) for one in relatives),
        consents=tuple(_consent(one, known, staff, numbers) for one in consents),
        standings=standings_by_subject(session, [case_id])[case_id],
        contacts=tuple(_contact(one, known, staff, waits=one.id in waiting) for one in contacts),
        colleagues=_colleagues(reader),
        speaks_of_death=line.headline in SPEAK_OF_DEATH,
        told_in_person=case_id in told_among(session, [case_id]),
        gaps=content_of_case(reader, case_id).gaps,
    )


def family_told_in_person(reader: Reader, case_id: UUID) -> bool:
    """Say whether sensitive news was told face to face by two (domain.md 3.7, 6 (e)).

    Raises:
        NotAllowed; CaseInBin; CaseMerged.
    """
    _admit(reader, case_id)
    return case_id in told_among(reader.session, [case_id])


def _admit(reader: Reader, case_id: UUID) -> None:
    reader.allow(Action.READ_FAMILY)
    refuse_limited(reader, [case_id])
    refuse_in_bin(reader, [case_id])
    refuse_merged(reader, [case_id])


def told_in_person() -> ColumnElement[bool]:
    """Give the condition that in a contact two told sensitive news face to face."""
    return (
        FamilyContact.sensitive.is_(True)
        & FamilyContact.withdrawn_at.is_(None)
        & FamilyContact.second_staff_id.is_not(None)
        & FamilyContact.how.in_(FACE_TO_FACE)
        & FamilyContact.outcome.in_(SPOKEN)
    )


def told_among(session: Session, case_ids: Iterable[UUID]) -> frozenset[UUID]:
    """Name those cases whose families were told sensitive news face to face by two."""
    told = select(FamilyContact.case_id).where(
        FamilyContact.case_id.in_(list(case_ids)), told_in_person()
    )
    return frozenset(session.scalars(told))


def _names(session: Session, ids: Iterable[UUID]) -> dict[UUID, str]:
    rows = session.execute(select(Staff.id, Staff.name).where(Staff.id.in_(set(ids)))).all()
    return dict(rows)


def _colleagues(reader: Reader) -> tuple[Colleague, ...]:
    """Name who else works here and may see families: one of them is the second at the door."""
    members = reader.session.scalars(
        select(Staff)
        .where(
            Staff.left_at.is_(None),
            Staff.kind == StaffKind.MEMBER,
            Staff.id != reader.actor.id,
        )
        .order_by(Staff.name)
    )
    return tuple(
        Colleague(one.id, one.name) for one in members if may(one.roles, Action.READ_FAMILY)
    )


def _consent(
    row: Consent,
    relatives: dict[UUID, Relative],
    staff: dict[UUID, str],
    numbers: dict[UUID, str],
) -> ConsentView:
    relative = relatives.get(row.relative_id) if row.relative_id else None
    return ConsentView(
        id=row.id,
        version=row.version,
        subject=row.subject,
        by=relative.full_name if relative else row.given_by,
        relation=relative.relation if relative else None,
        form=row.form,
        given=row.given,
        language=row.language,
        interpreter=row.interpreter,
        witness=row.witness,
        exhibit_id=row.exhibit_id,
        exhibit_number=numbers.get(row.exhibit_id, "") if row.exhibit_id else "",
        remark=row.remark,
        answers={one.scope: one.answer for one in row.scopes},
        recorded_at=row.created_at,
        recorded_by=staff.get(row.created_by, ""),
        withdrawn_at=row.withdrawn_at,
        withdrawn_reason=row.withdrawn_reason,
    )


def _contact(
    row: FamilyContact, relatives: dict[UUID, Relative], staff: dict[UUID, str], *, waits: bool
) -> ContactView:
    relative = relatives.get(row.relative_id) if row.relative_id else None
    return ContactView(
        id=row.id,
        version=row.version,
        relative_id=row.relative_id,
        who=relative.full_name if relative else row.spoke_with,
        relation=relative.relation if relative else None,
        how=row.how,
        outcome=row.outcome,
        happened_at=row.happened_at,
        staff=staff.get(row.staff_id, ""),
        second_staff=staff.get(row.second_staff_id, "") if row.second_staff_id else "",
        sensitive=row.sensitive,
        told=row.told,
        heard=row.heard,
        remark=row.remark,
        next_on=row.next_on,
        next_about=row.next_about,
        next_waits=waits,
        warning_reason=row.warning_reason,
        withdrawn_at=row.withdrawn_at,
        withdrawn_reason=row.withdrawn_reason,
    )
