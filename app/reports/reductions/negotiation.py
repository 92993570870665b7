"""What stays of a case for negotiators: who he is, his rank, where he was seen, what it rests on.

A list carries no evidence, no words, no diagnosis and no grades (`domain.md` 6 (d)).
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from app.reports.reductions.kinds import Reductions
from app.reports.reductions.settlements import settlement_of
from app.shapes.case_report import CaseReport, EventLine, Known, Service
from models.vocabulary.event_codes import EventCode
from models.vocabulary.lists import ListBasis

_E = EventCode
#: Which event puts a man on a list on which basis.
BASIS_OF: Final = {
    _E.C12: ListBasis.VIDEO,
    _E.C11: ListBasis.WITNESS,
    _E.C19: ListBasis.WITNESS,
    _E.C14: ListBasis.ACKNOWLEDGED,
    _E.D20: ListBasis.ACKNOWLEDGED,
    _E.C15: ListBasis.THEIR_LIST,
    _E.C16: ListBasis.MESSAGE,
    _E.C17: ListBasis.MESSAGE,
    _E.C18: ListBasis.MESSAGE,
}
#: Where he was last seen or captured: a capture somebody saw before the day contact was lost,
#: that before what was only heard of or filmed later.
SEEN_AT: Final = (_E.C11, _E.E04, _E.E03, _E.C10, _E.C12, _E.C14, _E.E02)
_TOLD = frozenset({*BASIS_OF, *SEEN_AT})
_NO_LEVEL = "L0"  # nobody stands for it: it is no basis


def _events(case: CaseReport, events: tuple[EventLine, ...]) -> tuple[EventLine, ...]:
    """Keep day and settlement of what a list may rest on; nobody says there who said so."""
    idle = {event.key for event in case.events if event.level == _NO_LEVEL}
    return tuple(
        EventLine(
            key=event.key,
            code=event.code,
            date=event.date,
            cites=(),
            place=None if event.place is None else settlement_of(event.place),
        )
        for event in events
        if event.code in _TOLD and event.key not in idle
    )


def _service(_: CaseReport, service: Service) -> Service:
    """Keep rank and unit, without who says so and what others say."""
    return Service(rank=Known(service.rank.value), unit=Known(service.unit.value))


def _born(_: CaseReport, born: Known[object]) -> Known[object]:
    return replace(born, cites=(), also_said=(), asked_note="")


REDUCTIONS: Reductions = {
    "CaseReport.events": _events,
    "CaseReport.service": _service,
    "Identity.born": _born,
    # The minimum that was agreed names him and when he was born: nothing else of who he is.
    "Identity.born_place": lambda _case, _value: Known(),
    "Identity.residence": lambda _case, _value: Known(),
    "Identity.nationality": lambda _case, _value: Known(),
    "Identity.occupation": lambda _case, _value: Known(),
    "Identity.documents": lambda _case, _value: (),
}
