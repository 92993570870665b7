"""Says dates inside a sentence: on a day, in a month, in a year, as exact as they are known."""

from __future__ import annotations

from datetime import timedelta

from app.reports.paper_words import NBSP, SCRIPT_OF, PaperWords
from app.search.scripts import script_of
from models.vocabulary.date_terms import DatePrecision, DateQualifier
from models.vocabulary.edtf_grammar import Form, Gap, Kind
from models.vocabulary.partial_date import PartialDate

_RU_MONTHS = (
    "январе", "феврале", "марте", "апреле", "мае", "июне", "июле", "августе", "сентябре",
    "октябре", "ноябре", "декабре",
)  # fmt: skip


def when_it_was(words: PaperWords, when: PartialDate, *, lasts: bool = False) -> str:
    """Say when something was, as it stands in a sentence: "on 15 December 2020".

    What is less certain than a day, a month or a year has words of its own. Bounds between which
    something happened once are not told as the time it took, unless it `lasts`.
    """
    if when.edtf is None:
        told = bool(when.text) and script_of(when.text).value == SCRIPT_OF[words.lang]
        return words.quoted(when.text) if told else words.say("on a day unknown to us")
    if when.qualifier.is_uncertain:
        surer = PartialDate.parse_edtf(when.edtf.replace("%", "~").replace("?", ""))
        said = when_it_was(words, surer, lasts=lasts)
        return words.say("{when} (the date is not certain)", when=said)
    if when.is_interval and not lasts and when.qualifier is DateQualifier.NONE:
        when = _once(when)
    return _exactly(words, when)


def _exactly(words: PaperWords, when: PartialDate) -> str:
    if when.edtf is None:
        return words.say("on a day unknown to us")
    if _one_of_days(when):
        return words.say("on {day}", day=words.when(when))
    if when.qualifier is not DateQualifier.NONE or when.is_interval or when.earliest is None:
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


def _once(when: PartialDate) -> PartialDate:
    """Turn bounds that were noted as a duration into those of one moment."""
    first, last = when.earliest, when.latest
    if when.form is None or (first is None and last is None):
        return PartialDate.unknown()
    if first is not None and last == first + timedelta(days=1):
        return PartialDate.parse_edtf(f"[{first},{last}]")
    begun, ended = when.form.first, when.form.last
    once = Form(
        Kind.ONCE_BETWEEN,
        Gap.OPEN if isinstance(begun, Gap) else begun,
        Gap.OPEN if isinstance(ended, Gap) else ended,
    )
    return PartialDate.parse_edtf(str(once))


def _one_of_days(when: PartialDate) -> bool:
    """Tell whether it is one day or another: "12 or 13 December"."""
    form = when.form
    if form is None or form.kind is not Kind.ONE_OF or when.qualifier is not DateQualifier.NONE:
        return False
    return all(point.day for point in form.members)


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
