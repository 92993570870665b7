"""Says on paper what a translation of an exhibit is, and who certified it when."""

from __future__ import annotations

from app.reports.paper_words import PaperWords
from app.shapes.case_report import TranslationNote
from app.wording.translations import translation_words


def translated(words: PaperWords, one: TranslationNote) -> str:
    """Say what a translation is, its paper, and who certified it when; begins with a capital."""
    told = translation_words(
        one.from_lang, one.lang, words.translator, certified=one.certified, here=words.lang
    )
    if one.paper:
        told = words.say("{translation}: {number}", translation=told, number=one.paper)
    by = one.certified_by
    if by and one.certified_on is not None:
        by = words.say("{by}, {date}", by=by, date=words.when(one.certified_on))
    told = words.opening(told)
    return f"{told}\n{by}" if by else told
