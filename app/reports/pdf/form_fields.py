"""Sets the fields of a form: labels above, then a line, boxes, a comb or a value (`paper.md` 9)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from app.reports.document import Run, Text, literal, plain
from app.reports.form_blocks import Comb, FormField, FormRow, Tick, Ticks, Written
from app.reports.pdf import styles
from app.reports.pdf.geometry import CLASS_FRAME, HAIRLINE, MM, U
from app.reports.pdf.lines import Line, LineBreaker, ended
from app.reports.pdf.strips import Frame, Rule, Stroke, Words, set_lines
from app.reports.pdf.structure import Part

COLUMNS = 6
COLUMN_GAP = 3 * MM
FILLED, BLANK = 6 * U, 26.25  # below one line of label; with it 29.25 and 36 pt
FREE_STEP = 8 * U  # 26 pt between lines to write on
ABOVE_VALUE = U
UNDER_LINE = 0.5 * U
UNDER_BOXES = 3.0  # kept between boxes and the label below them, where the row is high enough
BOX = 9.0
CROSSED, EMPTY = "☒", "☐"  # what is read aloud in place of a box
CROSS, CROSS_INSET = 1.2, 1.8
BOX_GAP, TICK_GAP = 4.0, 12.0
TICK_STEP = 4 * U
TOOTH_WIDTH, TOOTH_HEIGHT, TEETH_GAP = 15.0, 18.0, 6.0


@dataclass(frozen=True, slots=True)
class Moved:
    """A value that was too long for its field."""

    number: str
    label: str
    text: str


@dataclass(slots=True)
class FieldSetter:
    """Sets rows of fields and remembers the values that did not fit."""

    breaker: LineBreaker
    moved: list[Moved] = field(default_factory=list)

    def row(
        self,
        strokes: list[Stroke],
        row: FormRow,
        *,
        left: float,
        top: float,
        width: float,
        body: float,
        continued: str = "",
    ) -> float:
        """Set a row `body` points high below its labels, or higher; return its bottom."""
        places = list(_places(row, width))
        labels = [self.label_lines(one, wide) for one, (_, wide) in zip(row, places, strict=True)]
        label_height = max(len(lines) for lines in labels) * styles.NOTE.leading
        values = [
            self._lines(one, wide, continued) for one, (_, wide) in zip(row, places, strict=True)
        ]
        extra = max(
            self._more(one, lines, wide, body)
            for one, lines, (_, wide) in zip(row, values, places, strict=True)
        )
        base = top + label_height + body + extra - UNDER_LINE
        for one, (x, wide), label, value in zip(row, places, labels, values, strict=True):
            asked = Part("P")
            set_lines(strokes, ended(label), styles.NOTE, left + x, top, asked)
            self._fill(strokes, one, value, left + x, wide, top + label_height, base, asked)
        return top + label_height + body + extra

    def label_lines(self, one: FormField, width: float) -> tuple[Line, ...]:
        """Break number and label into lines of 8 pt."""
        return self.breaker.lines(label_text(one.number, one.label), styles.NOTE, width)

    def _lines(self, one: FormField, width: float, continued: str) -> tuple[Line, ...]:
        """Break a value into lines; one that does not fit is put aside, never set smaller."""
        if not isinstance(one.filling, Written) or not one.filling.text:
            return ()
        lines = self.breaker.lines(literal(one.filling.text), styles.TEXT, width)
        if len(lines) <= one.filling.lines:
            return lines
        self.moved.append(Moved(one.number, one.label, one.filling.text))
        return self.breaker.lines(plain(continued), styles.TEXT, width)

    def _more(self, one: FormField, lines: tuple[Line, ...], width: float, body: float) -> float:
        """Return what a field takes beyond the height of its row."""
        if isinstance(one.filling, Ticks):
            rows = len(self._tick_rows(one.filling.ticks, width))
            return max(ABOVE_VALUE + BOX + (rows - 1) * TICK_STEP + 1 + UNDER_LINE - body, 0.0)
        if isinstance(one.filling, Written) and not one.filling.text:
            return (one.filling.lines - 1) * FREE_STEP
        return max(len(lines) - 1, 0) * styles.TEXT.leading

    def _fill(
        self,
        strokes: list[Stroke],
        one: FormField,
        value: tuple[Line, ...],
        x: float,
        width: float,
        top: float,
        base: float,
        part: Part,
    ) -> None:
        match one.filling:
            case Comb():
                room = base - top - ABOVE_VALUE - TOOTH_HEIGHT
                _comb(strokes, one.filling, x, base - min(UNDER_BOXES, max(room, 0)))
            case Ticks():
                rows = self._tick_rows(one.filling.ticks, width)
                first = base - 1 - (len(rows) - 1) * TICK_STEP
                first -= min(UNDER_BOXES, max(first - BOX - ABOVE_VALUE - top, 0))
                for index, row in enumerate(rows):
                    self.ticks(strokes, row, x, first + index * TICK_STEP, part)
            case _:
                set_lines(strokes, value, styles.TEXT, x, top + ABOVE_VALUE, part)
                strokes.extend(Rule(x, y, x + width, y) for y in _to_write_on(one, base))

    # --- boxes

    def ticks(
        self, strokes: list[Stroke], ticks: Sequence[Tick], x: float, base: float, part: Part
    ) -> None:
        """Set boxes side by side, standing on `base`."""
        for tick in ticks:
            strokes.append(Frame(x, base - BOX, BOX, BOX, CLASS_FRAME))
            if tick.crossed:
                _cross(strokes, x, base - BOX)
            x += BOX + BOX_GAP
            text = self._word(tick)
            box = Part("Span", part, said=f"{CROSSED if tick.crossed else EMPTY} {text} ")
            strokes.append(Words(x, base - 1.2, False, styles.TEXT.size, text, box))  # bold
            x += self.breaker.width(text, styles.TEXT.size) + TICK_GAP

    def _word(self, tick: Tick) -> str:
        return self.breaker.clean_line(tick.word)

    def _tick_rows(self, ticks: tuple[Tick, ...], width: float) -> list[list[Tick]]:
        rows: list[list[Tick]] = [[]]
        x = 0.0
        for tick in ticks:
            wide = BOX + BOX_GAP + self.breaker.width(self._word(tick), styles.TEXT.size)
            if rows[-1] and x + wide > width:
                rows.append([])
                x = 0.0
            rows[-1].append(tick)
            x += wide + TICK_GAP
        return rows


def label_text(number: str, label: str) -> Text:
    """Put the bold number before its label, held to the first word."""
    if not number:
        return literal(label)
    return (
        Run(f"{number}\u00a0", bold=True, literal=True),
        Run(f"\u00a0{label}", literal=True),
    )


def _to_write_on(one: FormField, base: float) -> list[float]:
    """Return where lines stand: one under a value, as many as are asked for where none is."""
    filling = one.filling
    count = filling.lines if isinstance(filling, Written) and not filling.text else 1
    return [base - step * FREE_STEP for step in reversed(range(count))]


def _places(row: FormRow, width: float) -> list[tuple[float, float]]:
    """Return left and width of each field; spans count columns of six."""
    column = (width - (COLUMNS - 1) * COLUMN_GAP) / COLUMNS
    places: list[tuple[float, float]] = []
    at = 0
    for one in row:
        x = at * (column + COLUMN_GAP)
        places.append((x, one.span * column + (one.span - 1) * COLUMN_GAP))
        at += one.span
    return places


def _comb(strokes: list[Stroke], comb: Comb, x: float, base: float) -> None:
    for group in comb.groups:
        for _ in range(group):
            strokes.append(Frame(x, base - TOOTH_HEIGHT, TOOTH_WIDTH, TOOTH_HEIGHT, HAIRLINE))
            x += TOOTH_WIDTH
        x += TEETH_GAP


def _cross(strokes: list[Stroke], x: float, y: float) -> None:
    """Cross a box with two strokes: the typeface has no ×-ed box, and a fax keeps lines."""
    near, far = CROSS_INSET, BOX - CROSS_INSET
    strokes.append(Rule(x + near, y + near, x + far, y + far, CROSS))
    strokes.append(Rule(x + near, y + far, x + far, y + near, CROSS))
