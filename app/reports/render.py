"""Writes a finished `Document` as a PDF file in memory."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from app.reports.document import Document, Format
from app.reports.pdf.typeset import typeset
from models.vocabulary.papers import PaperFormat


@dataclass(frozen=True, slots=True)
class PdfFile:
    """The bytes of a paper, what they hash to, the characters it had to spell out, its sheets."""

    content: bytes
    pages: int
    sha256: str
    missing_characters: tuple[str, ...] = ()
    landscape: bool = False
    paper: PaperFormat = PaperFormat.A4


def write_pdf(document: Document) -> PdfFile:
    """Write `document`; the same document gives the same bytes (R-52).

    Raises FontMissing where the program was installed without its typeface, FurnitureTooLong
    when the office's name or another fixed line does not fit its place.
    """
    done = typeset(document)
    return PdfFile(
        content=done.content,
        pages=done.pages,
        sha256=hashlib.sha256(done.content).hexdigest(),
        missing_characters=tuple(f"U+{code:04X}" for code in done.missing),
        landscape=document.format is Format.LANDSCAPE,
        paper=document.paper,
    )
