"""Turns a question of the filter box into conditions on a register line, on either database."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import (
    ColumnElement,
    CompoundSelect,
    Select,
    and_,
    false,
    func,
    literal,
    not_,
    or_,
    select,
    true,
    union,
)

from app.db.unit_of_work import Reader
from app.queries.cases.text_match import text_condition
from app.search.fold import fold, folded_words
from app.search.query_words import ME
from app.shapes.filter_query import (
    AllOf,
    AnyOf,
    CodeIn,
    DateIs,
    Phrase,
    QueryKey,
    QueryNode,
    Said,
    SilentFor,
    WhatIs,
    Without,
    WordsIn,
)
from models.cases import CaseLine
from models.events import Assertion, Citation
from models.incidents import Incident
from models.people import Identifier, Person, PersonName
from models.places import PlaceName
from models.sources import Source
from models.staff import Staff

_CODES = {
    QueryKey.STATUS: CaseLine.headline,
    QueryKey.FATE: CaseLine.fate,
    QueryKey.HELD: CaseLine.custody,
    QueryKey.ADMITTED: CaseLine.ack,
    QueryKey.HOME: CaseLine.home,
}
_TITLES = (Incident.number, Incident.title, Incident.title_hy, Incident.title_ru)
_UNITS = (CaseLine.unit, CaseLine.unit_hy, CaseLine.unit_ru)
_SHOWN = (CaseLine.number, CaseLine.name, CaseLine.name_second, CaseLine.place_text, *_UNITS)
#: Marks that part words in what was typed as it was; the folded text has blanks there.
_PARTING = "-.,;:/()№\"'«»"


type HasCode = Callable[[QueryKey, Sequence[str]], ColumnElement[bool]]
"""Gives the condition that a case has one of some codes."""


def query_condition(  # noqa: PLR0911  one answer a kind of part
    reader: Reader, node: QueryNode, then: HasCode | None = None
) -> ColumnElement[bool]:
    """Give the condition that a part of a question sets on a register line.

    `then` asks for codes as they stood on another day than today.
    """
    match node:
        case Said(words):
            return text_condition(reader, words)
        case Phrase(words):
            return and_(text_condition(reader, words), _one_after_another(words))
        case CodeIn(key, codes):
            return _has_code(reader, key, codes) if then is None else then(key, codes)
        case WordsIn(key, values):
            return or_(*(_has_words(reader, key, value) for value in values))
        case DateIs():
            return _lies_so(node)
        case SilentFor(days):
            return silent_since(reader.clock.today() - timedelta(days=days))
        case Without(part):
            # What is not known does not hold: so a man without a place is found by -place:Hadrut.
            return not_(func.coalesce(query_condition(reader, part, then), false()))
        case AllOf(parts):
            return and_(*(query_condition(reader, part, then) for part in parts))
        case AnyOf(parts):
            return or_(*(query_condition(reader, part, then) for part in parts))


def has_chip(chips: Sequence[str]) -> ColumnElement[bool]:
    """Give the condition that a line carries one of some chips."""
    carried = "," + CaseLine.chips + ","
    return or_(*(carried.contains(f",{chip},") for chip in chips))


def last_known_within(first: date | None, last: date | None) -> ColumnElement[bool]:
    """Give the condition that the last known date may lie within bounds (domain.md 5.5).

    A date without bounds on one side may lie anywhere on it.
    """
    found: list[ColumnElement[bool]] = [CaseLine.last_edtf.is_not(None)]
    if first is not None:
        found.append(or_(CaseLine.last_latest.is_(None), CaseLine.last_latest >= first))
    if last is not None:
        found.append(or_(CaseLine.last_earliest.is_(None), CaseLine.last_earliest <= last))
    return and_(*found)


def silent_since(day: date) -> ColumnElement[bool]:
    """Give the condition that nobody saw him alive on a day or after it."""
    return or_(CaseLine.sign_of_life.is_(None), CaseLine.sign_of_life < day)


def _has_code(reader: Reader, key: QueryKey, codes: Sequence[str]) -> ColumnElement[bool]:
    if key is QueryKey.CHIP:
        return has_chip(codes)
    if key is QueryKey.IS:
        states = {
            WhatIs.OPEN: CaseLine.closed.is_(False),
            WhatIs.CLOSED: CaseLine.closed.is_(True),
            WhatIs.MINE: CaseLine.officer_id == reader.actor.id,
        }
        return or_(*(states[WhatIs(code)] for code in codes))
    return _CODES[key].in_(codes)


def _lies_so(node: DateIs) -> ColumnElement[bool]:
    when, day = node.date, timedelta(days=1)
    match node.key:
        case QueryKey.AFTER if when.latest is not None:
            late = when.latest == date.max
            return false() if late else last_known_within(when.latest + day, None)
        case QueryKey.SINCE:
            return last_known_within(when.earliest, None)
        case QueryKey.BEFORE if when.earliest is not None:
            early = when.earliest == date.min
            return false() if early else last_known_within(None, when.earliest - day)
        case QueryKey.UNTIL:
            return last_known_within(None, when.latest)
        case QueryKey.BORN:
            return CaseLine.case_id.in_(_born_within(when.earliest, when.latest))
        case _:
            return last_known_within(when.earliest, when.latest)


def _born_within(first: date | None, last: date | None) -> Select[UUID]:
    birth = Person.__table__.c
    found: list[ColumnElement[bool]] = [birth.birth_edtf.is_not(None)]
    if first is not None:
        found.append(or_(birth.birth_latest.is_(None), birth.birth_latest >= first))
    if last is not None:
        found.append(or_(birth.birth_earliest.is_(None), birth.birth_earliest <= last))
    return select(birth.id).where(*found)


def _has_words(reader: Reader, key: QueryKey, value: str) -> ColumnElement[bool]:
    words = folded_words(value)
    match key:
        case QueryKey.NAME:
            named = (
                _padded(PersonName.search_key).contains(f" {w}", autoescape=True) for w in words
            )
            return CaseLine.case_id.in_(select(PersonName.person_id).where(*named))
        case QueryKey.NUMBER:
            paper = select(Identifier.person_id).where(
                func.replace(Identifier.value_folded, " ", "").contains(
                    "".join(words), autoescape=True
                )
            )
            return or_(_typed((CaseLine.number,), words), CaseLine.case_id.in_(paper))
        case QueryKey.PLACE:
            return _is_place(reader, words)
        case QueryKey.UNIT:
            return and_(text_condition(reader, words), _typed(_UNITS, words))
        case QueryKey.SOURCE:
            return CaseLine.case_id.in_(_citing(words))
        case QueryKey.INCIDENT:
            return CaseLine.incident_id.in_(select(Incident.id).where(_typed(_TITLES, words)))
        case _:
            if fold(value) in ME:
                return CaseLine.officer_id == reader.actor.id
            return CaseLine.officer_id.in_(select(Staff.id).where(_typed((Staff.name,), words)))


def _citing(words: Sequence[str]) -> CompoundSelect[UUID]:
    """Select the cases that a source speaks of, by its code or title."""
    meant = select(Source.id).where(
        *(_padded(Source.search_key).contains(f" {word}", autoescape=True) for word in words)
    )
    return union(
        *(select(kind.case_id).where(kind.source_id.in_(meant)) for kind in (Assertion, Citation))
    )


def _is_place(reader: Reader, words: Sequence[str]) -> ColumnElement[bool]:
    """Ask for a place by any of its names, or as it was reported where none is known."""
    named = (_padded(PlaceName.search_key).contains(f" {w}", autoescape=True) for w in words)
    return or_(
        CaseLine.place_id.in_(select(PlaceName.place_id).where(*named)),
        and_(text_condition(reader, words), _typed((CaseLine.place_text,), words)),
    )


def _one_after_another(words: Sequence[str]) -> ColumnElement[bool]:
    """Ask whether one field of a man holds whole words in this order."""
    phrase = f" {' '.join(words)} "
    named = select(PersonName.person_id).where(
        _padded(PersonName.search_key).contains(phrase, autoescape=True)
    )
    paper = select(Identifier.person_id).where(
        func.replace(Identifier.value_folded, " ", "") == "".join(words)
    )
    incident = select(Incident.id).where(
        or_(*(_spelt(column, phrase) for column in _TITLES))
    )  # fmt: skip
    return or_(
        *(_spelt(column, phrase) for column in _SHOWN),
        CaseLine.case_id.in_(named),
        CaseLine.case_id.in_(paper),
        CaseLine.incident_id.in_(incident),
    )


def _spelt(column: Any, phrase: str) -> ColumnElement[bool]:  # Any: a column of text
    text = _padded(_without_marks(column))
    spelt = dict.fromkeys((phrase, phrase.title(), f" {phrase[1:].capitalize()}", phrase.upper()))
    return or_(*(text.icontains(one, autoescape=True) for one in spelt))


def _padded(column: Any) -> ColumnElement[str]:  # Any: a column of text
    padded: ColumnElement[str] = literal(" ") + column + " "
    return padded


def _typed(columns: Sequence[Any], words: Sequence[str]) -> ColumnElement[bool]:
    """Ask whether text that is kept as it was typed holds every word, from its beginning.

    Figures stand alone: 9 is not found in 19 or 95. Neither database folds our scripts, so a
    word is asked for as people write it: small, with a capital, in capitals. That is slow: where
    there is an index of words, ask that first.
    """
    found: list[ColumnElement[bool]] = [true()]
    parted = [_padded(_without_marks(column)) for column in columns]
    for word in words:
        ends = " " if word.isdecimal() else ""
        spelt = dict.fromkeys((word, word.capitalize(), word.upper()))
        found.append(
            or_(*(text.contains(f" {w}{ends}", autoescape=True) for text in parted for w in spelt))
        )
    return and_(*found)


def _without_marks(column: Any) -> ColumnElement[str]:  # Any: a column of text
    text: ColumnElement[str] = func.coalesce(column, "")
    for mark in _PARTING:
        text = func.replace(text, mark, " ")
    return text
