"""How a date is read, for anyone who wants to see it: `homeward explain date`."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType

from models.vocabulary.date_refusals import refusal_in_words
from models.vocabulary.date_terms import (
    DateFault,
    DatePrecision,
    DateQualifier,
    DateSimplification,
    NotADate,
)
from models.vocabulary.date_words import DATE_LANGUAGES, in_words
from models.vocabulary.imported_date import ImportedDate, import_edtf
from models.vocabulary.partial_date import PartialDate

_NO_WORDS: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class DateExplanation:
    """What became of one text: a date with its bounds and words, or the reason why not.

    `error` is a sentence in the language asked for and `fault` its code; both are None for a
    date, known or unknown. `words` holds en, hy, ru and az and is empty for a refusal.
    """

    text: str
    edtf: str | None = None
    earliest: date | None = None
    latest: date | None = None
    precision: DatePrecision | None = None
    qualifier: DateQualifier | None = None
    words: Mapping[str, str] = field(default_factory=lambda: _NO_WORDS)
    error: str | None = None
    fault: DateFault | None = None
    simplified: tuple[DateSimplification, ...] = ()


def explain(text: str, *, lang: str = "en", dob: bool = False) -> DateExplanation:
    """Explain how a text is read: EDTF, also foreign, or what a person types.

    `lang` (en, hy, ru) is the language of the error; `dob` reads as for a date of birth. A
    decade is shown either way, with its limit in `simplified`. Never raises for a text.
    """
    try:
        read = _read(text, dob=dob)
    except NotADate as refused:
        error = refusal_in_words(refused, lang)
        return DateExplanation(text, error=error, fault=refused.reason)
    when = read.date
    return DateExplanation(
        text,
        when.edtf,
        when.earliest,
        when.latest,
        when.precision,
        when.qualifier,
        MappingProxyType({each: in_words(when, each) for each in DATE_LANGUAGES}),
        simplified=read.simplified,
    )


def _read(text: str, *, dob: bool) -> ImportedDate:
    try:
        return import_edtf(text.strip(), dob=dob)
    except NotADate as refused:
        if refused.reason is not DateFault.UNREADABLE:
            return _as_birth(text, refused)
    try:
        return ImportedDate(PartialDate.read(text, dob=dob), ())
    except NotADate as refused:
        return _as_birth(text, refused)


def _as_birth(text: str, refused: NotADate) -> ImportedDate:
    """Read a decade as what it may be, and note that it may be nothing else."""
    if refused.reason is not DateFault.DECADE_ONLY_FOR_BIRTH:
        raise refused
    return ImportedDate(PartialDate.read(text, dob=True), (DateSimplification.DECADE,))
