"""Takes files in as exhibits, for window and command line alike: hashed, looked at, kept, named.

A file is hashed before anything else is done with it; it is parsed only in the sandbox. The
original is acknowledged before any picture of it is tried, so that no file, however broken, costs
more than its picture.
"""

from __future__ import annotations

import contextlib
import io
import logging
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from app.errors import AlreadyKept, BadInput, HomewardError
from app.jobs.exhibits.pictures import make_pictures
from app.queries.exhibits.lines import same_bytes
from app.queries.exhibits.view import is_referenced
from app.sandbox.exhibit_calls import FileDesk
from app.sandbox.faults import FileFault
from app.services.exhibits.exhibits import take_in_exhibit
from app.services.exhibits.rows import name_of_file
from app.shapes.exhibits import ExhibitRow
from app.shapes.files import FileKind, FileLook, FileWarning
from app.shapes.kept_files import Fingerprint, KeptFile
from app.shapes.progress import Cancelled, Progress, Report, never, silent
from app.shapes.requests.exhibits import ExhibitFacts, LinkTo, TakeInExhibit, TakenIn
from app.vault.evidence import fingerprint
from app.workspace import Workspace
from models.vocabulary.exhibits import ExhibitKind, likely_kind

#: A larger file is looked at by its two ends; no picture is made of it.
SEEN_WHOLE = 64 * 1024 * 1024
_END = 1024 * 1024
_UNKNOWN_TYPE = "application/octet-stream"
#: Stands among the warnings of a file that tells where it was made.
HAS_LOCATION = "has_location"

_log = logging.getLogger("homeward.exhibits")


@dataclass(frozen=True, slots=True)
class Pasted:
    """Content that came from the clipboard or a drop without a file; `name` is what to call it."""

    content: bytes
    name: str


type Arrival = Path | Pasted


@dataclass(frozen=True, slots=True)
class FirstLook:
    """What a form should know before it asks: what it is, and whether it is here already."""

    fingerprint: Fingerprint
    look: FileLook
    kind: ExhibitKind
    known: tuple[ExhibitRow, ...]


def first_look(workspace: Workspace, arrival: Arrival, desk: FileDesk | None = None) -> FirstLook:
    """Hash a file, look at it in the sandbox, and say which exhibits are the same bytes.

    Raises:
        BadInput: it cannot be read, is empty or too big; NotAllowed.
    """
    with _opened(arrival) as (file, name), _desk(desk) as at:
        found = fingerprint(file, name=name)
        look = _look(at, file, found.size, name)
    known = workspace.read(lambda reader: same_bytes(reader, found.sha256))
    return FirstLook(found, look, likely_kind(look.media_type), known)


def take_in(
    workspace: Workspace,
    arrival: Arrival,
    facts: ExhibitFacts,
    links: tuple[LinkTo, ...] = (),
    *,
    twice: bool = False,
    desk: FileDesk | None = None,
    report: Report = silent,
    cancelled: Cancelled = never,
) -> TakenIn:
    """Take one file in as an exhibit and make its pictures.

    The file itself is not changed and may be deleted afterwards.

    Raises:
        BadInput, NotAllowed, NotFound; AlreadyKept: these bytes are an exhibit already and nobody
        said `twice`; Stopped; DiskFull, ReadOnlyVault, StorageFailed. Nothing is kept then.
    """
    with _desk(desk) as at:
        with _opened(arrival) as (file, name):
            found = fingerprint(file, cancelled=cancelled, name=name)
            if not twice:
                _refuse_known(workspace, found)
            look = _look(at, file, found.size, name)
            kept = workspace.evidence.keep(file, found, _named(report, name), cancelled)
        request = TakeInExhibit(
            kept=kept,
            file_name=name,
            media_type=look.media_type or _UNKNOWN_TYPE,
            facts=facts,
            links=links,
            warnings=_told(look),
            twice=twice,
        )
        try:
            taken = workspace.write(lambda uow: take_in_exhibit(uow, request)).value
        except HomewardError:
            let_go(workspace, kept)
            raise
        try:
            make_pictures(workspace, taken.exhibit_id, at)
        except HomewardError as error:  # the exhibit is taken in; its picture can be made later
            _log.warning("no pictures were made: %s", error.code)
    return taken


def _refuse_known(workspace: Workspace, found: Fingerprint) -> None:
    known = workspace.read(lambda reader: same_bytes(reader, found.sha256))
    if known:
        raise AlreadyKept(tuple(row.number for row in known), tuple(row.id for row in known))


def let_go(workspace: Workspace, kept: KeptFile) -> None:
    """Let go of a file that was kept for nothing; where that fails, the next sweep does it.

    An error of the server may come after its commit: whatever a row names stays.
    """
    with contextlib.suppress(HomewardError):
        if not workspace.read(lambda reader: is_referenced(reader, kept.id)):
            workspace.evidence.discard([kept.id])


@contextlib.contextmanager
def _opened(arrival: Arrival) -> Iterator[tuple[BinaryIO, str]]:
    if isinstance(arrival, Pasted):
        yield io.BytesIO(arrival.content), name_of_file(arrival.name)
        return
    try:
        # A pipe or a device would never end; opened without waiting for its other side.
        if not stat.S_ISREG(arrival.stat().st_mode):
            raise BadInput("file", FileFault.NOT_THERE.value, path=str(arrival))
        file = arrival.open("rb")
    except (OSError, ValueError) as error:  # ValueError: a NUL in the path
        raise BadInput("file", FileFault.NOT_THERE.value, path=str(arrival)) from error
    with file:
        try:
            yield file, name_of_file(arrival.name)
        except OSError as error:
            raise BadInput("file", FileFault.NOT_THERE.value, path=str(arrival)) from error


@contextlib.contextmanager
def _desk(desk: FileDesk | None) -> Iterator[FileDesk]:
    if desk is not None:
        yield desk
        return
    with FileDesk() as own:
        yield own


def _look(desk: FileDesk, file: BinaryIO, size: int, name: str) -> FileLook:
    """Look at a file in the sandbox; whatever happens there, the file itself is taken in."""
    try:
        if size <= SEEN_WHOLE:
            look = desk.look_at(file.read(), name)
        else:
            head = file.read(_END)
            file.seek(-_END, io.SEEK_END)
            look = desk.look_at_ends(head, file.read(), name)
    except BadInput:
        look = FileLook(_UNKNOWN_TYPE, FileKind.UNKNOWN, warnings=(FileWarning.DAMAGED,))
    finally:
        file.seek(0)
    return look


def _told(look: FileLook) -> tuple[str, ...]:
    """Name what the first look warned of; a place of taking is worth a warning of its own."""
    return (*look.warnings, *((HAS_LOCATION,) if look.has_location else ()))


def _named(report: Report, name: str) -> Report:
    return lambda step: report(Progress(step.done, step.total, name))
