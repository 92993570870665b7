"""Look at one foreign file: say what it is, make pictures of it, take its words out.

One process does all of it, so that a file is handed over once and a worker is spent on one file.
"""

from collections.abc import Callable, Iterator, Mapping

import pypdfium2 as pdfium
from PIL import Image

from app.sandbox import words_of_files as words
from app.sandbox.faults import FileFault, JobRefused
from app.sandbox.file_look import look_at, look_at_ends, type_of
from app.sandbox.pictures import as_jpeg, as_png, opened, remade, upright_size
from app.sandbox.protocol import Json, Message

_kept: list[bytes] = []
_PAGE_SCALE = 2.0
_FULL = (1_000_000, 1_000_000)
_LOSSLESS = {"PNG", "BMP", "GIF", "TIFF"}


def run(asked: Mapping[str, Json], blobs: tuple[bytes, ...]) -> Iterator[Message]:
    """Do what `do` asks: `look`, `ends`, `picture`, `derive` or `words`.

    The file comes as a blob once and may be left out while the same one is asked about. Raises
    `JobRefused`.
    """
    if blobs:
        _kept[:] = blobs
    match str(asked.get("do", "")):
        case "ends":
            head, tail = _kept
            yield Message(look_at_ends(head, tail, str(asked.get("name", ""))))
        case "look":
            yield Message(look_at(_whole(), str(asked.get("name", ""))))
        case "picture":
            yield _message(_picture(_whole(), asked), _quality(asked))
        case "derive":
            yield _derived(_whole(), asked)
        case "words":
            yield Message({}, (_words(_whole()).encode("utf-8", "replace"),))
        case _:
            raise JobRefused(FileFault.READER_FAILED)


def _whole() -> bytes:
    if not _kept or not _kept[0]:
        raise JobRefused(FileFault.EMPTY)
    return _kept[0]


# --- pictures


def _picture(content: bytes, asked: Mapping[str, Json]) -> Image.Image:
    box = (_number(asked, "width"), _number(asked, "height"))
    if content[:1024].find(b"%PDF-") >= 0 and type_of(content) == "application/pdf":
        return _page(content, _number(asked, "page"), box)
    with opened(content) as picture:
        crop = _crop(asked)
        if not crop:
            return remade(picture, box)
        whole = remade(picture, _box_before(upright_size(picture), crop, box))
    return _part(whole, crop)


def _page(content: bytes, number: int, box: tuple[int, int]) -> Image.Image:
    with words.opened_pdf(content) as document:
        if not 0 <= number < len(document):
            raise JobRefused(FileFault.NO_SUCH_PAGE, page=str(number), found=len(document))
        try:
            page = document[number]
        except pdfium.PdfiumError as error:
            raise JobRefused(FileFault.DAMAGED) from error
        try:
            width, height = page.get_size()
            if not (width > 0 and height > 0):
                raise JobRefused(FileFault.DAMAGED)
            scale = min(box[0] / width, box[1] / height, _PAGE_SCALE)
            # A page of a thousand metres by one point has no picture anybody could look at.
            if min(width, height) * scale < 1:
                raise JobRefused(FileFault.PICTURE_TOO_BIG, limit=max(box))
            bitmap = page.render(scale=scale, maybe_alpha=False)
            picture: Image.Image = bitmap.to_pil().convert("RGB")
            bitmap.close()
        finally:
            page.close()
    return picture


def _crop(asked: Mapping[str, Json]) -> tuple[float, float, float, float] | None:
    crop = asked.get("crop")
    if not isinstance(crop, list) or len(crop) != 4:
        return None
    sides = [float(side) if isinstance(side, int | float) else -1.0 for side in crop]
    left, top, right, bottom = sides
    if not (0 <= left < right <= 1 and 0 <= top < bottom <= 1):
        raise JobRefused(FileFault.NO_SUCH_PART)
    return left, top, right, bottom


def _box_before(
    size: tuple[int, int], crop: tuple[float, float, float, float], box: tuple[int, int]
) -> tuple[int, int]:
    """Say within what box the whole must be made for its part to fill the box wanted."""
    left, top, right, bottom = crop
    part = (size[0] * (right - left), size[1] * (bottom - top))
    scale = min(1.0, box[0] / part[0], box[1] / part[1])
    return max(1, round(size[0] * scale)), max(1, round(size[1] * scale))


def _part(picture: Image.Image, crop: tuple[float, float, float, float]) -> Image.Image:
    left, top, right, bottom = crop
    x, y = round(left * picture.width), round(top * picture.height)
    return picture.crop(
        (
            x,
            y,
            max(x + 1, round(right * picture.width)),
            max(y + 1, round(bottom * picture.height)),
        )
    )


def _derived(content: bytes, asked: Mapping[str, Json]) -> Message:
    """Turn or cut a picture at its full size, for an exhibit of its own."""
    with opened(content) as picture:
        lossless = picture.format in _LOSSLESS
        whole = remade(picture, _FULL)
    crop = _crop(asked)
    if crop:
        whole = _part(whole, crop)
    match _number(asked, "quarters") % 4:
        case 1:
            whole = whole.transpose(Image.Transpose.ROTATE_270)
        case 2:
            whole = whole.transpose(Image.Transpose.ROTATE_180)
        case 3:
            whole = whole.transpose(Image.Transpose.ROTATE_90)
    return _message(whole, 0 if lossless else 95)


def _message(picture: Image.Image, quality: int) -> Message:
    content = as_jpeg(picture, quality) if quality else as_png(picture)
    facts: dict[str, Json] = {
        "media_type": "image/jpeg" if quality else "image/png",
        "width": picture.width,
        "height": picture.height,
    }
    return Message(facts, (content,))


def _number(asked: Mapping[str, Json], key: str) -> int:
    value = asked.get(key)
    return value if isinstance(value, int) else 0


def _quality(asked: Mapping[str, Json]) -> int:
    return _number(asked, "quality") or 88


# --- words

_READERS: dict[str, Callable[[bytes], str]] = {
    "application/pdf": words.words_of_pdf,
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": words.words_of_docx,
    "application/vnd.oasis.opendocument.text": words.words_of_odt,
    "text/plain": words.words_of_text,
    "text/csv": words.words_of_text,
    "message/rfc822": words.words_of_text,
    "text/html": words.words_of_page,
}


def _words(content: bytes) -> str:
    reader = _READERS.get(type_of(content))
    if reader is None:
        raise JobRefused(FileFault.NO_WORDS)
    return reader(content)
