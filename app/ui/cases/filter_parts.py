"""Say what a filter of the register lets through, part by part; keep filters as plain values."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import Final
from uuid import UUID

from app.i18n import Translator
from app.shapes.case_list import CaseFilter
from app.ui.cases.spoken import day
from app.ui.kept_state import Json
from app.wording.status_words import Answer, column_head
from app.wording.vocabulary import label
from models.vocabulary.partial_date import PartialDate
from models.vocabulary.status import Ack, Chip, Custody, Fate, Headline, Remains, Repat


class Field(StrEnum):
    """A part of a filter that is shown as one chip."""

    HEADLINES = "headlines"
    FATES = "fates"
    CUSTODIES = "custodies"
    ACKS = "acks"
    HOMES = "homes"
    CHIPS = "chips"
    INCIDENT = "incident_id"
    PLACE = "place_id"
    OFFICER = "officer_id"
    LAST = "last"
    SILENT = "no_sign_of_life_before"
    OPEN_ONLY = "with_closed"
    TEXT = "text"


LISTS: Final[dict[Field, tuple[str, tuple[str, ...]]]] = {
    Field.HEADLINES: ("headline", tuple(Headline)),
    Field.FATES: ("fate", tuple(Fate)),
    Field.CUSTODIES: ("custody", tuple(Custody)),
    Field.ACKS: ("ack", tuple(Ack)),
    Field.HOMES: ("repat", (*Repat, *(value for value in Remains if value is not Remains.NONE))),
    Field.CHIPS: ("chip", tuple(Chip)),
}
"""Parts that hold codes of a vocabulary: the name of the list and the codes offered."""

SILENCE: Final = (30, 60, 180, 365)


@dataclass(frozen=True, slots=True)
class FilterNames:
    """Names that a chip needs beyond the vocabulary: of incidents and of places, by id."""

    incidents: dict[UUID, str]
    places: dict[UUID, str]


def field_words(field: Field, t: Translator) -> str:
    """Name a part of a filter."""
    return {
        Field.HEADLINES: t.say("Headline"),
        Field.FATES: column_head(Answer.ALIVE, t),
        Field.CUSTODIES: column_head(Answer.HELD, t),
        Field.ACKS: column_head(Answer.ADMITTED, t),
        Field.HOMES: column_head(Answer.HOME, t),
        Field.CHIPS: t.say("What holds"),
        Field.INCIDENT: t.say("Incident"),
        Field.PLACE: t.say("Last seen at"),
        Field.OFFICER: t.say("My cases"),
        Field.LAST: t.say("Last known date"),
        Field.SILENT: t.say("No sign of life"),
        Field.OPEN_ONLY: t.say("Open cases only"),
        Field.TEXT: t.say("Text"),
    }[field]


def value_words(field: Field, code: str, t: Translator) -> str:
    """Name one value of a part that holds codes."""
    list_name = LISTS[field][0]
    if field is Field.HOMES and code not in set(Repat):
        list_name = "remains"
    return label(list_name, code, t.lang)


def active(wanted: CaseFilter) -> tuple[Field, ...]:
    """Return the parts in force, in the order in which their chips stand."""
    held = {
        **{field: bool(getattr(wanted, field)) for field in LISTS},
        Field.INCIDENT: wanted.incident_id is not None,
        Field.PLACE: wanted.place_id is not None,
        Field.OFFICER: wanted.officer_id is not None,
        Field.LAST: wanted.last_from is not None or wanted.last_to is not None,
        Field.SILENT: wanted.no_sign_of_life_before is not None,
        Field.OPEN_ONLY: not wanted.with_closed,
    }
    return tuple(field for field in Field if held.get(field))


def chip_words(
    field: Field, wanted: CaseFilter, names: FilterNames, today: date, t: Translator
) -> str:
    """Say a part in force, as it stands on its chip."""
    name = field_words(field, t)
    if field in (Field.OFFICER, Field.OPEN_ONLY):
        return name
    return t.say("{field}: {value}", field=name, value=_value(field, wanted, names, today, t))


def _value(field: Field, wanted: CaseFilter, names: FilterNames, today: date, t: Translator) -> str:
    if field in LISTS:
        codes: tuple[str, ...] = getattr(wanted, field)
        first = value_words(field, codes[0], t)
        if len(codes) == 1:
            return first
        return t.say_n("{first} or {n} other", "{first} or {n} others", len(codes) - 1, first=first)
    if field is Field.INCIDENT and wanted.incident_id is not None:
        return names.incidents.get(wanted.incident_id, "…")
    if field is Field.PLACE and wanted.place_id is not None:
        return names.places.get(wanted.place_id, "…")
    if field is Field.SILENT and wanted.no_sign_of_life_before is not None:
        days = (today - wanted.no_sign_of_life_before).days
        return t.say_n("for more than {n} day", "for more than {n} days", days)
    return _span(wanted, t)


def _span(wanted: CaseFilter, t: Translator) -> str:
    first = day(wanted.last_from, t, "table") if wanted.last_from else ""
    last = day(wanted.last_to, t, "table") if wanted.last_to else ""
    if first and last:
        if first == last:
            return t.say("{day}, possible", day=first)
        return t.say("{first} to {last}, possible", first=first, last=last)
    return t.say("from {first}", first=first) if first else t.say("until {last}", last=last)


def toggle(wanted: CaseFilter, field: Field, code: str) -> CaseFilter:
    """Let one more code through, or no longer."""
    codes: tuple[str, ...] = getattr(wanted, field)
    left = tuple(one for one in codes if one != code) if code in codes else (*codes, code)
    return replace(wanted, **{field.value: left})  # type: ignore[arg-type]  # Field names fields


def without(wanted: CaseFilter, field: Field) -> CaseFilter:
    """Take a part away."""
    if field in LISTS:
        return replace(wanted, **{field.value: ()})  # type: ignore[arg-type]  # the same
    match field:
        case Field.INCIDENT:
            return replace(wanted, incident_id=None)
        case Field.PLACE:
            return replace(wanted, place_id=None)
        case Field.OFFICER:
            return replace(wanted, officer_id=None)
        case Field.LAST:
            return replace(wanted, last_from=None, last_to=None)
        case Field.SILENT:
            return replace(wanted, no_sign_of_life_before=None)
        case Field.OPEN_ONLY:
            return replace(wanted, with_closed=True)
        case _:
            return replace(wanted, text="")


def silent_for(wanted: CaseFilter, days: int, today: date) -> CaseFilter:
    """Let through only whom nobody saw alive for more than some days."""
    return replace(wanted, no_sign_of_life_before=today - timedelta(days=days))


def last_known_in(wanted: CaseFilter, span: PartialDate) -> CaseFilter:
    """Let through only whose last known date may lie within a date as it was typed."""
    return replace(wanted, last_from=span.earliest, last_to=span.latest)


def as_json(wanted: CaseFilter, today: date) -> dict[str, Json]:
    """Give a filter as plain values; silence is kept as days, so that it moves on with time."""
    kept: dict[str, Json] = {}
    for field in LISTS:
        if codes := getattr(wanted, field):
            kept[field.value] = [str(code) for code in codes]
    if wanted.text:
        kept["text"] = wanted.text
    if wanted.incident_id is not None:
        kept["incident_id"] = str(wanted.incident_id)
    if wanted.place_id is not None:
        kept["place_id"] = str(wanted.place_id)
    if wanted.officer_id is not None:
        kept["officer_id"] = str(wanted.officer_id)
    if wanted.last_from is not None:
        kept["last_from"] = wanted.last_from.isoformat()
    if wanted.last_to is not None:
        kept["last_to"] = wanted.last_to.isoformat()
    if wanted.no_sign_of_life_before is not None:
        kept["silent_days"] = (today - wanted.no_sign_of_life_before).days
    if not wanted.with_closed:
        kept["with_closed"] = False
    return kept


def from_json(kept: Json, today: date) -> CaseFilter:
    """Read a kept filter; what is not understood is passed over."""
    if not isinstance(kept, dict):
        return CaseFilter()
    wanted = CaseFilter(text=str(kept.get("text") or ""))
    for field, (_, offered) in LISTS.items():
        codes = kept.get(field.value)
        if isinstance(codes, list):
            known = tuple(str(code) for code in codes if code in offered)
            wanted = replace(wanted, **{field.value: known})  # type: ignore[arg-type]  # the same
    days = kept.get("silent_days")
    if isinstance(days, int):
        wanted = silent_for(wanted, days, today)
    return replace(
        wanted,
        incident_id=_uuid(kept.get("incident_id")),
        place_id=_uuid(kept.get("place_id")),
        officer_id=_uuid(kept.get("officer_id")),
        last_from=_day(kept.get("last_from")),
        last_to=_day(kept.get("last_to")),
        with_closed=kept.get("with_closed") is not False,
    )


def _uuid(text: Json) -> UUID | None:
    try:
        return UUID(str(text)) if text else None
    except ValueError:
        return None


def _day(text: Json) -> date | None:
    try:
        return date.fromisoformat(str(text)) if text else None
    except ValueError:
        return None
