"""What happened to him: circumstances, timeline, places."""

from __future__ import annotations

from dataclasses import replace

from app.reports.document import (
    Block,
    Column,
    DataTable,
    Prose,
    Run,
    TableRow,
    Text,
    literal,
    plain,
)
from app.reports.sections.desk import Desk, Part
from app.reports.sections.place_sketch import place_sketch
from app.reports.sections.time_bars import time_bars
from app.shapes.case_report import EventLine, PlaceWords

WHEN_WIDTH, WHAT_WIDTH = 46, 102
PLACE_WIDTH, THERE_WIDTH, DATE_WIDTH = 52, 49, 47
MOST_NAMES = 3  # of one place, beside the one that is used


def circumstances(desk: Desk) -> Part | None:
    """Make the section with the narrative of the register, or nothing when there is none."""
    blocks: list[Block] = []
    for passage in desk.case.circumstances:
        paragraphs = [p for p in passage.text.split("\n") if p.strip()]
        marks = desk.citations.marks(passage.cites)
        tail = f" [{', '.join(mark.text for mark in marks)}]" if marks else ""
        for number, paragraph in enumerate(paragraphs, start=1):
            last = number == len(paragraphs)
            text: Text = plain(paragraph)
            if last and tail:
                text = (*text, Run(tail, literal=True, small=True))
            blocks.append(Prose(text, "text", marks if last else ()))
    if not blocks:
        return None
    return Part(desk.words.say("Circumstances"), tuple(blocks))


def timeline(desk: Desk) -> Part | None:
    """Make the table of events in order of occurrence, withdrawn ones struck through.

    What happened to him stands once more below, as bars on one line of time.
    """
    events = desk.case.events
    if not events:
        return None
    words = desk.words
    columns = (
        Column(words.say("When"), WHEN_WIDTH),
        Column(words.say("What and where"), WHAT_WIDTH),
    )
    rows = tuple(_event_row(desk, event) for event in events)
    table = DataTable(columns, rows, words.say("Source"))
    bars = time_bars(events, words, desk.case.status_as_of)
    return Part(words.say("Timeline"), (table, bars) if bars else (table,))


def places(desk: Desk) -> Part | None:
    """Make the table of places in his story, with the names of others, and a sketch of them.

    How others call a place, and where it lies, stands where it is first named.
    """
    lines = desk.case.places
    if not lines:
        return None
    words = desk.words
    columns = (
        Column(words.say("Place"), PLACE_WIDTH),
        Column(words.say("What happened there"), THERE_WIDTH),
        Column(words.say("When"), DATE_WIDTH),
    )
    rows = []
    named: set[tuple[str, str]] = set()
    for line in lines:
        known = words.place(line.place), line.place.coordinates
        cells = (
            _place(desk, line.place, again=known in named),
            plain(words.label("event", line.code)),
            literal(words.when(line.when)),
        )
        named.add(known)
        rows.append(TableRow(cells, desk.citations.marks(line.cites)))
    table = DataTable(columns, tuple(rows), words.say("Source"))
    sketch = place_sketch(lines, words)
    return Part(words.say("Places"), (table, sketch) if sketch else (table,))


def _place(desk: Desk, place: PlaceWords, *, again: bool) -> Text:
    words = desk.words
    told: Text = literal(words.opening(words.place(place)))
    if again:
        return told
    others = "; ".join(_other_names(place, words.lang))
    if others:
        told = (*told, *literal(f" ({others})"))
    if place.coordinates:
        told = (*told, Run(f"\n{place.coordinates}", literal=True, small=True))
    return told


def _other_names(place: PlaceWords, lang: str) -> list[str]:
    """Name a place as others do: in the other languages, else by any names that are known."""
    names = place.names
    said = [names.hy, names.az, names.ru, names.en]
    others = [name for name in said if name and name != names.best(lang)]
    return list(dict.fromkeys(others or place.also_called))[:MOST_NAMES]


def _event_row(desk: Desk, event: EventLine) -> TableRow:
    when: Text = literal(desk.words.when(event.date))
    marks = desk.citations.marks(event.cites)
    if event.withdrawn:
        return TableRow((_struck(when), _withdrawn(desk, event)), marks)
    return TableRow((when, _what(desk, event)), marks)


def _what(desk: Desk, event: EventLine) -> Text:
    words = desk.words
    text: list[Run] = [
        Run(f"{event.code}\u00a0", literal=True, small=True),
        Run(words.sentence(words.label("event", event.code))),
    ]
    where = _where(desk, event)
    if where:
        text.append(Run(f" {words.sentence(where)}", literal=True))
    if event.words:
        text.append(Run(f" {words.sentence(event.words)}"))
    if event.verbatim:
        text.append(Run(f" {words.sentence(words.quoted(event.verbatim))}"))
    if event.disputed:
        text.append(Run(" " + words.say("Accounts differ: see below.")))
    return tuple(text)


def _where(desk: Desk, event: EventLine) -> str:
    words = desk.words
    if event.place and event.place_to:
        start, end = words.place(event.place), words.place(event.place_to)
        return words.say("from {start} to {end}", start=start, end=end)
    if event.place:
        return words.place(event.place)
    return words.place(event.place_to) if event.place_to else ""


def _withdrawn(desk: Desk, event: EventLine) -> Text:
    words = desk.words
    why = event.withdrawn_why or words.say("no reason recorded")
    return (
        *_struck(_what(desk, event)),
        Run(" " + words.sentence(words.say("Withdrawn: {reason}", reason=why)), bold=True),
    )


def _struck(text: Text) -> Text:
    return tuple(replace(run, struck=True) for run in text)
