"""Turns the public record of the sample into what staff would ask: incident, returns, claims."""

from __future__ import annotations

from collections.abc import Iterator

from app.jobs.sample.asked import Known, said_by
from app.jobs.sample.content import SampleSaid, said, sample_folder
from app.services.places.toml_table import Table
from app.shapes.office import CONTACT, Office
from app.shapes.requests.handovers import RecordHandover
from app.shapes.requests.incidents import (
    AddPosition,
    AddUnit,
    OpenIncident,
    RecordClaim,
)
from models.vocabulary.accounts import Channel, ClaimCategory, ClaimForm
from models.vocabulary.partial_date import PartialDate


def sample_file(name: str) -> Table:
    """Read one of the sample's files."""
    return Table.of_file(sample_folder() / f"{name}.toml")


def office_asked() -> Office:
    """Describe the office of the sample."""
    told = sample_file("office")
    return Office(
        name_en=told.text("name_en"),
        name_hy=told.text("name_hy"),
        name_ru=told.text("name_ru"),
        prefix=told.text("prefix"),
        is_sample=True,
        **{key: told.text(key) for key in CONTACT},
    )


def incident_asked(told: Table, known: Known) -> OpenIncident:
    """Describe the founding incident."""
    title, title_hy, title_ru = told.three("title")
    summary, summary_hy, summary_ru = told.three("summary")
    return OpenIncident(
        title=title,
        title_hy=title_hy,
        title_ru=title_ru,
        occurred=PartialDate.parse_edtf(told.text("date")),
        place_id=known.place(told.text("place")),
        place_as_reported=told.text("as_reported"),
        summary=summary,
        summary_hy=summary_hy,
        summary_ru=summary_ru,
        number=told.text("number"),
    )


def unit_asked(told: Table, known: Known) -> AddUnit:
    """Describe an invented unit."""
    name, name_hy, name_ru = told.three("name")
    return AddUnit(name, name_hy, name_ru, parent_id=known.units.get(told.text("parent")))


def position_asked(told: Table, known: Known) -> AddPosition:
    """Describe an invented position of the incident."""
    if known.incident is None:
        raise ValueError("the incident comes before its positions")
    name, name_hy, name_ru = told.three("name")
    return AddPosition(
        incident_id=known.incident,
        name=name,
        name_hy=name_hy,
        name_ru=name_ru,
        unit_id=known.units[told.text("unit")],
        place_id=known.place(told.text("place")),
    )


def handovers() -> Iterator[Table]:
    """Read the return operations."""
    return sample_file("public_record").tables("handover")


def claims() -> Iterator[tuple[Table, SampleSaid]]:
    """Read the published counts, each with who said it."""
    for told in sample_file("public_record").tables("claim"):
        yield told, said(told.table("said"))


def handover_asked(told: Table, known: Known) -> RecordHandover:
    """Describe a return operation with its headcount as announced."""
    route, route_hy, route_ru = told.three("route")
    return RecordHandover(
        occurred=PartialDate.parse_edtf(told.text("date")),
        channel=Channel(told.text("channel")),
        headcount=told.number("headcount"),
        place_id=known.place(told.text("place")),
        incident_id=known.incident,
        route=route,
        route_hy=route_hy,
        route_ru=route_ru,
        remark=told.text("remark"),
    )


def claim_asked(told: Table, spoken: SampleSaid, known: Known) -> RecordClaim:
    """Describe a published count."""
    scope, scope_hy, scope_ru = told.three("scope")
    return RecordClaim(
        category=ClaimCategory(told.text("category")),
        form=ClaimForm(told.text("form")),
        said_by=said_by(spoken, known),
        number_from=told.number("number"),
        number_to=told.number("to"),
        scope=scope,
        scope_hy=scope_hy,
        scope_ru=scope_ru,
        as_of=PartialDate.parse_edtf(told.text("as_of")),
        incident_id=known.incident if told.flag("incident") else None,
        handover_id=known.handovers[told.text("handover")] if "handover" in told else None,
    )
