"""Takes a GeoNames file in for window and command line alike: read shut in, planned, written."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from app.errors import BadInput
from app.importing.geonames import CLASSES, read_line
from app.sandbox.calls import read_gazetteer
from app.sandbox.faults import FileFault
from app.services.places.place_import import ImportPlaces, import_places, preview_places
from app.services.places.settlements import regions
from app.shapes.gazetteers import PlacesReport
from app.shapes.progress import Cancelled, Report, never, silent
from app.workspace import Workspace

MAX_FILE = 200 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class PlaceChoices:
    """What a person decided: places outside the theatre, and namesakes of ours elsewhere."""

    everywhere: bool = False
    namesakes: bool = False


def preview(workspace: Workspace, path: Path, choices: PlaceChoices) -> PlacesReport:
    """Say what a file would bring, and change nothing.

    Raises BadInput with a reason of `FileFault`; NotAllowed.
    """
    request = _request(path, choices)
    return workspace.read(lambda reader: preview_places(reader, request))


def run(
    workspace: Workspace,
    path: Path,
    choices: PlaceChoices,
    progress: Report = silent,
    cancelled: Cancelled = never,
) -> PlacesReport:
    """Take a file in, whole or not at all; it is read before the transaction begins.

    Raises BadInput with a reason of `FileFault`; NotAllowed; ImportStopped where `cancelled` says
    so. Nothing is changed then.
    """
    request = _request(path, choices)
    return workspace.write(lambda uow: import_places(uow, request, progress, cancelled)).value


def _request(path: Path, choices: PlaceChoices) -> ImportPlaces:
    found = read_gazetteer(_content(path), CLASSES)
    known = regions()
    lines = [read_line(cells, number, known) for number, cells in found.places]
    return ImportPlaces(lines, found.lines, found.passed, choices.everywhere, choices.namesakes)


def _content(path: Path) -> bytes:
    try:
        size = path.stat().st_size
        if size > MAX_FILE:
            raise BadInput("file", FileFault.TOO_BIG.value, found=size, limit=MAX_FILE)
        return path.read_bytes()
    except OSError as error:
        raise BadInput("file", FileFault.NOT_THERE.value, path=str(path)) from error
