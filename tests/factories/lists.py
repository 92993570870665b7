"""Lists of invented men for tests, as they come in and as a person decides their rows."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from app.jobs.list_intake import read_pasted
from app.queries.lists.candidates import row_candidates
from app.queries.lists.pages import list_page
from app.services.cases.cases import register_man
from app.services.lists.decisions import decide_row
from app.services.lists.lists import take_in_list
from app.services.lists.typing import TYPED_COLUMNS, add_typed_row
from app.shapes.lists import RowCandidates, RowView
from app.shapes.requests.cases import NameForm, PersonDetails, RegisterMan, ServiceDetails
from app.shapes.requests.evidence import NewSource
from app.shapes.requests.lists import (
    AddTypedRow,
    DecideRow,
    ListDetails,
    ListTaken,
    ReceivedFile,
    RowDecided,
    RowDecision,
    TakeInList,
    TypedRow,
    VersionDetails,
)
from app.workspace import Workspace
from models.vocabulary.accounts import SourceKind
from models.vocabulary.evidence import Credibility, Reliability
from models.vocabulary.lists import ListDirection, ListOrigin, ListType
from tests.factories.men import day

CAPTORS = NewSource(SourceKind.STATE_COMMISSION_ADVERSE, "Their commission")
B2 = VersionDetails(
    dated=day("2021-01-20"),
    passed_on=day("2021-01-21"),
    reliability=Reliability.B,
    credibility=Credibility.TWO,
)


def man(
    register: Workspace, family: str, given: str, father: str = "", born: str = "", unit: str = ""
) -> UUID:
    """Register an invented man."""
    details = PersonDetails(birth=day(born)) if born else PersonDetails()
    service = ServiceDetails(unit_as_written=unit) if unit else None
    request = RegisterMan((NameForm(family, given, father),), details=details, service=service)
    return register.write(lambda uow: register_man(uow, request)).value.case_id


def taken(
    register: Workspace,
    text: str,
    kind: ListType = ListType.ACKNOWLEDGED,
    direction: ListDirection = ListDirection.IN,
    *,
    list_id: UUID | None = None,
    version: VersionDetails = B2,
    incident_id: UUID | None = None,
) -> ListTaken:
    """Take in a list as it would be pasted, or the next version of one."""
    read = read_pasted(text)
    details = ListDetails(kind, direction, "A list", CAPTORS, incident_id=incident_id)
    request = TakeInList(
        read.origin,
        read.columns,
        read.rows,
        version,
        None if list_id else details,
        list_id,
        ReceivedFile("list.txt", text.encode()),
    )
    return register.write(lambda uow: take_in_list(uow, request)).value


def typed(register: Workspace, *rows: TypedRow) -> UUID:
    """Type a list row by row; answers its id."""
    details = ListDetails(ListType.ACKNOWLEDGED, ListDirection.IN, "By fax", CAPTORS)
    empty = TakeInList(ListOrigin.TYPED, TYPED_COLUMNS, (), details=details)
    made = register.write(lambda uow: take_in_list(uow, empty)).value
    for row in rows:
        request = AddTypedRow(made.version_id, row)
        register.write(partial(add_typed_row, request=request))
    return made.list_id


def rows_of(register: Workspace, list_id: UUID, version_no: int | None = None) -> list[RowView]:
    """Give the rows of a list as they stand."""
    return list(register.read(lambda reader: list_page(reader, list_id, version_no)).rows)


def proposed(register: Workspace, version_id: UUID) -> list[RowCandidates]:
    """Give what the machine thinks of the open rows."""
    return list(register.read(lambda reader: row_candidates(reader, version_id)))


def decide(
    register: Workspace,
    row: RowView,
    decision: RowDecision,
    case_id: UUID | None = None,
    reason: str = "",
) -> RowDecided:
    """Decide about a row as it stands."""
    request = DecideRow(row.id, row.version, decision, case_id, reason=reason)
    return register.write(lambda uow: decide_row(uow, request)).value
