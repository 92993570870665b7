"""Lay out what counts: events that stand, in order of occurrence, each with its weight."""

from collections.abc import Iterable
from datetime import date, timedelta
from operator import itemgetter
from typing import NamedTuple

from models.codebook.evidence_level import weigh
from models.codebook.facts import AssertionFact, CaseHistory, EventFact
from models.vocabulary.event_codes import EventCode
from models.vocabulary.evidence import EvidenceLevel
from models.vocabulary.partial_date import PartialDate

_C12, _C13 = EventCode.C12, EventCode.C13
_LONG_AGO = date.min
_ONE_DAY = timedelta(days=1)


class Weighed(NamedTuple):
    """An event that counts, with the first and last day on which it can have happened."""

    lo: date
    hi: date
    code: EventCode
    id: str
    level: EvidenceLevel
    life: EvidenceLevel
    event: EventFact
    cap: str
    by_class: str

    def later_than(self, other: "Weighed") -> bool:
        """P1, P2: say whether this happened after the other for certain, by occurrence."""
        if self.lo == other.hi:
            return self.event.date.definitely_after(other.event.date)
        return self.lo > other.hi

    def overlaps(self, other: "Weighed") -> bool:
        """P2: say whether neither is known to have happened after the other."""
        return not (self.later_than(other) or other.later_than(self))


class Pile(NamedTuple):
    """The weighed events of one case on one day, by occurrence (P1)."""

    events: tuple[Weighed, ...]
    codes: frozenset[EventCode]
    as_of: date
    set_aside: tuple[EventFact, ...]
    pooled: tuple[EventFact, ...]


def lay_out(history: CaseHistory, as_of: date) -> Pile:
    """Weigh the events that stand on `as_of` and put them in order of occurrence (P1, P14).

    Withdrawn and superseded events are set aside; what lies in the future does not count yet.
    """
    standing, set_aside = _standing(history.events)
    words_for, pooled = _identifications(standing)
    weighed = []
    for event in standing:
        if pooled and event in pooled:
            continue
        when = event.date
        lo = when.earliest or _LONG_AGO
        if lo > as_of:
            continue
        hi = when.latest
        if hi is None or hi > as_of:
            hi = as_of
        level, life, cap, by_class = weigh(event, words_for.get(event.id, ()))
        # A named tuple made without its Python-level constructor: this line runs for every event.
        weighed.append(
            _new(Weighed, (lo, hi, event.code, event.id, level, life, event, cap, by_class))
        )
    if len(weighed) > 1:
        weighed.sort(key=by_occurrence)
    return Pile(tuple(weighed), frozenset([w.code for w in weighed]), as_of, set_aside, pooled)


_new = tuple.__new__
_NO_WORDS: dict[str, tuple[AssertionFact, ...]] = {}
by_occurrence = itemgetter(0, 1, 2, 3)
"""P1: order by first, then last possible day; the code and id only settle ties."""


def _standing(
    events: tuple[EventFact, ...],
) -> tuple[tuple[EventFact, ...], tuple[EventFact, ...]]:
    """P14: part what stands from what was withdrawn or replaced by a correction."""
    if not any([event.withdrawn or event.supersedes is not None for event in events]):  # noqa: C419
        return events, ()  # the list above is made in half the time of a generator
    replaced = {event.supersedes for event in events if not event.withdrawn}
    gone = [event.withdrawn or event.id in replaced for event in events]
    return (
        tuple(event for event, is_gone in zip(events, gone, strict=True) if not is_gone),
        tuple(event for event, is_gone in zip(events, gone, strict=True) if is_gone),
    )


def _identifications(
    events: tuple[EventFact, ...],
) -> tuple[dict[str, tuple[AssertionFact, ...]], tuple[EventFact, ...]]:
    """Let each identification (C13) speak for the footage (C12) it is about.

    They belong together by the appearance they name; without one, when the case has a single
    piece of footage. An identification made today says nothing new about today.
    """
    found = [event for event in events if event.code is _C13]
    if not found:
        return _NO_WORDS, ()
    footage = [event for event in events if event.code is _C12]
    words: dict[str, tuple[AssertionFact, ...]] = {}
    pooled = []
    for identification in sorted(found, key=lambda event: event.id):
        home = _footage_of(identification, footage)
        if home is not None:
            words[home.id] = words.get(home.id, ()) + identification.assertions
            pooled.append(identification)
    return words, tuple(pooled)


def _footage_of(identification: EventFact, footage: list[EventFact]) -> EventFact | None:
    if identification.appearance:
        same = [f for f in footage if f.appearance == identification.appearance]
        return same[0] if len(same) == 1 else None
    return footage[0] if len(footage) == 1 else None


def day_before(day: date) -> date:
    """Give the day before, or the first day there is."""
    return day if day == _LONG_AGO else day - _ONE_DAY


def earliest_date(events: Iterable[Weighed]) -> PartialDate:
    """Give the date of the first of some events, by occurrence."""
    return min(events, key=by_occurrence).event.date


def latest_date(events: Iterable[Weighed]) -> PartialDate:
    """Give the date of the last of some events, by occurrence."""
    return max(events, key=by_occurrence).event.date
