"""Tables of a dossier: chronology, what the Government answered word for word."""

from __future__ import annotations

from dataclasses import dataclass, replace

from app.reports.court.desk import CourtDesk
from app.reports.court.facts import GOVERNMENT_SPEAKS, where
from app.reports.court.quoted_words import told_when, tongue
from app.reports.document import Block, Column, DataTable, Prose, TableRow, literal, plain
from app.shapes.case_report import AskedBody, Cite, EventLine
from models.vocabulary.partial_date import PartialDate
from models.vocabulary.submissions import Body

WHEN, WHAT, PARAGRAPH, PROOF = 43, 62, 18, 32
SAID_ON, SAID, TONGUE, MEANS = 34, 54, 29, 38
SENT, TO_WHOM, REFERENCES, ANSWER = 34, 54, 29, 38
#: To whom the Government answers: directly, or through the Court.
GOVERNMENT_ANSWERS = frozenset({Body.ADVERSE_COMMISSION, Body.COURT})


def chronology(desk: CourtDesk) -> tuple[Block, ...]:
    """Make the table of what happened, in order of days, each with its paragraph."""
    words = desk.words
    columns = (
        Column(words.say("When"), WHEN),
        Column(words.say("What and where"), WHAT),
        Column(words.say("Paragraph"), PARAGRAPH),
        Column(words.say("Proof"), PROOF),
    )
    rows = tuple(_row(desk, event) for event in desk.events())
    return (DataTable(columns, rows),) if rows else ()


def _row(desk: CourtDesk, event: EventLine) -> TableRow:
    words = desk.words
    what = words.label("event", event.code)
    place = where(desk, event)
    if place:
        what = f"{words.sentence(what)} {words.sentence(place)}"
    proof = desk.citations.proof(event.cites)
    number = desk.paragraphs.of_event.get(event.key)
    return TableRow(
        (
            literal(words.opening(told_when(words, event.date))),
            plain(what),
            literal(str(number or "–")),
            literal(proof.words or words.say("not recorded")),
        ),
        proof.marks,
    )


@dataclass(frozen=True, slots=True)
class _Reply:
    """What the Government answered once: its words, and by what paper they came."""

    on: PartialDate
    said: str
    lang: str
    what: str
    through: str
    cites: tuple[Cite, ...] = ()


def replies(desk: CourtDesk) -> tuple[Block, ...]:
    """Make the table of the Government's replies: their words exactly as they were given."""
    words = desk.words
    found = sorted(_as_one(_replies(desk)), key=lambda reply: reply.on.sort_key)
    if not found:
        return ()
    columns = (
        Column(words.say("Date"), SAID_ON),
        Column(words.say("Their words"), SAID),
        Column(words.say("Language"), TONGUE),
        Column(words.say("What it is, reference"), MEANS),
    )
    note = words.say("Words stand exactly as they were given, in the language in which they were.")
    rows = tuple(_reply_row(desk, reply) for reply in found)
    return (DataTable(columns, rows), Prose(plain(note), "text"))


def _replies(desk: CourtDesk) -> list[_Reply]:
    """Gather replies from events and from what was sent; the same words of a day stand once."""
    asked = [one for one in desk.case.asked if one.body in GOVERNMENT_ANSWERS and one.reply]
    found: list[_Reply] = []
    for event in desk.events():
        if event.code not in GOVERNMENT_SPEAKS:
            continue
        same = next((one for one in asked if _is_same(one, event)), None)
        if same is not None:
            asked.remove(same)
        found.append(
            _Reply(
                event.date,
                event.verbatim or (same.reply_words if same else ""),
                event.words_lang,
                desk.words.label("event", event.code),
                _reference(same) if same else "",
                event.cites,
            )
        )
    found += [
        _Reply(
            one.replied or PartialDate.unknown(),
            one.reply_words,
            "",
            desk.words.opening(desk.words.label("list_reply", one.reply)),
            _reference(one),
        )
        for one in asked
    ]
    return found


def _as_one(found: list[_Reply]) -> list[_Reply]:
    """Join a reply whose words nobody recorded to the words that were recorded of its day."""
    joined = [reply for reply in found if reply.said]
    for reply in found:
        if reply.said:
            continue
        days = [spoken.on if spoken.said and spoken.on.is_known else None for spoken in joined]
        if reply.on not in days:
            joined.append(reply)
            continue
        at = days.index(reply.on)
        joined[at] = replace(
            joined[at],
            what=f"{joined[at].what}\n{reply.what}",
            through=joined[at].through or reply.through,
            cites=(*joined[at].cites, *reply.cites),
        )
    return joined


def _is_same(one: AskedBody, event: EventLine) -> bool:
    said_alike = not one.reply_words or not event.verbatim or one.reply_words == event.verbatim
    return one.replied == event.date and said_alike


def _reference(one: AskedBody) -> str:
    return one.their_reference or one.our_reference or one.number


def _reply_row(desk: CourtDesk, reply: _Reply) -> TableRow:
    words = desk.words
    proof = desk.citations.proof(reply.cites)
    what = [reply.what, reply.through, proof.words]
    return TableRow(
        (
            literal(words.opening(words.when(reply.on))),
            literal(words.quoted(reply.said) if reply.said else words.say("words not recorded")),
            plain(tongue(desk, reply.lang, reply.cites) if reply.said else "–"),
            literal("\n".join(part for part in what if part)),
        ),
        proof.marks,
    )


def steps(desk: CourtDesk) -> tuple[Block, ...]:
    """Make the table of what was asked of whom before the Court was turned to, and the answers."""
    words = desk.words
    if not desk.case.asked:
        return ()
    columns = (
        Column(words.say("Sent"), SENT),
        Column(words.say("To whom, what"), TO_WHOM),
        Column(words.say("References"), REFERENCES),
        Column(words.say("Answer"), ANSWER),
    )
    return (DataTable(columns, tuple(_step(desk, one) for one in desk.case.asked)),)


def _step(desk: CourtDesk, one: AskedBody) -> TableRow:
    words = desk.words
    body = one.body_name or words.label("body", one.body)
    kind = words.label("submission_kind", one.kind)
    references = [one.number, one.our_reference, one.their_reference]
    return TableRow(
        (
            literal(words.opening(words.when(one.sent))),
            plain(f"{body}\n{kind}"),
            literal("\n".join(dict.fromkeys(part for part in references if part))),
            plain(_answer(desk, one)),
        )
    )


def _answer(desk: CourtDesk, one: AskedBody) -> str:
    """Say what came back: on the man, on the measure, or nothing until a day."""
    words = desk.words
    told = []
    if one.reply:
        told.append((words.label("list_reply", one.reply), one.replied))
    if one.measure:
        told.append((words.label("r39", one.measure), one.measured))
    if told:
        said = (
            words.say("{answer}, {date}", answer=what, date=words.when(on))
            if on is not None and on.is_known
            else what
            for what, on in told
        )
        return "\n".join(map(words.opening, said))
    if one.due is None:
        return words.say("none")
    due = words.day(one.due)
    if one.due < desk.context.facts_as_of.date():
        return words.say("none; was due {date}", date=due)
    return words.say("none; due {date}", date=due)
