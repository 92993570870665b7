"""Reads in one snapshot all that a paper is made of, and makes its document of that.

A list that was drawn up goes out as it was frozen, never as the files of its men have become.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import batched
from uuid import UUID

from app.db.unit_of_work import Reader
from app.errors import BadInput
from app.jobs.papers.office_papers import paper_context
from app.jobs.papers.printed_portrait import KeptPortrait, grey_portrait, kept_portraits
from app.queries.lists.sent import men_to_negotiate_over, sent_list
from app.queries.papers.kept_papers import history_head
from app.queries.papers.release_facts import men_to_release
from app.queries.papers.report_reading import ReportRead, reports_read
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

READ_AT_ONCE = 16
"""Men of whom all is read together: more are hardly faster, and only fill the memory."""


@dataclass(frozen=True, slots=True)
class PaperFacts:
    """Everything that was read for a paper; `listed` where it is a version of a list of ours.

    `portraits` are where the pixels of each man's picture are kept.
    """

    men: tuple[ManToRelease, ...]
    cases: tuple[CaseReport, ...]
    context: PaperContext
    state: ReadState
    listed: NegotiationList | None = None
    portraits: tuple[KeptPortrait | None, ...] = ()


def read_facts(workspace: Workspace, order: PaperOrder, how: ReadKind) -> PaperFacts:
    """Read what a paper is made of; `how` goes into the log of readings.

    Raises:
        NotAllowed; NotFound; CaseInBin; CaseMerged; BadInput: the version of a list that is named
        has other men on it.
    """
    return with_portraits(workspace, workspace.read(lambda reader: facts_in(reader, order, how)))


def with_portraits(workspace: Workspace, facts: PaperFacts) -> PaperFacts:
    """Put the portraits that were found onto the files of their men; raises DamagedEvidence."""
    if not any(facts.portraits):
        return facts
    cases = tuple(
        case if kept is None else replace(case, photo=grey_portrait(workspace, kept))
        for case, kept in zip(facts.cases, facts.portraits, strict=True)
    )
    return replace(facts, cases=cases)


@dataclass(frozen=True, slots=True)
class ReadAhead:
    """What a snapshot tells of all men of some orders, each read once."""

    reports: Mapping[UUID, ReportRead]
    release: Mapping[UUID, ManToRelease]
    portraits: Mapping[UUID, KeptPortrait]


def read_ahead(reader: Reader, orders: Sequence[PaperOrder]) -> ReadAhead:
    """Read what the papers of some orders are made of; nothing is noted as shown yet.

    Raises:
        As `read_facts`, for the first man of whom it says so.
    """
    wanted = list(dict.fromkeys(case_id for order in orders for case_id in order.case_ids))
    pictured = list(
        dict.fromkeys(case_id for order in orders if _pictured(order) for case_id in order.case_ids)
    )
    reports: dict[UUID, ReportRead] = {}
    for some in batched(wanted, READ_AT_ONCE):
        reports |= reports_read(reader, some)
    release = {man.case_id: man for man in men_to_release(reader, wanted)}
    return ReadAhead(reports, release, kept_portraits(reader, pictured))


def _pictured(order: PaperOrder) -> bool:
    photo = PaperSection.PHOTO in paper_for(order.audience).sections
    return photo and order.list_version_id is None


def facts_in(
    reader: Reader, order: PaperOrder, how: ReadKind, ahead: ReadAhead | None = None
) -> PaperFacts:
    """Read from a snapshot what a paper is made of, but for the pixels of portraits.

    `ahead` is what the same snapshot has told already of its men.

    Raises:
        As `read_facts`.
    """
    listed = _listed(reader, order, how)
    known = ahead or read_ahead(reader, [order])
    context = replace(
        paper_context(reader, order.lang, order.paper_format),
        recipient=order.recipient,
        purpose=order.purpose,
        basis=order.basis.value if order.basis else "",
        copies=order.copies,
    )
    men = tuple(known.release[case_id] for case_id in dict.fromkeys(order.case_ids))
    reports = [known.reports[case_id] for case_id in order.case_ids]
    portraits: tuple[KeptPortrait | None, ...] = ()
    if _pictured(order):
        portraits = tuple(known.portraits.get(man.case_id) for man in men)
    shown = [one.shown for one in reports] + [one.shown for one in portraits if one is not None]
    reader.shows(how, frozenset().union(*shown))
    return PaperFacts(
        men=men,
        cases=tuple(read.report for read in reports),
        context=context,
        state=ReadState(context.facts_as_of, history_head(reader)),
        listed=listed,
        portraits=portraits,
    )


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
