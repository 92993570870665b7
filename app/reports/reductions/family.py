"""What stays of a case for the family, where the matrix gives a section only in part.

A letter goes to one relative: no other's name or contact is in it, no contact at all but the
address on the envelope. Of what happened it tells what has a plain sentence, and nothing of a death
that was not told face to face.
"""

from __future__ import annotations

from dataclasses import replace

from app.reports.letters.known import OF_DEATH, TOLD
from app.reports.letters.standing import WANTED
from app.reports.reductions.kinds import Reductions, all_allowed
from app.shapes.case_report import (
    AskedBody,
    CaseReport,
    Disagreement,
    EventLine,
    PlaceWords,
    Relative,
)
from models.vocabulary.event_codes import EventCode
from models.vocabulary.status import SPEAK_OF_DEATH


def addressed_to(case: CaseReport, recipient: str) -> CaseReport:
    """Return the case with the one relative of that name; else whoever is to be informed first."""
    named = [one for one in case.family if recipient and one.name == recipient]
    first = [one for one in case.family if not recipient and one.notify] or (
        [] if recipient else list(case.family)
    )
    return replace(case, family=tuple((named or first)[:1]))


def _relative(case: CaseReport, shown: tuple[Relative, ...]) -> tuple[Relative, ...]:
    """Give the address back that the letter is sent to; telephone and e-mail stay in the office."""
    alone = len(case.family) == 1  # `addressed_to` has named whom the letter goes to
    address = {one.name: one.address for one in case.family if alone}
    return tuple(
        Relative(relation=one.relation, name=one.name, address=address.get(one.name, ""))
        for one in shown
    )


def _events(case: CaseReport, shown: tuple[EventLine, ...]) -> tuple[EventLine, ...]:
    sad = case.told_in_person
    return tuple(
        replace(event, place=_settlement(event.place), place_to=None)
        for event in shown
        if (code := EventCode(event.code)) in TOLD and (sad or code not in OF_DEATH)
    )


def _settlement(place: PlaceWords | None) -> PlaceWords | None:
    return None if place is None else PlaceWords(names=place.names)


def _asked(_: CaseReport, shown: tuple[AskedBody, ...]) -> tuple[AskedBody, ...]:
    """Keep to whom the office turned and when; what they wrote is explained, not quoted."""
    return tuple(
        AskedBody(
            number="",
            body=one.body,
            kind=one.kind,
            sent=one.sent,
            replied=one.replied,
            measure=one.measure,
            measured=one.measured,
        )
        for one in shown
    )


def _disagreements(_: CaseReport, shown: tuple[Disagreement, ...]) -> tuple[Disagreement, ...]:
    """Keep that accounts differ; who said what stays in the office."""
    return tuple(Disagreement(one.about, ()) for one in shown if one.about not in OF_DEATH)


def _told(case: CaseReport, _: object) -> bool:
    """Let the letter know that the family heard it: without this it stays unwritten."""
    return case.told_in_person or case.status.headline not in SPEAK_OF_DEATH


REDUCTIONS: Reductions = {
    "CaseReport.family": _relative,
    "CaseReport.told_in_person": _told,
    "CaseReport.events": _events,
    "CaseReport.asked": _asked,
    "CaseReport.disagreements": _disagreements,
    "CaseReport.circumstances_releasable": all_allowed,
    "CaseReport.next_call": lambda case, _: case.next_call,
    "CaseReport.minimum_missing": lambda case, _: tuple(
        code for code in case.minimum_missing if code in WANTED
    ),
    # A letter shows no pictures, and how he served says the family nothing new.
    "CaseReport.photo": lambda _case, _photo: None,
}
