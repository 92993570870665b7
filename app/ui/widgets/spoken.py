"""Say a date in the words of the reader; the pseudo language of tests says it in English.

lambda t: date_in_words(date, t)            lambda t: date_in_words(date, t, "table")
"""

from app.i18n.translator import LANGUAGES, Translator
from models.vocabulary.date_words import WordCase, in_words
from models.vocabulary.partial_date import PartialDate


def date_in_words(
    known: PartialDate, translator: Translator, case: WordCase = "sentence", *, bound: bool = False
) -> str:
    """Return a date in words; `table` is short, `figures` gives `13.12.2020` where exact.

    `bound` keeps day, month and year on one line, for titles that wrap.
    """
    if translator.lang in LANGUAGES:
        return in_words(known, translator.lang, case=case, nbsp=bound)
    return f"«{in_words(known, 'en', case=case)}»"
