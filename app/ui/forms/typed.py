"""Read dates that are typed in one line, and say them again; no Qt here."""

from datetime import date

from app.i18n import PSEUDO, Translator
from app.ui.widgets.date_draft import LiesAhead
from models.vocabulary.date_words import WordCase, in_words
from models.vocabulary.partial_date import PartialDate


def date_said(known: PartialDate, t: Translator, case: WordCase = "sentence") -> str:
    """Say a date in the language of the form; words nobody could read stand as they are."""
    if known.edtf is None and known.text:
        return known.text
    return in_words(known, "en" if t.lang == PSEUDO else t.lang, case=case)


def typed_date(text: str, not_after: date | None = None) -> PartialDate:
    """Read a typed date; nothing typed is an unknown date. Raises NotADate, LiesAhead."""
    if not text.strip():
        return PartialDate.unknown()
    known = PartialDate.read(text.strip())
    if not_after is not None and known.earliest is not None and known.earliest > not_after:
        raise LiesAhead(known.earliest)
    return known


def shown_typed(known: PartialDate) -> str:
    """Give the text in which a stored date is typed again."""
    if known.edtf is None:
        return known.text
    if known.is_exact_day and known.earliest is not None:
        return f"{known.earliest:%d.%m.%Y}"
    return known.edtf
