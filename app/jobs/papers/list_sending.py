"""Sends a list of our own men: who may be on it, what it says of each, then one transaction."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import batched
from uuid import UUID

from app.db.unit_of_work import Reader
from app.jobs.papers.office_papers import paper_context
from app.jobs.papers.paper_facts import READ_AT_ONCE
from app.queries.lists.sent import sent_list
from app.queries.papers.release_facts import men_to_release
from app.queries.papers.report_reading import reports_read
from app.reports.audience import paper_for
from app.reports.context import PaperContext
from app.reports.gates import gates_of_men
from app.reports.leaving_out import for_reader
from app.reports.listed_men import in_order, listed_man
from app.reports.negotiation_list import negotiation_paper
from app.reports.render import PdfFile, write_pdf
from app.services.lists.sending import send_list
from app.shapes.disclosures import Gate
from app.shapes.negotiation import NO_WORDS, ListedMan, NegotiationList
from app.shapes.requests.lists import ListTaken, SendList
from app.workspace import Workspace
from models.vocabulary.deeds import ReadKind
from models.vocabulary.papers import Audience, LegalBasis, PaperFormat


@dataclass(frozen=True, slots=True)
class ChosenMan:
    """A man who was chosen for a list: what it would say of him, and what keeps him off it."""

    case_id: UUID
    listed: ListedMan
    gates: tuple[Gate, ...]


def chosen_men(
    reader: Reader, case_ids: Sequence[UUID], basis: LegalBasis | None
) -> tuple[ChosenMan, ...]:
    """Say of chosen men, in the order of the list, what it would say and who may not be on it.

    Raises:
        NotAllowed; NotFound.
    """
    paper = paper_for(Audience.NEGOTIATION)
    wanted = tuple(dict.fromkeys(case_ids))
    men: dict[str, ChosenMan] = {}
    for some in batched(men_to_release(reader, wanted), READ_AT_ONCE):
        read = reports_read(reader, [man.case_id for man in some])
        for man in some:
            reader.shows(ReadKind.PRINTED, read[man.case_id].shown)
            case = for_reader(read[man.case_id].report, paper).case
            listed = listed_man(case, with_unit=True)
            men[listed.number] = ChosenMan(man.case_id, listed, gates_of_men(paper, [man], basis))
    return tuple(men[one.number] for one in in_order(man.listed for man in men.values()))


def drawn_up(
    request: SendList,
    chosen: Sequence[ChosenMan],
    *,
    remarks: Mapping[UUID, str] | None = None,
    with_units: bool = False,
) -> SendList:
    """Give what is to be sent: each man as the recipient may see him, in the order of the list."""
    going = [man for man in chosen if man.case_id not in request.left_out]
    return replace(
        request,
        case_ids=(*(man.case_id for man in going), *request.left_out),
        men=tuple(
            replace(
                man.listed,
                remark=(remarks or {}).get(man.case_id, ""),
                unit=man.listed.unit if with_units else NO_WORDS,
            )
            for man in going
        ),
    )


def send_our_list(
    workspace: Workspace,
    request: SendList,
    *,
    remarks: Mapping[UUID, str] | None = None,
    with_units: bool = False,
) -> ListTaken:
    """Read the men of a list, draw it up and send it.

    Raises:
        As `send_list`.
    """
    chosen = workspace.read(lambda reader: chosen_men(reader, request.case_ids, request.basis))
    ready = drawn_up(request, chosen, remarks=remarks, with_units=with_units)
    return workspace.write(lambda uow: send_list(uow, ready)).value


def draft_sent_list(
    workspace: Workspace, version_id: UUID, lang: str, paper: PaperFormat = PaperFormat.A4
) -> PdfFile:
    """Print a version as it was sent, with the page of what changed, as a draft in memory.

    Raises:
        NotAllowed: also where it names a man of limited access; NotFound; FontMissing.
    """

    def read(reader: Reader) -> tuple[NegotiationList, PaperContext]:
        return sent_list(reader, version_id), paper_context(reader, lang, paper)

    listed, context = workspace.read(read)
    return write_pdf(negotiation_paper(listed, lang, context))


def note_sent_list_leaves(workspace: Workspace, version_id: UUID) -> None:
    """Note that a version drafted before is saved as a file or goes to a printer.

    Raises:
        NotAllowed; NotFound.
    """
    workspace.read(lambda reader: sent_list(reader, version_id, ReadKind.EXPORTED))
