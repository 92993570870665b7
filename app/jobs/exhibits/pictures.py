"""Makes thumbnails, previews, texts and portraits of exhibits, all of them in the sandbox."""

from __future__ import annotations

import contextlib
import io
from uuid import UUID

from app.errors import BadInput
from app.queries.exhibits.view import kept_file, portrait_file
from app.sandbox.calls import regrey_picture
from app.sandbox.exhibit_calls import FileDesk
from app.sandbox.faults import FileFault
from app.services.exhibits.exhibits import keep_made
from app.services.exhibits.portraits import mark_portrait
from app.shapes.exhibits import BlobView
from app.shapes.files import Crop, Picture
from app.shapes.kept_files import KeptFile
from app.shapes.requests.exhibits import (
    DeriveExhibit,
    KeepMade,
    MadeFile,
    MarkPortrait,
    TakenIn,
)
from app.vault.evidence import fingerprint
from app.workspace import Workspace
from models.vocabulary.deeds import ReadKind
from models.vocabulary.exhibits import BlobKind, ExhibitKind

#: No picture is made of a larger file: it would fill the memory of a small machine.
PICTURED = 64 * 1024 * 1024
#: Nothing the sandbox makes is larger; whatever is, is not held in memory.
_MADE = 64 * 1024 * 1024
#: Longest side of a portrait on paper: 45 mm at 300 dots an inch, and some to cut off.
PRINTED = 640
#: The type of kept grey pixels; their size stands behind it.
GREY = "application/x-homeward-grey"


def make_pictures(workspace: Workspace, exhibit_id: UUID, desk: FileDesk) -> None:
    """Make what a screen shows of an exhibit; what cannot be made is noted, and nothing is lost.

    Raises:
        NotAllowed, NotFound, DamagedEvidence; DiskFull and its like.
    """
    content = original(workspace, exhibit_id)
    if content is None:
        note = KeepMade(exhibit_id, no_picture=FileFault.TOO_HEAVY.value)
        workspace.write(lambda uow: keep_made(uow, note))
        return
    made: list[MadeFile] = []
    no_picture = ""
    try:
        for kind, make in (
            (BlobKind.THUMBNAIL, desk.make_thumbnail),
            (BlobKind.PREVIEW, desk.make_preview),
        ):
            picture = make(content)
            made.append(MadeFile(kind, keep_bytes(workspace, picture.content), picture.media_type))
    except BadInput as refused:
        no_picture = str(refused.data["reason"])
    with contextlib.suppress(BadInput):  # no words in it, or none that can be read
        words = desk.read_text(content)
        if words.strip():
            kept = keep_bytes(workspace, words.encode())
            made.append(MadeFile(BlobKind.TEXT, kept, "text/plain; charset=utf-8"))
    asked = KeepMade(exhibit_id, tuple(made), no_picture)
    workspace.write(lambda uow: keep_made(uow, asked))


def original(
    workspace: Workspace, exhibit_id: UUID, how: ReadKind = ReadKind.VIEWED
) -> bytes | None:
    """Read an original whole for the sandbox; None where it is too large for that.

    `how` goes into the log of readings.

    Raises:
        NotAllowed, NotFound, DamagedEvidence.
    """
    blob = workspace.read(lambda reader: kept_file(reader, exhibit_id, BlobKind.ORIGINAL, how))
    if blob is None or blob.kept.size > PICTURED:
        return None
    return b"".join(workspace.evidence.pieces(blob.kept))


def picture_of(workspace: Workspace, exhibit_id: UUID, kind: BlobKind) -> bytes | None:
    """Give the thumbnail, preview or text of an exhibit, None where there is none.

    Never the original: what is given here was made in the sandbox and may be shown.

    Raises:
        NotAllowed, NotFound, DamagedEvidence.
    """
    if kind is BlobKind.ORIGINAL:
        raise BadInput("kind", "unknown")
    return _read(workspace, workspace.read(lambda reader: kept_file(reader, exhibit_id, kind)))


def portrait_of(workspace: Workspace, case_id: UUID) -> bytes | None:
    """Give the picture that stands for a man, encoded anew; None where there is none.

    Raises:
        NotAllowed, DamagedEvidence.
    """
    return _read(workspace, workspace.read(lambda reader: portrait_file(reader, case_id)))


def choose_portrait(
    workspace: Workspace,
    case_id: UUID,
    exhibit_id: UUID,
    crop: Crop | None = None,
    *,
    transform: str = "cropped",
    desk: FileDesk | None = None,
) -> TakenIn:
    """Let an exhibit stand for a man; a part of it becomes an exhibit of its own first.

    `transform` says in the office's words what was done where a part was cut out.

    Raises:
        BadInput: it is no picture; NotAllowed, NotFound, DamagedEvidence.
    """
    content = original(workspace, exhibit_id)
    if content is None:
        raise BadInput("file", FileFault.TOO_HEAVY.value)
    with contextlib.ExitStack() as stack:
        at = desk or stack.enter_context(FileDesk())
        portrait = at.make_portrait(content, crop)
        grey = regrey_picture(portrait.content, PRINTED)
        cropped = None
        if crop is not None:
            cropped = _cut_out(workspace, exhibit_id, at.crop_picture(content, crop), transform)
        asked = MarkPortrait(
            case_id,
            exhibit_id,
            keep_bytes(workspace, portrait.content),
            portrait.media_type,
            keep_bytes(workspace, grey.pixels),
            f"{GREY};width={grey.width};height={grey.height}",
            cropped,
        )
        taken = workspace.write(lambda uow: mark_portrait(uow, asked)).value
        if cropped is not None:
            make_pictures(workspace, taken.exhibit_id, at)
    return taken


def _cut_out(
    workspace: Workspace, exhibit_id: UUID, part: Picture, transform: str
) -> DeriveExhibit:
    ending = part.media_type.rpartition("/")[2]
    return DeriveExhibit(
        from_id=exhibit_id,
        kept=keep_bytes(workspace, part.content),
        file_name=f"cropped.{ending}",
        media_type=part.media_type,
        transform=transform,
        kind=ExhibitKind.PHOTO,
    )


def keep_bytes(workspace: Workspace, content: bytes) -> KeptFile:
    """Keep what the program made itself, a picture or a text."""
    source = io.BytesIO(content)
    return workspace.evidence.keep(source, fingerprint(source))


def _read(workspace: Workspace, blob: BlobView | None) -> bytes | None:
    if blob is None or blob.kept.size > _MADE:
        return None
    return b"".join(workspace.evidence.pieces(blob.kept))
