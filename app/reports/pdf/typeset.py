"""Turns a whole `Document` into pages and pages into bytes."""

from __future__ import annotations

from dataclasses import dataclass, replace

from app.reports.document import (
    AccountsMatrix,
    AddressBlock,
    Block,
    Certification,
    ChapterHead,
    DataTable,
    Document,
    Facts,
    Format,
    FourAnswers,
    LetterBox,
    LetterEnd,
    LetterHead,
    LetterPart,
    NewPage,
    Numbered,
    PeopleTable,
    Portrait,
    Prose,
    SectionHead,
    SheetTitle,
    TitleBlock,
    UrgentFace,
)
from app.reports.form_blocks import (
    AskedList,
    Continued,
    CutCard,
    FormBlock,
    FormSection,
    FormTitle,
    SignatureRow,
)
from app.reports.pdf import styles
from app.reports.pdf.blocks import BlockSetter
from app.reports.pdf.court import CourtSetter
from app.reports.pdf.fonts import Family, family
from app.reports.pdf.forms import FormSetter
from app.reports.pdf.front import FrontSetter
from app.reports.pdf.furniture import CLASS_SIZE, FurnitureSetter
from app.reports.pdf.geometry import FORMATS, PageFormat
from app.reports.pdf.letters import LetterSetter
from app.reports.pdf.lines import LineBreaker
from app.reports.pdf.pages import NoteSetter, Page, Stacker
from app.reports.pdf.people import PeopleSetter
from app.reports.pdf.rows import RowSetter
from app.reports.pdf.safe_text import SafeText
from app.reports.pdf.strips import Strip, Stroke, Words
from app.reports.pdf.tables import TableSetter
from app.reports.pdf.writer import PageWriter, open_file

TAIL_ROWS = 3  # of the section before a certification, which never stands alone on a page


@dataclass(frozen=True, slots=True)
class Typeset:
    """The bytes of a file, its number of pages, and the code points no face could show."""

    content: bytes
    pages: int
    missing: tuple[int, ...]


def typeset(document: Document) -> Typeset:
    """Set and write a document; raises FontMissing, FurnitureTooLong."""
    return Typesetter(document, family()).run()


class Typesetter:
    """Sets one document; what it made can be measured before it is written."""

    def __init__(self, document: Document, faces: Family) -> None:
        self._document = document
        self._faces = faces
        self._page: PageFormat = FORMATS[document.format]
        self._safe = SafeText(faces)
        self.breaker = LineBreaker(faces, self._safe)
        self.notes = NoteSetter(
            self.breaker,
            self._page,
            document.notes,
            document.notes_explained,
            styles.COURT_NOTE if document.format is Format.COURT else styles.NOTE,
        )
        rows = RowSetter(self.breaker, self._page)
        self._blocks = BlockSetter(rows)
        self._tables = TableSetter(rows)
        self._people = PeopleSetter(rows)
        self._front = FrontSetter(rows)
        self._forms = FormSetter(rows)
        self._court = CourtSetter(rows, self._front)
        self._letters = LetterSetter(rows)

    def pages(self) -> list[Page]:
        """Stack the document into pages."""
        return Stacker(self._page, self.notes).stack(self._strips())

    def run(self) -> Typeset:
        """Stack and write."""
        furniture = FurnitureSetter(self._document.furniture, self._page, self.breaker, self._safe)
        pages = self.pages()
        content = self._write(pages, furniture)
        return Typeset(content, len(pages), tuple(sorted(self._safe.missing)))

    def _strips(self) -> list[Strip]:
        strips: list[Strip] = []
        for block in self._document.blocks:
            set_now = self._set(block)
            if isinstance(block, Certification):
                _take_along(strips)
            if strips and isinstance(block, AccountsMatrix) and not strips[-1].section_start:
                set_now[0].space_above = 13.0
            strips.extend(set_now)
        return strips

    def _set(self, block: Block) -> list[Strip]:  # noqa: C901, PLR0911  # a kind of block each
        match block:
            case TitleBlock():
                return self._front.title(block)
            case SheetTitle():
                return self._front.sheet_title(block)
            case SectionHead():
                return self._blocks.section_head(block)
            case FourAnswers():
                return self._front.answers(block)
            case Facts():
                return self._blocks.facts(block)
            case DataTable():
                return self._tables.table(block)
            case PeopleTable():
                return self._people.table(block)
            case NewPage():
                return [Strip(0.0, new_page=True, keep_next=True)]
            case AccountsMatrix():
                return self._tables.matrix(block)
            case Prose():
                return self._blocks.prose(block)
            case UrgentFace() | AddressBlock() | Portrait() | ChapterHead() | Numbered():
                return self._court.set(block)
            case LetterHead() | LetterPart() | LetterBox() | LetterEnd():
                return self._letters.set(block)
            case Certification():
                return self._front.certification(block)
            case _:
                return self._set_form(block)

    def _set_form(self, block: FormBlock) -> list[Strip]:
        match block:
            case FormTitle():
                return self._forms.title(block)
            case FormSection():
                return self._forms.section(block)
            case AskedList():
                return self._forms.asked(block)
            case Continued():
                return self._forms.continued(block)
            case SignatureRow():
                return self._forms.signatures(block)
            case CutCard():
                return self._forms.card(block)

    def _write(self, pages: list[Page], furniture: FurnitureSetter) -> bytes:
        file = open_file(self._document.properties, self._faces, self._page)
        left, top = self._page.left, self._page.top
        for number, page in enumerate(pages, start=1):
            writer = PageWriter(file, self._faces, self._page)
            for placed in page.placed:
                writer.add(_strokes(placed.strip, len(pages)), left, top + placed.y)
                if placed.strip.outline:
                    file.add_outline(self._safe.one_line(placed.strip.outline))
            if page.notes:
                foot = self._page.frame_height - self.notes.height(page.notes)
                writer.add(self.notes.set(page.notes, foot), left, top)
            writer.add(furniture.strokes(number, len(pages)), 0, 0)
            for mark in furniture.upright():
                writer.add_upright(mark, CLASS_SIZE)
            modules = furniture.modules()
            if modules:
                writer.add_modules(modules)
            file.add_page(writer.operators())
        return file.finish()


def _strokes(strip: Strip, pages: int) -> list[Stroke]:
    """Return the strokes of a strip, with the length of the paper where its words name it."""
    if not strip.counts_pages:
        return strip.strokes
    return [
        replace(stroke, text=stroke.text.replace("{pages}", str(pages)))
        if isinstance(stroke, Words)
        else stroke
        for stroke in strip.strokes
    ]


def _take_along(strips: list[Strip]) -> None:
    """Tie the end of the section before to the head and body of the certification."""
    tail = strips[-1 - TAIL_ROWS :]
    for strip in tail:
        strip.keep_next = True
