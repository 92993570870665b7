"""What intake and screens ask of the sandbox about a file: what it is, pictures of it, its words.

    with FileDesk() as desk:
        look = desk.look_at(content, "photo.jpg")
        small = desk.make_thumbnail(content)

A desk keeps its worker between questions; one that met a dangerous or broken file is not used
again, so that a hostile file cannot sit and wait for the next one. The plain functions below take
a fresh worker for each question.
"""

import threading
from types import TracebackType
from typing import Self

from app.errors import BadInput
from app.sandbox.catalogue import Job
from app.sandbox.faults import FileFault
from app.sandbox.limits import MIB
from app.sandbox.process import Worker
from app.sandbox.protocol import Json, Message
from app.shapes.files import Crop, FileKind, FileLook, FileWarning, Picture

MOST_HANDED_OVER = 200 * MIB
_ENDS = 1 * MIB
THUMBNAIL = 256
PREVIEW = 1_600
#: 35 x 45 mm at 600 dots an inch, as `paper.md` prints a portrait.
PORTRAIT = (827, 1_063)


class FileDesk:
    """A worker for foreign files, started when first asked; close it when done."""

    def __init__(self) -> None:
        self._worker = Worker(Job.OPEN_FILE)
        self._sent: tuple[bytes, int] | None = None
        self._lock = threading.Lock()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """End the worker."""
        self._worker.close()
        self._sent = None

    def look_at(self, content: bytes, name: str) -> FileLook:
        """Say what a file is; one that breaks its reader is still told by its ends.

        Raises `BadInput(field="file")` only for an empty file.
        """
        if len(content) > MOST_HANDED_OVER:
            return self.look_at_ends(content[:_ENDS], content[-_ENDS:], name)
        try:
            answer = self._ask({"do": "look", "name": name}, content)
        except BadInput as refused:
            if not refused.data.get("worker_ended"):
                raise
            ends = self.look_at_ends(content[:_ENDS], content[_ENDS:][-_ENDS:], name)
            warnings = {*ends.warnings, FileWarning.DAMAGED}
            return FileLook(ends.media_type, ends.kind, warnings=_ordered(warnings))
        return self._careful(_look(answer))

    def look_at_ends(self, head: bytes, tail: bytes, name: str) -> FileLook:
        """Say what a file is by its first and last MiB, where it is too large to hand over."""
        answer = self._ask({"do": "ends", "name": name}, head, tail)
        return self._careful(_look(answer))

    def make_thumbnail(self, content: bytes) -> Picture:
        """Make a picture of at most 256 pixels a side, of a photo or of the first page of a PDF."""
        return self._picture(content, (THUMBNAIL, THUMBNAIL), quality=80)

    def make_preview(self, content: bytes, page: int = 0) -> Picture:
        """Make a picture of at most 1600 pixels a side; `page` counts those of a PDF from 0."""
        return self._picture(content, (PREVIEW, PREVIEW), page=page, quality=88)

    def make_portrait(self, content: bytes, crop: Crop | None = None) -> Picture:
        """Make a portrait for paper of at most 827 x 1063 pixels, of the whole or of a part."""
        return self._picture(content, PORTRAIT, quality=92, crop=crop)

    def turn_picture(self, content: bytes, quarters: int) -> Picture:
        """Turn a picture by so many quarters clockwise, at its full size, for a new exhibit."""
        return _picture(self._ask({"do": "derive", "quarters": quarters}, content))

    def crop_picture(self, content: bytes, crop: Crop) -> Picture:
        """Cut a part out of a picture, at its full size, for a new exhibit."""
        return _picture(self._ask({"do": "derive", "crop": _sides(crop)}, content))

    def read_text(self, content: bytes) -> str:
        """Give the words of a PDF, DOCX, ODT, HTML or plain text, two million letters at most."""
        return _blob(self._ask({"do": "words"}, content)).decode("utf-8", "replace")

    def _picture(
        self,
        content: bytes,
        box: tuple[int, int],
        *,
        quality: int,
        page: int = 0,
        crop: Crop | None = None,
    ) -> Picture:
        asked: dict[str, Json] = {
            "do": "picture",
            "width": box[0],
            "height": box[1],
            "page": page,
            "quality": quality,
        }
        if crop is not None:
            asked["crop"] = _sides(crop)
        return _picture(self._ask(asked, content))

    def _ask(self, asked: dict[str, Json], *blobs: bytes) -> Message:
        if sum(map(len, blobs)) > MOST_HANDED_OVER:
            raise BadInput("file", FileFault.TOO_HEAVY.value)
        with self._lock:
            known = (
                len(blobs) == 1
                and self._worker.running
                and self._sent is not None
                and self._sent[0] is blobs[0]
                and self._sent[1] == self._worker.starts
            )
            self._sent = None
            try:
                answers = list(self._worker.ask(asked, *(() if known else blobs)))
            except BadInput as refused:
                if refused.data["reason"] not in _HARMLESS:
                    self._worker.close()
                raise
            if len(blobs) == 1:
                self._sent = (blobs[0], self._worker.starts)
        if len(answers) != 1:
            raise BadInput("file", FileFault.READER_FAILED.value)
        return answers[0]

    def _careful(self, look: FileLook) -> FileLook:
        if look.dangerous or FileWarning.DAMAGED in look.warnings:
            self.close()
        return look


