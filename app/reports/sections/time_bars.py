"""What is known of a man's days as bars on one line: never a day that nobody said."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from app.reports.chart_blocks import (
    TimeEnd,
    TimeKey,
    TimelineBars,
    TimeMark,
    TimeRow,
    TimeShape,
    TimeTick,
)
from app.reports.paper_words import PaperWords
from app.shapes.case_report import EventLine
from models.vocabulary.date_bounds import Span
from models.vocabulary.date_terms import DateQualifier
from models.vocabulary.event_codes import EventCode, EventGroup
from models.vocabulary.partial_date import PartialDate

#: What happened to him; papers, proceedings and the work of the office are in the table.
_HIS_DAYS = frozenset(
    {
        EventGroup.CONTACT,
        EventGroup.CAPTURE,
        EventGroup.DETENTION,
        EventGroup.RETURN,
        EventGroup.DEATH,
        EventGroup.REMAINS,
    }
)
MOST_ROWS = 14
FEWEST_ROWS = 2
MOST_TICKS = 12
MONTHS_FROM, YEARS_FROM = 45, 5 * 365  # days
_DAY_STEPS, _MONTH_STEPS, _YEAR_STEPS = (1, 2, 5, 10, 20), (1, 2, 3, 6), (1, 2, 5, 10, 25, 100)


def time_bars(events: Iterable[EventLine], words: PaperWords, today: date) -> TimelineBars | None:
    """Draw these events over time, or nothing where fewer than two of them have a date."""
    dated = [e for e in events if e.date.is_known and not e.withdrawn and _is_of_his_days(e.code)]
    rows = _rows(dated, words, places=True)
    if len(rows) > MOST_ROWS:
        rows = _rows(dated, words, places=False)
    more = max(0, len(rows) - MOST_ROWS)
    rows = rows[:MOST_ROWS]
    if len(rows) < FEWEST_ROWS:
        return None
    marks = [mark for row in rows for mark in row.marks]
    days = [day for mark in marks for day in (mark.first, mark.last) if day is not None]
    first, last = min(days), max(days)
    if any(mark.end is TimeEnd.GOES_ON for mark in marks):
        last = max(last, today)
    if first == last:
        return None
    first, last = _whole(first, last)
    under = ""
    if more:
        under = words.say_n(
            "{n} more kind of event is in the table only.",
            "{n} more kinds of events are in the table only.",
            more,
        )
    return TimelineBars(
        over=words.say("The timeline as a drawing"),
        first=first,
        last=last,
        rows=tuple(rows),
        scales=tuple(_scales(first, last, words)),
        key=_key(marks, words),
        under=under,
    )


def marks_of(when: PartialDate) -> tuple[TimeMark, ...]:
    """Draw a date as it was said: a day, a day among others, a stretch with the ends it has."""
    doubted = when.qualifier is not DateQualifier.NONE
    return tuple(_mark(when, span, doubted=doubted) for span in when.spans)


def _mark(when: PartialDate, span: Span, *, doubted: bool) -> TimeMark:
    first, last = span.earliest, span.latest
    not_later = (when.edtf or "").startswith("../")  # and is said so: never "all this time"
    if when.is_interval and not not_later:
        shape = TimeShape.ABOUT_LASTED if doubted else TimeShape.LASTED
        goes_on = last is None and when.is_open
        end = TimeEnd.GOES_ON if goes_on else _end(last)
        return TimeMark(shape, first, last, _end(first), end)
    if first is not None and first == last:
        alone = len(when.spans) == 1 and not doubted
        return TimeMark(TimeShape.DAY if alone else TimeShape.ABOUT_DAY, first, last)
    return TimeMark(TimeShape.ONCE, first, last, _end(first), _end(last))


def _end(day: date | None) -> TimeEnd:
    return TimeEnd.NOT_KNOWN if day is None else TimeEnd.KNOWN


def _whole(first: date, last: date) -> tuple[date, date]:
    """Begin and end the line with a month, or a year, where it is named by those."""
    days = (last - first).days
    if days < MONTHS_FROM:
        return first, last
    if days < YEARS_FROM:
        return first.replace(day=1), last.replace(day=monthrange(last.year, last.month)[1])
    return first.replace(month=1, day=1), last.replace(month=12, day=31)


def _is_of_his_days(code: str) -> bool:
    return code in EventCode and EventCode(code).group in _HIS_DAYS


def _rows(events: list[EventLine], words: PaperWords, *, places: bool) -> list[TimeRow]:
    """Put what happened at one place in one way into one row, in the order of the first time."""
    marks: dict[str, dict[TimeMark, None]] = {}
    for event in events:
        label = words.label("event", event.code)
        if places and event.place is not None:
            label = words.say("{event}: {place}", event=label, place=_named(event, words))
        marks.setdefault(label, {}).update(dict.fromkeys(marks_of(event.date)))
    return [TimeRow(label, tuple(found)) for label, found in marks.items()]


def _named(event: EventLine, words: PaperWords) -> str:
    place = event.place
    return (place.names.best(words.lang) or words.place(place)) if place is not None else ""


def _key(marks: list[TimeMark], words: PaperWords) -> tuple[TimeKey, ...]:
    """Explain every sign that is drawn, and none that is not."""
    meaning: dict[TimeShape | TimeEnd, str] = {
        TimeShape.DAY: words.say("on that day"),
        TimeShape.ABOUT_DAY: words.say("perhaps on that day, or about it"),
        TimeShape.ONCE: words.say("on one day within this time"),
        TimeShape.LASTED: words.say("all this time"),
        TimeShape.ABOUT_LASTED: words.say("about this time"),
        TimeEnd.GOES_ON: words.say("goes on"),
        TimeEnd.NOT_KNOWN: words.say("this end is not known"),
    }
    drawn = {sign for mark in marks for sign in (mark.shape, mark.start, mark.end)}
    return tuple(TimeKey(sign, said) for sign, said in meaning.items() if sign in drawn)


def _scales(first: date, last: date, words: PaperWords) -> Iterator[tuple[TimeTick, ...]]:
    """Name the line by days, months and years, the finest first, each with few enough names."""
    days = (last - first).days
    for step in _DAY_STEPS:
        if days < MONTHS_FROM and days // step < MOST_TICKS:
            at = [first + timedelta(days=n) for n in range(0, days + 1, step)]
            yield tuple(TimeTick(day, words.day(day)) for day in at)
    months = (last.year - first.year) * 12 + last.month - first.month
    for step in _MONTH_STEPS:
        if 0 < months // step < MOST_TICKS:
            yield tuple(_months(first, last, step, words))
    for step in _YEAR_STEPS:
        if 0 < (last.year - first.year) // step < MOST_TICKS:
            yield tuple(_years(first, last, step, words))
    yield (TimeTick(first, words.day(first)), TimeTick(last, words.day(last)))


def _months(first: date, last: date, step: int, words: PaperWords) -> Iterator[TimeTick]:
    begun = first.year * 12 + first.month - 1
    for month in range(begun, last.year * 12 + last.month, step):
        start = date(month // 12, month % 12 + 1, 1)
        if start >= first:
            named = PartialDate.parse_edtf(f"{start:%Y-%m}")
            yield TimeTick(start, words.when(named))


def _years(first: date, last: date, step: int, words: PaperWords) -> Iterator[TimeTick]:
    for year in range(first.year, last.year + 1):
        if date(year, 1, 1) >= first and year % step == 0:
            yield TimeTick(date(year, 1, 1), words.when(PartialDate.parse_edtf(f"{year:04d}")))
