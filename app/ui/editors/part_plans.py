"""Say of each part of a file which fields its form has, how it is read and how it is saved."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any  # Any: the unit of work belongs to a floor the window never names
from uuid import UUID

from app.errors import NotFound
from app.services.cases.cases import change_case
from app.services.cases.names import full_name
from app.services.cases.people import (
    change_person,
    save_identifier,
    save_name,
    save_relative,
    save_service,
)
from app.shapes.case_file import CaseFile
from app.shapes.changes import Outcome
from app.shapes.requests.cases import (
    ChangeCase,
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
from app.ui.doors import Part
from app.ui.editors.field_specs import Group
from app.ui.editors.part_fields import FILE, NAME, NUMBER, PERSON, RELATIVE, SERVICE
from app.ui.widgets.kit import Words
from models.vocabulary.people import IdentifierKind, Relation

type UseCase = Callable[[Any], Outcome[Any]]


@dataclass(frozen=True, slots=True)
class CaseFacts:
    """What the file itself says, apart from the man."""

    incident_id: UUID | None = None
    position_id: UUID | None = None
    circumstances: str = ""
    circumstances_releasable: str = ""
    believed_responsible: str = ""
    steps_taken: str = ""
    remark: str = ""
    access_limited: bool = False
    urgent: bool = False


type Shape = (
    PersonDetails | NameForm | ServiceDetails | IdentifierDetails | RelativeDetails | CaseFacts
)


@dataclass(frozen=True, slots=True)
class Editing:
    """Which part of whose file is edited; no `thing` for a new one."""

    part: Part
    case_id: UUID
    thing: UUID | None = None

    @property
    def about(self) -> str:
        """Return what its draft is about."""
        return str(self.thing or self.case_id)


@dataclass(frozen=True, slots=True)
class Saving:
    """What is to be saved, on which version it was typed, and why."""

    editing: Editing
    version: int
    shape: Any  # the shape of the part; each plan knows its own
    reason: str


@dataclass(frozen=True, slots=True)
class Plan:
    """One part of a file: its form, how it begins, how it is read and saved."""

    new_title: Words
    edit_title: Words
    groups: tuple[Group, ...]
    empty: Callable[[], Shape]
    read: Callable[[CaseFile, UUID | None], tuple[Shape, int]]
    save: Callable[[Any, Saving], Outcome[Any]]
    single: bool = False
    """The file has just one of it: there is no new one."""
    tidy: Callable[[Any, Any], Any] = lambda _, mine: mine
    """What follows from a change by itself, given what stood before and what was typed."""


def _person(file: CaseFile, _: UUID | None) -> tuple[Shape, int]:
    return file.details, file.person_version


def _facts(file: CaseFile, _: UUID | None) -> tuple[Shape, int]:
    facts = CaseFacts(
        file.incident_id,
        file.position_id,
        file.circumstances,
        file.circumstances_releasable,
        file.believed_responsible,
        file.steps_taken,
        file.remark,
        file.access_limited,
        file.urgent,
    )
    return facts, file.version


def _name(file: CaseFile, thing: UUID | None) -> tuple[Shape, int]:
    for name in file.names:
        if name.id == thing:
            return name.form, name.version
    raise NotFound("person_names", str(thing))


def _service(file: CaseFile, thing: UUID | None) -> tuple[Shape, int]:
    for record in file.service:
        if record.id == thing:
            return record.details, record.version
    raise NotFound("service_records", str(thing))


def _number(file: CaseFile, thing: UUID | None) -> tuple[Shape, int]:
    for number in file.identifiers:
        if number.id == thing:
            return number.details, number.version
    raise NotFound("identifiers", str(thing))


def _relative(file: CaseFile, thing: UUID | None) -> tuple[Shape, int]:
    for relative in file.relatives:
        if relative.id == thing:
            return relative.details, relative.version
    raise NotFound("relatives", str(thing))


def _save_person(uow: Any, asked: Saving) -> Outcome[Any]:
    return change_person(
        uow, ChangePerson(asked.editing.case_id, asked.version, asked.shape, asked.reason)
    )


def _save_facts(uow: Any, asked: Saving) -> Outcome[Any]:
    facts: CaseFacts = asked.shape
    return change_case(
        uow,
        ChangeCase(
            case_id=asked.editing.case_id,
            version=asked.version,
            incident_id=facts.incident_id,
            position_id=facts.position_id,
            circumstances=facts.circumstances,
            circumstances_releasable=facts.circumstances_releasable,
            believed_responsible=facts.believed_responsible,
            steps_taken=facts.steps_taken,
            remark=facts.remark,
            access_limited=facts.access_limited,
            urgent=facts.urgent,
            reason=asked.reason,
        ),
    )


def _save_name(uow: Any, asked: Saving) -> Outcome[Any]:
    of = asked.editing
    return save_name(uow, SaveName(of.case_id, asked.shape, of.thing, asked.version, asked.reason))


def _save_service(uow: Any, asked: Saving) -> Outcome[Any]:
    of = asked.editing
    return save_service(
        uow, SaveService(of.case_id, asked.shape, of.thing, asked.version, asked.reason)
    )


def _save_number(uow: Any, asked: Saving) -> Outcome[Any]:
    of = asked.editing
    return save_identifier(
        uow, SaveIdentifier(of.case_id, asked.shape, of.thing, asked.version, asked.reason)
    )


def _save_relative(uow: Any, asked: Saving) -> Outcome[Any]:
    of = asked.editing
    return save_relative(
        uow, SaveRelative(of.case_id, asked.shape, of.thing, asked.version, asked.reason)
    )


def _whole_name(before: NameForm, mine: NameForm) -> NameForm:
    """Put the whole name together anew where it had been put together from its parts."""
    bare = replace(before, full_as_written="")
    untouched = mine.full_as_written == before.full_as_written
    if untouched and before.full_as_written == full_name(bare):
        return replace(mine, full_as_written="")
    return mine


PLANS: dict[Part, Plan] = {
    Part.PERSON: Plan(
        lambda t: t.say("Who he is"),
        lambda t: t.say("Who he is"),
        PERSON,
        PersonDetails,
        _person,
        _save_person,
        single=True,
    ),
    Part.NAME: Plan(
        lambda t: t.say("Add a form of his name"),
        lambda t: t.say("Correct a form of his name"),
        NAME,
        NameForm,
        _name,
        _save_name,
        tidy=_whole_name,
    ),
    Part.SERVICE: Plan(
        lambda t: t.say("Add a service record"),
        lambda t: t.say("Correct a service record"),
        SERVICE,
        ServiceDetails,
        _service,
        _save_service,
    ),
    Part.NUMBER: Plan(
        lambda t: t.say("Add a number or document"),
        lambda t: t.say("Correct a number or document"),
        NUMBER,
        lambda: IdentifierDetails(IdentifierKind.MILITARY_ID, ""),
        _number,
        _save_number,
    ),
    Part.RELATIVE: Plan(
        lambda t: t.say("Add a relative or contact"),
        lambda t: t.say("Correct a relative or contact"),
        RELATIVE,
        lambda: RelativeDetails(Relation.MOTHER, ""),
        _relative,
        _save_relative,
    ),
    Part.FILE: Plan(
        lambda t: t.say("What the file says"),
        lambda t: t.say("What the file says"),
        FILE,
        CaseFacts,
        _facts,
        _save_facts,
        single=True,
    ),
}
