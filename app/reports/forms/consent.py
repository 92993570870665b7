"""The consent form: each purpose asked by itself, so that a blank means "not asked"."""

from __future__ import annotations

from typing import Final

from app.i18n import mark
from app.reports.form_blocks import AskedList, AskedRow, SignatureRow, SignLine, Tick, Ticks
from app.reports.forms.form_words import FormWords
from app.reports.forms.layout import DATE, Boxes, Item, Layout, Part
from app.wording.vocabulary import codes
from models.vocabulary.families import ConsentAnswer

TEMPLATE: Final = "consent"
VERSION: Final = "1.0"
TITLE: Final = mark("Consent to the use of data")
HALF, WIDE = 3, 4

WHO: Final[Layout] = (
    Part(
        "A",
        mark("Who answers"),
        (
            (
                Item("A1", mark("Family name, given name"), WIDE),
                Item("A2", mark("Relationship")),
            ),
            (
                Item("A3", mark("Address, telephone"), WIDE),
                Item("A4", mark("Identity document")),
            ),
            (Item("A5", mark("Who is sought: family name, given name, born"), 6),),
            (
                Item(
                    "A6",
                    mark("Whose data"),
                    6,
                    Boxes(("MISSING_MAN", "ENQUIRER", "FAMILY"), "data_subject"),
                ),
            ),
        ),
    ),
)

ANSWERS: Final = mark("Answers: cross yes or no; what is not asked stays empty")

HOW: Final[Layout] = (
    Part(
        "C",
        mark("How and when"),
        (
            (
                Item(
                    "C1",
                    mark("How it was given"),
                    WIDE,
                    Boxes(("WRITTEN", "ORAL_WITNESSED"), "consent_form"),
                ),
                Item("C2", mark("Given on"), hand=DATE),
            ),
            (
                Item("C3", mark("Language")),
                Item("C4", mark("Interpreter")),
                Item("C5", mark("Witness")),
            ),
        ),
    ),
)

EXPLAINED: Final = mark(
    "Nobody has to agree. Whoever agrees may take it back at any time, by word of mouth or in "
    "writing. A refusal does not end the search."
)
I_UNDERSTOOD: Final = mark("I have understood the questions. The answers B1 to B11 are mine.")
WITNESSED: Final = mark("Read out and answered in my presence (witness or member of staff)")
SIGNATURE: Final = mark("Signature")
SIGNED_ON: Final = mark("Date")


def questions(words: FormWords) -> AskedList:
    """Ask for each scope by itself, each with yes and no."""
    rows = []
    for number, scope in enumerate(codes("consent_scope"), 1):
        question = words.first.label("consent_scope", scope)
        second = words.second.label("consent_scope", scope) if words.second else ""
        ticks = tuple(Tick(words.both_labels("consent_answer", code)) for code in ConsentAnswer)
        rows.append(AskedRow(f"B{number}", question, second, Ticks(ticks)))
    return AskedList(tuple(rows))


def signatures(words: FormWords) -> SignatureRow:
    """Let whoever answers and a witness sign; no seal, for it is the family's paper."""
    return SignatureRow(
        tuple(
            SignLine(words.both(purpose), "", words.both(SIGNATURE), words.both(SIGNED_ON))
            for purpose in (I_UNDERSTOOD, WITNESSED)
        )
    )
