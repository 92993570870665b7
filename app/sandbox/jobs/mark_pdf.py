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
            strip_page = layer.pages[0]
            mark = paper.copy_foreign(strip_page.as_form_xobject())
            for page in paper.pages:
                _lay_over(page, mark, pikepdf.Rectangle(strip_page.mediabox).height)
            _say_anew(paper, str(asked["subject"]))
            paper.save(marked, deterministic_id=True)
            pages = len(paper.pages)
    except pikepdf.PdfError as error:
        raise JobRefused(FileFault.NOT_A_PDF) from error
    yield Message({"pages": pages}, (marked.getvalue(),))


def _say_anew(paper: pikepdf.Pdf, subject: str) -> None:
    """Say what the file is about in both places where a file says it, alike for archives."""
    paper.docinfo["/Subject"] = subject
    if "/Metadata" in paper.Root:
        with paper.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as told:
            told["dc:description"] = subject


def _lay_over(page: pikepdf.Page, mark: pikepdf.Object, height: float) -> None:
    """Draw the strip after everything else; it says of its words that they are no text.

    Not by `add_overlay`, which invents another name for it each time.
    """
    name = page.add_resource(mark, pikepdf.Name.XObject, pikepdf.Name.Reprint)
    sheet = pikepdf.Rectangle(page.mediabox)
    place = f"1 0 0 1 {sheet.llx:.3f} {sheet.ury - height:.3f} cm"
    page.contents_add(b"q", prepend=True)
    page.contents_add(f"Q q {place} {name} Do Q".encode("ascii"))
