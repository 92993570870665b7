"""Put a look at a file together: its type by content, its facts, its oddities."""

from app.sandbox.faults import FileFault, JobRefused
from app.sandbox.file_archives import look_into_ole, look_into_zip
from app.sandbox.file_oddities import odd_content, odd_name
from app.sandbox.file_types import OLE, ZIP, kind_of, type_by_start
from app.sandbox.film_facts import film_facts
from app.sandbox.pictures import has_location, opened, taken_at, upright_size
from app.sandbox.protocol import Json
from app.sandbox.words_of_files import opened_pdf
from app.shapes.files import FileWarning

_HEAD = 65_536
_OPENED = {
    "image/jpeg",
    "image/png",
    "image/gif",
    "image/tiff",
    "image/webp",
    "image/bmp",
    "image/heic",
}


def type_of(content: bytes) -> str:
    """Say by its bytes what a file is, archives looked into."""
    return _typed(content)[0]


def _typed(content: bytes) -> tuple[str, list[FileWarning]]:
    media_type = type_by_start(content[:_HEAD])
    if media_type == ZIP:
        return look_into_zip(content)
    if media_type == OLE:
        return look_into_ole(content)
    return media_type, []


def look_at(content: bytes, name: str) -> dict[str, Json]:
    """Look at a whole file; whatever it is, it gets an answer. Raises `JobRefused` if empty."""
    if not content:
        raise JobRefused(FileFault.EMPTY)
    media_type, warnings = _typed(content)
    warnings += odd_content(content, media_type) + odd_name(name, media_type)
    facts: dict[str, Json] = {}
    try:
        if media_type in _OPENED:
            facts = _facts_of_picture(content)
        elif media_type == "application/pdf":
            with opened_pdf(content) as document:
                facts = {"pages": len(document)}
        elif media_type.startswith(("video/", "audio/")):
            facts = _facts_of_film(content, media_type)
    except JobRefused as refused:
        warnings.append(_warning_of(refused.fault))
    return _answer(media_type, warnings, facts)


def look_at_ends(head: bytes, tail: bytes, name: str) -> dict[str, Json]:
    """Look at the first and the last piece of a file too large to hand over."""
    media_type = type_by_start(head)
    warnings = [FileWarning.ONLY_ENDS_SEEN, *odd_name(name, media_type)]
    warnings += odd_content(head + tail, media_type)
    facts: dict[str, Json] = {}
    if media_type.startswith(("video/", "audio/")):
        facts = _facts_of_film(head, media_type)
    # Where a picture ends cannot be told from its ends.
    kept: list[FileWarning] = [
        warning for warning in warnings if warning is not FileWarning.TRAILING
    ]
    return _answer(media_type, kept, facts)


def _answer(
    media_type: str, warnings: list[FileWarning], facts: dict[str, Json]
) -> dict[str, Json]:
    ordered: list[Json] = [one.value for one in FileWarning if one in warnings]
    kind = kind_of(media_type).value
    return {"media_type": media_type, "kind": kind, "warnings": ordered, **facts}


def _warning_of(fault: FileFault) -> FileWarning:
    match fault:
        case FileFault.LOCKED:
            return FileWarning.LOCKED
        case FileFault.PICTURE_TOO_BIG:
            return FileWarning.BOMB
        case _:
            return FileWarning.DAMAGED


def _facts_of_picture(content: bytes) -> dict[str, Json]:
    with opened(content) as picture:
        width, height = upright_size(picture)
        return {
            "width": width,
            "height": height,
            "taken_at": taken_at(picture),
            "has_location": has_location(picture, content),
        }


def _facts_of_film(content: bytes, media_type: str) -> dict[str, Json]:
    film = film_facts(content, media_type)
    return {
        "width": film.width,
        "height": film.height,
        "seconds": film.seconds,
        "taken_at": film.made_at,
        "has_location": film.has_location,
    }
