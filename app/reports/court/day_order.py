"""The course of one day: nothing twice, and what has no hour before what it led to."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from itertools import groupby

from app.shapes.case_report import EventLine
from models.vocabulary.event_codes import EventCode
from models.vocabulary.partial_date import PartialDate

_STAGES = {code.value: stage for stage, code in enumerate(EventCode)}


def once(events: Sequence[EventLine]) -> list[EventLine]:
    """Leave out what nothing proves and what says no more than another of its day does."""
    told = {(event.code, event.date) for event in events if event.cites}
    return [event for event in events if not _echoes(event, told)]


def _echoes(event: EventLine, told: Container[tuple[str, PartialDate]]) -> bool:
    says_more = event.cites or event.place or event.words_releasable or event.verbatim
    return not says_more and (event.code, event.date) in told


def in_course(events: Iterable[EventLine]) -> tuple[EventLine, ...]:
    """Order events that stand by their days: handed over before "arrived, 21:40" of that day.

    Hours keep their order; without one, the code list says what comes before what.
    """
    ordered: list[EventLine] = []
    for _, same in groupby(events, key=lambda event: (event.date.earliest, event.date.latest)):
        ordered += _of_one_day(tuple(same))
    return tuple(ordered)


def _of_one_day(events: tuple[EventLine, ...]) -> list[EventLine]:
    course = [event for event in events if event.date.minute_of_day is not None]
    for event in events:
        if event.date.minute_of_day is not None:
            continue
        later = (
            place
            for place, other in enumerate(course)
            if other.date.minute_of_day is not None and _stage(other) > _stage(event)
        )
        course.insert(next(later, len(course)), event)
    return course


def _stage(event: EventLine) -> int:
    return _STAGES.get(event.code, len(_STAGES))
