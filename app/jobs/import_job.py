"""Takes a list in for window and command line alike: read it shut in, plan it, write it."""

from __future__ import annotations

import contextlib
import gc
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from uuid import UUID

from app.errors import BadInput
from app.exporting.refused_rows import is_handed_out, taken_back
from app.importing.fitting import fitting_profile
from app.importing.guess import guess_profile
from app.importing.planner import Decision
from app.importing.profile import Layout, Profile
from app.importing.profile_file import shipped_profile, shipped_profiles
from app.importing.request import ImportRequest
from app.sandbox.calls import ForeignTable, TableHints, read_table
from app.sandbox.faults import FileFault
from app.services.importing.run import import_list, preview_list
from app.services.importing.undo import undo_import
from app.shapes.imports import ImportReport
from app.shapes.progress import Cancelled, Report, never, silent
from app.workspace import Workspace

MAX_FILE = 200 * 1024 * 1024
_NONE: Mapping[int, Decision] = MappingProxyType({})


def look_at(path: Path, layout: Layout | None = None) -> ForeignTable:
    """Read a list in the sandbox, for a first look or by a profile's hints.

    Raises BadInput with a reason of `FileFault`.
    """
    return _table(_content(path), path.name, layout or Layout())


def profile_for(path: Path) -> Profile:
    """Recognise the kind of a list by its columns. Raises BadInput where it is none that ships."""
    known = [shipped_profile(name) for name in shipped_profiles()]
    found = fitting_profile(known, look_at(path).rows)
    if found is None:
        raise BadInput("profile", "profile_needed", known=shipped_profiles())
    return found


def propose_profile(table: ForeignTable, name: str) -> Profile:
    """Guess which column is what; a person looks it over before anything is imported."""
    return guess_profile(table, name)


def preview(
    workspace: Workspace,
    path: Path,
    profile: Profile,
    decisions: Mapping[int, Decision] = _NONE,
    *,
    incident_id: UUID | None = None,
) -> ImportReport:
    """Say what an import would do, every row of it, and change nothing.

    Raises BadInput, NotAllowed.
    """
    request = _request(path, profile, decisions, "", incident_id)
    return workspace.read(lambda reader: preview_list(reader, request))


def run(
    workspace: Workspace,
    path: Path,
    profile: Profile,
    decisions: Mapping[int, Decision] = _NONE,
    progress: Report = silent,
    cancelled: Cancelled = never,
    *,
    received_from: str = "",
    incident_id: UUID | None = None,
) -> ImportReport:
    """Take a list in, whole or not at all. The file is read before the transaction begins.

    Raises BadInput, NotAllowed; ImportStopped where `cancelled` says so. Nothing is changed then.
    """
    request = _request(path, profile, decisions, received_from, incident_id)
    with _no_search_for_garbage():
        return workspace.write(lambda uow: import_list(uow, request, progress, cancelled)).value


def undo(workspace: Workspace, batch_id: UUID, reason: str = "") -> None:
    """Take an import back. Raises what `undo_import` raises."""
    workspace.write(lambda uow: undo_import(uow, batch_id, reason))


@contextlib.contextmanager
def _no_search_for_garbage() -> Iterator[None]:
    """Spare the collector: a plan holds a million small things, none of them garbage (-12 %)."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _request(
    path: Path,
    profile: Profile,
    decisions: Mapping[int, Decision],
    received_from: str,
    incident_id: UUID | None,
) -> ImportRequest:
    content = _content(path)
    return ImportRequest(
        content=content,
        file_name=path.name,
        table=_table(content, path.name, profile.layout),
        profile=profile,
        decisions=decisions,
        received_from=received_from,
        incident_id=incident_id,
    )


def _content(path: Path) -> bytes:
    try:
        size = path.stat().st_size
        if size > MAX_FILE:
            raise BadInput("file", FileFault.TOO_BIG.value, found=size, limit=MAX_FILE)
        return path.read_bytes()
    except OSError as error:
        raise BadInput("file", FileFault.NOT_THERE.value, path=str(path)) from error


def _table(content: bytes, name: str, layout: Layout) -> ForeignTable:
    """Read a list; rows of ours that come back corrected are as they were handed out."""
    hints = TableHints(sheet=layout.sheet) if is_handed_out(content) else _hints(layout)
    table = read_table(content, name, hints)
    return replace(table, rows=taken_back(table.rows))


def _hints(layout: Layout) -> TableHints:
    return TableHints(layout.encoding, layout.delimiter, layout.quotes, layout.sheet)
