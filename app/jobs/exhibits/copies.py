"""Lets exhibits out of the register: a safe copy to look at, or the original, on purpose (R-39)."""

from __future__ import annotations

import hashlib
import os
import sys
from pathlib import Path
from uuid import UUID

from app.db.unit_of_work import Reader
from app.errors import AlreadyThere, BadInput, DamagedEvidence
from app.jobs.exhibits.pictures import original
from app.queries.exhibits.view import exhibit_view
from app.sandbox.exhibit_calls import FileDesk
from app.sandbox.faults import FileFault
from app.services.exhibits.custody import note_custody
from app.services.typed_text import reason as given_reason
from app.shapes.exhibits import ExhibitView
from app.shapes.progress import Cancelled, Progress, Report, never, silent
from app.shapes.requests.exhibits import NoteCustody
from app.vault.evidence import refuse_if_stopped
from app.vault.files import coded_failures, sync_folder
from app.vault.private_folder import write_private
from app.workspace import Workspace
from models.vocabulary.deeds import ReadKind
from models.vocabulary.exhibits import CustodyAction
from models.vocabulary.roles import Action

#: A longer document is shown up to here; the rest of it is in its original.
MOST_PAGES = 200


def open_safe_copy(
    workspace: Workspace, exhibit_id: UUID, *, folder: Path | None = None
) -> tuple[Path, ...]:
    """Write pictures of an exhibit, or its words, made anew in the sandbox; the default way out.

    They lie in the session's private folder until the register closes, unless a folder is named.
    Nothing of the file itself is in them: no metadata, no macros, no links. Its opening is an
    entry of the custody log. Give the paths, one a page.

    Raises:
        NotAllowed, NotFound, DamagedEvidence; BadInput: nothing of it can be shown safely.
    """
    view = workspace.read(lambda reader: exhibit_view(reader, exhibit_id, ReadKind.EXPORTED))
    content = original(workspace, exhibit_id, ReadKind.EXPORTED)
    if content is None:
        raise BadInput("file", FileFault.TOO_HEAVY.value)
    with FileDesk() as desk:
        made = _pages(desk, content) or _words(desk, content)
    step = NoteCustody(exhibit_id)
    workspace.write(lambda uow: note_custody(uow, CustodyAction.VIEWED_FOR_EXPORT, [step]))
    into = folder or workspace.private_folder.new()
    paths = []
    for at, (ending, page) in enumerate(made):
        counted = f"_{at + 1:03d}" if len(made) > 1 else ""
        path = into / f"{view.row.number}_safe{counted}.{ending}"
        with coded_failures(path):
            if path.exists():
                raise AlreadyThere(path)
            write_private(path, page)
        paths.append(path)
    return tuple(paths)


def _pages(desk: FileDesk, content: bytes) -> list[tuple[str, bytes]]:
    """Make a picture of every page; none where it is nothing that can be pictured."""
    made: list[tuple[str, bytes]] = []
    while len(made) < MOST_PAGES:
        try:
            picture = desk.make_preview(content, len(made))
        except BadInput as refused:
            known = {FileFault.NO_SUCH_PAGE.value, FileFault.NOT_A_PICTURE.value}
            if made or refused.data["reason"] in known:
                return made
            raise
        made.append(("jpg" if picture.media_type == "image/jpeg" else "png", picture.content))
        if not content[:1024].count(b"%PDF-"):
            return made  # only documents have a second page
    return made


def _words(desk: FileDesk, content: bytes) -> list[tuple[str, bytes]]:
    return [("txt", desk.read_text(content).encode())]


def export_original(
    workspace: Workspace,
    exhibit_id: UUID,
    to: Path,
    *,
    reason: str,
    to_whom: str = "",
    report: Report = silent,
    cancelled: Cancelled = never,
) -> Path:
    """Write the original to a file of its own, read-only, bit by bit as it was taken in.

    It is read back as it is written: what does not hash to what was taken in is not given out.
    The custody log has its entry before the file has its name.

    Raises:
        NotAllowed; NotFound; BadInput: no reason; AlreadyThere; DamagedEvidence; Stopped;
        DiskFull, ReadOnlyVault, StorageFailed: nothing half written stays.
    """
    why = given_reason(reason)
    view = workspace.read(lambda reader: _to_export(reader, exhibit_id))
    path = to / f"{view.row.number}{_ending(view)}" if to.is_dir() else to
    if path.exists():
        raise AlreadyThere(path)
    part = path.with_name(f".{path.name}.part")
    step = NoteCustody(exhibit_id, to_whom=to_whom, reason=why)
    try:
        with coded_failures(path):
            _copy_out(workspace, view, part, report, cancelled)
            _mark_as_foreign(part)
            part.chmod(0o400)
        workspace.write(lambda uow: note_custody(uow, CustodyAction.EXPORTED, [step]))
        with coded_failures(path):
            os.link(part, path) if os.name != "nt" else part.rename(path)
    except FileExistsError as error:
        raise AlreadyThere(path) from error
    finally:
        part.unlink(missing_ok=True)
    sync_folder(path.parent)
    return path


def _to_export(reader: Reader, exhibit_id: UUID) -> ExhibitView:
    reader.allow(Action.EXPORT_EXHIBIT)
    return exhibit_view(reader, exhibit_id, ReadKind.EXPORTED)


def _copy_out(
    workspace: Workspace, view: ExhibitView, part: Path, report: Report, cancelled: Cancelled
) -> None:
    kept = view.original.kept
    digest, done = hashlib.sha256(), 0
    part.unlink(missing_ok=True)
    handle = os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    with os.fdopen(handle, "wb") as file:
        for piece in workspace.evidence.pieces(kept):
            refuse_if_stopped(cancelled)
            digest.update(piece)
            file.write(piece)
            done += len(piece)
            report(Progress(done, kept.size, view.row.number))
        file.flush()
        os.fsync(file.fileno())
    if digest.hexdigest() != kept.sha256:
        raise DamagedEvidence(kept.id, "altered")


def _ending(view: ExhibitView) -> str:
    """Give the ending of the name it came with, where it is a plain one."""
    ending = Path(view.row.original_name).suffix
    plain = ending[1:].isascii() and ending[1:].isalnum() and len(ending) <= _LONGEST_ENDING
    return ending.lower() if plain else ""


_LONGEST_ENDING = 9


def _mark_as_foreign(path: Path) -> None:
    """Tell Windows that the file came from elsewhere, so that programs open it with care."""
    if sys.platform == "win32":
        mark = "[ZoneTransfer]\r\nZoneId=3\r\n"
        Path(f"{path}:Zone.Identifier").write_text(mark, "ascii")
