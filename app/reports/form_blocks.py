"""The blocks of a form: numbered fields in six columns, written by hand or filled in."""

from __future__ import annotations

from dataclasses import dataclass

from app.shapes.case_report import GreyPicture

# A blank and a filled form are the same blocks with other fillings, so that their items cannot
# drift apart (`paper.md` 9). A label is one string, with the second language after " / ".


@dataclass(frozen=True, slots=True)
class Written:
    """A value on a line; an empty one leaves the line to be written on.

    What does not fit in `lines` lines is never set smaller: it goes to `Continued`.
    """

    text: str = ""
    lines: int = 1


@dataclass(frozen=True, slots=True)
class Comb:
    """Boxes for a date, a figure each: day, month, year; each may stay empty."""

    groups: tuple[int, ...] = (2, 2, 4)


@dataclass(frozen=True, slots=True)
class Tick:
    """A box before a word."""

    word: str
    crossed: bool = False


@dataclass(frozen=True, slots=True)
class Ticks:
    """Boxes side by side, each crossed with × or left alone.

    A question of yes and no is two of them, so that neither crossed means it was not asked.
    """

    ticks: tuple[Tick, ...]


@dataclass(frozen=True, slots=True)
class FreeLines:
    """Lines to write on, over the full width."""

    count: int


@dataclass(frozen=True, slots=True)
class Passage:
    """Running text in a filled form, as long as it is; it may go on over the page."""

    text: str


type Filling = Written | Comb | Ticks | FreeLines | Passage


@dataclass(frozen=True, slots=True)
class FormField:
    """A numbered item of a row; `span` counts the columns of six that it takes."""

    number: str
    label: str
    span: int
    filling: Filling


type FormRow = tuple[FormField, ...]


@dataclass(frozen=True, slots=True)
class FormPhoto:
    """A place for a photograph beside the first rows of a section.

    Without a picture the frame is there for one to be glued in; a filled form that has none has
    no `FormPhoto` (`paper.md` 8).
    """

    caption: str
    beside: int  # rows that stand at its left
    picture: GreyPicture | None = None
    mark: str = ""  # SAMPLE, across the foot of an invented picture


@dataclass(frozen=True, slots=True)
class FormTitle:
    """What the form is, how it is filled in, and its numbers; an empty number is a line.

    The title in the second language stands beside the first where there is room, else below.
    """

    title: str
    second: str = ""
    lines: tuple[str, ...] = ()
    references: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class FormSection:
    """A lettered part of a form; rows of a blank are taller, for handwriting.

    `held`: it stays on one page with what follows, as answers do with who signs them.
    """

    letter: str
    title: str
    rows: tuple[FormRow, ...]
    blank: bool
    photo: FormPhoto | None = None
    continued: str = ""  # what stands in a field whose value went to `Continued`
    held: bool = False


@dataclass(frozen=True, slots=True)
class AskedRow:
    """One question of a list: in the first language, in the second, and yes or no."""

    number: str
    question: str
    second: str
    ticks: Ticks


@dataclass(frozen=True, slots=True)
class AskedList:
    """Questions one below another, with their boxes in one column at the right.

    They stay on one page with what follows: who signs for answers has them before his eyes.
    """

    rows: tuple[AskedRow, ...]


@dataclass(frozen=True, slots=True)
class Continued:
    """Values that were too long for their fields; nothing where all of them fitted."""

    title: str


@dataclass(frozen=True, slots=True)
class SignLine:
    """Somebody signs: what for, the name where it is known already, and the words below.

    Without a purpose the words below say all.
    """

    purpose: str
    name: str
    signature_word: str
    date_word: str


@dataclass(frozen=True, slots=True)
class SignatureRow:
    """Lines to sign on, one below another; with a seal word the ring for a seal stands beside."""

    lines: tuple[SignLine, ...]
    seal_word: str = ""


@dataclass(frozen=True, slots=True)
class CardSide:
    """One side of a card of a fixed size: running text, then rows of fields.

    `address` is set apart at the right, as on a postcard.
    """

    heads: tuple[str, ...]
    texts: tuple[str, ...] = ()
    address: tuple[str, ...] = ()
    rows: tuple[FormRow, ...] = ()
    foot: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CutCard:
    """Both sides of a card of 15 × 10.5 cm, one above the other, to be cut out and folded."""

    front: CardSide
    back: CardSide


type FormBlock = FormTitle | FormSection | AskedList | Continued | SignatureRow | CutCard
