"""Reads in one snapshot all that a paper is made of, and makes its document of that.

A list that was drawn up goes out as it was frozen, never as the files of its men have become.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from app.db.unit_of_work import Reader
from app.errors import BadInput
from app.jobs.office_papers import paper_context
from app.jobs.printed_portrait import printed_portrait
from app.queries.case_report import case_report
from app.queries.kept_papers import history_head
from app.queries.release_facts import men_to_release
from app.queries.sent_lists import men_to_negotiate_over, sent_list
from app.reports.audience import paper_for
from app.reports.context import PaperContext
from app.reports.court_warnings import court_warnings
from app.reports.fingerprint import fingerprint
from app.reports.negotiation_list import negotiation_paper, unnumbered
from app.reports.papers import Made, make_document
from app.shapes.case_report import CaseReport
from app.shapes.court import CourtWarning
from app.shapes.disclosures import ManToRelease
from app.shapes.negotiation import NegotiationList
from app.shapes.papers import PaperOrder
from app.shapes.requests.disclosures import ReadState
from app.workspace import Workspace
from models.vocabulary.deeds import ReadKind
from models.vocabulary.papers import Audience, PaperSection


@dataclass(frozen=True, slots=True)
class PaperFacts:
    """Everything that was read for a paper; `listed` where it is a version of a list of ours."""

    men: tuple[ManToRelease, ...]
    cases: tuple[CaseReport, ...]
    context: PaperContext
    state: ReadState
    listed: NegotiationList | None = None


def read_facts(workspace: Workspace, order: PaperOrder, how: ReadKind) -> PaperFacts:
    """Read what a paper is made of; `how` goes into the log of readings.

    Raises:
        NotAllowed; NotFound; CaseInBin; CaseMerged; BadInput: the version of a list that is named
        has other men on it.
    """
    facts = workspace.read(lambda reader: _facts(reader, order, how))
    pictures = PaperSection.PHOTO in paper_for(order.audience).sections
    if not pictures or facts.listed is not None:
        return facts
    portraits = [printed_portrait(workspace, man.case_id, how) for man in facts.men]
    cases = zip(facts.cases, portraits, strict=True)
    return replace(facts, cases=tuple(replace(case, photo=photo) for case, photo in cases))


def _facts(reader: Reader, order: PaperOrder, how: ReadKind) -> PaperFacts:
    listed = _listed(reader, order, how)
    cases = tuple(case_report(reader, case_id, how) for case_id in order.case_ids)
    context = replace(
        paper_context(reader, order.lang, order.paper_format),
        recipient=order.recipient,
        purpose=order.purpose,
        basis=order.basis.value if order.basis else "",
        copies=order.copies,
    )
    state = ReadState(context.facts_as_of, history_head(reader))
    return PaperFacts(men_to_release(reader, order.case_ids), cases, context, state, listed)


def _listed(reader: Reader, order: PaperOrder, how: ReadKind) -> NegotiationList | None:
    version_id = order.list_version_id
    if version_id is None:
        return None
    men = men_to_negotiate_over(reader, version_id)
    if order.audience is not Audience.NEGOTIATION or men != order.case_ids:
        raise BadInput("list", "paper_of_other_men")
    return sent_list(reader, version_id, how)


def make_paper(order: PaperOrder, facts: PaperFacts, context: PaperContext) -> Made:
    """Make the document of a paper, and say what of each file is on it and what is not."""
    chosen = None if order.sections is None else frozenset(map(PaperSection, order.sections))
    made = make_document(order.audience, facts.cases, order.lang, context, chosen)
    if facts.listed is None:
        return made
    return replace(made, document=negotiation_paper(facts.listed, order.lang, context))


def data_hash(order: PaperOrder, facts: PaperFacts, released: Sequence[CaseReport]) -> str:
    """Hash the facts on a paper as its footer prints it."""
    if facts.listed is not None:
        return fingerprint(facts.listed)
    if order.audience is Audience.NEGOTIATION:
        return fingerprint(unnumbered(released, facts.context))
    return fingerprint(released[0])


def pictured(facts: PaperFacts, released: Sequence[CaseReport]) -> tuple[tuple[UUID, str], ...]:
    """Name the men whose portrait is on a paper, with the numbers of their cases."""
    men = zip(facts.men, released, strict=True)
    return tuple((man.case_id, man.number) for man, case in men if case.photo is not None)


def warnings_of(
    order: PaperOrder, facts: PaperFacts, released: Sequence[CaseReport], pages: int
) -> tuple[CourtWarning, ...]:
    """Say what a person should know before a dossier goes to a court; of other papers nothing."""
    if order.audience is not Audience.COURT:
        return ()
    context = facts.context
    at = context.printed_at
    return court_warnings(released[0], order.lang, context, pages=pages, at=at)
