"""Use cases on the person of a case: identity, names, numbers, service, family."""

from __future__ import annotations

from dataclasses import fields
from uuid import UUID

from sqlalchemy import func, select

from app.db.unit_of_work import UnitOfWork
from app.errors import BadInput, NotFound
from app.search.fold import fold_number
from app.services.cases.names import checked_form, new_name, write_name
from app.services.finding.register_line import refresh
from app.services.typed_text import line, prose
from app.shapes.changes import Changes, Outcome
from app.shapes.requests.cases import (
    ChangePerson,
    IdentifierDetails,
    NameForm,
    PersonDetails,
    RelativeDetails,
    SaveIdentifier,
    SaveName,
    SaveRelative,
    SaveService,
    ServiceDetails,
)
from models.people import Identifier, OfPerson, Person, PersonName, Relative, ServiceRecord
from models.vocabulary.roles import Action

_TALLEST_CM = 260
_SHORTEST_CM = 40


def change_person(uow: UnitOfWork, request: ChangePerson) -> Outcome[None]:
    """Save the identity form.

    Raises:
        NotAllowed; NotFound; BadInput; CaseChangedMeanwhile.
    """
    uow.doing(Action.EDIT_CASE, named="change_person")
    person = uow.get(Person, request.case_id, request.version)
    write_details(uow, person, request.details)
    uow.because(request.reason)
    refresh(uow, [person.id])
    return Outcome(None, Changes.of("cases", person.id))


def write_details(uow: UnitOfWork, person: Person, details: PersonDetails) -> None:
    """Write the identity form into its row.

    Raises:
        BadInput: born in the future, a height that no man has, a text too long.
    """
    if details.birth.earliest is not None and details.birth.earliest > uow.clock.today():
        raise BadInput("birth", "in_future", date=details.birth)
    height = details.height_cm
    if height is not None and not _SHORTEST_CM <= height <= _TALLEST_CM:
        raise BadInput("height_cm", "out_of_range", value=height)
    for field in fields(details):
        value = getattr(details, field.name)
        if field.name == "marks":
            value = prose(value, field.name)
        elif isinstance(value, str) and type(value) is str:
            value = line(value, field.name, limit=500)
        setattr(person, field.name, value)


def save_name(uow: UnitOfWork, request: SaveName) -> Outcome[UUID]:
    """Add a form of a name or correct one; the first name of an unnamed figure names him.

    Of the primary forms of one script the newest is primary.

    Raises:
        NotAllowed; NotFound; BadInput; CaseChangedMeanwhile.
    """
    uow.doing(Action.EDIT_CASE, named="save_name")
    form = checked_form(request.name)
    if request.name_id is None:
        uow.get(Person, request.case_id)
        row = new_name(request.case_id, form, next_position(uow, PersonName, request.case_id))
        uow.session.add(row)
    else:
        found = uow.get(PersonName, request.name_id, request.version)
        _of_case(found, request.case_id)
        write_name(found, form)
        row = found
    if form.is_primary:
        _only_primary(uow, row)
    uow.because(request.reason)
    refresh(uow, [request.case_id])
    return Outcome(row.id, Changes.of("cases", request.case_id))


def _only_primary(uow: UnitOfWork, row: PersonName) -> None:
    others = uow.session.scalars(
        select(PersonName).where(
            PersonName.person_id == row.person_id,
            PersonName.script == row.script,
            PersonName.is_primary,
            PersonName.id != row.id,
        )
    )
    for other in others:
        other.is_primary = False


def next_position(
    uow: UnitOfWork, table: type[PersonName | ServiceRecord | Relative], case_id: UUID
) -> int:
    """Give the place behind the last of a man's names, service records or relatives."""
    last = uow.session.scalar(
        select(func.max(table.position)).where(table.person_id == case_id)
    )  # fmt: skip
    return 0 if last is None else last + 1


def new_service(case_id: UUID, details: ServiceDetails, position: int) -> ServiceRecord:
    """Make the row of a service record."""
    row = ServiceRecord(person_id=case_id, position=position)
    _write_service(row, details)
    return row


def _write_service(row: ServiceRecord, details: ServiceDetails) -> None:
    row.service_type = details.service_type
    row.rank = details.rank
    row.rank_as_written = line(details.rank_as_written, "rank", limit=200)
    row.unit_id = details.unit_id
    row.unit_as_written = line(details.unit_as_written, "unit", limit=300)
    row.duty = line(details.duty, "duty", limit=200)
    row.power_of_origin = line(details.power_of_origin, "power_of_origin", limit=200)
    row.since = details.since


