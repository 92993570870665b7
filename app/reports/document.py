"""The paper before it is a file: typed blocks that know nothing of fonts, points or PDF."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from app.reports.chart_blocks import ChartBlock
from app.reports.form_blocks import FormBlock
from app.reports.long_blocks import LongBlock
from app.shapes.case_report import GreyPicture
from models.vocabulary.papers import PaperFormat


class Format(StrEnum):
    """The three page formats of the office (`paper.md` 1)."""

    PORTRAIT = "portrait"
    COURT = "court"
    LANDSCAPE = "landscape"


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text of one weight; `literal` text is never given soft hyphens."""

    text: str
    bold: bool = False
    literal: bool = False
    small: bool = False
    struck: bool = False  # withdrawn: it stays legible under a line


type Text = tuple[Run, ...]


def plain(text: str) -> Text:
    """Return running words of a template or narrative, which may be hyphenated."""
    return (Run(text),)


def literal(text: str, *, bold: bool = False) -> Text:
    """Return a name, number or other datum, which is never hyphenated."""
    return (Run(text, bold=bold, literal=True),)


def strong(text: str) -> Text:
    """Return bold running words."""
    return (Run(text, bold=True),)


@dataclass(frozen=True, slots=True)
class Mark:
    """A source mark beside a fact: `S3 · B2`, or `E12` without a grade."""

    key: str
    grade: str = ""

    @property
    def text(self) -> str:
        """Return the mark as printed, held together by no-break spaces."""
        return f"{self.key}\u00a0·\u00a0{self.grade}" if self.grade else self.key


@dataclass(frozen=True, slots=True)
class Note:
    """What a mark stands for; `order` puts S before E and numbers by value."""

    key: str
    text: Text
    order: tuple[int, int] = (0, 0)


@dataclass(frozen=True, slots=True)
class TitleBlock:
    """Who, in three scripts, and what is known of him in words."""

    name: str
    other_names: tuple[str, ...]
    headline: str
    computed_by: str
    chips: tuple[str, ...]
    lines: tuple[str, ...]
    photo: GreyPicture | None = None
    photo_caption: str = ""
    photo_mark: str = ""  # SAMPLE, printed across the foot of an invented picture


@dataclass(frozen=True, slots=True)
class SheetTitle:
    """What a paper is about that is not on one man: title, a line under it, small lines below.

    `total` stands at the right of the title with `total_note` under it: "14 men".
    """

    title: str
    under: str = ""
    lines: tuple[str, ...] = ()
    total: str = ""
    total_note: str = ""


@dataclass(frozen=True, slots=True)
class SectionHead:
    """A numbered head; it stays with the two rows that follow."""

    number: int
    title: str


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """A question, its short bold answer, and the reason that carries the dates."""

    question: str
    answer: str
    reason: Text
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class FourAnswers:
    """Alive, held, admitted, home: always four rows, always whole on one page."""

    rows: tuple[AnswerRow, AnswerRow, AnswerRow, AnswerRow]


@dataclass(frozen=True, slots=True)
class FactRow:
    """Label, value, sources; `also` are values that other citations state."""

    label: str
    value: Text
    marks: tuple[Mark, ...] = ()
    also: tuple[tuple[Text, tuple[Mark, ...]], ...] = ()


