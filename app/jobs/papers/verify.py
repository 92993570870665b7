"""Says of a code whether the paper is genuine, what took its place, and what has changed since."""

from __future__ import annotations

from dataclasses import replace

from app.errors import (
    CaseInBin,
    CaseMerged,
    DamagedEvidence,
    NotAllowed,
    NotFound,
)
from app.jobs.papers.printed_portrait import printed_portrait
from app.queries.papers.disclosures import paper_of_code, reprints_of
from app.queries.papers.kept_papers import ToldOf, told_on
from app.queries.papers.report_reading import case_report
from app.reports.audience import OWN_DATA, Paper, paper_for
from app.reports.digests import changed_since, digests_of, from_json
from app.reports.leaving_out import for_reader
from app.reports.paper_code import read_code
from app.reports.reductions.family import addressed_to
from app.reports.subject_access import told_to_himself
from app.shapes.case_report import CaseReport
from app.shapes.disclosures import ChangedFact, DisclosureLine, Genuine, Verdict
from app.workspace import Workspace
from models.vocabulary.deeds import ReadKind
from models.vocabulary.papers import SUBJECT_ACCESS, Audience, PaperSection
from models.vocabulary.roles import Action, may


def verify_code(workspace: Workspace, typed: str) -> Verdict:
    """Answer whether a paper with this code is genuine and still holds.

    Three answers: genuine, unknown (no paper of ours bears it), mistyped (its check characters
    say so). Of a genuine one: which copy, whether it is a reprint, what superseded it, and which
    sections of the files on it say otherwise today.

    Raises:
        NotAllowed.
    """
    code = read_code(typed)
    if code is None:
        return Verdict(Genuine.MISTYPED, typed.strip()[:40])
    paper = workspace.read(lambda reader: paper_of_code(reader, code))
    if paper is None:
        return Verdict(Genuine.UNKNOWN, code)
    verdict = Verdict(
        Genuine.GENUINE,
        code,
        paper,
        reprints=workspace.read(lambda reader: reprints_of(reader, paper.id)),
        expired=paper.expired(workspace.clock.today()),
    )
    return _compared(workspace, verdict, paper)


def _compared(workspace: Workspace, verdict: Verdict, paper: DisclosureLine) -> Verdict:
    """Hold what the paper told of each man against his file as it is."""
    own = paper.template == SUBJECT_ACCESS
    printed = OWN_DATA if own else paper_for(paper.audience)
    told = workspace.read(lambda reader: told_on(reader, paper.paper_id))
    same_make = (paper.template, paper.template_version) == (printed.template, printed.version)
    if not same_make or not may(workspace.actor.roles, Action.DRAFT_REPORT):
        return replace(verdict, comparable=False)
    if own and not all(man.salt for man in told):  # of an earlier program
        return replace(verdict, comparable=False)
    if paper.sections:
        printed = printed.with_sections(frozenset(map(PaperSection, paper.sections)))
    seen = {man.case_id for man in paper.men}
    changed: list[ChangedFact] = []
    closed = 0
    for man in told:
        found = _changed(workspace, man, printed, paper) if man.case_id in seen else None
        closed += found is None
        changed += found or ()
    return replace(verdict, comparable=not closed, changed=tuple(changed), closed=closed)


def _changed(
    workspace: Workspace, man: ToldOf, printed: Paper, line: DisclosureLine
) -> tuple[ChangedFact, ...] | None:
    """Say what of one file says otherwise now; None where nobody can."""
    if not man.salt:
        return None
    try:
        case = workspace.read(lambda reader: case_report(reader, man.case_id, ReadKind.VIEWED))
        if printed is not OWN_DATA:  # which shows no picture
            photo = printed_portrait(workspace, man.case_id, ReadKind.VIEWED)
            case = replace(case, photo=photo)
    except (NotAllowed, NotFound, CaseInBin, CaseMerged, DamagedEvidence):
        return None
    now = digests_of(_as_told(case, printed, line), man.salt)
    found = changed_since(man.number, from_json(man.digests), now)
    if may(workspace.actor.roles, Action.READ_FAMILY):
        return found
    return tuple(one for one in found if one.section not in _OF_FAMILIES)


def _as_told(case: CaseReport, printed: Paper, line: DisclosureLine) -> CaseReport:
    """Leave of a case what its reader would find on the paper today."""
    if printed is OWN_DATA:
        return told_to_himself(case).case
    if printed.audience is Audience.FAMILY:
        case = addressed_to(case, line.recipient)
    return for_reader(case, printed).case


#: Sections that hold what only whoever may read of families is shown.
_OF_FAMILIES = frozenset({PaperSection.FAMILY, PaperSection.DISCLOSURES})
