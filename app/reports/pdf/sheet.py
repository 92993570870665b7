"""Sets recovery sheets: one page each, with the code large, a QR beside it, and a line to sign."""

from __future__ import annotations

from dataclasses import dataclass

from app.errors import FurnitureTooLong
from app.reports.document import Format, Properties, literal, plain
from app.reports.pdf import reportlab_door, styles
from app.reports.pdf.fonts import family
from app.reports.pdf.furniture import (
    CLASS_SIZE,
    FOOT,
    HEAD_SIZE,
    HEADER_BASELINE,
    HEADER_RULE,
    LINE_DOWN,
    Modules,
    modules_of,
)
from app.reports.pdf.geometry import (
    CLASS_FRAME,
    FORMATS,
    FURNITURE_LINE,
    HAIRLINE,
    MM,
    SECTION_LINE,
    U,
)
from app.reports.pdf.lines import LineBreaker, ended
from app.reports.pdf.safe_text import SafeText
from app.reports.pdf.strips import Frame, Rule, Stroke, Words, set_lines
from app.reports.pdf.structure import Part, Structure
from app.reports.pdf.styles import Style
from app.reports.pdf.writer import PageWriter, open_file

PAGE = FORMATS[Format.PORTRAIT]
FULL = PAGE.text_width
QR_SIDE = 34 * MM
PAD = 4 * U
CODE = Style(22, 10 * U, 7.5 * U, bold=True)
PITCH, GROUP_GAP, CHECK_GAP = 17.5, 9.0, 20.0
NUMBER_WIDTH = 20.0
WORD = Style(11, 5.5 * U, 4 * U, bold=True)
WORD_ROWS, WORD_COLUMN = 8, 92.0
LABEL_WIDTH = 40 * MM
HANG = 17.0
SIGN_LINE, DATE_LINE = 70 * MM, 45 * MM


@dataclass(frozen=True, slots=True)
class Passage:
    """A head and what stands below it, as paragraphs or as numbered steps."""

    head: str
    paragraphs: tuple[str, ...]
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class SheetPage:
    """Everything that stands on one page; `lines` of letters or the `words` of a share."""

    register: str
    class_word: str
    scope: str
    heading: str
    under: str
    facts: tuple[tuple[str, str], ...]
    lines: tuple[str, ...]
    words: tuple[str, ...]
    qr: str
    code_note: str
    passages: tuple[Passage, ...]
    sealed_on: str
    sealed_by: str
    foot: str


def typeset_sheets(pages: tuple[SheetPage, ...], properties: Properties) -> bytes:
    """Set and write the pages; raises FontMissing, FurnitureTooLong."""
    faces = family()
    file = open_file(properties, faces, PAGE)
    safe = SafeText(faces)
    breaker = LineBreaker(faces, safe)
    for page in pages:
        setter = _Setter(page, breaker, safe)
        structure = Structure()
        marked = structure.begin_page()
        writer = PageWriter(file, faces, PAGE, structure)
        writer.add(setter.body(), PAGE.left, PAGE.top, Part("P"))
        writer.add(setter.furniture(), 0, 0)
        writer.add_modules(setter.qr())
        file.add_page(writer.operators(), marked=marked)
        file.add_tree(structure)
    return file.finish()


