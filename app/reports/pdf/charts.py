"""Draws bars, and what is known of days on a line of time: shapes tell, never a tint."""

from __future__ import annotations

from datetime import date
from functools import partial

from app.reports.chart_blocks import (
    BarChart,
    TimeEnd,
    TimelineBars,
    TimeMark,
    TimeRow,
    TimeShape,
    TimeTick,
)
from app.reports.document import plain
from app.reports.pdf import styles
from app.reports.pdf.drawn_keys import Sign, set_key
from app.reports.pdf.geometry import FURNITURE_LINE, HAIRLINE, MM, U
from app.reports.pdf.rows import RowSetter
from app.reports.pdf.strips import Corners, Disc, Rule, Strip, Stroke, Words, set_lines

LABEL, FIGURE, BAR_GAP = 76 * MM, 21 * MM, 3 * MM
SPARE = 8 * MM  # of the figures' column, which holds a few digits
BAR_HEIGHT = 5.0
LEAST_BAR = 1.0  # one man beside thousands is still to be seen
ROW_PAD = 0.5 * U

TIME_LABEL, TIME_GAP = 58 * MM, 3 * MM
TIME_ROW = 13.0
MARK_HALF = 2.6
LEAST_SPAN = 7.0
TICK, TICK_GAP = 3.0, 5.0
KEY_DOT, KEY_SPAN = 6.0, 19.0
_DOTS = frozenset({TimeShape.DAY, TimeShape.ABOUT_DAY})
EDGE = 6.0  # at both ends of the line, for marks on the first and the last day


class ChartSetter:
    """Turns charts into strips; a chart never splits."""

    def __init__(self, rows: RowSetter) -> None:
        self._breaker = rows.breaker
        self._width = rows.width

    # --- bars

    def bars(self, chart: BarChart) -> list[Strip]:
        """Words, figure, bar: all bars begin at one line."""
        strokes: list[Stroke] = []
        left = LABEL + FIGURE + BAR_GAP
        longest = max((row.count for row in chart.rows), default=0) or 1
        y = 0.0
        for row in chart.rows:
            lines = self._breaker.lines(plain(row.label), styles.TABLE, LABEL + SPARE)
            bottom = set_lines(strokes, lines, styles.TABLE, 0, y + ROW_PAD) + ROW_PAD
            figure = self._breaker.clean_line(row.figure)
            size = styles.TABLE.size
            wide = self._breaker.width(figure, size, bold=True)
            base = y + ROW_PAD + styles.TABLE.drop
            strokes.append(Words(LABEL + FIGURE - wide, base, True, size, figure))
            if row.count > 0:
                long = max((self._width - left) * row.count / longest, LEAST_BAR)
                strokes.append(_box(left, base - 0.5 - BAR_HEIGHT, long, BAR_HEIGHT))
            y = bottom
        strokes.append(Rule(left, 0, left, y, FURNITURE_LINE))
        note = self._breaker.lines(plain(chart.under), styles.NOTE, self._width)
        y = set_lines(strokes, note, styles.NOTE, 0, y + U)
        return [Strip(y + U, strokes, space_above=2 * U)]

    # --- the line of time

    def timeline(self, chart: TimelineBars) -> list[Strip]:
        """Rows of marks over one line of time, its days named below, the shapes explained."""
        strokes: list[Stroke] = []
        line = _TimeLine(chart.first, chart.last, TIME_LABEL + TIME_GAP, self._width)
        scale = self._scale(chart, line)
        over = self._breaker.lines(plain(chart.over), styles.NOTE, self._width)
        head = y = set_lines(strokes, over, styles.NOTE, 0, 0) + U
        tops: list[float] = []
        labels: list[Stroke] = []
        for row in chart.rows:
            tops.append(y)
            y += self._label(labels, row, y)
        strokes += [Rule(x, head, x, y + U, HAIRLINE) for x in (line.x(t.day) for t in scale)]
        if chart.scales:  # stretches too short for their words are ticked on the line
            short = (line.x(tick.day) for tick in chart.scales[0])
            strokes += [Rule(x, y - TICK, x, y, HAIRLINE) for x in short]
        strokes.append(Rule(line.left, y, line.right, y, FURNITURE_LINE))
        strokes += labels
        for row, top in zip(chart.rows, tops, strict=True):
            for mark in row.marks:
                line.draw(strokes, mark, top + TIME_ROW / 2)
        y = self._named(strokes, scale, line, y + U)
        entries = [
            Sign(partial(_key_sign, entry.sign), _key_width(entry.sign), entry.words)
            for entry in chart.key
        ]
        y = set_key(strokes, self._breaker, entries, self._width, y + U)
        if chart.under:
            lines = self._breaker.lines(plain(chart.under), styles.NOTE, self._width)
            y = set_lines(strokes, lines, styles.NOTE, 0, y)
        return [Strip(y + U, strokes, space_above=2 * U)]

    def _label(self, strokes: list[Stroke], row: TimeRow, top: float) -> float:
        lines = self._breaker.lines(plain(row.label), styles.REASON, TIME_LABEL)
        set_lines(strokes, lines, styles.REASON, 0, top + 1)
        return max(TIME_ROW, len(lines) * styles.REASON.leading + 1.6)

    def _scale(self, chart: TimelineBars, line: _TimeLine) -> tuple[TimeTick, ...]:
        """Return the finest scale whose words do not run into one another."""
        for scale in chart.scales:
            if len(self._shown(scale, line)) == len(scale) > 1:
                return scale
        for scale in chart.scales:
            if len(self._shown(scale, line)) > 1:
                return scale
        return chart.scales[-1] if chart.scales else ()

    def _shown(self, scale: tuple[TimeTick, ...], line: _TimeLine) -> list[TimeTick]:
        """Return the ticks with room for their words; none where two would collide."""
        shown: list[TimeTick] = []
        end = float("-inf")
        for tick in scale:
            x = line.x(tick.day)
            if x < end + TICK_GAP:
                return []
            end = x + self._breaker.width(tick.words, styles.NOTE.size)
            if end <= line.right + EDGE:
                shown.append(tick)
        return shown

    def _named(
        self, strokes: list[Stroke], scale: tuple[TimeTick, ...], line: _TimeLine, top: float
    ) -> float:
        """Name the ticks; where no scale fits, the first day at its left and the last at its right.

        A word that would run over the edge ends there, so the last day ends at its tick.
        """
        named = self._shown(scale, line)
        if len(named) < 2:
            named = [scale[0], scale[-1]] if len(scale) > 1 else list(scale)
        for tick in named:
            wide = self._breaker.width(tick.words, styles.NOTE.size)
            x = max(0.0, min(line.x(tick.day), line.right - wide))
            strokes.append(
                Words(x, top + styles.NOTE.drop, False, styles.NOTE.size, tick.words)
            )  # not bold
        return top + styles.NOTE.leading


