"""Lay one strip over the head of every page of a PDF, and say anew what the file is about."""

import io
from collections.abc import Iterator, Mapping

import pikepdf

from app.sandbox.faults import FileFault, JobRefused
from app.sandbox.protocol import Json, Message


def run(asked: Mapping[str, Json], blobs: tuple[bytes, ...]) -> Iterator[Message]:
    """Give the marked file and how many pages it has. Blobs: the PDF, and a PDF of one strip.

    The strip lies at the upper left corner in its own size; the pages under it stay as they are,
    and the same two files give the same bytes. Raises `JobRefused`.
    """
    content, strip = blobs
    marked = io.BytesIO()
    try:
        with pikepdf.open(io.BytesIO(content)) as paper, pikepdf.open(io.BytesIO(strip)) as layer:
            mark = layer.pages[0]
            for page in paper.pages:
                page.add_overlay(mark, _at_the_head(page, mark))
            paper.docinfo["/Subject"] = str(asked["subject"])
            paper.save(marked, deterministic_id=True)
            pages = len(paper.pages)
    except pikepdf.PdfError as error:
        raise JobRefused(FileFault.NOT_A_PDF) from error
    yield Message({"pages": pages}, (marked.getvalue(),))


def _at_the_head(page: pikepdf.Page, mark: pikepdf.Page) -> pikepdf.Rectangle:
    sheet, strip = pikepdf.Rectangle(page.mediabox), pikepdf.Rectangle(mark.mediabox)
    return pikepdf.Rectangle(
        sheet.llx, sheet.ury - strip.height, sheet.llx + strip.width, sheet.ury
    )
