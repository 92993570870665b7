"""What was done about him: replies word for word, steps taken, consents, papers passed on."""

from __future__ import annotations

from datetime import date

from app.reports.document import (
    Block,
    Column,
    DataTable,
    FactRow,
    Facts,
    Run,
    TableRow,
    Text,
    literal,
    plain,
)
from app.reports.paper_words import PaperWords
from app.reports.sections.desk import Desk, Part
from app.shapes.case_report import AskedBody, ConsentLine, DisclosedNote, EventLine
from models.vocabulary.families import ConsentState

REPLIED = ("C14", "D20", "D21", "L48", "L49", "L52", "R61", "X81")
WHEN_WIDTH, WHO_WIDTH, WORDS_WIDTH = 38, 40, 70
SENT_WIDTH, BODY_WIDTH, REFERENCE_WIDTH, ANSWER_WIDTH = 41, 46, 32, 46
NUMBER_WIDTH, PAPER_WIDTH, RECIPIENT_WIDTH, ISSUED_WIDTH = 32, 45, 50, 38


def replies(desk: Desk) -> Part | None:
    """Make the table of what the other side said of him, word for word."""
    words = desk.words
    said = [event for event in desk.case.events_of(*REPLIED) if event.verbatim]
    if not said:
        return None
    columns = (
        Column(words.say("When"), WHEN_WIDTH),
        Column(words.say("What"), WHO_WIDTH),
        Column(words.say("In their words"), WORDS_WIDTH),
    )
    rows = tuple(_reply(desk, event) for event in said)
    title = words.say("What the other side answered")
    return Part(title, (DataTable(columns, rows, sources_head=words.say("Source")),))


def _reply(desk: Desk, event: EventLine) -> TableRow:
    words = desk.words
    return TableRow(
        (
            plain(words.when(event.date)),
            plain(words.label("event", event.code)),
            plain(words.quoted(event.verbatim)),
        ),
        desk.citations.marks(event.cites),
    )


def steps(desk: Desk) -> Part | None:
    """Make the table of what was sent to whom, and what came back."""
    words = desk.words
    if not desk.case.asked:
        return None
    columns = (
        Column(words.say("Sent"), SENT_WIDTH),
        Column(words.say("To whom, what"), BODY_WIDTH),
        Column(words.say("Reference"), REFERENCE_WIDTH),
        Column(words.say("Answer"), ANSWER_WIDTH),
    )
    rows = tuple(
        TableRow(
            (
                plain(sent_when(words, asked)),
                plain(_to_whom(words, asked)),
                reference(asked),
                plain(answer_words(words, asked, desk.case.status_as_of)),
            )
        )
        for asked in desk.case.asked
    )
    return Part(words.say("Steps taken and replies"), (DataTable(columns, rows),))


def _to_whom(words: PaperWords, asked: AskedBody) -> str:
    what = words.inside(words.label("submission_kind", asked.kind))
    return words.say("{body}: {what}", body=body_words(words, asked), what=what)


def sent_when(words: PaperWords, asked: AskedBody) -> str:
    """Say when something was sent."""
    return words.date_in_note(asked.sent) or words.say("not sent yet")


def body_words(words: PaperWords, asked: AskedBody) -> str:
    """Name the body that was asked."""
    return asked.body_name or words.label("body", asked.body)


def reference(asked: AskedBody) -> Text:
    """Give our number and the reference of the body."""
    parts = [asked.number, asked.our_reference, asked.their_reference]
    return literal("\n".join(dict.fromkeys(part for part in parts if part)))


def answer_words(words: PaperWords, asked: AskedBody, today: date) -> str:
    """Say what was answered and when; else until when an answer is due, or was."""
    said: list[str] = []
    if asked.reply:
        said.append(words.label("list_reply", asked.reply))
    if asked.measure:
        said.append(words.label("r39", asked.measure))
    if not said:
        if asked.due is None:
            return words.say("no answer yet")
        due = words.day(asked.due)
        if asked.due < today:
            return words.say("no answer yet; it was due by {date}", date=due)
        return words.say("no answer yet; due by {date}", date=due)
    when = asked.replied or asked.measured
    if when is not None and words.date_in_note(when):
        said.append(words.when(when))
    if asked.reply_words:
        said.append(words.quoted(asked.reply_words))
    return ", ".join(said)


def consents_and_papers(desk: Desk) -> Part | None:
    """Make the list of what the family agreed to, and of papers that went out before."""
    words, case = desk.words, desk.case
    blocks: list[Block] = []
    asked = [one for one in case.consents if one.state != ConsentState.NOT_ASKED]
    if asked:
        blocks.append(Facts(tuple(_consent(words, one) for one in asked)))
    if case.disclosed:
        columns = (
            Column(words.say("Disclosure"), NUMBER_WIDTH),
            Column(words.say("Paper"), PAPER_WIDTH),
            Column(words.say("To whom"), RECIPIENT_WIDTH),
            Column(words.say("Issued"), ISSUED_WIDTH),
        )
        rows = tuple(
            TableRow(
                (
                    _numbered(words, one),
                    plain(words.label("audience", one.audience)),
                    literal(one.recipient or "–"),
                    plain(words.day(one.issued)),
                )
            )
            for one in case.disclosed
        )
        blocks.append(DataTable(columns, rows))
    if not blocks:
        return None
    return Part(words.say("Consents and papers passed on"), tuple(blocks))


def _numbered(words: PaperWords, one: DisclosedNote) -> Text:
    """Give the number of a paper, with how many copies there are, or of which it is a reprint."""
    number = Run(one.number, literal=True)
    if one.reprint_of:
        return (number, Run("\n"), Run(words.say("reprint of {number}", number=one.reprint_of)))
    if one.copies > 1:
        copies = words.say_n("{n} copy", "{n} copies", one.copies)
        return (number, Run("\n"), Run(copies))
    return (number,)


def _consent(words: PaperWords, one: ConsentLine) -> FactRow:
    value: Text = (Run(words.opening(words.label("consent_state", one.state)), bold=True),)
    told = ", ".join(one.by)
    if one.since is not None and words.date_in_note(one.since):
        told = ", ".join(part for part in (told, words.when(one.since)) if part)
    also = ((literal(told), ()),) if told else ()
    return FactRow(words.label("consent_scope", one.scope), value, (), also)
