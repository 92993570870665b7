"""Packs who a man is into one short line of text, kept beside his register line."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from typing import Any  # Any: values of JSON
from uuid import UUID

from app.search.keys import KEYS_VERSION
from app.shapes.briefs import NameBrief, NumberBrief, PersonBrief, PlaceBrief
from models.vocabulary.partial_date import PartialDate
from models.vocabulary.people import IdentifierKind, NameKind, Script, Sex

_FORM = 2
_KEYS = 1_000
VERSION = _KEYS * _FORM + KEYS_VERSION
"""Told by every line; when words are made of a brief in another way, all is built anew."""

_SEXES = {word.value: word for word in Sex}
_SCRIPTS = {word.value: word for word in Script}
_KINDS = {word.value: word for word in NameKind}
_NUMBERS = {word.value: word for word in IdentifierKind}
_NO_PLACE = PlaceBrief()


@dataclass(frozen=True, slots=True)
class KeptBrief:
    """Who a man is, and the further words by which his file is found."""

    person: PersonBrief
    #: Folded, parted by blanks: what his incident is called, the years in which he was seen.
    also: str = ""
    #: The words of his names, each with its marked keys behind it: what ranking would compute anew.
    sounds: str = ""


def pack(kept: KeptBrief) -> str:
    """Give a brief as one line of text; equal briefs give equal lines."""
    man = kept.person
    packed = [
        VERSION,
        man.case_id.hex if man.case_id else "",
        man.number,
        man.sex.value,
        man.birth.edtf,
        man.birth.text,
        [_packed_name(name) for name in man.names],
        [_packed_place(one) for one in (man.birth_place, man.home_place, man.last_place)],
        man.units,
        [(one.kind.value, one.scope, one.value) for one in man.numbers],
        man.incident_id.hex if man.incident_id else "",
        man.figure_label,
        kept.also,
        kept.sounds,
    ]
    return json.dumps(packed, ensure_ascii=False, separators=(",", ":"))


def unpack(line: str) -> KeptBrief:
    """Give the brief that was packed; raises ValueError for a line of another form."""
    version, *packed = json.loads(line)
    if version // _KEYS != _FORM:
        raise ValueError(version)
    (case_id, number, sex, edtf, words, names, places, units, numbers, incident, label, also,
     sounds) = packed  # fmt: skip
    birth, home, last = map(_place, places)
    person = PersonBrief(
        names=tuple([_name(*name) for name in names]),
        case_id=UUID(case_id) if case_id else None,
        number=number,
        sex=_SEXES[sex],
        birth=PartialDate.restore(edtf, words),
        birth_place=birth,
        home_place=home,
        last_place=last,
        units=tuple(units),
        numbers=tuple([NumberBrief(_NUMBERS[k], scope, value) for k, scope, value in numbers]),
        incident_id=_known_id(incident) if incident else None,
        figure_label=label,
    )
    return KeptBrief(person, also, sounds)


@dataclass(frozen=True, slots=True)
class NamesInBrief:
    """What of a brief is looked at for every man whom the index proposes."""

    number: str
    names: tuple[NameBrief, ...]
    sounds: str


def unpack_names(line: str) -> NamesInBrief:
    """Give only the names of the brief that was packed; raises as `unpack`."""
    packed = json.loads(line)
    if packed[0] // _KEYS != _FORM:
        raise ValueError(packed[0])
    return NamesInBrief(packed[2], tuple([_name(*name) for name in packed[6]]), packed[-1])


def is_current(line: str) -> bool:
    """Say whether a line was packed by this version."""
    return line.startswith(f"[{VERSION},")


def _packed_name(name: NameBrief) -> tuple[str, ...]:
    return (
        name.full, name.family, name.given, name.father, name.father_base, name.lang,
        name.script.value, name.kind.value,
    )  # fmt: skip


def _name(  # the order of _packed_name
    full: str,
    family: str,
    given: str,
    father: str,
    father_base: str,
    lang: str,
    script: str,
    kind: str,
) -> NameBrief:
    return NameBrief(full, family, given, father, father_base, lang, _SCRIPTS[script], _KINDS[kind])


def _packed_place(place: PlaceBrief) -> Any:  # Any: see above
    if place.place_id is None and not place.names:
        return 0
    return (place.place_id.hex if place.place_id else "", place.names)


@lru_cache(maxsize=16_384)
def _known_id(written: str) -> UUID:
    """Read the id of a place or an incident: few, each met with many men."""
    return UUID(written)


def _place(packed: Any) -> PlaceBrief:  # Any: see above
    if not packed:
        return _NO_PLACE
    place_id, names = packed
    return PlaceBrief(_known_id(place_id) if place_id else None, tuple(names))
