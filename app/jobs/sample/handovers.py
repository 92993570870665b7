"""Lets those who came with a return operation of the sample stand on its manifest."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID

from app.jobs.sample.asked import Known
from app.jobs.sample.public_record import sample_file
from app.queries.handovers.operations import handover_page
from app.services.handovers.arrivals import record_arrivals
from app.services.places.toml_table import Table
from app.shapes.requests.evidence import UNKNOWN_DATE, SaidBy
from app.shapes.requests.handovers import NewArrival, RecordArrivals
from app.workspace import Workspace
from models.vocabulary.evidence import Credibility, Reliability
from models.vocabulary.partial_date import PartialDate


def sample_returns() -> Iterator[Table]:
    """Give the return operations of which the sample knows who came."""
    return sample_file("handovers").tables("return")


def let_come(workspace: Workspace, told: Table, known: Known, source: UUID) -> None:
    """Record who came, each on the row of the manifest that means him."""
    handover = known.handovers[told.text("handover")]
    manifest = workspace.read(lambda reader: handover_page(reader, handover)).manifest
    rows = {} if manifest is None else {man.row_no: man.row_id for man in manifest.men}
    day = PartialDate.parse_edtf(told.moment("arrived").date().isoformat())
    request = RecordArrivals(
        handover_id=handover,
        arrived_at=told.moment("arrived"),
        arrivals=tuple(
            NewArrival(
                one.text("name"),
                one.text("father"),
                PartialDate.parse_edtf(one.text("born")) if "born" in one else UNKNOWN_DATE,
                case_id=known.cases[one.text("case")],
                row_id=rows[one.number("row") or 0],
            )
            for one in told.tables("came")
        ),
        said_by=(SaidBy(source, day, reliability=Reliability.A, credibility=Credibility.ONE),),
        receiver=told.text("receiver"),
    )
    workspace.write(lambda uow: record_arrivals(uow, request))
