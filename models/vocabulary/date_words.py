"""Dates in words: with their true precision, never as a day that nobody said (domain.md 5.5)."""

from functools import lru_cache
from typing import Literal

from models.vocabulary.date_speech import NB, DateSpeech, Manner, clock_time, day_figures
from models.vocabulary.date_terms import DateQualifier
from models.vocabulary.date_words_az import Azerbaijani
from models.vocabulary.date_words_en import English
from models.vocabulary.date_words_hy import Armenian
from models.vocabulary.date_words_ru import Russian
from models.vocabulary.edtf_grammar import Form, Gap, Kind, Point, parse_form
from models.vocabulary.partial_date import PartialDate

DATE_LANGUAGES = ("en", "hy", "ru", "az")

WordCase = Literal["sentence", "table", "figures"]

_SPEECH: dict[str, DateSpeech] = {
    "en": English(),
    "hy": Armenian(),
    "ru": Russian(),
    "az": Azerbaijani(),
}


def in_words(
    when: PartialDate, lang: str, *, case: WordCase = "sentence", nbsp: bool = False
) -> str:
    """Say a date in words of `en`, `hy`, `ru` or `az`.

    `table` gives the short forms of lists on screen; `figures` gives `13.12.2020` for a day that
    is exact and the short form for all others. `nbsp` keeps number and month, год and թ.
    together by no-break spaces (paper.md 11).
    """
    said = _said(when.edtf, lang, case)
    return said if nbsp else said.replace(NB, " ")


@lru_cache(maxsize=16384)
def _said(edtf: str | None, lang: str, case: WordCase) -> str:
    speech = _SPEECH[lang]
    if edtf is None:
        return speech.unknown()
    form = parse_form(edtf, dob=True)
    if case == "figures" and (figures := _figures(form)) is not None:
        return figures
    return _phrase(form, speech, Manner(short=case != "sentence"))


def _figures(form: Form) -> str | None:
    point = form.first
    if form.kind is not Kind.POINT or isinstance(point, Gap) or not point.day:
        return None
    if point.qualifier is not DateQualifier.NONE:
        return None
    time = f", {clock_time(point)}" if point.minute_of_day >= 0 else ""
    return day_figures(point) + time


def _phrase(form: Form, speech: DateSpeech, manner: Manner) -> str:
    first, last = form.first, form.last
    if form.kind is Kind.ONE_OF:
        return speech.choice(form.members, manner)
    if isinstance(last, Gap):
        return speech.unknown() if isinstance(first, Gap) else _no_end(form, first, speech, manner)
    if isinstance(first, Gap):
        ended = first is Gap.UNKNOWN
        return speech.ended(last, manner) if ended else speech.not_later(last, manner)
    match form.kind:
        case Kind.LASTED:
            return speech.lasted(first, last, manner)
        case Kind.ONCE_BETWEEN:
            return speech.once_between(first, last, manner)
        case _:
            return speech.point(first, manner)


def _no_end(form: Form, first: Point, speech: DateSpeech, manner: Manner) -> str:
    if form.kind is Kind.ONCE_BETWEEN:
        return speech.not_earlier(first, manner)
    unknown = form.last is Gap.UNKNOWN
    return speech.begun(first, manner) if unknown else speech.since(first, manner)
