"""Compute when a court may speak of a missing man, from how exactly his last news is dated (2.13).

A court's word closes no search: a case stays open whatever a court declares (P6, AT18).
"""

import calendar
from collections.abc import Collection, Sequence
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from models.vocabulary.edtf_grammar import Gap
from models.vocabulary.partial_date import PartialDate


class Declares(StrEnum):
    """What a court may say of a man after a period."""

    MISSING = "MISSING"
    DEAD = "DEAD"


class Circumstance(StrEnum):
    """In what circumstances he was lost; the more special one decides."""

    MILITARY = "MILITARY"
    LIFE_THREATENING = "LIFE_THREATENING"
    ORDINARY = "ORDINARY"


class RunsFrom(StrEnum):
    """The day from which a period runs."""

    LAST_NEWS = "LAST_NEWS"
    END_OF_HOSTILITIES = "END_OF_HOSTILITIES"


class BeginRule(StrEnum):
    """How the beginning of a period follows from the date of the last news."""

    DAY_KNOWN = "DAY_KNOWN"
    #: The first of the month after.
    DAY_UNKNOWN = "DAY_UNKNOWN"
    #: The first of January after.
    MONTH_UNKNOWN = "MONTH_UNKNOWN"
    #: The end of hostilities, where it is the later of the two.
    AFTER_HOSTILITIES = "AFTER_HOSTILITIES"
    #: No last day is known, so no period can be reckoned.
    NOT_KNOWN = "NOT_KNOWN"


class PeriodRule(NamedTuple):
    """A period as a law sets it, from the day it came into force to the day it went out."""

    jurisdiction: str
    declares: Declares
    circumstance: Circumstance
    months: int
    runs_from: RunsFrom
    source: str
    in_force_from: date = date.min
    in_force_to: date = date.max
    source_hy: str = ""
    source_ru: str = ""

    def source_in(self, lang: str) -> str:
        """Name the law in a language."""
        return {"hy": self.source_hy, "ru": self.source_ru}.get(lang, "") or self.source

    def holds_on(self, day: date) -> bool:
        """Say whether the law stood so on a day."""
        return self.in_force_from <= day < self.in_force_to


class Hostilities(NamedTuple):
    """Fighting with the day it began and the day it ended."""

    began: date
    ended: date


class Begin(NamedTuple):
    """The day from which a period runs, and why it is that day."""

    day: date | None
    rule: BeginRule


class LegalPeriod(NamedTuple):
    """From which day a court may declare something of a man, by which rule."""

    rule: PeriodRule
    begin: Begin
    opens: date | None

    def days_left(self, on: date) -> int | None:
        """Count the days until then; none left gives 0."""
        return None if self.opens is None else max(0, (self.opens - on).days)


def add_months(day: date, months: int) -> date:
    """Give the same day of a later month, or the last day of a month that has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def begin_of_period(news: PartialDate) -> Begin:
    """Give the day from which a period runs after the last news of a man.

    The day where it is known; the first of the next month where only the month is; 1 January of
    the next year where not even that. What is said with "about" or a doubt is not known to its
    last part, and where several days are possible the latest of them rules.
    """
    form = news.form
    if form is None or isinstance(form.last, Gap) or news.latest is None:
        return Begin(None, BeginRule.NOT_KNOWN)
    lasted_until_day = news.is_interval and bool(form.last.day)
    first = form.last.earliest if news.is_interval else news.earliest
    last = news.latest
    doubted = bool(news.qualifier.sign)
    if (lasted_until_day or first == last) and not doubted:
        return Begin(last, BeginRule.DAY_KNOWN)
    one_day = first == last
    one_month = first is not None and (first.year, first.month) == (last.year, last.month)
    # "About December" leaves the month itself open; "about 13 December" only the day.
    if one_month and (one_day or not (doubted and not form.last.day)):
        return Begin(add_months(last.replace(day=1), 1), BeginRule.DAY_UNKNOWN)
    return Begin(date(last.year + 1, 1, 1), BeginRule.MONTH_UNKNOWN)


def legal_periods(
    news: PartialDate,
    rules: Sequence[PeriodRule],
    circumstances: Collection[Circumstance],
    on: date,
    hostilities: Sequence[Hostilities] = (),
) -> tuple[LegalPeriod, ...]:
    """Give the periods of one jurisdiction as its law stands on a day, first the shortest.

    Of several circumstances the most special one that the law knows decides.
    """
    found = []
    for declares in Declares:
        rule = _decides([r for r in rules if r.declares is declares and r.holds_on(on)],
                        circumstances)  # fmt: skip
        if rule is not None:
            begin = _begin(news, rule, hostilities)
            opens = None if begin.day is None else add_months(begin.day, rule.months)
            found.append(LegalPeriod(rule, begin, opens))
    return tuple(found)


def _decides(
    rules: Sequence[PeriodRule], circumstances: Collection[Circumstance]
) -> PeriodRule | None:
    for circumstance in Circumstance:
        if circumstance in circumstances:
            for rule in rules:
                if rule.circumstance is circumstance:
                    return rule
    return None


def _begin(news: PartialDate, rule: PeriodRule, hostilities: Sequence[Hostilities]) -> Begin:
    """Give the beginning under a rule: never before the last news, whatever ended before it."""
    begin = begin_of_period(news)
    if rule.runs_from is RunsFrom.LAST_NEWS or begin.day is None:
        return begin
    latest = news.latest
    ended = [each.ended for each in hostilities if latest is not None and each.began <= latest]
    if not ended:
        return Begin(None, BeginRule.NOT_KNOWN)
    end = max(ended)
    return Begin(end, BeginRule.AFTER_HOSTILITIES) if end >= begin.day else begin