class _Setter:
    """Sets one page from the top down."""

    def __init__(self, page: SheetPage, breaker: LineBreaker, safe: SafeText) -> None:
        self._page = page
        self._breaker = breaker
        self._safe = safe
        self._strokes: list[Stroke] = []
        self._y = 0.0
        self._qr_top = 0.0

    def body(self) -> list[Stroke]:
        """Return everything inside the margins."""
        page = self._page
        self._text(page.heading, styles.DOCUMENT_TITLE, role="H1")
        self._text(page.under, styles.OTHER_SCRIPT)
        self._y += 2 * U
        for label, value in page.facts:
            self._fact(label, value)
        self._y += 4 * U
        self._code()
        for passage in page.passages:
            self._passage(passage)
        self._signature()
        if self._y > PAGE.frame_height:
            raise FurnitureTooLong("recovery sheet")
        return self._strokes

    def furniture(self) -> list[Stroke]:
        """Return head and foot, measured from the corner of the page."""
        page, right, y = self._page, PAGE.text_right, HEADER_BASELINE
        box = self._width(page.class_word, CLASS_SIZE, bold=True) + 10
        scope = self._width(page.scope, HEAD_SIZE)
        foot = PAGE.height - FOOT - 2 * styles.NOTE.leading
        strokes: list[Stroke] = [
            Words(PAGE.left, y, True, HEAD_SIZE, self._fitted(page.register, FULL - box - 4 * MM)),
            Frame(right - box, y - 10.2, box, 13.4, CLASS_FRAME),
            Words(right - box + 5, y, True, CLASS_SIZE, page.class_word),
            Words(PAGE.left, y + LINE_DOWN, False, HEAD_SIZE, page.heading),
            Words(right - scope, y + LINE_DOWN, False, HEAD_SIZE, page.scope),
            Rule(PAGE.left, y + HEADER_RULE, right, y + HEADER_RULE, FURNITURE_LINE),
            Rule(PAGE.left, foot, right, foot, FURNITURE_LINE),
        ]
        lines = self._breaker.lines(plain(page.foot), styles.NOTE, FULL)
        set_lines(strokes, lines, styles.NOTE, PAGE.left, foot + U)
        return strokes

    def qr(self) -> Modules:
        """Return the code's dark squares, where `body` left room for them."""
        rows = reportlab_door.qr_modules(self._page.qr, version=None)
        left = PAGE.left + FULL - PAD - QR_SIDE
        return modules_of(rows, left, PAGE.top + self._qr_top, QR_SIDE / len(rows))

    # --- pieces

    def _text(self, text: str, style: Style, *, x: float = 0.0, role: str = "P") -> None:
        lines = self._breaker.lines(plain(text), style, FULL - x)
        self._y = set_lines(self._strokes, lines, style, x, self._y, Part(role))

    def _fact(self, label: str, value: str) -> None:
        top, part = self._y + 0.4 * U, Part("P")
        lines = ended(self._breaker.lines(plain(label), styles.LABEL, LABEL_WIDTH))
        bottom = set_lines(self._strokes, lines, styles.LABEL, 0, top, part)
        lines = self._breaker.lines(literal(value), styles.TEXT, FULL - LABEL_WIDTH)
        bottom = max(bottom, set_lines(self._strokes, lines, styles.TEXT, LABEL_WIDTH, top, part))
        self._y = bottom + 0.6 * U
        self._strokes.append(Rule(0, self._y, FULL, self._y, HAIRLINE))

    def _code(self) -> None:
        top = self._y
        self._y += PAD
        inner = self._y
        if self._page.words:
            self._share(inner)
            bottom = inner + WORD_ROWS * WORD.leading
        else:
            for number, line in enumerate(self._page.lines):
                self._code_line(number, line, inner + number * CODE.leading)
            bottom = inner + len(self._page.lines) * CODE.leading
        bottom = max(bottom, inner + QR_SIDE)
        self._qr_top = inner + (bottom - inner - QR_SIDE) / 2
        self._y = bottom + U
        note = self._breaker.lines(plain(self._page.code_note), styles.NOTE, FULL - 2 * PAD)
        self._y = set_lines(self._strokes, note, styles.NOTE, PAD, self._y, Part("P")) + 2 * U
        self._strokes.append(Frame(0, top, FULL, self._y - top, SECTION_LINE))
        self._y += U

    def _code_line(self, number: int, line: str, top: float) -> None:
        """Set each character in the middle of a place of its own, so that columns stand."""
        y, x, part = top + CODE.drop, PAD, Part("P")
        self._strokes.append(Words(x, y, False, styles.LABEL.size, str(number + 1), part, " "))
        x += NUMBER_WIDTH
        groups = line.split(" ")
        for place, group in enumerate(groups):
            checks = place == len(groups) - 1
            x += (CHECK_GAP if checks else GROUP_GAP) if place else 0.0
            for char in group:
                width = self._width(char, CODE.size, bold=not checks)
                left = x + (PITCH - width) / 2
                self._strokes.append(Words(left, y, not checks, CODE.size, char, part))
                x += PITCH

    def _share(self, top: float) -> None:
        for place, word in enumerate(self._page.words):
            column, row = divmod(place, WORD_ROWS)
            x, y = PAD + column * WORD_COLUMN, top + row * WORD.leading + WORD.drop
            part = Part("P")
            self._strokes.append(Words(x, y, False, styles.LABEL.size, str(place + 1), part, " "))
            self._strokes.append(Words(x + 16, y, True, WORD.size, word, part))

    def _passage(self, passage: Passage) -> None:
        self._y += 2.5 * U
        self._text(passage.head, styles.SECTION, role="H2")
        for number, paragraph in enumerate(passage.paragraphs, start=1):
            x = HANG if passage.numbered else 0.0
            if passage.numbered:
                drop = self._y + styles.TEXT.drop
                self._strokes.append(
                    Words(0, drop, True, styles.TEXT.size, f"{number}.", None, " ")
                )
            self._text(paragraph, styles.TEXT, x=x)
            self._y += 0.5 * U

    def _signature(self) -> None:
        self._y += 13 * U
        right = FULL - SIGN_LINE
        self._strokes.append(Rule(0, self._y, DATE_LINE, self._y))
        self._strokes.append(Rule(right, self._y, FULL, self._y))
        for text, x in ((self._page.sealed_on, 0.0), (self._page.sealed_by, right)):
            lines = self._breaker.lines(plain(text), styles.NOTE, SIGN_LINE)
            set_lines(self._strokes, lines, styles.NOTE, x, self._y, Part("P"))
        self._y += styles.NOTE.leading

    def _width(self, text: str, size: float, *, bold: bool = False) -> float:
        return self._breaker.width(text, size, bold=bold)

    def _fitted(self, text: str, width: float) -> str:
        """Return text that fits, cut with an ellipsis; the facts below name it whole."""
        text = self._safe.one_line(text)
        if self._width(text, HEAD_SIZE, bold=True) <= width:
            return text
        while text and self._width(text + "…", HEAD_SIZE, bold=True) > width:
            text = text[:-1]
        return text + "…"
