"""Writes the call sheet as a paper: read, lay out, write."""

from __future__ import annotations

from datetime import date

from app.db.unit_of_work import Reader
from app.jobs.papers.office_papers import paper_context
from app.queries.families.call_sheet import call_sheet
from app.reports.call_sheet import call_sheet_document
from app.reports.context import PaperContext
from app.reports.paper_words import PaperWords
from app.reports.render import PdfFile, write_pdf
from app.shapes.families import CallSheet, WhichCalls
from app.workspace import Workspace
from models.vocabulary.deeds import ReadKind
from models.vocabulary.papers import PaperFormat


def draft_call_sheet(
    workspace: Workspace,
    which: WhichCalls,
    day: date,
    lang: str,
    paper: PaperFormat = PaperFormat.A4,
) -> PdfFile:
    """Write the calls of a day as a draft, in memory.

    Raises:
        NotAllowed: who may not see families; FontMissing; FurnitureTooLong.
    """

    def read(reader: Reader) -> tuple[CallSheet, PaperContext]:
        sheet = call_sheet(reader, which, day, how=ReadKind.PRINTED)
        return sheet, paper_context(reader, lang, paper)

    sheet, context = workspace.read(read)
    return write_pdf(call_sheet_document(sheet, PaperWords(lang), context))
