"""Answers a man who asks what is held on him: a draft to look at, then a paper on record."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from uuid import UUID

from app.clock import OFFICE_ZONE
from app.db.unit_of_work import Reader
from app.errors import BadInput, PaperNotReleased
from app.jobs.papers.leaving_files import LeavingFiles
from app.jobs.papers.office_papers import paper_context
from app.queries.papers.kept_papers import history_head
from app.queries.papers.release_facts import men_to_release
from app.queries.papers.subject_access import held_on_him
from app.reports.audience import OWN_DATA
from app.reports.context import PaperContext, Signer
from app.reports.digests import as_json, digests_of, new_salt
from app.reports.gates import gates_of_men
from app.reports.office_sheet import digest_of
from app.reports.paper_words import PaperWords
from app.reports.render import PdfFile, write_pdf
from app.reports.subject_access import answer_of, subject_access_document
from app.services.papers.disclosures import answer_access
from app.shapes.papers import PaperOrder
from app.shapes.requests.disclosures import IssuedCopy, MadePaper, ReadState, RecordIssue, Stamp
from app.shapes.subject_access import AccessAnswer, AccessAsked
from app.wording.paper_names import paper_name
from app.workspace import Workspace
from models.vocabulary.deeds import ReadKind
from models.vocabulary.papers import SUBJECT_ACCESS, Audience, LegalBasis


def draft_answer(
    workspace: Workspace, asked: AccessAsked, how: ReadKind = ReadKind.PRINTED
) -> PdfFile:
    """Write the answer as a draft, in memory.

    Raises:
        NotAllowed: who does not keep the log of papers; NotFound; CaseInBin; CaseMerged;
        PaperNotReleased: it speaks of a death that nobody told the family; FontMissing.
    """
    answer, context, _ = _read(workspace, asked, how)
    return write_pdf(subject_access_document(answer, PaperWords(asked.lang), context))


def issue_answer(
    workspace: Workspace, asked: AccessAsked, *, approved_by: str = "", out: Path | None = None
) -> IssuedCopy:
    """Issue the answer: it gets a number and a code, is kept, and stands in the log of papers.

    Without `out` it waits in the register to be handed out.

    Raises:
        As `draft_answer`; BadInput: nobody is named who asks; PaperNotReleased: access to the case
        is limited and nobody approved it; CaseChangedMeanwhile; DiskFull; OSError. Nothing is
        issued then, and nothing written.
    """
    how = ReadKind.PRINTED if out is None else ReadKind.EXPORTED
    answer, context, state = _read(workspace, asked, how)
    words = PaperWords(asked.lang)
    salt = new_salt()
    with LeavingFiles() as files:

        def make(stamp: Stamp) -> MadePaper:
            stamped = replace(
                context,
                printed_at=stamp.issued_at.astimezone(OFFICE_ZONE),
                code=stamp.code,
                disclosure=stamp.number,
                approved_by=Signer(stamp.approved_by, ""),
                recipient=asked.asker,
            )
            document = subject_access_document(answer, words, stamped)
            properties = replace(document.properties, subject=stamp.number)
            pdf = write_pdf(replace(document, properties=properties))
            if out is not None:
                files.write(out, pdf.content)
            return MadePaper(pdf.content, pdf.sha256, pdf.pages, digest_of(answer.held))

        request = RecordIssue(
            _order(asked, words),
            state,
            {asked.case_id: (salt, as_json(digests_of(answer.held.case, salt)))},
            approved_by=approved_by,
            handed_out=out is not None,
        )
        copies = workspace.write(lambda uow: answer_access(uow, request, make)).value
        files.release()
    return copies[0]


def note_draft_leaves(workspace: Workspace, case_id: UUID, how: ReadKind) -> None:
    """Note that a draft of an answer is saved as a file or goes to a printer.

    Raises:
        NotAllowed; NotFound.
    """
    workspace.read(lambda reader: held_on_him(reader, case_id, "", how))


def _read(
    workspace: Workspace, asked: AccessAsked, how: ReadKind
) -> tuple[AccessAnswer, PaperContext, ReadState]:
    if not asked.asker.strip():
        raise BadInput("recipient", "missing")

    def read(reader: Reader) -> tuple[AccessAnswer, PaperContext, ReadState]:
        held = held_on_him(reader, asked.case_id, asked.asker, how)
        men = men_to_release(reader, (asked.case_id,))
        gates = gates_of_men(OWN_DATA, men, LegalBasis.LEGAL_OBLIGATION)
        if gates:
            raise PaperNotReleased(gates=gates)
        context = paper_context(reader, asked.lang)
        state = ReadState(context.facts_as_of, history_head(reader))
        return answer_of(held, asked.asker), context, state

    return workspace.read(read)


def _order(asked: AccessAsked, words: PaperWords) -> PaperOrder:
    return PaperOrder(
        audience=Audience.FAMILY,
        lang=asked.lang,
        case_ids=(asked.case_id,),
        recipient=asked.asker,
        purpose=paper_name(Audience.FAMILY.value, SUBJECT_ACCESS, words.translator),
        basis=LegalBasis.LEGAL_OBLIGATION,
    )
