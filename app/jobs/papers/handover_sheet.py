"""Writes a handover sheet as a paper: read, lay out, write."""

from __future__ import annotations

from uuid import UUID

from app.db.unit_of_work import Reader
from app.jobs.papers.office_papers import paper_context
from app.queries.handovers.operations import handover_page
from app.reports.context import PaperContext
from app.reports.handover_sheet import handover_sheet
from app.reports.paper_words import PaperWords
from app.reports.render import PdfFile, write_pdf
from app.shapes.handovers import HandoverPage
from app.workspace import Workspace
from models.vocabulary.deeds import ReadKind
from models.vocabulary.papers import PaperFormat


def draft_handover_sheet(
    workspace: Workspace, handover_id: UUID, lang: str, paper: PaperFormat = PaperFormat.A4
) -> PdfFile:
    """Write the sheet of a handover as a draft, in memory.

    Raises:
        NotAllowed; NotFound; FontMissing; FurnitureTooLong.
    """

    def read(reader: Reader) -> tuple[HandoverPage, PaperContext]:
        page = handover_page(reader, handover_id, ReadKind.PRINTED)
        return page, paper_context(reader, lang, paper)

    page, context = workspace.read(read)
    return write_pdf(handover_sheet(page, PaperWords(lang), context))
