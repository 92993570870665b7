"""What stays of a case for the man it is about, or who acts for him: his data and nobody else's.

No relative is named and no witness can be told from it: not by his words, not by a place as he
called it, not by the title of an exhibit.
"""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType

from app.reports.reductions.kinds import Reductions, all_allowed
from app.shapes.case_report import AskedBody, CaseReport, ConsentLine, ExhibitNote, Relative


def _relatives(_: CaseReport, shown: tuple[Relative, ...]) -> tuple[Relative, ...]:
    """Keep that he has them: who they are and where they live is their own."""
    return tuple(Relative(one.relation, "") for one in shown)


def _exhibits(_: CaseReport, shown: tuple[ExhibitNote, ...]) -> tuple[ExhibitNote, ...]:
    """Keep number, kind, day and hash: a title may name whoever brought it."""
    return tuple(
        ExhibitNote(one.key, one.number, dated=one.dated, kind=one.kind, sha256=one.sha256)
        for one in shown
    )


def _asked(_: CaseReport, shown: tuple[AskedBody, ...]) -> tuple[AskedBody, ...]:
    """Keep whom the office asked and what came of it; words of an answer may name others."""
    return tuple(replace(one, reply_words="") for one in shown)


def _as_reported(case: CaseReport, said: str) -> str:
    """Keep his home as he gave it; how a witness called a place could tell who spoke."""
    own = (case.identity.residence.value, case.identity.born_place.value)
    return said if any(place is not None and place.as_reported == said for place in own) else ""


def without_names(case: CaseReport) -> CaseReport:
    """Take out what is not his and is told elsewhere: who agreed, what a submission is called."""
    return replace(
        case,
        disclosed=(),
        consents=tuple(ConsentLine(one.scope, one.state, since=one.since) for one in case.consents),
        asked=tuple(replace(one, subject="", applicant="") for one in case.asked),
    )


REDUCTIONS: Reductions = {
    "CaseReport.family": _relatives,
    "CaseReport.consents": all_allowed,
    "CaseReport.exhibits": _exhibits,
    "CaseReport.asked": _asked,
    "CaseReport.events": all_allowed,
    # With whom he was, who saw him, who rang: others, and whoever told.
    "EventLine.particulars": lambda _case, _told: MappingProxyType({}),
    "CaseReport.believed_responsible": lambda _case, _said: "",
    "PlaceWords.as_reported": _as_reported,
    "Identity.address": all_allowed,
}
