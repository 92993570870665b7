"""The public notice (`domain.md` 6 (e′)): without a name unless the family agreed, for 90 days."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Final

from app.i18n import mark
from app.reports.audience import Paper
from app.reports.context import PaperContext
from app.reports.document import (
    Block,
    Document,
    LetterBox,
    LetterPart,
    Properties,
    Run,
    Text,
    TitleBlock,
    plain,
)
from app.reports.letters.dates import when_it_was
from app.reports.page_furniture import page_furniture
from app.reports.paper_words import PaperWords
from app.reports.reductions.public import SERVICEMAN
from app.shapes.case_report import CaseReport, PlaceWords
from models.vocabulary.people import Sex
from models.vocabulary.status import SPEAK_OF_DEATH

HANGS_DAYS: Final = 90
"""Days after which a notice is confirmed anew or taken down (`domain.md` 6 (e′))."""

_SERVES: Mapping[str, str] = {
    Sex.MALE.value: mark("Serviceman"),
    Sex.FEMALE.value: mark("Servicewoman"),
}
_CIVILIAN: Mapping[str, str] = {
    Sex.MALE.value: mark("A missing man"),
    Sex.FEMALE.value: mark("A missing woman"),
}


def hangs_until(made: date) -> date:
    """Give the last day on which a notice made on `made` may be shown."""
    return made + timedelta(days=HANGS_DAYS)


def public_notice(
    men: tuple[CaseReport, ...], lang: str, context: PaperContext, paper: Paper
) -> Document:
    """Make the public notice of one man."""
    case, words = men[0], PaperWords(lang)
    return Document(
        properties=Properties(
            title=words.say("Public notice, case {number}", number=case.number),
            lang=lang,
            made_at=context.printed_at,
        ),
        furniture=page_furniture(case, words, context, paper),
        blocks=(
            _title(words, case, context),
            *_what_you_can_do(words),
            _contact(words, context),
            _until(words, case, context),
        ),
    )


def _title(words: PaperWords, case: CaseReport, context: PaperContext) -> TitleBlock:
    names = words.title_names(case.identity) if case.identity.names else ("", ())
    who = _who(words, case)
    name, others = (names[0], (*names[1], who)) if names[0] else (who, ())
    return TitleBlock(
        name=name,
        other_names=(*others, *_lost(words, case)),
        headline=_standing(words, case),
        computed_by=words.say("As of {date}", date=words.day(context.facts_as_of.date())),
        chips=(),
        lines=(),
        photo=case.photo,
        photo_mark="SAMPLE" if case.sample and case.photo else "",
    )


def _who(words: PaperWords, case: CaseReport) -> str:
    """Say who he is without a name: serviceman, year of birth, home region."""
    identity = case.identity
    table = _SERVES if identity.occupation.value == SERVICEMAN else _CIVILIAN
    parts = [words.say(table.get(identity.sex, mark("A missing person")))]
    born = identity.born.value
    if born is not None and born.earliest is not None:
        parts.append(words.say("born {year}", year=str(born.earliest.year)))
    home = identity.residence.value
    if home is not None:
        parts.append(home.region.best(words.lang))
    return ", ".join(parts)


def _lost(words: PaperWords, case: CaseReport) -> tuple[str, ...]:
    """Say between which days he was lost, and near which settlement."""
    if not case.events:
        return ()
    lost = case.events[0]
    when = when_it_was(words, lost.date)
    place = _settlement(words, lost.place)
    if not place:
        return (words.say("Contact was lost {when}", when=when),)
    return (words.say("Contact was lost {when} near {place}", when=when, place=place),)


def _settlement(words: PaperWords, place: PlaceWords | None) -> str:
    """Name a settlement, with the name it bears on the other side's maps behind it."""
    if place is None or not place.names.best(words.lang):
        return ""
    name, theirs = place.names.best(words.lang), place.names.az
    return f"{name} ({theirs})" if theirs and theirs != name else name


def _standing(words: PaperWords, case: CaseReport) -> str:
    """Say where the search stands; of a death nobody hears from a notice first."""
    headline = case.status.headline
    if headline in SPEAK_OF_DEATH:
        return words.say("The search goes on")
    return words.label("headline", headline.value)


def _what_you_can_do(words: PaperWords) -> tuple[Block, ...]:
    items = (
        words.say(
            "If you have seen him or heard of him, or know who has, tell us. We keep to ourselves "
            "who you are."
        ),
        words.say(
            "Please do not spread pictures or videos of captives, and do not guess at names in "
            "public: it puts people in danger."
        ),
    )
    return (LetterPart(words.say("What you can do"), tuple(map(plain, items))),)


def _contact(words: PaperWords, context: PaperContext) -> LetterBox:
    contact = context.contact
    lines: list[Text] = [(Run(context.office.best(words.lang), bold=True, literal=True),)]
    for label, value in (
        (words.say("Telephone:"), contact.telephone),
        (words.say("E-mail:"), contact.email),
        (words.say("Address:"), contact.address),
    ):
        if value:
            lines.append((Run(f"{label} "), Run(value, bold=True, literal=True)))
    return LetterBox(tuple(lines))


def _until(words: PaperWords, case: CaseReport, context: PaperContext) -> LetterPart:
    last = words.day(hangs_until(context.printed_at.date()))
    items = [
        words.say(
            "This notice may be shown until {date}. After that day please take it down, or ask us "
            "for a new one.",
            date=last,
        )
    ]
    if case.identity.names or case.photo is not None:
        items.append(words.say("The family has agreed that what is on this notice is made public."))
    return LetterPart(words.say("How long this notice holds"), tuple(map(plain, items)))
