"""Turns a whole `Document` into pages and pages into bytes."""

from __future__ import annotations

from dataclasses import dataclass, replace

from app.reports.document import (
    AccountsMatrix,
    Block,
    Certification,
    ChapterHead,
    DataTable,
    Document,
    Facts,
    Format,
    LetterBox,
    LetterEnd,
    LetterPart,
    Numbered,
    PeopleTable,
    Prose,
)
from app.reports.form_blocks import SignatureRow
from app.reports.pdf import styles
from app.reports.pdf.block_setters import BlockSetters
from app.reports.pdf.fonts import Family, family
from app.reports.pdf.furniture import CLASS_SIZE, FurnitureSetter
from app.reports.pdf.geometry import PageFormat, U, page_format
from app.reports.pdf.last_page import without_stub
from app.reports.pdf.lines import LineBreaker
from app.reports.pdf.pages import NoteSetter, Page, Stacker
from app.reports.pdf.pdf_builder import PdfBuilder
from app.reports.pdf.rows import RowSetter
from app.reports.pdf.safe_text import SafeText
from app.reports.pdf.strips import Strip, Stroke, Words
from app.reports.pdf.structure import Part, Structure
from app.reports.pdf.writer import PageWriter, open_file

TAIL_ROWS = 3  # of the section before a certification, which never stands alone on a page
LONGEST_OATH = 16  # lines of what is certified, between its head and the signatures
CLOSEST = 0.6  # of the room between the parts of a letter, given up where that saves a page
MOST_TAKEN_ALONG = 0.6  # of a page: a longer section parts above its signatures


@dataclass(frozen=True, slots=True)
class Typeset:
    """The bytes of a file, its number of pages, and the code points no face could show."""

    content: bytes
    pages: int
    missing: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Side:
    """One side of the sheets: its margins, and what stands on it around the text."""

    page: PageFormat
    furniture: FurnitureSetter

    def stand(self, writer: PageWriter) -> None:
        """Draw what is the same on every page."""
        writer.add(self.furniture.standing, 0, 0)
        for mark in self.furniture.upright():
            writer.add_upright(mark, CLASS_SIZE)
        modules = self.furniture.modules()
        if modules:
            writer.add_modules(modules)


def typeset(document: Document) -> Typeset:
    """Set and write a document; raises FontMissing, FurnitureTooLong."""
    return Typesetter(document, family()).run()


class Typesetter:
    """Sets one document; what it made can be measured before it is written."""

    def __init__(self, document: Document, faces: Family) -> None:
        self._document = document
        self._faces = faces
        self.page: PageFormat = page_format(document.format, document.paper)
        self._safe = SafeText(faces)
        self.breaker = LineBreaker(faces, self._safe)
        self.notes = NoteSetter(
            self.breaker,
            self.page,
            document.notes,
            document.notes_explained,
            styles.COURT_NOTE if document.format is Format.COURT else styles.NOTE,
        )
        rows = RowSetter(self.breaker, self.page)
        self._setters = BlockSetters(rows)

    def pages(self) -> list[Page]:
        """Stack the document into pages."""
        strips = self._strips()
        if self._document.format is not Format.COURT:
            return self._stacked(strips)
        return without_stub(strips, self._stacked, self.page.frame_height)

    def _stacked(self, strips: list[Strip]) -> list[Page]:
        return Stacker(self.page, self.notes).stack(strips)

    def run(self) -> Typeset:
        """Stack and write."""
        file = open_file(self._document.properties, self._faces, self.page)
        sides = self.sides()
        pages = self.pages()
        outlines = self.outlines_of(pages)
        structure = Structure()
        for number, page in enumerate(pages, start=1):
            side = sides[number % len(sides)]
            marked = structure.begin_page()
            writer = self.body(file, page, side, len(pages), structure)
            side.stand(writer)
            told = side.furniture.page_number.stroke(number, len(pages), self._faces.bold)
            writer.add([told], 0, 0)
            file.add_page(writer.operators(), outlines[number - 1], marked)
        file.add_tree(structure)
        return Typeset(file.finish(), len(pages), self.missing())

    def sides(self) -> tuple[Side, ...]:
        """Return what stands around the text; page n has that at n modulo their number."""
        furniture = self._document.furniture

        def side(page: PageFormat) -> Side:
            return Side(page, FurnitureSetter(furniture, page, self.breaker, self._safe))

        front = side(self.page)
        return (side(self.page.mirrored()), front) if self._document.duplex else (front,)

    def body(
        self, file: PdfBuilder, page: Page, side: Side, pages: int, structure: Structure
    ) -> PageWriter:
        """Write what stands within the frame of a page: strips, then the notes at its foot.

        `pages` are all of the paper, for the words that name its length.
        """
        writer = PageWriter(file, self._faces, side.page, structure)
        left, top = side.page.left, side.page.top
        for placed in page.placed:
            strip = placed.strip
            if placed.again:
                strokes = [_unmarked(stroke) for stroke in strip.strokes]
                writer.add(strokes, left, top + placed.y)
            else:
                part = strip.part or Part("P")
                writer.add(_strokes(strip, pages), left, top + placed.y, part)
        if page.notes:
            foot = side.page.frame_height - self.notes.height(page.notes)
            writer.add(self.notes.set(page.notes, foot), left, top)
        return writer

    def outlines_of(self, pages: list[Page]) -> list[list[str]]:
        """Return the heads on each page that the outline of the file leads to.

        A paper without heads is found by its title.
        """
        told = [
            [
                self._safe.one_line(placed.strip.outline)
                for placed in page.placed
                if placed.strip.outline
            ]
            for page in pages
        ]
        if not any(told):
            told[0] = [self._safe.one_line(self._document.properties.title)]
        return told

    def missing(self) -> tuple[int, ...]:
        """Return the code points that no face could show."""
        return tuple(sorted(self._safe.missing))

    def _strips(self) -> list[Strip]:
        strips: list[Strip] = []
        most = MOST_TAKEN_ALONG * self.page.frame_height
        before: Block | None = None
        items: list[int] = []  # where those of a list begin that is being set
        blocks = self._document.blocks
        for block in blocks:
            set_now = self._setters.set(block)
            if isinstance(block, LetterBox) and isinstance(before, LetterPart):
                _keep_with(strips, most)
            if isinstance(block, Certification):
                _take_along(strips, TAIL_ROWS if block is blocks[-1] else 0, most)
            if isinstance(block, SignatureRow):
                _take_along(strips, 0, most)  # the section above it says who filled in the form
            if strips and _belongs_to(before, block):
                strips[-1].keep_next = True
            if isinstance(block, Numbered) and block.level:
                items.append(len(strips))
            else:
                _keep_list(strips, items)
                items = []
            room = _room_above(before, block)
            if room and strips and not strips[-1].section_start:
                set_now[0].space_above = room
            if (
                isinstance(before, ChapterHead)
                and isinstance(block, Numbered)
                and len(set_now) == 1
            ):
                set_now[0].keep_next = True  # a head and one line do not stand alone
            strips.extend(set_now)
            before = block
        _keep_list(strips, items)
        if isinstance(before, LetterEnd):
            _draw_closer(strips, self.page.frame_height)
        return strips


