"""Prints a list of cases as a draft: read, lay out, write."""

from __future__ import annotations

from app.db.unit_of_work import Reader
from app.jobs.papers.office_papers import paper_context
from app.queries.papers.case_list_paper import case_list_paper
from app.reports.case_list_sheet import case_list_sheet, lies_across
from app.reports.context import PaperContext
from app.reports.paper_words import PaperWords
from app.reports.render import PdfFile, write_pdf
from app.shapes.case_list_paper import CaseListPaper, CaseListWanted
from app.workspace import Workspace
from models.vocabulary.deeds import ReadKind
from models.vocabulary.papers import PaperFormat


def draft_case_list(
    workspace: Workspace,
    wanted: CaseListWanted,
    lang: str,
    how: ReadKind = ReadKind.PRINTED,
    paper: PaperFormat = PaperFormat.A4,
) -> PdfFile:
    """Print the cases that a filter lets through, in memory.

    Raises:
        NotAllowed; BadInput: no columns, or more than fit on a page; FontMissing.
    """
    lies_across(wanted.columns, wanted.turn)  # before anything is read

    def read(reader: Reader) -> tuple[CaseListPaper, PaperContext]:
        return case_list_paper(reader, wanted, how), paper_context(reader, lang, paper)

    listed, context = workspace.read(read)
    return write_pdf(case_list_sheet(listed, PaperWords(lang), context))


def note_list_leaves(workspace: Workspace, wanted: CaseListWanted) -> None:
    """Note that a list drafted before is saved as a file or goes to a printer.

    Raises:
        NotAllowed.
    """
    workspace.read(lambda reader: case_list_paper(reader, wanted, ReadKind.EXPORTED))