class _TimeLine:
    """Where a day lies, and how a mark on it is drawn."""

    def __init__(self, first: date, last: date, left: float, right: float) -> None:
        self.left, self.right = left, right
        self._first = first.toordinal()
        self._days = last.toordinal() + 1 - self._first

    def x(self, day: date, shift: float = 0.0) -> float:
        """Return where a day begins, or so much of a day later."""
        share = (day.toordinal() + shift - self._first) / self._days
        inner = self.right - self.left - 2 * EDGE
        return self.left + EDGE + min(max(share, 0.0), 1.0) * inner

    def draw(self, strokes: list[Stroke], mark: TimeMark, y: float) -> None:
        """Draw a mark on the height of its row."""
        if mark.shape in _DOTS:
            day = mark.first or mark.last
            if day is not None:
                _dot(strokes, mark.shape, self.x(day, 0.5), y)
            return
        start = self.left if mark.first is None else self.x(mark.first)
        end = self.right if mark.last is None else self.x(mark.last, 1.0)
        if mark.first is None and mark.last is not None:
            _to_the_left(strokes, mark, start, end, y)
        elif mark.last is None and mark.first is not None:
            _to_the_right(strokes, mark, start, end, y)
        else:
            if end - start < LEAST_SPAN:
                middle = (start + end) / 2
                start, end = middle - LEAST_SPAN / 2, middle + LEAST_SPAN / 2
            _span(strokes, mark.shape, start, end, y)


def _to_the_left(strokes: list[Stroke], mark: TimeMark, start: float, end: float, y: float) -> None:
    """Draw what ended, or happened not later: only its last day is known."""
    strokes.append(Rule(start, y, end - LEAST_SPAN, y, FURNITURE_LINE, dashed=True))
    _span(strokes, mark.shape, end - LEAST_SPAN, end, y)


def _to_the_right(
    strokes: list[Stroke], mark: TimeMark, start: float, end: float, y: float
) -> None:
    """Draw what began, or happened not earlier; an arrow where it goes on."""
    if mark.end is TimeEnd.GOES_ON:
        _span(strokes, mark.shape, start, end - EDGE, y)
        _arrow(strokes, end, y)
        return
    _span(strokes, mark.shape, start, start + LEAST_SPAN, y)
    strokes.append(Rule(start + LEAST_SPAN, y, end, y, FURNITURE_LINE, dashed=True))


def _dot(strokes: list[Stroke], shape: TimeShape, x: float, y: float) -> None:
    filled = shape is TimeShape.DAY
    strokes.append(Disc(x, y, MARK_HALF if filled else MARK_HALF - 0.4, filled, weight=0.8))


def _span(strokes: list[Stroke], shape: TimeShape, start: float, end: float, y: float) -> None:
    if shape is TimeShape.LASTED:
        strokes.append(_box(start, y - MARK_HALF, end - start, 2 * MARK_HALF))
        return
    strokes.append(
        _box(start, y - MARK_HALF, end - start, 2 * MARK_HALF, filled=False)
    )  # on white, so that the lines of the scale end at it
    if shape is TimeShape.ABOUT_LASTED:
        strokes.append(Rule(start, y, end, y, 1.4))


def _arrow(strokes: list[Stroke], tip: float, y: float) -> None:
    half = MARK_HALF + 1.4
    strokes.append(Corners(((tip, y), (tip - EDGE, y - half), (tip - EDGE, y + half))))


def _box(x: float, y: float, width: float, height: float, *, filled: bool = True) -> Corners:
    points = ((x, y), (x + width, y), (x + width, y + height), (x, y + height))
    return Corners(points, filled, 0.8)


def _key_width(sign: TimeShape | TimeEnd) -> float:
    return KEY_DOT if sign in _DOTS else KEY_SPAN


def _key_sign(sign: TimeShape | TimeEnd, strokes: list[Stroke], x: float, y: float) -> None:
    right = x + KEY_SPAN
    if isinstance(sign, TimeShape) and sign in _DOTS:
        _dot(strokes, sign, x + KEY_DOT / 2, y)
    elif isinstance(sign, TimeShape):
        _span(strokes, sign, x, right, y)
    elif sign is TimeEnd.GOES_ON:
        _span(strokes, TimeShape.LASTED, x, right - EDGE, y)
        _arrow(strokes, right, y)
    else:
        strokes.append(Rule(x, y, right, y, FURNITURE_LINE, dashed=True))
