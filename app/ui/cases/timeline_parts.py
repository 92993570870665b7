"""Decide how an event stands in a timeline: the sign of its date, its words, its accounts."""

from __future__ import annotations

from dataclasses import dataclass

from app.i18n import Translator
from app.shapes.case_file import AssertionView, EventView
from app.ui.cases.spoken import known, place_name, quoted, when
from app.ui.widgets.timeline import Span
from models.vocabulary.accounts import SourceKind
from models.vocabulary.partial_date import PartialDate

_ICONS = {
    SourceKind.FAMILY: "family",
    SourceKind.FELLOW_SERVICEMAN: "person",
    SourceKind.RETURNED_CAPTIVE: "person",
    SourceKind.WITNESS_CIVIL: "person",
    SourceKind.LAWYER: "person",
    SourceKind.ANON: "person",
    SourceKind.OFFICE_STAFF: "office",
    SourceKind.MEDIA_OWN: "video",
    SourceKind.MEDIA_ADVERSE: "video",
    SourceKind.MEDIA_INTL: "video",
    SourceKind.SOCIAL_ADVERSE: "video",
    SourceKind.SOCIAL_OWN: "video",
}


def source_icon(kind: SourceKind) -> str:
    """Name the icon of a kind of source: people, footage, papers."""
    return _ICONS.get(kind, "doc")


def span_of(date: PartialDate) -> Span:
    """Tell what sign stands on the axis for a date; an unknown one is as open as a span."""
    if date.edtf is not None and date.is_interval:
        return Span.LASTED
    exact = date.edtf is not None and date.earliest == date.latest
    return Span.EXACT_DAY if exact else Span.ONCE_WITHIN


def beneath_date(date: PartialDate, t: Translator) -> str:
    """Say beneath a date what kind of span it is; "" for an exact day or an unknown one."""
    if date.edtf is None:
        return ""
    match span_of(date):
        case Span.ONCE_WITHIN:
            return t.say("happened once")
        case Span.LASTED:
            return t.say("lasted")
        case _:
            return ""


@dataclass(frozen=True, slots=True)
class Account:
    """One account of an event: what its source says of day and place."""

    number: int
    said: AssertionView
    date: PartialDate
    place: str
    preferred: bool
    used: bool


def accounts_of(event: EventView, t: Translator) -> tuple[Account, ...]:
    """Give the accounts that differ, strongest first as the file has them; () where they agree."""
    told = [
        said
        for said in event.assertions
        if said.withdrawn_at is None
        and (known(said.account) or said.account_place or said.account_place_as_reported)
    ]
    distinct = {(s.account.edtf, s.account.text, _place(s, t)) for s in told}
    undecided = event.accounts_differ
    decided = event.preferred_assertion_id is not None
    if not event.stands or len(distinct) < 2 or not (undecided or decided):
        return ()
    return tuple(
        Account(
            number=at,
            said=said,
            date=said.account,
            place=_place(said, t),
            preferred=said.id == event.preferred_assertion_id,
            used=said.account.edtf is not None and said.account.edtf == event.shown_date.edtf,
        )
        for at, said in enumerate(told, 1)
    )


def _place(said: AssertionView, t: Translator) -> str:
    return place_name(said.account_place, said.account_place_as_reported, t)


def said_words(said: AssertionView, t: Translator) -> str:
    """Name who says so, when it was said and where it can be found."""
    parts = [said.source.shown(t.lang)]
    if known(said.said):
        parts.append(t.say("said {date}", date=when(said.said, t)))
    if said.locator:
        parts.append(said.locator)
    if said.coerced:
        parts.append(t.say("said under coercion"))
    return ", ".join(parts)


def quote_of(said: AssertionView, t: Translator) -> str:
    """Give the words as they were said, in quotation marks; "" where none are kept."""
    return quoted(said.words, t) if said.words else ""


def is_slanted(said: AssertionView) -> bool:
    """Tell whether quoted words may stand in italics: Armenian has none."""
    return not any("\u0530" <= letter <= "\u058f" for letter in said.words)
