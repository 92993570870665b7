"""The capture card of GC III art. 70 and Annex IV B, 15 × 10.5 cm (`domain.md` 1.3)."""

from __future__ import annotations

from typing import Final

from app.i18n import mark
from app.reports.form_blocks import CardSide, CutCard
from app.reports.forms.form_words import FormWords
from app.reports.forms.layout import FULL, Boxes, Item, Layout, Part, card_rows
from app.reports.paper_words import PaperWords

TEMPLATE: Final = "capture-card"
VERSION: Final = "1.0"
TITLE: Final = mark("Capture card for a prisoner of war")
HALF, WIDE = 3, 4

HEALTH: Final = Boxes(
    (
        "GOOD",
        "NOT_WOUNDED",
        "RECOVERED",
        "CONVALESCENT",
        "SICK",
        "SLIGHTLY_WOUNDED",
        "SERIOUSLY_WOUNDED",
    ),
    "health_card",
)

LAYOUT: Final[Layout] = (
    Part(
        "",
        TITLE,
        (
            (Item("1", mark("Power on which the prisoner depends"), FULL),),
            (
                Item("2", mark("Family name")),
                Item("3", mark("First names, in full")),
                Item("4", mark("First name of father")),
            ),
            (
                Item("5", mark("Date of birth"), HALF),
                Item("6", mark("Place of birth"), HALF),
            ),
            (Item("7", mark("Rank"), HALF), Item("8", mark("Service number"), HALF)),
            (Item("9", mark("Address of next of kin"), FULL),),
            (
                Item("10", mark("Taken prisoner on"), HALF),
                Item("", mark("or coming from (camp no., hospital)"), HALF),
            ),
            (Item("11", mark("Health: cross what applies"), FULL, HEALTH),),
            (
                Item("12", mark("Present address: prisoner no."), HALF),
                Item("", mark("Name of camp"), HALF),
            ),
            (Item("13", mark("Date")), Item("14", mark("Signature"), WIDE)),
        ),
    ),
)

MAIL: Final = mark("Prisoner of war mail – postage free")
IMPORTANT: Final = mark(
    "Important: every prisoner fills in this card at once on being taken prisoner, and again "
    "whenever the address changes (transfer to a hospital or to another camp). This card is not "
    "the special card that each prisoner may send to relatives."
)
WRITE: Final = mark("Write legibly, in block letters.")
#: In Latin letters in every language: it is read by the posts between here and Geneva.
AGENCY: Final = (
    "Central Tracing Agency",
    "International Committee",
    "of the Red Cross",
    "Geneva, Switzerland",
)


def capture_card(words: FormWords, third: PaperWords | None = None) -> CutCard:
    """Lay out both sides; a third language explains the items on the front."""
    texts = words.each(IMPORTANT)
    if third:
        texts = (*texts, third.say(IMPORTANT))
    front = CardSide(
        heads=(words.both(TITLE), words.both(MAIL)),
        texts=texts,
        address=AGENCY,
        foot=(_explained(third),) if third else (),
    )
    back = CardSide(heads=(), texts=(words.both(WRITE),), rows=card_rows(LAYOUT, words))
    return CutCard(front, back)


def _explained(third: PaperWords) -> str:
    """Name all items in the third language, by their numbers."""
    told = []
    for part in LAYOUT:
        for row in part.rows:
            for item in row:
                label = third.say(item.label)
                told.append(f"{item.number}\u00a0{label}" if item.number else label)
    return "; ".join(told)
