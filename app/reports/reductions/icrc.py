"""What stays of a case for the ICRC, where the matrix gives a section only in part."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from app.reports.audience import section_of_event
from app.reports.reductions.kinds import Reductions, all_allowed
from app.shapes.case_report import (
    CaseReport,
    ConsentLine,
    EventLine,
    ExhibitNote,
    Relative,
)
from models.vocabulary.event_codes import EventCode, EventGroup
from models.vocabulary.families import ConsentScope
from models.vocabulary.papers import PaperSection
from models.vocabulary.people import Relation

#: Father's given name and mother's maiden name identify a man (GC III art. 122); of his other
#: people only the one who asks for him is named.
_PARENTS: Final = frozenset({Relation.FATHER, Relation.MOTHER})
_SCOPES: Final = frozenset(
    {ConsentScope.SHARE_ICRC, ConsentScope.PUBLISH_NAME, ConsentScope.PUBLISH_PHOTO}
)
#: Proceedings and what the office does are not the business of a tracing request.
_TOLD: Final = frozenset(
    {
        EventGroup.CONTACT,
        EventGroup.CAPTURE,
        EventGroup.DETENTION,
        EventGroup.RETURN,
        EventGroup.DEATH,
        EventGroup.REMAINS,
    }
)
#: Insults of the adverse party are not passed on (`domain.md` 6 (b), 10): the answer is told
#: without its words.
_INSULT: Final = re.compile(
    r"terror|saboteur|diversant|bandit|террор|диверсант|бандит|ահաբեկ|դիվերսանտ",
    re.IGNORECASE,
)


def _people(case: CaseReport, kept: tuple[Relative, ...]) -> tuple[Relative, ...]:
    """Keep the enquirer with contacts, and the bare names of his parents."""
    asks = enquirer_of(case.family)
    shown: list[Relative] = []
    for whole, one in zip(case.family, kept, strict=True):
        if whole is asks:
            shown.append(one)
        elif whole.relation in _PARENTS:
            shown.append(Relative(one.relation, one.name, birth_family=one.birth_family))
    return tuple(shown)


def enquirer_of(family: tuple[Relative, ...]) -> Relative | None:
    """Find who asks for him: whoever reported him, else whoever is to be informed first."""
    reporters = [one for one in family if one.reporter] or [one for one in family if one.notify]
    return reporters[0] if reporters else None


def _events(case: CaseReport, kept: tuple[EventLine, ...]) -> tuple[EventLine, ...]:
    """Keep what happened to him; of the other side's answers their words, unless they insult."""
    told = [event for event in kept if EventCode(event.code).group in _TOLD]
    return tuple(_with_answer(case, event) for event in told)


def _with_answer(case: CaseReport, event: EventLine) -> EventLine:
    whole = case.event(event.key)
    if whole is None or section_of_event(event.code) is not PaperSection.REPLIES:
        return event
    return event if _INSULT.search(whole.verbatim) else replace(event, verbatim=whole.verbatim)


def _consents(case: CaseReport, _: object) -> tuple[ConsentLine, ...]:
    """Keep the answers that the form asks for, without who gave them."""
    return tuple(ConsentLine(one.scope, one.state) for one in case.consents if one.scope in _SCOPES)


def _exhibits(_: CaseReport, kept: tuple[ExhibitNote, ...]) -> tuple[ExhibitNote, ...]:
    """Keep number, kind and date: a title may hold the name of whoever uploaded it."""
    return tuple(ExhibitNote(one.key, one.number, dated=one.dated, kind=one.kind) for one in kept)


REDUCTIONS: Reductions = {
    "CaseReport.family": _people,
    "CaseReport.events": _events,
    "CaseReport.consents": _consents,
    "CaseReport.exhibits": _exhibits,
    "CaseReport.incident_title": all_allowed,
    "CaseReport.incident_date": all_allowed,
    # How to reach the enquirer, his address and his description are what is asked for (A, B).
    "Relative.contact": all_allowed,
    "Relative.address": all_allowed,
    "Relative.email": all_allowed,
    "Relative.languages": all_allowed,
    "Relative.reporter": all_allowed,
    "Identity.address": all_allowed,
    "Identity.description": all_allowed,
}
