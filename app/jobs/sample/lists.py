"""Sends and takes in the lists of the sample, as staff would."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from uuid import UUID

from app.jobs.list_intake import read_pasted
from app.jobs.sample.public_record import sample_file
from app.queries.lists.pages import list_lines
from app.services.lists.decisions import accept_sure_rows
from app.services.lists.lists import take_in_list
from app.services.lists.sending import send_list
from app.services.places.toml_table import Table
from app.shapes.requests.lists import (
    ListDetails,
    ReceivedFile,
    SendList,
    TakeInList,
    VersionDetails,
)
from app.workspace import Workspace
from models.vocabulary.accounts import Channel
from models.vocabulary.evidence import Credibility, Reliability
from models.vocabulary.lists import ListDirection, ListType
from models.vocabulary.partial_date import PartialDate

SENT, RECEIVED = "sent", "received"


def sample_lists() -> Iterator[tuple[str, Table]]:
    """Give the lists that went out and came in, each with its way."""
    told = sample_file("lists")
    for way in (SENT, RECEIVED):
        yield from ((way, one) for one in told.tables(way))


def send(workspace: Workspace, told: Table, cases: Mapping[str, UUID], incident: UUID) -> None:
    """Send a list of our own men, or the next version of one."""
    number = told.text("number")
    known = {line.number: line.id for line in workspace.read(list_lines)}
    details = None
    if number not in known:
        details = _details(told, ListDirection.OUT, None, incident_id=incident)
    request = SendList(
        case_ids=tuple(cases[one] for one in told.texts("men")),
        version=_version(told),
        details=details,
        list_id=known.get(number),
    )
    workspace.write(lambda uow: send_list(uow, request))


def receive(
    workspace: Workspace,
    told: Table,
    issuer: UUID,
    incident: UUID,
    handovers: Mapping[str, UUID],
) -> None:
    """Take a list in as it was pasted; where the story says so, accept what is sure."""
    text = told.text("rows").strip()
    read = read_pasted(text)
    request = TakeInList(
        origin=read.origin,
        columns=read.columns,
        rows=read.rows,
        version=_version(told),
        details=_details(
            told,
            ListDirection.IN,
            issuer,
            incident_id=incident,
            handover_id=handovers.get(told.text("handover")),
        ),
        file=ReceivedFile("received.txt", text.encode(), "text/plain"),
    )
    version_id = workspace.write(lambda uow: take_in_list(uow, request)).value.version_id
    if told.flag("accept_sure"):
        workspace.write(lambda uow: accept_sure_rows(uow, version_id))


def _details(
    told: Table,
    direction: ListDirection,
    issuer: UUID | None,
    *,
    incident_id: UUID,
    handover_id: UUID | None = None,
) -> ListDetails:
    return ListDetails(
        kind=ListType(told.text("kind")),
        direction=direction,
        title=told.text("title"),
        issuer=issuer,
        recipient=told.text("recipient"),
        channel=Channel(told.text("channel")),
        incident_id=incident_id,
        handover_id=handover_id,
        number=told.text("number"),
    )


def _version(told: Table) -> VersionDetails:
    grade = told.text("grade") or "F6"
    when = PartialDate.parse_edtf(told.text("date"))
    return VersionDetails(
        dated=when,
        passed_on=when,
        reliability=Reliability(grade[0]),
        credibility=Credibility(grade[1]),
    )
