"""The call sheet: whom to ring today, what to ask each about whom, and room to write by hand."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from app.reports.context import PaperContext
from app.reports.document import (
    Block,
    Column,
    DataTable,
    Document,
    FactRow,
    Facts,
    Prose,
    SectionHead,
    SheetTitle,
    TableRow,
    Text,
    literal,
    plain,
)
from app.reports.long_blocks import Whole
from app.reports.office_sheet import digest_of, office_sheet, sheet_furniture
from app.reports.paper_words import PaperWords
from app.shapes.families import CallSheet, ManToAsk, ToRing, WhichCalls
from app.wording.languages import language_name
from app.wording.vocabulary import label
from models.vocabulary.date_words import in_words
from models.vocabulary.partial_date import PartialDate

TEMPLATE: Final = "call-sheet"
VERSION: Final = "1.0"
_LINES_TO_WRITE: Final = 2
_EMPTY: Final = TableRow((plain("\n"), plain(""), plain(""), plain("")))  # as tall as a hand writes


def call_sheet_document(sheet: CallSheet, words: PaperWords, context: PaperContext) -> Document:
    """Lay out a call sheet on landscape pages; nothing of class X stands on it."""
    furniture = sheet_furniture(
        words,
        context,
        document_type=words.say("Call sheet"),
        scope=words.say("staff only"),
        about=_which(sheet.which, words),
        template=TEMPLATE,
        version=VERSION,
        digest=digest_of(sheet),
    )
    return office_sheet(
        words, context, furniture, words.say("Call sheet"), tuple(_blocks(sheet, words)),
        landscape=True,
    )  # fmt: skip


def _blocks(sheet: CallSheet, words: PaperWords) -> Iterator[Block]:
    men = sum(len(one.men) for one in sheet.to_ring)
    yield SheetTitle(
        words.say("Call sheet of {date}", date=words.day(sheet.day)),
        words.say_n("{n} telephone call", "{n} telephone calls", len(sheet.to_ring))
        + " · "
        + words.say_n("{n} person", "{n} people", men),
        (
            words.say(
                "Telephone numbers and wishes of families: do not leave this sheet lying about, "
                "and shred it when its calls are logged."
            ),
        ),
    )
    if not sheet.to_ring:
        yield Prose(plain(words.say("Nobody is to be rung.")))
    for number, one in enumerate(sheet.to_ring, 1):
        yield Whole(tuple(_call(number, one, words)))
    if sheet.left_out:
        yield Prose(
            plain(
                words.say_n(
                    "{n} more person is not on this sheet.",
                    "{n} more people are not on this sheet.",
                    sheet.left_out,
                )
            )
        )


def _call(number: int, one: ToRing, words: PaperWords) -> Iterator[Block]:
    who = " · ".join(one.names) or words.say("Nobody to ring is known")
    yield SectionHead(number, f"{who} · {one.phone}" if one.phone else who)
    told = [
        FactRow(label, literal(value))
        for label, value in (
            (words.say("When best to ring"), one.reached_best),
            (words.say("Languages"), _languages(one.languages, words)),
            (words.say("E-mail"), one.email),
        )
        if value
    ]
    if told:
        yield Facts(tuple(told))
    yield DataTable(
        columns=(
            Column(words.say("About whom"), 44),
            Column(words.say("Case"), 29),
            Column(words.say("Relationship"), 28),
            Column(words.say("May be told"), 28),
            Column(words.say("Last spoken with"), 27),
            Column(words.say("What to say and ask"), 105),
        ),
        rows=tuple(_man(man, words) for man in one.men),
    )
    yield DataTable(
        columns=(
            Column(words.say("Rung on, at"), 40),
            Column(words.say("Spoken with"), 55),
            Column(words.say("What was said"), 121),
            Column(words.say("Next call"), 45),
        ),
        rows=(_EMPTY,) * _LINES_TO_WRITE,
    )


def _man(man: ManToAsk, words: PaperWords) -> TableRow:
    last = words.say("never")
    if man.last_spoken is not None:
        last = in_words(PartialDate.on(man.last_spoken), words.lang, case="figures")
    return TableRow(
        (
            literal(man.name, bold=True),
            literal(man.number),
            plain(words.label("relation", man.relation.value)),
            plain(words.label("may_be_told", man.may_be_told.value)),
            plain(last),
            _asked(man, words),
        )
    )


def _asked(man: ManToAsk, words: PaperWords) -> Text:
    said = [label("minimum", code, words.lang, "help") for code in man.gaps]
    if man.next_on is not None:
        on = words.day(man.next_on)
        agreed = (
            words.say("Agreed for {date}: {about}.", date=on, about=man.next_about)
            if man.next_about
            else words.say("Agreed for {date}.", date=on)
        )
        said.insert(0, agreed)
    return plain(" ".join(said) or words.say("Nothing to ask."))


def _languages(typed: str, words: PaperWords) -> str:
    """Name languages that were typed by their codes ("hy, ru"); other words stay."""
    return ", ".join(_language(one.strip(), words) for one in typed.split(","))


def _language(typed: str, words: PaperWords) -> str:
    name = language_name(typed.lower(), words.translator)
    if name == typed.lower():
        return typed
    return name if words.lang == "en" else words.inside(name)


def _which(which: WhichCalls, words: PaperWords) -> str:
    return {
        WhichCalls.DUE: words.say("calls due"),
        WhichCalls.MINE: words.say("own cases"),
        WhichCalls.ALL: words.say("all open cases"),
    }[which]
