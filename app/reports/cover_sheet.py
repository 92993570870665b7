"""The cover sheet of an envelope: to whom, from whom, what is in it, who alone may open it.

It goes on the outside or on top: it bears numbers, never a name of a man the papers are about.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from app.reports.context import PaperContext
from app.reports.document import (
    Block,
    Certification,
    Column,
    DataTable,
    Document,
    FactRow,
    Facts,
    Prose,
    SectionHead,
    SheetTitle,
    Signatory,
    TableRow,
    Text,
    literal,
    plain,
    strong,
)
from app.reports.office_sheet import digest_of, office_sheet, sheet_furniture
from app.reports.paper_words import PaperWords
from app.shapes.envelopes import EnclosedPaper, Envelope

TEMPLATE: Final = "cover-sheet"
VERSION: Final = "1.0"


def cover_sheet(envelope: Envelope, lang: str, context: PaperContext) -> Document:
    """Lay out the cover of an envelope, one page where a dozen papers are in it."""
    words = PaperWords(lang)
    kind = words.say("Cover sheet")
    sheets = words.say_n("{n} page", "{n} pages", envelope.sheets)
    furniture = sheet_furniture(
        words,
        context,
        document_type=kind,
        scope=words.say("for the recipient only"),
        about=sheets,
        template=TEMPLATE,
        version=VERSION,
        digest=digest_of(envelope),
    )
    furniture = replace(
        furniture, class_word=words.say("RESTRICTED"), right_mark="", genuine_line=_codes(words)
    )
    if not context.code:  # the papers inside bear codes; the cover is told by their numbers
        furniture = replace(furniture, draft=kind)
    return office_sheet(words, context, furniture, kind, tuple(_blocks(envelope, words, context)))


def _codes(words: PaperWords) -> str:
    return words.say("Genuine? The office can tell from the codes of the papers.")


def _blocks(envelope: Envelope, words: PaperWords, context: PaperContext) -> Iterator[Block]:
    yield SheetTitle(
        envelope.recipient,
        envelope.address,
        total=words.say_n("{n} paper", "{n} papers", len(envelope.papers)),
        total_note=words.say_n("{n} page", "{n} pages", envelope.sheets),
    )
    yield Prose(
        strong(
            words.say("To be opened only by: {who}", who=envelope.attention or envelope.recipient)
        ),
        "text",
    )
    yield Facts(tuple(_facts(envelope, words, context)))
    yield SectionHead(1, words.say("Contents"))
    yield _contents(envelope, words)
    yield Prose(
        plain(
            words.say(
                "If it came to you by mistake, or the envelope was open, do not read on: ring or "
                "write to the sender and keep it shut until it is fetched."
            )
        ),
        "text",
    )
    yield SectionHead(2, words.say("Receipt"))
    yield Prose(
        plain(words.say("The papers listed above were received complete and unopened.")), "text"
    )
    yield Certification(
        signatories=(
            Signatory(words.say("Handed over by"), "", ""),
            Signatory(words.say("Received by"), "", ""),
        ),
        signature_word=words.say("signature"),
        date_word=words.say("date"),
        seal_word=words.say("L. S."),
    )


def _facts(envelope: Envelope, words: PaperWords, context: PaperContext) -> Iterator[FactRow]:
    contact = context.contact
    yield FactRow(words.say("From"), literal(context.office.best(words.lang)))
    ways = ((words.say("Address"), contact.address), (words.say("Telephone"), contact.telephone))
    for label, value in (*ways, (words.say("E-mail"), contact.email)):
        if value:
            yield FactRow(label, literal(value))
    if contact.person:
        yield FactRow(words.say("Person to contact"), literal(contact.person))
    if envelope.by:
        yield FactRow(words.say("On its way"), literal(envelope.by))
    yield FactRow(words.say("Closed on"), plain(words.day(context.printed_at.date())))


def _contents(envelope: Envelope, words: PaperWords) -> DataTable:
    return DataTable(
        columns=(
            Column(words.say("No."), 10),
            Column(words.say("Paper"), 46),
            Column(words.say("About"), 31),
            Column(words.say("Disclosure"), 37),
            Column(words.say("Copy"), 22),
            Column(words.say("Pages"), 19, right=True),
        ),
        rows=tuple(
            TableRow(_paper(no, paper, words)) for no, paper in enumerate(envelope.papers, start=1)
        ),
        total=TableRow(
            (
                plain(""),
                plain(words.say("In all")),
                plain(""),
                plain(""),
                plain(""),
                literal(str(envelope.sheets)),
            )
        ),
    )


def _paper(no: int, paper: EnclosedPaper, words: PaperWords) -> tuple[Text, ...]:
    kind = words.label("audience", paper.kind) if paper.kind else paper.title
    return (
        literal(str(no)),
        plain(kind),
        literal(paper.about or "–"),
        literal("\n".join(filter(None, (paper.disclosure, paper.code))) or "–"),
        literal(f"{paper.copy}/{paper.copies}"),
        literal(str(paper.pages)),
    )
