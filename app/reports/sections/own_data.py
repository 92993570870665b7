"""What is held on a man as he himself is told it: his data, without marks and other people."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from app.reports.citations import Citations
from app.reports.context import PaperContext
from app.reports.document import Column, DataTable, Facts, Prose, TableRow, Text, literal, plain
from app.reports.paper_words import PaperWords
from app.reports.sections.dealings import consents_and_papers, steps
from app.reports.sections.desk import Desk, Part
from app.reports.sections.events import circumstances
from app.reports.sections.identity import identity, service
from app.reports.sections.passed_on import in_fours
from app.shapes.case_report import CaseReport, EventLine, PlaceWords
from app.wording.status_words import headline_words
from models.vocabulary.accounts import PROTECTED_SOURCE_KINDS

WHEN, WHAT = 46, 119
EXHIBIT, KIND, HASH = 38, 60, 67


def own_data(case: CaseReport, words: PaperWords, context: PaperContext) -> Iterator[Part]:
    """Make the sections of his data, in the order of a case file; none bears a mark of a source."""
    told = replace(case, circumstances=case.circumstances_releasable)
    unmarked = Citations(replace(case, statements=(), exhibits=()), words)
    desk = Desk(told, words, unmarked, context)
    parts = (
        _wide(identity(desk)),
        _wide(service(desk)),
        _people(case, words),
        circumstances(desk),
        _events(case, words),
        _concluded(case, words),
        steps(desk),
        _exhibits(case, words),
        _consents(desk),
        _told_by(case, words),
    )
    yield from (part for part in parts if part is not None)


def _wide(part: Part) -> Part:
    """Give the values the room of the sources too."""
    blocks = (replace(one, sources=False) if isinstance(one, Facts) else one for one in part.blocks)
    return replace(part, blocks=tuple(blocks))


def _people(case: CaseReport, words: PaperWords) -> Part | None:
    if not case.family:
        return None
    kinds = dict.fromkeys(
        words.inside(words.label("relation", one.relation)) for one in case.family
    )
    said = words.say("On record are: {people}.", people=", ".join(kinds))
    return Part(words.say("Family"), (Prose(plain(said), "text"),))


def _events(case: CaseReport, words: PaperWords) -> Part | None:
    if not case.events:
        return None
    columns = (Column(words.say("When"), WHEN), Column(words.say("What and where"), WHAT))
    rows = tuple(
        TableRow((literal(words.when(event.date)), _what(event, words))) for event in case.events
    )
    return Part(words.say("What is recorded as having happened"), (DataTable(columns, rows),))


def _what(event: EventLine, words: PaperWords) -> Text:
    said = [words.sentence(words.label("event", event.code))]
    said += [
        words.sentence(words.place(place))
        for place in (event.place, event.place_to)
        if place is not None and _has_words(place, words.lang)
    ]
    if event.words_releasable:
        said.append(words.sentence(event.words_releasable))
    return plain(" ".join(said))


def _has_words(place: PlaceWords, lang: str) -> bool:
    return bool(place.names.best(lang) or place.as_reported)


def _concluded(case: CaseReport, words: PaperWords) -> Part:
    said = words.say(
        "On {date} the register says: {headline}.",
        date=words.day(case.status_as_of),
        headline=words.inside(headline_words(case.status, words.translator)),
    )
    return Part(words.say("What the office concludes"), (Prose(plain(said), "text"),))


def _exhibits(case: CaseReport, words: PaperWords) -> Part | None:
    if not case.exhibits:
        return None
    columns = (
        Column(words.say("Exhibit"), EXHIBIT),
        Column(words.say("What it is"), KIND),
        Column("SHA-256", HASH),
    )
    rows = []
    for one in case.exhibits:
        kind = words.label("exhibit_kind", one.kind) if one.kind else words.say("not recorded")
        dated = words.when(one.dated) if one.dated else words.say("date not recorded")
        digest = in_fours(one.sha256) or words.say("not recorded")
        rows.append(TableRow((literal(one.number), plain(f"{kind} · {dated}"), literal(digest))))
    return Part(words.say("Exhibits"), (DataTable(columns, tuple(rows)),))


def _consents(desk: Desk) -> Part | None:
    part = consents_and_papers(desk)  # papers have a table of their own
    return None if part is None else replace(part, title=desk.words.say("Consents"))


def _told_by(case: CaseReport, words: PaperWords) -> Part | None:
    """Name the kinds of sources; who they are is theirs, and some could be killed for it."""
    if not case.statements:
        return None
    guarded = [one for one in case.statements if one.confidential or _protected(one.kind)]
    kinds = dict.fromkeys(
        words.label("source_kind", one.kind)
        for one in case.statements
        if one.kind and one not in guarded
    )
    said = [words.say("Told by: {sources}.", sources="; ".join(kinds))] if kinds else []
    if guarded:
        said.append(words.say("Others spoke in confidence; nothing is said of them here."))
    return Part(words.say("From whom the office has this"), (Prose(plain(" ".join(said)), "text"),))


def _protected(kind: str) -> bool:
    return kind in PROTECTED_SOURCE_KINDS
