"""Writes the sealed key of a case: note who opens it and why, read, lay out, write."""

from __future__ import annotations

from app.db.unit_of_work import Reader
from app.jobs.papers.office_papers import paper_context
from app.queries.papers.sealed_key import sealed_key
from app.reports.context import PaperContext
from app.reports.paper_words import PaperWords
from app.reports.render import PdfFile, write_pdf
from app.reports.sealed_key import sealed_key_document
from app.services.papers.sealed_key import open_sealed_key
from app.shapes.sealed_key import OpenSealedKey, SealedKey
from app.workspace import Workspace
from models.vocabulary.deeds import ReadKind


def write_sealed_key(workspace: Workspace, request: OpenSealedKey, lang: str) -> PdfFile:
    """Write the key to the witness codes of a case, in memory; that it was opened is noted first.

    Raises:
        NotAllowed; NotFound; CaseInBin; BadInput: no reason; ReadOnlyVault: nothing can be noted
        here, so nothing is opened.
    """

    def read(reader: Reader) -> tuple[SealedKey, PaperContext]:
        return sealed_key(reader, request.case_id, ReadKind.EXPORTED), paper_context(reader, lang)

    workspace.write(lambda uow: open_sealed_key(uow, request))
    key, context = workspace.read(read)
    return write_pdf(sealed_key_document(key, PaperWords(lang), context))
