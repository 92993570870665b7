"""Say what two files say of one man, and how it goes together."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from app.i18n import Translator
from app.shapes.merging import SplitPreview, Thing
from app.shapes.side_by_side import Coded, How, ListRow, PlaceSaid, Said, Titled
from app.ui.cases.spoken import place_name, when
from app.ui.widgets.kit import Words
from app.wording.merging import merge_field_name, thing_count
from app.wording.visible_text import visible
from app.wording.vocabulary import label
from models.vocabulary.partial_date import PartialDate

_HOW: Final[dict[How, Words]] = {
    How.SAME: lambda t: t.say("the same"),
    How.DIFFERS: lambda t: t.say("differs"),
    How.ONLY_FIRST: lambda t: t.say("only in the first"),
    How.ONLY_SECOND: lambda t: t.say("only in the second"),
}
_THINGS: Final[dict[Thing, Words]] = {
    Thing.NAMES: lambda t: t.say("Names"),
    Thing.NUMBERS: lambda t: t.say("Numbers"),
    Thing.SERVICE: lambda t: t.say("Service"),
    Thing.RELATIVES: lambda t: t.say("Relatives"),
    Thing.EXHIBITS: lambda t: t.say("Exhibits"),
}


def how_words(how: How) -> Words:
    """Return the words for how two things go together."""
    return _HOW[how]


def said_words(said: Said, t: Translator) -> str:
    """Say what a file says."""
    match said:
        case PartialDate():
            return when(said, t)
        case PlaceSaid(place, words):
            name = place_name(place, "", t)
            return ", ".join(visible(part) for part in (name, words) if part)
        case Coded(vocabulary, code, words):
            return ", ".join(part for part in (label(vocabulary, code, t.lang), words) if part)
        case Titled():
            return " ".join(part for part in (said.number, said.title(t.lang)) if part)
        case _:
            return visible(said)


def row_name(row: ListRow, t: Translator) -> str:
    """Name the things of a row."""
    thing = _THINGS[row.thing]
    name = thing if isinstance(thing, str) else thing(t)
    if row.kind is None:
        return name
    kind = label(row.kind.vocabulary, row.kind.code, t.lang)
    return t.say("{thing}: {kind}", thing=name, kind=kind)


def counted_words(counts: Mapping[Thing, int], t: Translator) -> str:
    """Say how many of each kind, one after the other."""
    return ", ".join(thing_count(thing, count, t) for thing, count in counts.items())


def split_sentences(preview: SplitPreview, t: Translator) -> str:
    """Say what parting would do, a line each."""
    told = [
        t.say(
            "Back to {number} goes what came from there: {things}.",
            number=preview.absorbed_number,
            things=counted_words(preview.goes_back, t) or t.say("nothing"),
        )
    ]
    if preview.stays:
        told.append(
            t.say(
                "Added since, and stays with {number}: {things}.",
                number=preview.number,
                things=counted_words(preview.stays, t),
            )
        )
    if preview.fields_stay:
        told.append(
            t.say(
                "Changed since, and stays as it is now: {fields}.",
                fields=", ".join(merge_field_name(one, t) for one in preview.fields_stay),
            )
        )
    return "\n".join(told)
