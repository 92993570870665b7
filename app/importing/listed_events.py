"""Reads what a row says happened to him: which event, when, where, in which words."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from app.importing.list_dates import lasted_between, once_between, read_list_date
from app.importing.profile import EventRule, EventWords, Profile, SourceWords
from app.importing.rows import ListedEvent, RowFault, RowNote, RowRefused
from app.importing.wording_of_cells import Cells, Words
from models.vocabulary.partial_date import PartialDate

PLACE_LIMIT = 500
WORDS_LIMIT = 20_000
PARTICULAR_LIMIT = 600
_MOST_OBJECTS = 50


def listed_events(
    cells: Cells, profile: Profile, said: PartialDate, notes: list[RowNote]
) -> tuple[ListedEvent, ...]:
    """Read the events of a row; adds to the notes what could not be read.

    Raises RowRefused where a text is longer than its field.
    """
    found: list[ListedEvent] = []
    for block in profile.events:
        for own in _objects(cells, block, notes):
            if block.unless_empty and not any(own.get(name) for name in block.unless_empty):
                continue
            rule = next((rule for rule in block.rules if rule.when.holds(own)), None)
            if rule is not None and rule.code is not None:
                found.append(_event(own, block, rule, profile.source, notes))
    if said.is_known and any(event.occurred.definitely_after(said) for event in found):
        notes.append(RowNote.DATE_AFTER_LIST)
    return tuple(found)


def _objects(cells: Cells, block: EventWords, notes: list[RowNote]) -> Iterator[Cells]:
    """Give the cells once, or once for each object of the JSON column with its values added."""
    if not block.each:
        yield cells
        return
    text = cells.get(block.each, "")
    if not text:
        return
    try:
        objects = json.loads(text)
    except (ValueError, RecursionError):
        notes.append(RowNote.EVENTS_UNREADABLE)
        return
    if not isinstance(objects, list) or len(objects) > _MOST_OBJECTS:
        notes.append(RowNote.EVENTS_UNREADABLE)
        return
    for one in objects:
        if not isinstance(one, dict):
            notes.append(RowNote.EVENTS_UNREADABLE)
            continue
        inside = {
            f"{block.each}.{key}": " ".join(value.split())
            for key, value in one.items()
            if isinstance(value, str)
        }
        yield {**cells, **inside}


def _event(
    cells: Cells, block: EventWords, rule: EventRule, source: SourceWords, notes: list[RowNote]
) -> ListedEvent:
    assert rule.code is not None  # noqa: S101  # the caller has just asked
    place_words = rule.place if rule.place is not None else block.place
    place = place_words.fill(cells)
    particulars = {**block.particulars, **rule.particulars}
    return ListedEvent(
        code=rule.code,
        occurred=_occurred(cells, block, notes),
        place=_fits(place, PLACE_LIMIT, "place") if _says_anything(place) else "",
        words=_fits(block.words.fill(cells), WORDS_LIMIT, "words"),
        narrative=_fits(block.narrative.fill(cells), WORDS_LIMIT, "narrative"),
        particulars=tuple(
            (key, _fits(value, PARTICULAR_LIMIT, key))
            for key, words in sorted(particulars.items())
            if (value := words.fill(cells))
        ),
        says=rule.says,
        traits=rule.traits,
        reliability=rule.reliability or source.reliability,
        credibility=rule.credibility or source.credibility,
    )


def _fits(text: str, limit: int, field: str) -> str:
    if len(text) > limit:
        raise RowRefused(RowFault.FIELD_TOO_LONG, field)
    return text


def _says_anything(place: str) -> bool:
    # What a reader of scans leaves behind ("'", "^", "• . _") is no place; the words keep it.
    return sum(sign.isalpha() for sign in place) > 1


def _occurred(cells: Cells, block: EventWords, notes: list[RowNote]) -> PartialDate:
    text = block.date.fill(cells)
    if text:
        read = read_list_date(text)
        if read is not None:
            return read
        notes.append(RowNote.DATE_UNREADABLE)
        return PartialDate.unknown(_fits(" ".join(text.split()), PLACE_LIMIT, "date"))
    bounds = (_first_known(block.not_before, cells), _first_known(block.not_after, cells))
    between = lasted_between(*bounds) if block.lasted else once_between(*bounds)
    if between is None:
        notes.append(RowNote.DATES_REVERSED)
        return PartialDate.unknown()
    return between


def _first_known(choices: Iterable[Words], cells: Cells) -> PartialDate | None:
    for words in choices:
        text = words.fill(cells)
        read = read_list_date(text) if text else None
        if read is not None and read.is_known:
            return read
    return None