#: Refusals that say nothing bad of a file: no need to spend a worker on them.
_HARMLESS = {
    FileFault.EMPTY.value,
    FileFault.NO_WORDS.value,
    FileFault.NOT_A_PICTURE.value,
    FileFault.NO_SUCH_PAGE.value,
    FileFault.NO_SUCH_PART.value,
    FileFault.LOCKED.value,
}


def look_at(content: bytes, name: str) -> FileLook:
    """Say what a file is, in a worker of its own. Raises `BadInput` for an empty file."""
    with FileDesk() as desk:
        return desk.look_at(content, name)


def look_at_ends(head: bytes, tail: bytes, name: str) -> FileLook:
    """Say what a file is by its first and last MiB, in a worker of its own."""
    with FileDesk() as desk:
        return desk.look_at_ends(head, tail, name)


def make_thumbnail(content: bytes) -> Picture:
    """Make a picture of at most 256 pixels a side. Raises `BadInput(field="file")`."""
    with FileDesk() as desk:
        return desk.make_thumbnail(content)


def make_preview(content: bytes, page: int = 0) -> Picture:
    """Make a picture of at most 1600 pixels a side. Raises `BadInput(field="file")`."""
    with FileDesk() as desk:
        return desk.make_preview(content, page)


def make_portrait(content: bytes, crop: Crop | None = None) -> Picture:
    """Make a portrait for paper, with no metadata. Raises `BadInput(field="file")`."""
    with FileDesk() as desk:
        return desk.make_portrait(content, crop)


def turn_picture(content: bytes, quarters: int) -> Picture:
    """Turn a picture by so many quarters clockwise. Raises `BadInput(field="file")`."""
    with FileDesk() as desk:
        return desk.turn_picture(content, quarters)


def crop_picture(content: bytes, crop: Crop) -> Picture:
    """Cut a part out of a picture. Raises `BadInput(field="file")`."""
    with FileDesk() as desk:
        return desk.crop_picture(content, crop)


def read_text(content: bytes) -> str:
    """Give the words of a document. Raises `BadInput(field="file")` where it has none to read."""
    with FileDesk() as desk:
        return desk.read_text(content)


def _look(answer: Message) -> FileLook:
    head = answer.head

    def number(key: str) -> int:
        value = head.get(key)
        return value if isinstance(value, int) else 0

    listed = head.get("warnings")
    told = listed if isinstance(listed, list) else []
    return FileLook(
        media_type=str(head.get("media_type", "")),
        kind=FileKind(str(head.get("kind", FileKind.UNKNOWN.value))),
        width=number("width"),
        height=number("height"),
        pages=number("pages"),
        seconds=number("seconds"),
        taken_at=str(head.get("taken_at", "")),
        has_location=head.get("has_location") is True,
        warnings=_ordered({FileWarning(str(one)) for one in told}),
    )


def _ordered(warnings: set[FileWarning]) -> tuple[FileWarning, ...]:
    return tuple(one for one in FileWarning if one in warnings)


def _picture(answer: Message) -> Picture:
    width, height = answer.head.get("width"), answer.head.get("height")
    if not isinstance(width, int) or not isinstance(height, int):
        raise BadInput("file", FileFault.READER_FAILED.value)
    return Picture(str(answer.head.get("media_type", "")), width, height, _blob(answer))


def _blob(answer: Message) -> bytes:
    if len(answer.blobs) != 1:
        raise BadInput("file", FileFault.READER_FAILED.value)
    return answer.blobs[0]


def _sides(crop: Crop) -> list[Json]:
    return [crop.left, crop.top, crop.right, crop.bottom]
