"""What a form asks and in which order; blank and filled forms are built from one layout."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from app.reports.form_blocks import (
    Comb,
    Filling,
    FormField,
    FormPhoto,
    FormRow,
    FormSection,
    FreeLines,
    Passage,
    Tick,
    Ticks,
    Written,
)
from app.reports.forms.form_words import FormWords

FULL = 6  # columns
LINE = Written()
TWO_LINES = Written(lines=2)  # by hand: an address does not fit half a line


@dataclass(frozen=True, slots=True)
class Boxes:
    """Boxes to cross; their words come from a vocabulary, or are marked messages."""

    codes: tuple[str, ...]
    vocabulary: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """A numbered item: its label, how many of six columns, how it is answered by hand.

    `by_hand` is a label for the blank where that says more: "Born (day, month, year)".
    """

    number: str
    label: str
    span: int = 2
    hand: Written | Comb | FreeLines | Boxes = LINE
    by_hand: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """A lettered part of a form."""

    letter: str
    title: str
    rows: tuple[tuple[Item, ...], ...]


type Layout = tuple[Part, ...]

#: What a filled form holds, by number: a value, running text, or the codes of crossed boxes.
type Answer = Written | Passage | AbstractSet[str]

YES_NO = Boxes(("YES", "NO"), "consent_answer")
SEX = Boxes(("MALE", "FEMALE"), "sex")
DATE = Comb()


def numbers(layout: Layout) -> tuple[str, ...]:
    """Return the numbers of all items in order."""
    return tuple(item.number for part in layout for row in part.rows for item in row)


def blank_sections(
    layout: Layout, words: FormWords, photos: Mapping[str, FormPhoto] | None = None
) -> Iterator[FormSection]:
    """Lay out a form to be filled in by hand; `photos` by the letter of their part."""
    for part in layout:
        yield FormSection(
            letter=part.letter,
            title=words.both(part.title),
            rows=tuple(
                tuple(_field(item, words, _by_hand(item, words), blank=True) for item in row)
                for row in part.rows
            ),
            blank=True,
            photo=(photos or {}).get(part.letter),
        )


def filled_sections(
    layout: Layout,
    words: FormWords,
    answers: Mapping[str, Answer],
    continued: str,
    photos: Mapping[str, FormPhoto] | None = None,
) -> Iterator[FormSection]:
    """Lay out a form filled from the register; an item without an answer is a fault of ours."""
    for part in layout:
        yield FormSection(
            letter=part.letter,
            title=words.both(part.title),
            rows=tuple(
                tuple(
                    _field(item, words, _filled(item, words, answers[item.number]), blank=False)
                    for item in row
                )
                for row in part.rows
            ),
            blank=False,
            photo=(photos or {}).get(part.letter),
            continued=continued,
        )


def card_rows(layout: Layout, words: FormWords) -> tuple[FormRow, ...]:
    """Lay out the items of a card, which has no parts."""
    return tuple(
        tuple(_field(item, words, _by_hand(item, words), blank=True) for item in row)
        for part in layout
        for row in part.rows
    )


def _field(item: Item, words: FormWords, filling: Filling, *, blank: bool) -> FormField:
    label = item.by_hand if blank and item.by_hand else item.label
    return FormField(item.number, words.both(label), item.span, filling)


def _by_hand(item: Item, words: FormWords) -> Filling:
    return _boxes(item.hand, words, frozenset()) if isinstance(item.hand, Boxes) else item.hand


def _filled(item: Item, words: FormWords, answer: Answer) -> Filling:
    if isinstance(answer, Written | Passage):
        return answer
    if not isinstance(item.hand, Boxes):
        raise TypeError(item.number)
    return _boxes(item.hand, words, answer)


def _boxes(boxes: Boxes, words: FormWords, crossed: AbstractSet[str]) -> Ticks:
    def word(code: str) -> str:
        if boxes.vocabulary:
            return words.both_labels(boxes.vocabulary, code)
        return words.both(code)

    return Ticks(tuple(Tick(word(code), code in crossed) for code in boxes.codes))
