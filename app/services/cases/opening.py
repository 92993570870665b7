"""Opens a case with its person: what registering a man and a name on a list have in common."""

from __future__ import annotations

from app.db.unit_of_work import UnitOfWork
from app.services.cases.event_rows import new_event
from app.services.cases.names import new_name
from app.services.cases.people import (
    named,
    new_identifier,
    new_relative,
    new_service,
    write_details,
)
from app.services.numbering import given_number, next_case_number
from app.services.typed_text import line, prose
from app.services.warnings import refuse_unless_reasoned
from app.shapes.requests.cases import RegisterMan
from models.cases import Case
from models.people import Person


def open_case(uow: UnitOfWork, request: RegisterMan) -> Case:
    """Make the rows of a man and his case, with the first report of him; its line comes after.

    Raises:
        BadInput: neither name nor figure, a number taken; NeedsReason.
    """
    named(request.names, request.figure_label)
    number = given_number(uow, Case.number, request.number)
    person = Person(figure_label=line(request.figure_label, "figure_label", limit=200))
    write_details(uow, person, request.details)
    uow.session.add(person)
    uow.session.flush()
    uow.session.add_all(
        [
            *(new_name(person.id, form, at) for at, form in enumerate(request.names)),
            *(new_identifier(person.id, number) for number in request.identifiers),
            *(new_relative(person.id, one, at) for at, one in enumerate(request.relatives)),
        ]
    )
    if request.service is not None:
        uow.session.add(new_service(person.id, request.service, 0))
    case = Case(
        id=person.id,
        number=number or next_case_number(uow),
        incident_id=request.incident_id,
        position_id=request.position_id,
        officer_id=uow.actor.id,
        circumstances=prose(request.circumstances, "circumstances"),
    )
    uow.session.add(case)
    uow.session.flush()
    if request.report is not None:
        event = new_event(uow, case.id, request.report)
        uow.session.flush()
        refuse_unless_reasoned(uow, [case.id], [event.id], request.report.warning_reason)
    return case
