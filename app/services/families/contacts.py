"""Use cases on calls and visits: who was spoken with, what was told and heard, when next."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import select

from app.db.unit_of_work import UnitOfWork
from app.errors import BadInput, ToldAgainstWish
from app.queries.merged import refuse_merged_in
from app.services.cases.event_rows import new_event
from app.services.families.rows import relative_of
from app.services.finding.register_line import refresh
from app.services.typed_text import line, prose, reason
from app.shapes.changes import Changes, Outcome
from app.shapes.requests.evidence import RecordEvent
from app.shapes.requests.families import LogContact, WithdrawContact
from models.cases import Case, CaseLine
from models.events import Event
from models.families import FamilyContact
from models.people import Relative
from models.staff import Staff
from models.vocabulary.event_codes import EventCode
from models.vocabulary.families import FACE_TO_FACE, SPOKEN, MayBeTold
from models.vocabulary.partial_date import PartialDate, local_day
from models.vocabulary.roles import Action, StaffKind
from models.vocabulary.status import SPEAK_OF_DEATH


def log_contact(uow: UnitOfWork, request: LogContact) -> Outcome[UUID]:
    """Log that the office spoke, or tried to speak, with the family of a man.

    Where somebody was spoken with, the case gets the event A116. Sensitive news is told by two,
    and face to face where it may be a death (domain.md 3.7, 6 (e)).

    Raises:
        NotAllowed; NotFound; CaseMerged; BadInput: nobody named, a moment that lies ahead, a next
        day that is past, sensitive news told alone, by telephone or to nobody; ToldAgainstWish:
        the family asked that this relative be not told, and no reason was given.
    """
    uow.doing(Action.LOG_CONTACT, named="log_contact")
    uow.get(Case, request.case_id)
    refuse_merged_in(uow.session, [request.case_id])
    relative = relative_of(uow, request.case_id, request.relative_id)
    contact = _contact(uow, request, relative)
    _told_by_two(uow, contact)
    _as_the_family_asked(contact, relative)
    if contact.outcome in SPOKEN:
        event = new_event(
            uow,
            request.case_id,
            RecordEvent(
                (request.case_id,),
                EventCode.A116,
                PartialDate.on(local_day(request.happened_at)),
            ),
        )
        contact.event_id = event.id
    uow.session.add(contact)
    uow.session.flush()
    uow.because(contact.warning_reason)
    refresh(uow, [request.case_id])
    return Outcome(contact.id, Changes.of("cases", request.case_id))


def withdraw_contact(uow: UnitOfWork, request: WithdrawContact) -> Outcome[None]:
    """Take back a contact that was logged by mistake, with its event; both stay visible.

    Raises:
        NotAllowed; NotFound; BadInput: no reason, or gone already; CaseChangedMeanwhile.
    """
    uow.doing(Action.LOG_CONTACT, named="withdraw_contact")
    contact = uow.get(FamilyContact, request.contact_id, request.version)
    if contact.withdrawn_at is not None:
        raise BadInput("contact", "already_gone")
    why = reason(request.reason)
    contact.withdrawn_at = uow.clock.now()
    contact.withdrawn_reason = why
    if contact.event_id is not None:
        event = uow.get(Event, contact.event_id)
        if event.stands:
            event.withdrawn_at = contact.withdrawn_at
            event.withdrawn_reason = why
    uow.because(why)
    uow.session.flush()
    refresh(uow, [contact.case_id])
    return Outcome(None, Changes.of("cases", contact.case_id))


def _contact(uow: UnitOfWork, request: LogContact, relative: Relative | None) -> FamilyContact:
    spoke_with = line(request.spoke_with, "spoke_with")
    if relative is None and not spoke_with:
        raise BadInput("spoke_with", "missing")
    if request.happened_at > uow.clock.now():
        raise BadInput("happened_at", "in_future", date=request.happened_at)
    if request.next_on is not None and request.next_on < local_day(request.happened_at):
        raise BadInput("next_on", "before_contact")
    return FamilyContact(
        case_id=request.case_id,
        relative_id=request.relative_id,
        spoke_with="" if relative is not None else spoke_with,
        how=request.how,
        outcome=request.outcome,
        happened_at=request.happened_at,
        staff_id=uow.actor.id,
        second_staff_id=_colleague(uow, request.second_staff_id),
        sensitive=request.sensitive,
        told=prose(request.told, "told"),
        heard=prose(request.heard, "heard"),
        remark=prose(request.remark, "remark"),
        next_on=request.next_on,
        next_about=line(request.next_about, "next_about", limit=500),
        warning_reason=line(request.warning_reason, "warning_reason", limit=500),
    )


def _colleague(uow: UnitOfWork, staff_id: UUID | None) -> UUID | None:
    if staff_id is None:
        return None
    if staff_id == uow.actor.id:
        raise BadInput("second_staff", "oneself")
    works = select(Staff.id).where(
        Staff.id == staff_id, Staff.left_at.is_(None), Staff.kind == StaffKind.MEMBER
    )
    if uow.session.scalar(works) is None:
        raise BadInput("second_staff", "unknown")
    return staff_id


def _told_by_two(uow: UnitOfWork, contact: FamilyContact) -> None:
    """Refuse sensitive news that one told alone, or a death that was not told face to face."""
    if not contact.sensitive:
        return
    if contact.outcome not in SPOKEN:
        raise BadInput("outcome", "nobody_told")
    if contact.second_staff_id is None:
        raise BadInput("second_staff", "told_alone")
    headline = uow.session.scalar(
        select(CaseLine.headline).where(CaseLine.case_id == contact.case_id)
    )
    if headline in SPEAK_OF_DEATH and contact.how not in FACE_TO_FACE:
        raise BadInput("how", "death_face_to_face")


def _as_the_family_asked(contact: FamilyContact, relative: Relative | None) -> None:
    if relative is None or contact.warning_reason or contact.outcome not in SPOKEN:
        return
    against = {
        MayBeTold.EVERYTHING: False,
        MayBeTold.NO_SENSITIVE_NEWS: contact.sensitive,
        MayBeTold.THROUGH_ANOTHER: bool(contact.told) or contact.sensitive,
        MayBeTold.NOTHING: bool(contact.told) or contact.sensitive,
    }
    if against[relative.may_be_told]:
        raise ToldAgainstWish(relative.may_be_told)
