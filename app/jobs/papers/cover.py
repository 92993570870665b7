"""Makes the cover of an envelope for copies that were issued: numbers, and no name of a man."""

from __future__ import annotations

from app.db.unit_of_work import Reader
from app.jobs.papers.office_papers import paper_context
from app.queries.papers.enclosed_papers import enclosed_copies
from app.reports.context import PaperContext
from app.reports.cover_sheet import cover_sheet
from app.reports.render import PdfFile, write_pdf
from app.shapes.disclosures import DisclosureLine
from app.shapes.envelopes import CoverWanted, EnclosedPaper, Envelope
from app.wording.number_ranges import in_ranges, shared_head
from app.workspace import Workspace
from models.vocabulary.papers import PaperFormat


def draft_cover(
    workspace: Workspace, wanted: CoverWanted, lang: str, paper: PaperFormat = PaperFormat.A4
) -> PdfFile:
    """Write the cover of an envelope in memory; it is addressed to whom its papers were issued.

    Raises:
        NotAllowed; NotFound; BadInput: a paper was not issued, or they are for different
        recipients; FontMissing; FurnitureTooLong.
    """

    def read(reader: Reader) -> tuple[Envelope, PaperContext]:
        return _envelope(reader, wanted), paper_context(reader, lang, paper)

    envelope, context = workspace.read(read)
    return write_pdf(cover_sheet(envelope, lang, context))


def _envelope(reader: Reader, wanted: CoverWanted) -> Envelope:
    copies = enclosed_copies(reader, wanted.copy_ids)
    return Envelope(
        recipient=copies[0][0].recipient,
        address=wanted.address,
        attention=wanted.attention,
        by=wanted.by,
        papers=tuple(_enclosed(line, listed) for line, listed in copies),
    )


def _enclosed(line: DisclosureLine, listed: str) -> EnclosedPaper:
    return EnclosedPaper(
        kind=line.audience.value,
        about=listed or _numbers(line),
        disclosure=line.number,
        code=line.code,
        pages=line.pages,
        copy=line.copy_no,
        copies=line.copies,
    )


def _numbers(line: DisclosureLine) -> str:
    """Give the numbers of the men the reader may see, runs of them as ranges."""
    numbers = sorted(man.number for man in line.men)
    head = shared_head(numbers)
    return f"{head}{', '.join(in_ranges(numbers, head))}"
