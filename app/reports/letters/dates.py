"""Says dates inside a sentence: on a day, in a month, in a year, as exact as they are known."""

from __future__ import annotations

from app.reports.paper_words import NBSP, PaperWords
from models.vocabulary.date_terms import DatePrecision, DateQualifier
from models.vocabulary.partial_date import PartialDate

_RU_MONTHS = (
    "январе", "феврале", "марте", "апреле", "мае", "июне", "июле", "августе", "сентябре",
    "октябре", "ноябре", "декабре",
)  # fmt: skip


def when_it_was(words: PaperWords, when: PartialDate) -> str:
    """Say when something was, as it stands in a sentence: "on 15 December 2020".

    What is less certain than a day, a month or a year has words of its own.
    """
    if when.edtf is None or when.qualifier is not DateQualifier.NONE or when.earliest is None:
        return words.when(when)
    if when.is_interval:
        return words.when(when)
    match when.precision:
        case DatePrecision.DAY | DatePrecision.MINUTE:
            return words.say("on {day}", day=words.day(when.earliest))
        case DatePrecision.MONTH:
            return month_it_was(words, when)
        case DatePrecision.DAY_IN_MONTH:
            return words.say("on a day {in_month}", in_month=month_it_was(words, when))
        case DatePrecision.YEAR:
            return words.say("in {year}", year=str(when.earliest.year))
        case _:
            return words.when(when)


def month_it_was(words: PaperWords, when: PartialDate) -> str:
    """Say the month of a date, as it stands in a sentence: "in January 2021"; empty if unknown."""
    if when.earliest is None:
        return ""
    first = when.earliest
    if words.lang == "ru":
        month = f"{_RU_MONTHS[first.month - 1]} {first.year}{NBSP}г."
    else:
        month = words.when(PartialDate.parse_edtf(f"{first:%Y-%m}"))
    return words.say("in {month}", month=month)
