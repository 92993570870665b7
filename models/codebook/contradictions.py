"""Point out what cannot both be true in a case, so that the one who saves it looks twice (5.5)."""

from collections.abc import Callable, Iterator
from datetime import date
from enum import StrEnum
from itertools import combinations
from typing import NamedTuple

from models.codebook.custody import SHOWS_CUSTODY
from models.codebook.facts import CaseHistory, EventFact
from models.codebook.fate import PROOF_OF_LIFE
from models.vocabulary.event_codes import EventCode, EventGroup
from models.vocabulary.evidence import EventTrait
from models.vocabulary.partial_date import PartialDate

_C = EventCode
YOUNGEST, OLDEST = 16, 70
"""Ages outside of which a date of birth is looked at again (5.5)."""

_LAST_CONTACT = frozenset({_C.E02, _C.E03})
_CAPTURE = frozenset({_C.C11, _C.C12})
_HANDOVER = frozenset({_C.R64, _C.R65, _C.R66})
_ARRIVAL = frozenset({_C.R65, _C.R66})
_DEATH = frozenset({_C.X80, _C.X81, _C.X82})
_STAYS = frozenset({_C.D24, _C.D25, _C.D26, _C.D31})
# Paper and remains outlive a man; nothing else happens to him after his death.
_AFTER_DEATH = frozenset({EventGroup.DEATH, EventGroup.REMAINS, EventGroup.ADMIN, EventGroup.LEGAL})
_NEEDS_A_DAY_PAST = frozenset(EventCode) - {_C.D22}


class Misfit(StrEnum):
    """Name two things that do not go together."""

    BEFORE_BIRTH = "BEFORE_BIRTH"
    IN_THE_FUTURE = "IN_THE_FUTURE"
    CAPTURE_BEFORE_LAST_CONTACT = "CAPTURE_BEFORE_LAST_CONTACT"
    DEATH_BEFORE_PROOF_OF_LIFE = "DEATH_BEFORE_PROOF_OF_LIFE"
    HANDOVER_BEFORE_CAPTURE = "HANDOVER_BEFORE_CAPTURE"
    VERIFIED_BEFORE_ARRIVAL = "VERIFIED_BEFORE_ARRIVAL"
    TWO_PLACES_AT_ONCE = "TWO_PLACES_AT_ONCE"
    TOO_YOUNG = "TOO_YOUNG"
    TOO_OLD = "TOO_OLD"
    HANDED_OVER_UNIDENTIFIED = "HANDED_OVER_UNIDENTIFIED"
    CUSTODY_AFTER_RETURN = "CUSTODY_AFTER_RETURN"
    DEATH_BEFORE_CAPTURE = "DEATH_BEFORE_CAPTURE"


class Contradiction(NamedTuple):
    """Two events, or an event and the date of birth, that do not go together."""

    misfit: Misfit
    first: str
    second: str = ""
    first_date: PartialDate | None = None
    second_date: PartialDate | None = None
    age: int | None = None


def contradictions(history: CaseHistory, today: date) -> tuple[Contradiction, ...]:
    """List what does not go together in a case; a warning, never a refusal (domain.md 5.5).

    Only what is certain from the dates is told: intervals that may fit raise nothing.
    """
    replaced = {e.supersedes for e in history.events if not e.withdrawn}
    events = [e for e in history.events if not e.withdrawn and e.id not in replaced]
    events.sort(key=lambda e: (e.date.sort_key, e.id))
    found: list[Contradiction] = []
    for check in _CHECKS:
        found.extend(check(events))
    found.extend(_against_birth(events, history.born))
    found.extend(_in_the_future(events, today))
    return tuple(found)


def _pairs(
    events: list[EventFact],
    earlier: frozenset[EventCode],
    later: frozenset[EventCode],
    misfit: Misfit,
) -> Iterator[Contradiction]:
    """Yield each pair in which an event of `earlier` certainly precedes one of `later`."""
    firsts = [event for event in events if event.code in earlier]
    seconds = [event for event in events if event.code in later]
    for first in firsts:
        for second in seconds:
            if first.date.definitely_before(second.date):
                yield Contradiction(misfit, first.id, second.id, first.date, second.date)


def _capture_before_last_contact(events: list[EventFact]) -> Iterator[Contradiction]:
    return _pairs(events, _CAPTURE, _LAST_CONTACT, Misfit.CAPTURE_BEFORE_LAST_CONTACT)


