"""Use case: somebody else reports a man who is here already; his file gains what is new."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from sqlalchemy import select

from app.db.unit_of_work import UnitOfWork
from app.queries.merged import refuse_merged_in
from app.search.fold import fold, fold_number
from app.services.cases.event_rows import new_assertion, new_event
from app.services.cases.names import checked_form, new_name
from app.services.cases.people import new_identifier, new_relative, next_position
from app.services.finding.register_line import refresh
from app.services.permission import require
from app.services.typed_text import line
from app.services.warnings import refuse_unless_reasoned
from app.shapes.changes import Changes, Outcome
from app.shapes.requests.cases import RegisteredCase, SecondReport
from app.shapes.requests.evidence import RecordEvent
from models.cases import Case
from models.events import Event
from models.people import Identifier, PersonName, Relative
from models.vocabulary.people import NameKind
from models.vocabulary.roles import Action


def add_second_report(uow: UnitOfWork, request: SecondReport) -> Outcome[RegisteredCase]:
    """Add a report to the file of the man whom it is about, instead of opening a second file.

    The names it uses are kept as reported, whoever reports becomes a contact, and what he said
    stands beside what the first reporter said.

    Raises:
        NotAllowed; NotFound; CaseMerged; BadInput; NeedsReason.
    """
    uow.doing(Action.RECORD_EVENT, named="add_second_report")
    case = uow.get(Case, request.case_id)
    refuse_merged_in(uow.session, [case.id])
    _add_names(uow, request)
    _add_numbers(uow, request)
    if request.relatives:
        require(uow, Action.EDIT_FAMILY)
        position = next_position(uow, Relative, case.id)
        uow.session.add_all(
            new_relative(case.id, one, position + at) for at, one in enumerate(request.relatives)
        )
    if request.report is not None:
        _add_report(uow, case.id, request.report)
    refresh(uow, [case.id])
    return Outcome(RegisteredCase(case.id, case.number), Changes.of("cases", case.id))


def _add_names(uow: UnitOfWork, request: SecondReport) -> None:
    here = {
        fold(full)
        for full in uow.session.scalars(
            select(PersonName.full_as_written).where(PersonName.person_id == request.case_id)
        )
    }
    position = next_position(uow, PersonName, request.case_id)
    for form in request.names:
        reported = checked_form(replace(form, kind=NameKind.AS_REPORTED, is_primary=False))
        if fold(reported.full_as_written) not in here:
            here.add(fold(reported.full_as_written))
            uow.session.add(new_name(request.case_id, reported, position))
            position += 1


def _add_numbers(uow: UnitOfWork, request: SecondReport) -> None:
    here = {
        (kind, scope, fold_number(value))
        for kind, scope, value in uow.session.execute(
            select(Identifier.kind, Identifier.scope, Identifier.value_folded).where(
                Identifier.person_id == request.case_id
            )
        )
    }
    for number in request.identifiers:
        row = new_identifier(request.case_id, number)
        if (row.kind, row.scope, row.value_folded) not in here:
            uow.session.add(row)


def _add_report(uow: UnitOfWork, case_id: UUID, report: RecordEvent) -> None:
    """Let the reporter stand beside the first; he reports anew where nobody has reported yet."""
    first = next(
        (
            event
            for event in uow.session.scalars(
                select(Event)
                .where(Event.case_id == case_id, Event.code == report.code)
                .order_by(Event.id)
            )
            if event.stands
        ),
        None,
    )
    if first is None:
        first = new_event(uow, case_id, report)
    else:
        for said in report.said_by:
            new_assertion(uow, first, said, position=len(first.assertions))
    uow.session.flush()
    uow.because(line(report.warning_reason, "warning_reason", limit=500))
    refuse_unless_reasoned(uow, [case_id], [first.id], report.warning_reason)
