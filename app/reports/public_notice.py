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
from models.vocabulary.places import PlaceKind
from models.vocabulary.status import Headline

HANGS_DAYS: Final = 90
"""Days after which a notice is confirmed anew or taken down (`domain.md` 6 (e′))."""

_SERVES: Mapping[str, str] = {
    Sex.MALE.value: mark("Serviceman"),
    Sex.FEMALE.value: mark("Servicewoman"),
}
_SOMEBODY = mark("A missing person")
_CIVILIAN: Mapping[str, str] = {
    Sex.MALE.value: mark("A missing man"),
    Sex.FEMALE.value: mark("A missing woman"),
}
#: Places that one is lost in, not near.
_WIDE = frozenset({PlaceKind.DISTRICT.value, PlaceKind.REGION.value})
_H = Headline
_GOES_ON, _OVER = mark("The search goes on"), mark("The search has ended")
#: Where the search stands, in words that anybody may read. Of a death nobody hears from a notice
#: first; that somebody fled, is ill or was sentenced is nobody's business but the family's.
_STANDING: Mapping[Headline, str] = {
    **dict.fromkeys((_H.S20, _H.S21), mark("Perhaps in captivity; it is not confirmed")),
    _H.S22: mark("Capture confirmed; the other side has not acknowledged it"),
    _H.S23: mark("Capture confirmed; the other side denies it"),
    _H.S24: mark("In captivity; the other side acknowledges it"),
    **dict.fromkeys((_H.S25, _H.S26), mark("In captivity")),
    _H.S30: mark("Released, but not yet home"),
    **dict.fromkeys((_H.S40, _H.S41, _H.S42, _H.S63, _H.S90), _OVER),
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
            *_what_you_can_do(words, case),
            _contact(words, context),
            _until(words, case, context),
        ),
    )


def _title(words: PaperWords, case: CaseReport, context: PaperContext) -> TitleBlock:
    names = words.title_names(case.identity) if case.identity.names else ("", ())
    who, *rest = _who(words, case)
    name, others = (names[0], (*names[1], who, *rest)) if names[0] else (who, tuple(rest))
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


def _who(words: PaperWords, case: CaseReport) -> list[str]:
    """Say who is sought without a name: serviceman and year of birth, then the home region."""
    identity = case.identity
    table = _SERVES if identity.occupation.value == SERVICEMAN else _CIVILIAN
    who = words.say(table.get(identity.sex, _SOMEBODY))
    born = identity.born.value
    if born is not None and born.earliest is not None:
        who = f"{who}, {words.say('born {year}', year=str(born.earliest.year))}"
    home = identity.residence.value
    return [who, home.region.best(words.lang)] if home is not None else [who]


def _lost(words: PaperWords, case: CaseReport) -> tuple[str, ...]:
    """Say between which days he was lost, and near which settlement."""
    if not case.events:
        return ()
    lost = case.events[0]
    when = when_it_was(words, lost.date)
    place = _settlement(words, lost.place)
    if not place:
        return (words.say("Contact was lost {when}", when=when),)
    if lost.place is not None and lost.place.kind in _WIDE:
        return (words.say("Contact was lost {when} in {place}", when=when, place=place),)
    return (words.say("Contact was lost {when} near {place}", when=when, place=place),)


def _settlement(words: PaperWords, place: PlaceWords | None) -> str:
    """Name a settlement, with the name it bears on the other side's maps behind it."""
    if place is None or not place.names.best(words.lang):
        return ""
    name, theirs = place.names.best(words.lang), place.names.az
    return f"{name} ({theirs})" if theirs and theirs != name else name


def _standing(words: PaperWords, case: CaseReport) -> str:
    return words.say(_STANDING.get(case.status.headline, _GOES_ON))


def _what_you_can_do(words: PaperWords, case: CaseReport) -> tuple[Block, ...]:
    tell_us = words.say(
        "If you have seen this person or heard anything, or know who has, tell us. We keep to "
        "ourselves who you are."
    )
    spread_nothing = words.say(
        "Please do not spread pictures or videos of captives, and do not guess at names in "
        "public: it puts people in danger."
    )
    over = _STANDING.get(case.status.headline) == _OVER
    items = (spread_nothing,) if over else (tell_us, spread_nothing)
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
