"""Takes the pictures of the sample in, as staff would, each at its moment."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID

from app.jobs.exhibits.intake import take_in
from app.jobs.exhibits.pictures import choose_portrait
from app.jobs.sample.content import sample_folder
from app.jobs.sample.public_record import sample_file
from app.sandbox.exhibit_calls import FileDesk
from app.services.places.toml_table import Table
from app.shapes.requests.exhibits import ExhibitFacts, LinkTo
from app.workspace import Workspace
from models.vocabulary.exhibits import ExhibitKind, ReceivedBy
from models.vocabulary.partial_date import PartialDate


def sample_exhibits() -> Iterator[Table]:
    """Give the exhibits of the sample as they are told."""
    yield from sample_file("exhibits").tables("exhibit")


def bring_in(workspace: Workspace, told: Table, case_id: UUID, desk: FileDesk) -> None:
    """Take one in and, where it says so, let it stand for its man."""
    facts = ExhibitFacts(
        kind=ExhibitKind(told.text("kind")),
        title=told.text("title"),
        origin=told.text("origin"),
        origin_unknown=not told.text("origin"),
        received_by=ReceivedBy(told.text("received_by")),
        received=_date(told, "received"),
        made=_date(told, "made"),
    )
    path = sample_folder() / "exhibits" / told.text("file")
    taken = take_in(workspace, path, facts, (LinkTo(case_id),), desk=desk)
    if told.flag("portrait"):
        choose_portrait(workspace, case_id, taken.exhibit_id, desk=desk)


def _date(told: Table, key: str) -> PartialDate:
    written = told.text(key)
    return PartialDate.parse_edtf(written) if written else PartialDate.unknown()
