"""Writes the comparison of two lists as a paper: read, lay out, write."""

from __future__ import annotations

from uuid import UUID

from app.db.unit_of_work import Reader
from app.jobs.papers.office_papers import paper_context
from app.queries.lists.comparison import compare_lists
from app.reports.context import PaperContext
from app.reports.list_comparison import list_comparison_document
from app.reports.paper_words import PaperWords
from app.reports.render import PdfFile, write_pdf
from app.shapes.lists import ListDifference
from app.workspace import Workspace
from models.vocabulary.deeds import ReadKind
from models.vocabulary.papers import PaperFormat


def draft_comparison(
    workspace: Workspace, a: UUID, b: UUID, lang: str, paper: PaperFormat = PaperFormat.A4
) -> PdfFile:
    """Write two versions, of one list or of two, held against each other, in memory.

    Raises:
        NotAllowed; NotFound; FontMissing; FurnitureTooLong.
    """

    def read(reader: Reader) -> tuple[ListDifference, PaperContext]:
        found = compare_lists(reader, a, b)
        rows = [row for pair in found.pairs for row in (pair.a, pair.b)]
        rows += [*found.only_a, *found.only_b, *found.unclear_a, *found.unclear_b]
        men = (row.man.case_id for row in rows if row.man is not None)
        reader.shows(ReadKind.PRINTED, men)
        return found, paper_context(reader, lang, paper)

    found, context = workspace.read(read)
    return write_pdf(list_comparison_document(found, PaperWords(lang), context))
