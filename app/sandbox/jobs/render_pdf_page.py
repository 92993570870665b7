"""Turn a page of a PDF into pixels, or find words in it; the process stays warm between pages."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import pypdfium2 as pdfium

from app.sandbox.faults import FileFault, JobRefused
from app.sandbox.protocol import Json, Message
from app.sandbox.words_on_pages import boxes_of, folded, folded_page, hits_of

MOST_HITS = 1_000
MAX_PIXELS = 50_000_000


@dataclass(slots=True)
class _OpenDocument:
    digest: str
    document: pdfium.PdfDocument


_kept: list[_OpenDocument] = []


def run(asked: Mapping[str, Json], blobs: tuple[bytes, ...]) -> Iterator[Message]:
    """Give `width`, `height`, `pages` and the pixels as RGB, three bytes each, row by row.

    Asked: `page` counted from 0, `dpi`, `digest` of the document; its bytes come as a blob once
    and may be left out while the same document is asked for. With `find` instead of `page`: one
    message for each page that holds these words, `page` and `hits`, each a list of boxes.
    Raises `JobRefused`.
    """
    document = _document(str(asked.get("digest", "")), blobs)
    wanted = asked.get("find")
    if isinstance(wanted, str):
        yield from _found(document, folded(wanted).strip())
        return
    page_number, dpi = asked.get("page"), asked.get("dpi")
    if not isinstance(page_number, int) or not 0 <= page_number < len(document):
        raise JobRefused(FileFault.NO_SUCH_PAGE, page=str(page_number), found=len(document))
    scale = (dpi if isinstance(dpi, int | float) else 72) / 72
    page = document[page_number]
    try:
        width, height = page.get_size()
        if width * scale * height * scale > MAX_PIXELS:
            raise JobRefused(FileFault.PICTURE_TOO_BIG, limit=MAX_PIXELS)
        bitmap = page.render(scale=scale, rev_byteorder=True, maybe_alpha=False)
        try:
            pixels = _packed(bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride)
            size: dict[str, Json] = {
                "width": bitmap.width,
                "height": bitmap.height,
                "pages": len(document),
            }
        finally:
            bitmap.close()
    finally:
        page.close()
    yield Message(size, (pixels,))


def _found(document: pdfium.PdfDocument, wanted: str) -> Iterator[Message]:
    room = MOST_HITS if wanted else 0
    for number in range(len(document)):
        if not room:
            return
        page = document[number]
        layer = page.get_textpage()
        try:
            hits = hits_of(folded_page(layer), wanted, room)
            room -= len(hits)
            boxes = [boxes_of(layer, first, last, page.get_size()) for first, last in hits]
        finally:
            layer.close()
            page.close()
        if boxes:
            yield Message({"page": number, "hits": [[list(b) for b in hit] for hit in boxes]})


def _document(digest: str, blobs: tuple[bytes, ...]) -> pdfium.PdfDocument:
    if _kept and _kept[0].digest == digest and not blobs:
        return _kept[0].document
    if not blobs:
        raise JobRefused(FileFault.NOT_A_PDF)
    while _kept:
        _kept.pop().document.close()
    try:
        document = pdfium.PdfDocument(blobs[0])
    except pdfium.PdfiumError as error:
        raise JobRefused(FileFault.NOT_A_PDF) from error
    _kept.append(_OpenDocument(digest, document))
    return document


def _packed(buffer: bytes, width: int, height: int, stride: int) -> bytes:
    """Drop the padding at the end of each row of pixels."""
    if stride == width * 3:
        return buffer
    return b"".join(buffer[row * stride : row * stride + width * 3] for row in range(height))