def save_service(uow: UnitOfWork, request: SaveService) -> Outcome[UUID]:
    """Add a service record, which then stands on top, or correct one.

    Raises:
        NotAllowed; NotFound; BadInput; CaseChangedMeanwhile.
    """
    uow.doing(Action.EDIT_CASE, named="save_service")
    if request.record_id is None:
        uow.get(Person, request.case_id)
        first = uow.session.scalar(
            select(func.min(ServiceRecord.position)).where(
                ServiceRecord.person_id == request.case_id
            )
        )
        row = new_service(request.case_id, request.service, 0 if first is None else first - 1)
        uow.session.add(row)
    else:
        found = uow.get(ServiceRecord, request.record_id, request.version)
        _of_case(found, request.case_id)
        _write_service(found, request.service)
        row = found
    uow.because(request.reason)
    refresh(uow, [request.case_id])
    return Outcome(row.id, Changes.of("cases", request.case_id))


def new_identifier(case_id: UUID, details: IdentifierDetails) -> Identifier:
    """Make the row of a number.

    Raises:
        BadInput: there is none.
    """
    row = Identifier(person_id=case_id, kind=details.kind, value="")
    _write_identifier(row, details)
    return row


def _write_identifier(row: Identifier, details: IdentifierDetails) -> None:
    value = line(details.value, "identifier", limit=200)
    if not value:
        raise BadInput("identifier", "missing")
    row.kind = details.kind
    row.value = value
    row.value_folded = fold_number(value)
    row.issuer = line(details.issuer, "issuer", limit=200)
    row.scope = line(details.scope, "scope", limit=200)


def save_identifier(uow: UnitOfWork, request: SaveIdentifier) -> Outcome[UUID]:
    """Add a number or correct one.

    Raises:
        NotAllowed; NotFound; BadInput; CaseChangedMeanwhile.
    """
    uow.doing(Action.EDIT_CASE, named="save_identifier")
    if request.identifier_id is None:
        uow.get(Person, request.case_id)
        row = new_identifier(request.case_id, request.identifier)
        uow.session.add(row)
    else:
        found = uow.get(Identifier, request.identifier_id, request.version)
        _of_case(found, request.case_id)
        _write_identifier(found, request.identifier)
        row = found
    uow.because(request.reason)
    refresh(uow, [request.case_id])
    return Outcome(row.id, Changes.of("cases", request.case_id))


def new_relative(case_id: UUID, details: RelativeDetails, position: int) -> Relative:
    """Make the row of a relative.

    Raises:
        BadInput: the name is missing.
    """
    row = Relative(person_id=case_id, position=position, full_name="", relation=details.relation)
    _write_relative(row, details)
    return row


def _write_relative(row: Relative, details: RelativeDetails) -> None:
    name = line(details.full_name, "full_name")
    if not name:
        raise BadInput("full_name", "missing")
    row.relation = details.relation
    row.full_name = name
    row.maiden_name = line(details.maiden_name, "maiden_name", limit=200)
    row.phone = line(details.phone, "phone", limit=200)
    row.address = line(details.address, "address", limit=500)
    row.email = line(details.email, "email", limit=200)
    row.languages = line(details.languages, "languages", limit=100)
    row.reached_best = line(details.reached_best, "reached_best", limit=300)
    row.may_be_told = details.may_be_told
    row.is_person_to_be_informed = details.is_person_to_be_informed
    row.is_notification_address = details.is_notification_address
    row.is_reporter = details.is_reporter
    row.remark = prose(details.remark, "remark")


def save_relative(uow: UnitOfWork, request: SaveRelative) -> Outcome[UUID]:
    """Add a relative or contact, or correct one.

    Raises:
        NotAllowed; NotFound; BadInput; CaseChangedMeanwhile.
    """
    uow.doing(Action.EDIT_FAMILY, named="save_relative")
    if request.relative_id is None:
        uow.get(Person, request.case_id)
        position = next_position(uow, Relative, request.case_id)
        row = new_relative(request.case_id, request.relative, position)
        uow.session.add(row)
    else:
        found = uow.get(Relative, request.relative_id, request.version)
        _of_case(found, request.case_id)
        _write_relative(found, request.relative)
        row = found
    uow.because(request.reason)
    return Outcome(row.id, Changes.of("cases", request.case_id))


def _of_case(row: OfPerson, case_id: UUID) -> None:
    if row.person_id != case_id:
        raise NotFound("cases", case_id)


def named(forms: tuple[NameForm, ...], figure_label: str) -> None:
    """Ask that a case can be told from others.

    Raises:
        BadInput: there is neither a name nor a figure.
    """
    if not forms and not figure_label.strip():
        raise BadInput("name", "missing")