@dataclass(frozen=True, slots=True)
class Facts:
    """A list of label and value; without `sources` the value takes their column too."""

    rows: tuple[FactRow, ...]
    sources: bool = True


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: head, width in mm, figures to the right."""

    head: str
    width: float
    right: bool = False


@dataclass(frozen=True, slots=True)
class TableRow:
    """Cells of one row, with the sources printed in a column of their own."""

    cells: tuple[Text, ...]
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class DataTable:
    """Rows under heads that repeat; with `sources_head` the marks get the last column.

    Without it the marks are not printed beside the rows, but their notes stand at the foot.
    """

    columns: tuple[Column, ...]
    rows: tuple[TableRow, ...]
    sources_head: str = ""
    total: TableRow | None = None


@dataclass(frozen=True, slots=True)
class PeopleColumn:
    """A column of a list of men: a head of two lines, so that a cropped copy names the list."""

    head: str
    under: str
    width: float  # in mm


@dataclass(frozen=True, slots=True)
class PersonCell:
    """What a column says of a man: one line over another; `cross` draws the upright cross."""

    upper: Text = ()
    lower: Text = ()
    cross: bool = False


@dataclass(frozen=True, slots=True)
class PeopleTable:
    """A man a row, two lines in each cell; the row never splits and the heads repeat."""

    columns: tuple[PeopleColumn, ...]
    rows: tuple[tuple[PersonCell, ...], ...]


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """One question over all accounts; what differs is bold in each."""

    label: str
    cells: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class AccountsMatrix:
    """Two or three accounts side by side with what stands until a decision; kept whole."""

    title: str
    heads: tuple[str, ...]
    rows: tuple[MatrixRow, ...]
    below: tuple[tuple[str, Text], ...]
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class Prose:
    """A paragraph; `indent_number` hangs "1.", `size` is one of the sizes of the styles."""

    text: Text
    style: str = "table"  # "text" 10 pt, "table" 9 pt, "note" 8 pt, "court" 12 pt, "letter" 11 pt
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class UrgentFace:
    """What the face of an urgent request to a court must say, framed and bold.

    `heading` and `contact_words` stand as that court asks for them, in its own language;
    `translated` says them once more in the language of the paper.
    """

    heading: str
    contact_words: str
    contact: Text
    translated: str = ""


@dataclass(frozen=True, slots=True)
class AddressBlock:
    """To whom a paper goes, and at its right how and when; {pages} there is its length."""

    to: tuple[Text, ...]
    beside: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class Portrait:
    """A picture of him with what it is at its side; an invented one is marked as such."""

    photo: GreyPicture
    lines: tuple[Text, ...]
    mark: str = ""


@dataclass(frozen=True, slots=True)
class ChapterHead:
    """A head with a Roman numeral; it stays with what follows."""

    number: int
    title: str


@dataclass(frozen=True, slots=True)
class Numbered:
    """A paragraph that others can name: "12." or "(a)" hangs before it."""

    label: str
    text: Text
    marks: tuple[Mark, ...] = ()
    level: int = 0  # 1: under a paragraph


@dataclass(frozen=True, slots=True)
class Signatory:
    """Who signs: what for, name, function."""

    purpose: str
    name: str
    function: str


@dataclass(frozen=True, slots=True)
class Certification:
    """Signature lines and the place of the seal, if one belongs there; never alone on a page."""

    signatories: tuple[Signatory, ...]
    signature_word: str
    date_word: str
    seal_word: str = ""


@dataclass(frozen=True, slots=True)
class LetterHead:
    """To whom a letter goes, line by line, and its date at the right."""

    to: tuple[str, ...]
    date: str


@dataclass(frozen=True, slots=True)
class LetterPart:
    """A head in bold and what stands under it, each thing behind a dash."""

    title: str
    items: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class LetterBox:
    """What the reader must not miss, between two rules; kept whole."""

    lines: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class LetterEnd:
    """The closing words, a line to sign on, and who signs."""

    closing: str
    signed_by: str


type Block = (
    TitleBlock
    | SheetTitle
    | SectionHead
    | FourAnswers
    | Facts
    | DataTable
    | PeopleTable
    | AccountsMatrix
    | Prose
    | UrgentFace
    | AddressBlock
    | Portrait
    | ChapterHead
    | Numbered
    | LetterHead
    | LetterPart
    | LetterBox
    | LetterEnd
    | Certification
    | FormBlock
    | ChartBlock
    | LongBlock
)


@dataclass(frozen=True, slots=True)
class Furniture:
    """What stands on every page around the text (`paper.md` 3)."""

    office: str
    document_type: str
    class_word: str
    scope: str
    case_number: str
    facts_as_of: str
    template_line: str
    printed_line: str
    genuine_line: str
    page_of: str  # with {page} and {pages}
    code: str = ""  # empty for a draft
    draft: str = ""  # the words in place of the code
    left_mark: str = ""  # SAMPLE in three scripts
    right_mark: str = ""  # COPY 3 OF 5 · recipient


@dataclass(frozen=True, slots=True)
class Properties:
    """What the file says of itself: never a name, never an author."""

    title: str
    lang: str
    made_at: datetime  # aware; of the disclosure record, or of the draft
    subject: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """A whole paper for one reader in one language; what he may not see is not in it."""

    properties: Properties
    furniture: Furniture
    blocks: tuple[Block, ...]
    notes: Mapping[str, Note] = field(default_factory=dict)
    notes_explained: str = ""
    format: Format = Format.PORTRAIT
    paper: PaperFormat = PaperFormat.A4
    duplex: bool = False  # printed on both sides: the margins of every second page are mirrored
