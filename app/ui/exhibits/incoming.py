"""Take what is dropped or pasted as things to be kept: files, pictures, e-mails, text (U-11).

    incoming_from(mime, at)     what a drop or the clipboard holds, () where it is nothing to keep
    files_in(folder)            every file of a folder of scans

Bytes are taken as they come and never decoded here; a pasted picture that the desk hands over only
as pixels is written as PNG.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QMimeData
from PySide6.QtGui import QImage

from app.jobs.exhibits.intake import Arrival, Pasted
from models.vocabulary.exhibits import ReceivedBy

MOST_FILES = 1_000
MOST_PASTED = 64 * 1024 * 1024
_PICTURES = {
    "image/jpeg": "jpg",
    "image/png": "png",
    "image/tiff": "tif",
    "image/webp": "webp",
    "image/gif": "gif",
    "image/heic": "heic",
    "image/bmp": "bmp",
}
_LETTERS = ("message/rfc822", "application/x-ms-outlook")
_ENDINGS = {"message/rfc822": "eml", "application/x-ms-outlook": "msg"}
#: How the heads of a letter begin in the programs our staff use.
_HEADS = re.compile(
    r"^(from|to|date|sent|subject|return-path|received|message-id"
    r"|от|кому|дата|отправлено|тема|ումից|ում|ամսաթիվ|թեմա)\s*:",
    re.IGNORECASE,
)
_SUBJECT = re.compile(r"^(?:subject|тема|թեմա)\s*:\s*(.+)$", re.IGNORECASE | re.MULTILINE)
_LONGEST_TITLE = 200


@dataclass(frozen=True, slots=True)
class Incoming:
    """One thing that is brought in: a file on a disk, or bytes that stand in no file.

    `way` is how it reached us where that can be told by itself, `title` a title it suggests.
    """

    arrival: Arrival
    way: ReceivedBy = ReceivedBy.UNKNOWN
    title: str = ""

    @classmethod
    def file(cls, path: Path, way: ReceivedBy = ReceivedBy.UNKNOWN) -> Incoming:
        """Take a file of a disk."""
        return cls(path, way)

    @property
    def name(self) -> str:
        """Return the name of the file, or what pasted content is called."""
        return self.arrival.name

    @property
    def path(self) -> Path | None:
        """Return where it stands on a disk; None for what was pasted."""
        return self.arrival if isinstance(self.arrival, Path) else None


def holds_something(mime: QMimeData) -> bool:
    """Tell whether there is anything to keep, without taking it yet."""
    return (
        any(url.isLocalFile() for url in mime.urls())
        or any(mime.hasFormat(kind) for kind in (*_LETTERS, *_PICTURES))
        or mime.hasImage()
        or mime.hasText()
    )


def incoming_from(mime: QMimeData, at: datetime) -> tuple[Incoming, ...]:
    """Give what a drop or the clipboard holds, the most faithful form of it."""
    files = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
    if files:
        return files_of(files)
    stamp = f"{at.astimezone():%Y-%m-%d-%H%M}"
    for kind in _LETTERS:
        if content := _bytes(mime, kind):
            name = f"e-mail-{stamp}.{_ENDINGS[kind]}"
            return (Incoming(Pasted(content, name), ReceivedBy.EMAIL),)
    for kind, ending in _PICTURES.items():
        if content := _bytes(mime, kind):
            return (Incoming(Pasted(content, f"pasted-{stamp}.{ending}")),)
    if mime.hasImage() and (content := _as_png(mime.imageData())):
        return (Incoming(Pasted(content, f"pasted-{stamp}.png")),)
    return _text(mime.text(), stamp)


def files_of(paths: Iterable[Path]) -> tuple[Incoming, ...]:
    """Give files, and those of folders among them."""
    found: list[Incoming] = []
    for path in paths:
        found += files_in(path) if path.is_dir() else [Incoming.file(path)]
    return tuple(found[:MOST_FILES])


def files_in(folder: Path, way: ReceivedBy = ReceivedBy.UNKNOWN) -> tuple[Incoming, ...]:
    """Give every file of a folder and of those within it, by name; no links, nothing hidden."""
    found = sorted(
        path
        for path in folder.rglob("*")
        if path.is_file() and not path.is_symlink() and not _hidden(path.relative_to(folder))
    )
    return tuple(Incoming.file(path, way) for path in found[:MOST_FILES])


def _hidden(path: Path) -> bool:
    return any(part.startswith(".") for part in path.parts)


def _bytes(mime: QMimeData, kind: str) -> bytes:
    if not mime.hasFormat(kind):
        return b""
    content = bytes(mime.data(kind).data())
    return content if len(content) <= MOST_PASTED else b""


def _as_png(pixels: object) -> bytes:
    if not isinstance(pixels, QImage) or pixels.isNull():
        return b""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    pixels.save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs want bytes, Qt takes a name
    return bytes(buffer.data().data())


def _text(text: str, stamp: str) -> tuple[Incoming, ...]:
    content = text.strip().encode("utf-8", "replace")
    if not content or len(content) > MOST_PASTED:
        return ()
    heads = sum(bool(_HEADS.match(line.strip())) for line in text.strip().splitlines()[:12])
    if heads < 2:
        return (Incoming(Pasted(content, f"text-{stamp}.txt")),)
    subject = _SUBJECT.search(text)
    title = subject.group(1).strip()[:_LONGEST_TITLE] if subject else ""
    name = f"e-mail-{stamp}.txt"
    return (Incoming(Pasted(content, name), ReceivedBy.EMAIL, title),)
