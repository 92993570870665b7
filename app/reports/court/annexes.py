"""Annexes of a dossier: the index of exhibits with their hashes, witnesses by their codes."""

from __future__ import annotations

from datetime import datetime

from app.clock import OFFICE_ZONE
from app.reports.court.desk import CourtDesk
from app.reports.document import (
    Block,
    Certification,
    Column,
    DataTable,
    Portrait,
    Prose,
    Run,
    Signatory,
    TableRow,
    Text,
    literal,
    plain,
)
from app.reports.translations import translated
from app.shapes.case_report import ExhibitNote
from models.vocabulary.families import ConsentState

NUMBER, WHAT, ORIGIN, HASH = 12, 47, 41, 55
MOMENT, DONE, BY = 53, 48, 42
CODE, CATEGORY, SPOKE = 30, 65, 60


def exhibits(desk: CourtDesk) -> tuple[Block, ...]:
    """Index the exhibits: number, what each is, where from, SHA-256 in fours."""
    words = desk.words
    if not desk.citations.index:
        return ()
    columns = (
        Column(words.say("No."), NUMBER),
        Column(words.say("What it is"), WHAT),
        Column(words.say("Register no., receipt"), ORIGIN),
        Column("SHA-256", HASH),
    )
    rows = tuple(
        TableRow(
            (
                literal(str(desk.citations.number(exhibit.key)), bold=True),
                _what_it_is(desk, exhibit),
                _came_from(desk, exhibit),
                literal(in_fours(exhibit.sha256) or words.say("not recorded")),
            )
        )
        for exhibit in desk.citations.index
    )
    return (DataTable(columns, rows),)


def _what_it_is(desk: CourtDesk, exhibit: ExhibitNote) -> Text:
    words = desk.words
    kind = words.label("exhibit_kind", exhibit.kind) if exhibit.kind else ""
    dated = words.when(exhibit.dated) if exhibit.dated else words.say("date not recorded")
    told = [exhibit.title or words.say("not recorded"), kind, dated]
    told += [translated(words, one) for one in exhibit.translations]
    return literal("\n".join(part for part in told if part))


def _came_from(desk: CourtDesk, exhibit: ExhibitNote) -> Text:
    words = desk.words
    received = words.say("date of receipt not recorded")
    if exhibit.received:
        received = words.say("received {date}", date=words.when(exhibit.received))
    told = f"{exhibit.number}\n{received}"
    if exhibit.minimum != "RED":
        return literal(told)
    lacking = words.label("exhibit_minimum", exhibit.minimum)
    return (*literal(f"{told}\n"), Run(lacking, bold=True))


def in_fours(digest: str) -> str:
    """Part a hash in fours, so that it breaks there and can be compared by eye."""
    return " ".join(digest[at : at + 4] for at in range(0, len(digest), 4))


def witnesses(desk: CourtDesk) -> tuple[Block, ...]:
    """List whoever is known by a code, and say where the names are."""
    words = desk.words
    spoken: dict[str, list[str]] = {}
    kinds: dict[str, str] = {}
    for number, statement in enumerate(desk.case.statements, start=1):
        if statement.code:
            spoken.setdefault(statement.code, []).append(f"S{number}")
            kinds[statement.code] = statement.kind
    if not spoken:
        return ()
    columns = (
        Column(words.say("Code"), CODE),
        Column(words.say("Who speaks"), CATEGORY),
        Column(words.say("Statements"), SPOKE),
    )
    rows = tuple(
        TableRow(
            (
                literal(code, bold=True),
                plain(words.opening(words.label("source_kind", kinds[code]))),
                literal(", ".join(spoken[code])),
            )
        )
        for code in sorted(spoken)
    )
    note = words.say(
        "The names stand on a sealed key that the Office keeps apart. It is no part of this paper."
    )
    return (DataTable(columns, rows), Prose(plain(note), "text"))


def portrait(desk: CourtDesk) -> tuple[Block, ...]:
    """Show him as he looked, with the month of the picture and its number in the register."""
    photo, words = desk.case.photo, desk.words
    if photo is None:
        return ()
    name, _ = words.title_names(desk.case.identity)
    taken = words.say("date not recorded")
    if photo.taken is not None and photo.taken.is_known:
        taken = words.when(photo.taken)
    lines = [literal(name, bold=True), literal(words.opening(taken))]
    if photo.exhibit_number:
        lines.append(literal(_in_the_index(desk, photo.exhibit_number)))
    return (Portrait(photo, tuple(lines), "SAMPLE" if desk.case.sample else ""),)


def _in_the_index(desk: CourtDesk, registered: str) -> str:
    """Name an exhibit of the register, by its number in the index too if it stands there."""
    for exhibit in desk.citations.index:
        if exhibit.number == registered:
            named = desk.citations.exhibits_named([desk.citations.number(exhibit.key)])
            return f"{desk.words.opening(named)} · {registered}"
    return registered


def custody(desk: CourtDesk) -> tuple[Block, ...]:
    """Tell of every exhibit each step since it came in: when, what, by whom."""
    words = desk.words
    rows = tuple(
        TableRow(
            (
                literal(str(desk.citations.number(exhibit.key)), bold=True),
                literal(_moment(desk, line.at)),
                plain(words.label("custody_action", line.action)),
                literal(line.by or words.say("not recorded")),
            )
        )
        for exhibit in desk.citations.index
        for line in exhibit.custody
    )
    if not rows:
        return ()
    columns = (
        Column(words.say("No."), NUMBER),
        Column(words.say("When"), MOMENT),
        Column(words.say("What was done"), DONE),
        Column(words.say("Done by"), BY),
    )
    return (DataTable(columns, rows),)


def _moment(desk: CourtDesk, at: datetime) -> str:
    words, there = desk.words, at.astimezone(OFFICE_ZONE)
    return words.say("{date}, {time}", date=words.day(there.date()), time=f"{there:%H:%M}")


def certification(desk: CourtDesk) -> tuple[Block, ...]:
    """Say by whose authority the dossier is made and that it is true; two signatures, the seal."""
    words, context = desk.words, desk.context
    said = [
        words.say(
            "The facts above are stated as the register of the Office had them at the moment named "
            "at the foot of each page."
        ),
        words.say(
            "Translations, this paper included where it is not in English, are working "
            "translations of the Office and not certified unless they say so."
        ),
    ]
    if desk.citations.index:
        said[0] += " " + words.say("The exhibits are those whose hashes stand in the index.")
    authority = next((one for one in desk.case.consents if one.state == ConsentState.YES), None)
    if authority is not None:
        by = ", ".join(authority.by) or words.say("name not recorded")
        since = words.when(authority.since) if authority.since else words.say("date not recorded")
        said.append(words.say("Authority to go to a court: {by}, {date}.", by=by, date=since))
    approved = context.approved_by if context.approved_by.name else context.checked_by
    block = Certification(
        (
            Signatory(
                words.say("Prepared by"), context.prepared_by.name, context.prepared_by.function
            ),
            Signatory(words.say("Approved by"), approved.name, approved.function),
        ),
        words.say("signature"),
        words.say("date"),
        words.say("L. S."),
    )
    return (*(Prose(plain(text), "court") for text in said), block)