def _unmarked(stroke: Stroke) -> Stroke:
    """Take words out of the text: they stood in it before."""
    return replace(stroke, part=None) if isinstance(stroke, Words) else stroke


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


def _belongs_to(before: Block | None, block: Block) -> bool:
    """Tell whether a block never opens a page: what is said under a table, the end of a letter."""
    if isinstance(block, Prose):
        return isinstance(before, AccountsMatrix | DataTable | PeopleTable)
    return isinstance(block, LetterEnd)


def _keep_list(strips: list[Strip], items: list[int]) -> None:
    """Keep two items with what opens their list, and two at its end: no item stands alone."""
    for start in {*items[:2], *items[-1:]}:
        if start:
            strips[start - 1].keep_next = True


def _room_above(before: Block | None, block: Block) -> float:
    """Give the room a block keeps to what is above it, where that is more than its own."""
    if isinstance(block, AccountsMatrix):
        return 4 * U
    if isinstance(before, Facts) and isinstance(block, DataTable):
        return 4 * U
    if isinstance(block, Certification):
        if isinstance(before, Prose) and before.style == "court":
            return 2 * U  # under text of twelve points the labels would touch it
        if isinstance(before, DataTable | Prose):
            return 4 * U
    return 0.0


def _draw_closer(strips: list[Strip], page: float) -> None:
    """Set a letter that is a line or two too long for one page a little closer."""
    room = sum(strip.space_above for strip in strips[1:])
    over = room + sum(strip.height for strip in strips) - page
    if 0 < over <= CLOSEST * room:
        for strip in strips[1:]:
            strip.space_above *= 1 - over / room


def _keep_with(strips: list[Strip], most: float) -> None:
    """Tie the last part of a letter to what follows, so that no page holds a signature alone.

    Where that would be more than `most` points, the last rows of the part are tied.
    """
    head = max(place for place, strip in enumerate(strips) if strip.outline)
    if sum(strip.height for strip in strips[head:]) > most:
        head = len(strips) - TAIL_ROWS
    for strip in strips[head:]:
        strip.keep_next = True


def _take_along(strips: list[Strip], rows: int, most: float) -> None:
    """Tie the signatures to their section, and that to some rows of the one before it.

    Where that would be more than `most` points, they take the last rows above them along.
    """
    heads = [place for place, strip in enumerate(strips) if strip.section_start]
    head = heads[-1] if heads and len(strips) - heads[-1] <= LONGEST_OATH else len(strips) - 1
    signs_a_table = sum(strip.repeat is not None for strip in strips[head:]) > 1
    first = head if signs_a_table else max(0, head - rows)
    while first and strips[first - 1].keep_next:  # what these are tied to themselves
        first -= 1
    if sum(strip.height for strip in strips[first:]) > most:
        first = max(0, len(strips) - TAIL_ROWS)
    for strip in strips[first:]:
        strip.keep_next = True
