"""Say the small things of an exhibit: how large, what it shows, what it is tied to, what lacks."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from app.i18n import Translator
from app.shapes.exhibits import ExhibitLinkView, ExhibitRow, Minimum
from app.ui.widgets.spoken import date_in_words
from app.wording.visible_text import visible
from app.wording.vocabulary import label
from models.vocabulary.exhibits import AttributeState, ExhibitKind, Shown
from models.vocabulary.partial_date import PartialDate

ICONS = {
    ExhibitKind.VIDEO: "video",
    ExhibitKind.PHOTO: "photo",
    ExhibitKind.AUDIO: "audio",
    ExhibitKind.WEBPAGE: "globe",
    ExhibitKind.SOCIAL_POST: "globe",
    ExhibitKind.STATEMENT: "quote",
    ExhibitKind.LIST: "lists",
    ExhibitKind.CALL_NOTE: "phone",
    ExhibitKind.PHYSICAL: "tag",
}
_STEP = 1000


def icon_of(kind: ExhibitKind) -> str:
    """Name the icon of a kind."""
    return ICONS.get(kind, "doc")


def kind_words(kind: ExhibitKind, t: Translator) -> str:
    """Name a kind."""
    return label("exhibit_kind", kind, t.lang)


def size_words(size: int, t: Translator) -> str:
    """Say how large a file is, in the unit a person reads."""
    if size < _STEP:
        return t.say_n("{n} byte", "{n} bytes", size)
    if size < _STEP**2:
        return t.say("{n} KB", n=t.number(round(size / _STEP)))
    if size < _STEP**3:
        return t.say("{n} MB", n=_tenths(size / _STEP**2, t))
    return t.say("{n} GB", n=_tenths(size / _STEP**3, t))


def _tenths(value: float, t: Translator) -> str:
    point = "." if t.lang == "en" else ","
    return f"{value:.1f}".replace(".", point)


def shows_words(shows: Iterable[Shown], t: Translator) -> str:
    """Say what can be seen in an exhibit, in the order of the vocabulary."""
    told = set(shows)
    return " · ".join(label("shown", one, t.lang) for one in Shown if one in told)


def origin_words(row: ExhibitRow, t: Translator) -> str:
    """Say where an exhibit came from, beneath a caption that asks it."""
    return visible(row.origin) or t.say("not known")


def where_from_words(row: ExhibitRow, t: Translator) -> str:
    """Say where an exhibit came from, where no caption asks it."""
    return visible(row.origin) or t.say("where from: not known")


def received_words(row: ExhibitRow, t: Translator) -> str:
    """Say when an exhibit was received."""
    if row.received.edtf is None and not row.received.text:
        return t.say("when received: not known")
    return t.say("received {date}", date=date_in_words(row.received, t, "table"))


def moment_words(at: datetime, t: Translator) -> str:
    """Say when something was done, by this computer's clock."""
    local = at.astimezone()
    day = PartialDate.parse_edtf(local.date().isoformat())
    words = date_in_words(day, t, "table")
    return t.say("{day}, {time}", day=words, time=f"{local:%H:%M}")


def link_words(link: ExhibitLinkView, t: Translator) -> str:
    """Say what an exhibit is tied to, in one line."""
    if link.incident_id is not None:
        return link.incident(t.lang) or link.incident_number
    man = f"{link.case_number} {visible(link.case_name)}".strip()
    if link.event_code is None:
        return man
    event = label("event", link.event_code.value, t.lang)
    return t.say("{man}: {event}", man=man, event=event)


def minimum_words(minimum: Minimum, t: Translator) -> str:
    """Say in a word whether what a court asks for is there."""
    return label("exhibit_minimum", minimum.state, t.lang)


def lacking_words(minimum: Minimum, t: Translator) -> str:
    """Name what is missing or not known, what is missing first."""
    worst = (AttributeState.MISSING, AttributeState.UNKNOWN)
    lacking = [
        label("exhibit_attribute", attribute, t.lang)
        for wanted in worst
        for attribute, state in minimum.attributes
        if state is wanted
    ]
    return ", ".join(lacking)


def in_fours(sha256: str) -> str:
    """Part a hash into groups of four, so that two people can read it to one another."""
    return " ".join(sha256[at : at + 4] for at in range(0, len(sha256), 4))
