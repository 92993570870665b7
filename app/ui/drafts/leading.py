"""Says where an unfinished form goes on: in itself, or on the page from which it is opened."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from app.shapes.desk import WaitingForm
from app.ui.doors import Doors, Part

type Lead = Callable[[Doors, WaitingForm], bool]


def leads_on(doors: Doors, row: WaitingForm) -> bool:
    """Go on with a form, where a door leads to it; it offers its draft by itself."""
    return any(lead(doors, row) for lead in _LEADS)


def _to_something_new(doors: Doors, row: WaitingForm) -> bool:
    """Open a form that belongs to nothing yet, or to what it is made for."""
    match row.form:
        case "register_man" if doors.editors:
            doors.editors.open_new_case()
        case "take_in" if doors.exhibits:
            doors.exhibits.open_intake()
        case "set_task" if doors.tasks:
            doors.tasks.open_task(row.case_id)
        case "take_in_list" if doors.lists and row.list_id is None:
            doors.lists.take_in(row.handover_id)
        case "send_list" if doors.lists and row.list_id is None:
            doors.lists.send(())
        case "open_submission" if doors.submissions and row.submission_id is None:
            doors.submissions.open_new(())
        case _:
            return False
    return True


def _to_a_thing(doors: Doors, row: WaitingForm) -> bool:
    """Open the form of a thing that stands, or the page of the thing."""
    if row.handover_id is not None and doors.handovers:
        doors.handovers.open_handover(row.handover_id)
    elif row.list_id is not None and doors.lists:
        doors.lists.open_list(row.list_id)
    elif row.submission_id is not None and doors.submissions:
        doors.submissions.open_submission(row.submission_id)
    elif row.incident_id is not None and doors.incidents:
        doors.incidents.open_incident(row.incident_id)
    else:
        return row.thing is not None and _to_its_form(doors, row.form, row.thing)
    return True


def _to_its_form(doors: Doors, form: str, thing: UUID) -> bool:
    match form:
        case "change_task" if doors.tasks:
            doors.tasks.open_change(thing)
        case "change_exhibit" if doors.exhibits:
            doors.exhibits.describe(thing)
        case "save_translation" if doors.exhibits:
            doors.exhibits.translate(thing)
        case _:
            return False
    return True


def _to_a_man(doors: Doors, row: WaitingForm) -> bool:
    """Open the form that is about a man, or his file."""
    case_id, part = row.case_id, row.form.removeprefix("edit_")
    if case_id is None:
        return False
    if part != row.form and doors.editors:
        thing = row.thing if row.thing != case_id else None
        doors.editors.open_editor(case_id, Part(part), thing)
        return True
    match row.form:
        case "record_event" if doors.events:
            doors.events.open_record(case_id)
        case "log_contact" if doors.families:
            doors.families.open_log(case_id)
        case "record_consent" if doors.families:
            doors.families.open_consent(case_id)
        case "set_override" if doors.decisions:
            doors.decisions.open_decision(case_id)
        case _ if doors.cases:
            doors.cases.open_case(case_id, "timeline")
        case _:
            return False
    return True


_LEADS: tuple[Lead, ...] = (_to_something_new, _to_a_thing, _to_a_man)
