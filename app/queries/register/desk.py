"""Reads one's own desk: drafts and what the window remembers."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import select

from app.db.unit_of_work import Reader
from app.queries.limited_access import lines_open_to
from app.shapes.desk import WaitingForm
from models.cases import Case, CaseLine
from models.desk import Draft, Preference
from models.events import Event
from models.handovers import Arrival, Handover
from models.incidents import Incident
from models.lists import ListVersion, NameList
from models.people import Identifier, PersonName, Relative, ServiceRecord
from models.submissions import Submission
from models.vocabulary.deeds import ReadKind

_OF_AN_ID = 36


def draft(reader: Reader, form: str, subject: str) -> str | None:
    """Read the draft of a form on a subject, or None where there is none."""
    return reader.session.scalar(
        select(Draft.content).where(
            Draft.staff_id == reader.actor.id, Draft.form == form, Draft.subject == subject
        )
    )


def drafts(reader: Reader) -> tuple[tuple[str, str, datetime], ...]:
    """List one's drafts, newest first: form, subject, when it was kept."""
    rows = reader.session.execute(
        select(Draft.form, Draft.subject, Draft.saved_at)
        .where(Draft.staff_id == reader.actor.id)
        .order_by(Draft.saved_at.desc())
    )
    return tuple(rows.all())


def preference(reader: Reader, key: str) -> str | None:
    """Read what the window remembers under a key, or None."""
    return reader.session.scalar(
        select(Preference.value).where(
            Preference.staff_id == reader.actor.id, Preference.key == key
        )
    )


def waiting_forms(reader: Reader) -> tuple[WaitingForm, ...]:
    """List one's unfinished forms, newest first, with what they are about."""
    return tuple(_waiting(reader, *row) for row in drafts(reader))


def _waiting(reader: Reader, form: str, subject: str, kept_at: datetime) -> WaitingForm:
    try:
        thing = UUID(subject[:_OF_AN_ID])  # a part of the form may follow
    except ValueError:
        return WaitingForm(form, subject, kept_at)
    incident = reader.session.get(Incident, thing)
    if incident is not None:
        about = f"{incident.number}  {incident.title}"
        return WaitingForm(form, subject, kept_at, about, thing, incident_id=thing)
    handover = reader.session.get(Handover, thing)
    if handover is not None:
        return WaitingForm(form, subject, kept_at, handover.number, thing, handover_id=thing)
    listed = _list_of(reader, thing)
    if listed is not None:
        return WaitingForm(form, subject, kept_at, listed.number, thing, list_id=listed.id)
    submission = reader.session.get(Submission, thing)
    if submission is not None:
        number = submission.number
        return WaitingForm(form, subject, kept_at, number, thing, submission_id=thing)
    case_id = _case_of(reader, thing)
    line = reader.session.scalar(
        select(CaseLine).where(CaseLine.case_id == case_id, *lines_open_to(reader))
    )
    if line is None:
        return WaitingForm(form, subject, kept_at, "", thing)
    arrival = reader.session.get(Arrival, thing)
    of_handover = None if arrival is None else arrival.handover_id
    reader.shows(ReadKind.FOUND, [line.case_id])
    about = f"{line.number}  {line.name}"
    return WaitingForm(form, subject, kept_at, about, thing, line.case_id, None, of_handover)


def _list_of(reader: Reader, thing: UUID) -> NameList | None:
    version = reader.session.get(ListVersion, thing)
    return reader.session.get(NameList, thing if version is None else version.list_id)


def _case_of(reader: Reader, thing: UUID) -> UUID | None:
    if reader.session.get(Case, thing) is not None:
        return thing
    event = reader.session.get(Event, thing) or reader.session.get(Arrival, thing)
    if event is not None:
        return event.case_id
    of_him = (
        reader.session.get(PersonName, thing)
        or reader.session.get(ServiceRecord, thing)
        or reader.session.get(Identifier, thing)
        or reader.session.get(Relative, thing)
    )
    return None if of_him is None else of_him.person_id
