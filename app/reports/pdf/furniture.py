"""Sets what stands on every page around the text: office, class, facts as of, code, page n of N."""

from __future__ import annotations

from dataclasses import dataclass

from app.errors import FurnitureTooLong
from app.reports.document import Furniture
from app.reports.pdf import reportlab_door
from app.reports.pdf.fonts import Face
from app.reports.pdf.geometry import CLASS_FRAME, FURNITURE_LINE, MM, PageFormat
from app.reports.pdf.lines import LineBreaker
from app.reports.pdf.safe_text import SafeText
from app.reports.pdf.strips import Frame, Rule, Stroke, Words

HEADER_BASELINE, LINE_DOWN, HEADER_RULE = 15 * MM, 13.0, 18.5
FOOT = 8 * MM
FOOTER_RULE_UP = 69.0
FOOTER_FIRST_UP = 58.8
FOOTER_STEP = 9.75
QR_MODULE, QR_QUIET = 0.6 * MM, 4
QR_SIDE = 21 * QR_MODULE
MARGIN_MARK = 10 * MM
COPY_TOP = 32 * MM
GAP = 4 * MM
CLASS_SIZE, HEAD_SIZE, FOOT_SIZE = 8.5, 9.0, 8.0


@dataclass(frozen=True, slots=True)
class Upright:
    """Words set upright in a margin: read downwards at the right, upwards at the left."""

    x: float
    y: float
    text: str
    bold: bool
    downwards: bool


@dataclass(frozen=True, slots=True)
class Modules:
    """The dark squares of a QR code, as runs of a row: x, y, width."""

    runs: tuple[tuple[float, float, float], ...]
    height: float


def modules_of(rows: tuple[tuple[bool, ...], ...], left: float, top: float, side: float) -> Modules:
    """Place the dark squares of a QR code, each `side` wide, neighbours of a row as one."""
    runs: list[tuple[float, float, float]] = []
    for row_number, row in enumerate(rows):
        start: int | None = None
        for column, dark in enumerate((*row, False)):
            if dark and start is None:
                start = column
            elif not dark and start is not None:
                runs.append((left + start * side, top + row_number * side, (column - start) * side))
                start = None
    return Modules(tuple(runs), side)


@dataclass(frozen=True, slots=True)
class PageNumber:
    """Tells which page of how many it is, ending at a place; may be asked when all are counted."""

    words: str
    right: float
    y: float

    def stroke(self, number: int, total: int, face: Face) -> Stroke:
        """Return the words for page `number` of `total`, set in a bold face."""
        words = page_words(self.words, number, total)
        return Words(self.right - face.width(words) * HEAD_SIZE, self.y, True, HEAD_SIZE, words)


def page_words(template: str, number: int, total: int) -> str:
    """Say which page of how many."""
    return template.replace("{page}", str(number)).replace("{pages}", str(total))


