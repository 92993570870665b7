"""Sets an index of names: two columns a page, read down the left one first, letters as heads."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.reports.document import literal, plain
from app.reports.long_blocks import IndexLine, NameIndex
from app.reports.pdf import styles
from app.reports.pdf.geometry import HEAD_LINE, MM, U
from app.reports.pdf.lines import Line
from app.reports.pdf.rows import RowSetter
from app.reports.pdf.strips import Rule, Strip, Stroke, Words, set_lines
from app.reports.pdf.structure import Part
from app.reports.pdf.styles import Style

COLUMNS, GAP = 2, 7 * MM
PAGE_WIDTH, NUMBER_WIDTH = 8 * MM, 24 * MM
STEP = 3.5 * U
HANG = 6.0
LETTER_SIZE = 9.0
NAME = Style(9, STEP, 2.9 * U)
NUMBER = Style(8, STEP, 2.9 * U)


@dataclass(frozen=True, slots=True)
class _Entry:
    """What stands together: a name with its number and page, under its letter if that is new."""

    line: IndexLine
    name: tuple[Line, ...]
    letter: str

    @property
    def steps(self) -> int:
        return len(self.name) + (2 if self.letter else 0)


class NameIndexSetter:
    """Turns an index into strips, each of which fills a page."""

    def __init__(self, rows: RowSetter) -> None:
        self._rows = rows
        self._width = (rows.width - (COLUMNS - 1) * GAP) / COLUMNS

    def strips(self, index: NameIndex) -> list[Strip]:
        """Fill page after page; the columns of the last one end level."""
        strokes: list[Stroke] = []
        top = self._title(index, strokes)
        strips: list[Strip] = []
        entries = self._entries(index)
        while entries or not strips:
            room = int((self._rows.page.frame_height - top) / STEP)
            columns = _level(entries, room) or _filled(entries, room)
            for number, column in enumerate(columns):
                self._column(column, strokes, number * (self._width + GAP), top)
            del entries[: sum(map(len, columns))]
            tallest = max(map(_steps, columns), default=0)
            strips.append(Strip(top + tallest * STEP, strokes))
            strokes, top = [], 0.0
        return strips

    def _title(self, index: NameIndex, strokes: list[Stroke]) -> float:
        breaker, width = self._rows.breaker, self._rows.width
        title = breaker.lines(plain(index.title), styles.DOCUMENT_TITLE, width)
        y = set_lines(strokes, title, styles.DOCUMENT_TITLE, 0, 0, Part("H1"))
        under = breaker.lines(plain(index.under), styles.NOTE, width)
        y = set_lines(strokes, under, styles.NOTE, 0, y + 0.5 * U, Part("P"))
        strokes.append(Rule(0, y + 1.5 * U, width, y + 1.5 * U, HEAD_LINE))
        return y + 2 * U

    def _entries(self, index: NameIndex) -> list[_Entry]:
        width = self._width - PAGE_WIDTH - NUMBER_WIDTH - U
        entries: list[_Entry] = []
        letter = ""
        for line in index.lines:
            name = self._rows.breaker.lines(literal(line.name), NAME, width)
            entries.append(_Entry(line, name, line.letter if line.letter != letter else ""))
            letter = line.letter
        return entries

    def _column(
        self, entries: Sequence[_Entry], strokes: list[Stroke], left: float, top: float
    ) -> None:
        y, right = top, left + self._width
        names = Part("L")
        for entry in entries:
            if entry.letter:
                y += 2 * STEP
                head, names = Part("H2"), Part("L")
                strokes.append(Words(left, y - 1.4 * U, True, LETTER_SIZE, entry.letter, head))
                strokes.append(Rule(left, y - 0.5 * U, right, y - 0.5 * U))
            told = Part("LBody", Part("LI", names))
            for number, line in enumerate(entry.name):
                set_lines(strokes, (line,), NAME, left + (HANG if number else 0), y, told)
                y += STEP
            page = self._rows.breaker.lines(literal(str(entry.line.page)), NAME, PAGE_WIDTH)
            at_right = self._rows.to_the_right(page[0], PAGE_WIDTH)
            set_lines(strokes, (at_right,), NAME, right - PAGE_WIDTH, y - STEP, told)
            case = self._rows.breaker.lines(literal(entry.line.number), NUMBER, NUMBER_WIDTH)
            at = right - PAGE_WIDTH - NUMBER_WIDTH
            set_lines(strokes, case[:1], NUMBER, at, y - STEP, told)


def _steps(entries: Sequence[_Entry]) -> int:
    return sum(entry.steps for entry in entries)


def _filled(entries: Sequence[_Entry], room: int) -> list[list[_Entry]]:
    """Fill the columns of a page to `room` lines each; an entry stands whole in one of them.

    Each column opens with a letter, so that both begin level and a page says where it is.
    """
    columns: list[list[_Entry]] = [[]]
    taken = 0
    for entry in entries:
        stands = entry if columns[-1] else _under_its_letter(entry)
        if taken + stands.steps > room and columns[-1]:
            if len(columns) == COLUMNS:
                break
            columns.append([])
            taken, stands = 0, _under_its_letter(entry)
        columns[-1].append(stands)
        taken += stands.steps
    return columns


def _under_its_letter(entry: _Entry) -> _Entry:
    return replace(entry, letter=entry.line.letter)


def _level(entries: Sequence[_Entry], room: int) -> list[list[_Entry]]:
    """Part what is left into columns as short as they can be; nothing where it fills the page."""
    for height in range(-(-_steps(entries) // COLUMNS), room):
        columns = _filled(entries, height)
        if sum(map(len, columns)) == len(entries):
            return columns
    return []