def _death_before_proof_of_life(events: list[EventFact]) -> Iterator[Contradiction]:
    alive = [e for e in events if EventTrait.SEEN_DEAD not in e.traits]
    return _pairs(alive, _DEATH, PROOF_OF_LIFE, Misfit.DEATH_BEFORE_PROOF_OF_LIFE)


def _death_before_capture(events: list[EventFact]) -> Iterator[Contradiction]:
    return _pairs(events, _DEATH, frozenset({_C.C11}), Misfit.DEATH_BEFORE_CAPTURE)


def _handover_before_capture(events: list[EventFact]) -> Iterator[Contradiction]:
    return _pairs(events, _HANDOVER, _CAPTURE, Misfit.HANDOVER_BEFORE_CAPTURE)


def _verified_before_arrival(events: list[EventFact]) -> Iterator[Contradiction]:
    return _pairs(events, frozenset({_C.R67}), _ARRIVAL, Misfit.VERIFIED_BEFORE_ARRIVAL)


def _custody_after_return(events: list[EventFact]) -> Iterator[Contradiction]:
    seen_held = SHOWS_CUSTODY - _CAPTURE
    return _pairs(events, frozenset({_C.R65, _C.R67}), seen_held, Misfit.CUSTODY_AFTER_RETURN)


def _two_places_at_once(events: list[EventFact]) -> Iterator[Contradiction]:
    """Find stays that lasted and overlap for more than the day of a transfer."""
    stays = [e for e in events if e.code in _STAYS and e.place and e.date.is_interval]
    for first, second in combinations(stays, 2):
        if first.place != second.place and _share_more_than_a_day(first.date, second.date):
            yield Contradiction(
                Misfit.TWO_PLACES_AT_ONCE, first.id, second.id, first.date, second.date
            )


def _share_more_than_a_day(one: PartialDate, other: PartialDate) -> bool:
    starts = [day for day in (one.earliest, other.earliest) if day is not None]
    ends = [day for day in (one.latest, other.latest) if day is not None]
    return bool(starts) and bool(ends) and max(starts) < min(ends)


def _handed_over_unidentified(events: list[EventFact]) -> Iterator[Contradiction]:
    """Remains given to a family were to be identified first (P7)."""
    if any(event.code is _C.M97 for event in events):
        return
    for event in events:
        if event.code in {_C.M99, _C.M100}:
            yield Contradiction(Misfit.HANDED_OVER_UNIDENTIFIED, event.id, first_date=event.date)


_CHECKS: tuple[Callable[[list[EventFact]], Iterator[Contradiction]], ...] = (
    _capture_before_last_contact,
    _death_before_proof_of_life,
    _death_before_capture,
    _handover_before_capture,
    _verified_before_arrival,
    _custody_after_return,
    _two_places_at_once,
    _handed_over_unidentified,
)


def _against_birth(events: list[EventFact], born: PartialDate | None) -> Iterator[Contradiction]:
    """Compare events of his life with his date of birth: before it, too young, too old."""
    if born is None or not born.is_known:
        return
    told: set[Misfit] = set()
    for event in events:
        if not event.date.is_known or event.code.group in _AFTER_DEATH:
            continue
        if event.date.definitely_before(born):
            yield Contradiction(
                Misfit.BEFORE_BIRTH, event.id, first_date=event.date, second_date=born
            )
            continue
        age = born.age_on(event.date)
        if age.oldest is not None and age.oldest < YOUNGEST and Misfit.TOO_YOUNG not in told:
            told.add(Misfit.TOO_YOUNG)
            yield Contradiction(Misfit.TOO_YOUNG, event.id, "", event.date, born, age.oldest)
        if age.youngest is not None and age.youngest > OLDEST and Misfit.TOO_OLD not in told:
            told.add(Misfit.TOO_OLD)
            yield Contradiction(Misfit.TOO_OLD, event.id, "", event.date, born, age.youngest)


def _in_the_future(events: list[EventFact], today: date) -> Iterator[Contradiction]:
    for event in events:
        start = event.date.earliest
        if start is not None and start > today and event.code in _NEEDS_A_DAY_PAST:
            yield Contradiction(Misfit.IN_THE_FUTURE, event.id, first_date=event.date)
