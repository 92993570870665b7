"""Names the language of words quoted before a court, what is known of them, and a day told."""

from __future__ import annotations

from app.reports.court.desk import CourtDesk
from app.reports.paper_words import PaperWords
from app.shapes.case_report import Cite, ExhibitNote, TranslationNote
from app.wording.languages import language_name
from app.wording.translations import quoted_words
from models.vocabulary.partial_date import PartialDate


def tongue(desk: CourtDesk, lang: str, cites: tuple[Cite, ...]) -> str:
    """Name the language of quoted words, and say whether their translation is certified.

    They are translated where an exhibit that proves them is.
    """
    words = desk.words
    if not lang:
        return words.say("language not recorded")
    name = language_name(lang, words.translator)
    if lang == words.lang:
        return name
    found = _translation(desk, lang, {cite.exhibit for cite in cites})
    if found is None:
        return words.say("{language}; no translation", language=name)
    exhibit, translation = found
    told = quoted_words(
        lang, translation.lang, words.translator, certified=translation.certified, here=words.lang
    )
    where = desk.citations.exhibits_named([desk.citations.number(exhibit.key)])
    return words.say("{translation}: {exhibit}", translation=told, exhibit=where)


def told_when(words: PaperWords, when: PartialDate) -> str:
    """Say a date; what nobody could read as one is named as the words in which it was told."""
    if when.edtf is None and when.text:
        return words.say("Date as it was told: {words}", words=words.quoted(when.text))
    return words.when(when)


def _translation(
    desk: CourtDesk, lang: str, keys: set[str]
) -> tuple[ExhibitNote, TranslationNote] | None:
    """Find the translation of words among what proves them: a certified one before others."""
    found = [
        (exhibit, one)
        for exhibit in desk.citations.index
        if exhibit.key in keys
        for one in exhibit.translations
        if one.from_lang in {"", lang} and one.lang
    ]
    into_this = desk.words.lang
    return min(
        found, key=lambda pair: (pair[1].lang != into_this, not pair[1].certified), default=None
    )
