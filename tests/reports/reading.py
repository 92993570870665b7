"""Reads papers back with eyes that share no code with what wrote them."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator

import pikepdf
import pypdfium2

_SOFT_BREAK = re.compile("[\u00ad\ufffe\u0002]\\s*")


def pages_of(content: bytes) -> list[str]:
    """Return the text of each page with line ends as spaces and soft hyphens mended."""
    document = pypdfium2.PdfDocument(content)
    pages = []
    for page in document:
        text = page.get_textpage().get_text_range()
        pages.append(" ".join(_SOFT_BREAK.sub("", text).split()))
    document.close()
    return pages


def text_of(content: bytes) -> str:
    """Return the text of a whole paper."""
    return " ".join(pages_of(content))


def unspaced(text: str) -> str:
    """Return text without any white space, for words that were broken over lines."""
    return "".join(text.split())


def objects_of(content: bytes) -> Iterator[pikepdf.Object]:
    """Yield every object in a file."""
    with pikepdf.open(io.BytesIO(content)) as pdf:
        yield from pdf.objects


def fonts_of(content: bytes) -> dict[str, bool]:
    """Return the fonts of a file and whether each is embedded."""
    fonts: dict[str, bool] = {}
    for found in objects_of(content):
        if isinstance(found, pikepdf.Dictionary) and found.get("/Type") == "/Font":
            descriptor = found.get("/FontDescriptor")
            fonts[str(found.BaseFont)] = descriptor is not None and "/FontFile2" in descriptor
    return fonts
