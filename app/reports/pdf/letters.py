"""Sets a letter: large type, wide lines, room to breathe (`paper.md` 2: 11 on 16.25 pt)."""

from __future__ import annotations

from dataclasses import replace

from app.reports.document import (
    LetterBox,
    LetterEnd,
    LetterHead,
    LetterPart,
    Text,
    literal,
    plain,
    strong,
)
from app.reports.pdf import styles
from app.reports.pdf.geometry import MM, SECTION_LINE, U
from app.reports.pdf.lines import Line
from app.reports.pdf.rows import RowSetter
from app.reports.pdf.strips import Rule, Strip, Stroke, keep_lines, set_lines
from app.reports.pdf.structure import Part

HANG = 13.0
DASH = "–"
SIGNATURE = 70 * MM
SIGNATURE_ROOM = 8 * U
_BOLD = replace(styles.LETTER, bold=True)


class LetterSetter:
    """Turns the blocks of a letter into strips."""

    def __init__(self, rows: RowSetter) -> None:
        self._rows = rows

    def set(self, block: LetterHead | LetterPart | LetterBox | LetterEnd) -> list[Strip]:
        """Set any of them."""
        match block:
            case LetterHead():
                return self._head(block)
            case LetterPart():
                return self._part(block)
            case LetterBox():
                return self._box(block)
            case LetterEnd():
                return self._end(block)

    def _head(self, head: LetterHead) -> list[Strip]:
        width = self._rows.width
        date = self._lines(literal(head.date), width / 3)
        strokes: list[Stroke] = []
        y = 0.0
        for line in head.to:
            lines = self._lines(literal(line), width * 0.6)
            y = set_lines(strokes, lines, styles.LETTER, 0, y, Part("P"))
        right = [self._rows.to_the_right(line, width) for line in date]
        below = set_lines(strokes, right, styles.LETTER, 0, 0, Part("P"))
        return [Strip(max(y, below) + 4 * U, strokes, keep_next=True)]

    def _part(self, part: LetterPart) -> list[Strip]:
        width = self._rows.width
        strokes: list[Stroke] = []
        bottom = set_lines(strokes, self._lines(strong(part.title), width), _BOLD, 0, 0)
        strips = [
            Strip(
                bottom + U,
                strokes,
                keep_next=True,
                space_above=3 * U,
                outline=part.title,
                part=Part("H2"),
            )
        ]
        items, set_now = Part("L"), strips
        for item in part.items:
            set_now = self._item(item, Part("LI", items))
            strips.extend(set_now)
        if len(part.items) > 1:  # one item alone says too little at the top of a page
            strips[-len(set_now) - 1].keep_next = True
        return strips

    def _item(self, item: Text, entry: Part) -> list[Strip]:
        strips: list[Strip] = []
        dash, body = Part("Lbl", entry), Part("LBody", entry)
        for number, line in enumerate(self._lines(item, self._rows.width - HANG)):
            strokes: list[Stroke] = []
            if number == 0:
                set_lines(strokes, self._lines(plain(DASH), HANG), styles.LETTER, 0, 0, dash)
            set_lines(strokes, (line,), styles.LETTER, HANG, 0, body)
            strips.append(Strip(styles.LETTER.leading, strokes))
        strips[-1].height += 0.75 * U
        return keep_lines(strips)

    def _box(self, box: LetterBox) -> list[Strip]:
        full = self._rows.width
        strokes: list[Stroke] = [Rule(0, 0, full, 0, SECTION_LINE)]
        y = 1.5 * U
        for text in box.lines:
            y = set_lines(strokes, self._lines(text, full), styles.LETTER, 0, y, Part("P"))
        y += 2.5 * U
        strokes.append(Rule(0, y, full, y, SECTION_LINE))
        return [Strip(y + U, strokes, space_above=4 * U)]

    def _end(self, end: LetterEnd) -> list[Strip]:
        strokes: list[Stroke] = []
        y = set_lines(
            strokes, self._lines(plain(end.closing), self._rows.width), styles.LETTER, 0, 0
        )
        y += SIGNATURE_ROOM
        strokes.append(Rule(0, y, SIGNATURE, y))
        name = self._lines(literal(end.signed_by), self._rows.width)
        y = set_lines(strokes, name, styles.LETTER, 0, y + U, Part("P"))
        return [Strip(y, strokes, space_above=4 * U)]

    def _lines(self, text: Text, width: float) -> tuple[Line, ...]:
        return self._rows.breaker.lines(text, styles.LETTER, width)