class FurnitureSetter:
    """Sets the furniture of one document; strokes are measured from the corner of the sheet."""

    def __init__(
        self, furniture: Furniture, page: PageFormat, breaker: LineBreaker, safe: SafeText
    ) -> None:
        self._f = furniture
        self._page = page
        self._breaker = breaker
        self._safe = safe
        #: What is the same on every page.
        self.standing: list[Stroke] = [
            *self._header(),
            *self._footer_left(),
            *self._footer_rule(),
            *self._footer_right(),
        ]
        #: Where and how the number of the page is told.
        self.page_number = PageNumber(furniture.page_of, self._footer_edge(), self._footer_first())
        self._qr = self._modules()

    def modules(self) -> Modules | None:
        """Return the QR code, or None on a draft."""
        return self._qr

    def upright(self) -> list[Upright]:
        """Return the marks in the margins."""
        marks: list[Upright] = []
        if self._f.left_mark:
            text = self._safe.one_line(self._f.left_mark)
            start = COPY_TOP + self._breaker.width(text, CLASS_SIZE, bold=True)
            left_x = MARGIN_MARK + 1 * MM
            marks.append(Upright(left_x, start, text, bold=True, downwards=False))
        if self._f.right_mark:
            right_x = self._page.width - MARGIN_MARK - 3 * MM
            text = self._safe.one_line(self._f.right_mark)
            marks.append(Upright(right_x, COPY_TOP, text, bold=True, downwards=True))
        return marks

    # --- header

    def _header(self) -> list[Stroke]:
        f, left, right = self._f, self._page.left, self._page.text_right
        y = HEADER_BASELINE
        class_word = self._safe.one_line(f.class_word)
        class_width = self._width(class_word, CLASS_SIZE, bold=True)
        box = class_width + 10
        strokes: list[Stroke] = [
            Frame(right - box, y - 10.2, box, 13.4, CLASS_FRAME),
            self._word(right - box + 5, y, class_word, CLASS_SIZE, bold=True),
            Rule(left, y + HEADER_RULE, right, y + HEADER_RULE, FURNITURE_LINE),
        ]
        office = self._safe.one_line(f.office)
        self._room("office", self._width(office, HEAD_SIZE, bold=True), box)
        strokes.append(self._word(left, y, office, HEAD_SIZE, bold=True))
        number = self._safe.one_line(f.case_number)
        scope = self._safe.one_line(f.scope)
        if number:
            scope += "\u00a0\u00a0·\u00a0\u00a0\u00a0"
        kind = self._safe.one_line(f.document_type)
        number_width = self._width(number, HEAD_SIZE, bold=True)
        scope_width = self._width(scope, HEAD_SIZE)
        self._room("document_type", self._width(kind, HEAD_SIZE), number_width + scope_width)
        y += LINE_DOWN
        strokes += [
            self._word(left, y, kind, HEAD_SIZE),
            self._word(right - number_width - scope_width, y, scope, HEAD_SIZE),
            self._word(right - number_width, y, number, HEAD_SIZE, bold=True),
        ]
        return strokes

    # --- footer

    def _footer_rule(self) -> list[Stroke]:
        y = self._page.height - FOOTER_RULE_UP
        return [Rule(self._page.left, y, self._page.text_right, y, FURNITURE_LINE)]

    def _footer_left(self) -> list[Stroke]:
        f = self._f
        lines = (f.facts_as_of, f.template_line, f.printed_line, f.genuine_line)
        names = ("facts_as_of", "template_line", "printed_line", "genuine_line")
        taken = self._taken_right()
        strokes: list[Stroke] = []
        y = self._page.height - FOOTER_FIRST_UP
        for index, (name, line) in enumerate(zip(names, lines, strict=True)):
            text = self._safe.one_line(line)
            self._room(name, self._width(text, FOOT_SIZE, bold=index == 0), taken[index])
            strokes.append(self._word(self._page.left, y, text, FOOT_SIZE, bold=index == 0))
            y += FOOTER_STEP
        return strokes

    def _footer_edge(self) -> float:
        """Return the x at which the words at the right of the foot end: beside the code."""
        qr = QR_SIDE + QR_QUIET * QR_MODULE if self._f.code else 0.0
        return self._page.text_right - qr

    def _footer_first(self) -> float:
        return self._page.height - FOOTER_FIRST_UP

    def _right_lines(self) -> list[tuple[str, float, bool]]:
        """Return the lines under the number of the page: code or draft, class."""
        code = self._f.code or self._f.draft
        return [
            (self._safe.one_line(code), HEAD_SIZE, True),
            (self._safe.one_line(self._f.class_word), FOOT_SIZE, False),
        ]

    def _taken_right(self) -> list[float]:
        qr = self._page.text_right - self._footer_edge()
        page = self._width(page_words(self._f.page_of, 9999, 9999), HEAD_SIZE, bold=True) + qr
        code, word = (
            self._width(text, size, bold=bold) + qr for text, size, bold in self._right_lines()
        )
        return [page, code, code, word]

    def _footer_right(self) -> list[Stroke]:
        right, first = self._footer_edge(), self._footer_first()
        drops = (13.0, 3 * FOOTER_STEP)
        strokes: list[Stroke] = []
        for (text, size, bold), drop in zip(self._right_lines(), drops, strict=True):
            width = self._width(text, size, bold=bold)
            strokes.append(self._word(right - width, first + drop, text, size, bold=bold))
        return strokes

    def _modules(self) -> Modules | None:
        if not self._f.code:
            return None
        left = self._page.text_right - QR_SIDE
        top = self._page.height - FOOT - QR_SIDE - 2.5
        rows = reportlab_door.qr_modules(self._f.code.replace("-", ""))
        return modules_of(rows, left, top, QR_MODULE)

    # --- small measures

    def _width(self, text: str, size: float, *, bold: bool = False) -> float:
        return self._breaker.width(text, size, bold=bold)

    def _word(self, x: float, y: float, text: str, size: float, *, bold: bool = False) -> Words:
        return Words(x, y, bold, size, text)

    def _room(self, line: str, left: float, right: float) -> None:
        if left + GAP + right > self._page.text_width:
            raise FurnitureTooLong(line)
