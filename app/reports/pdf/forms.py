"""Sets forms: title, lettered sections, questions, what was too long, signatures, cards."""

from __future__ import annotations

from itertools import chain

from app.reports.document import Text, literal, plain, strong
from app.reports.form_blocks import (
    AskedList,
    AskedRow,
    CardSide,
    Continued,
    CutCard,
    FormPhoto,
    FormRow,
    FormSection,
    FormTitle,
    FreeLines,
    Passage,
    SignatureRow,
    SignLine,
)
from app.reports.pdf import styles
from app.reports.pdf.form_fields import (
    BLANK,
    FILLED,
    FREE_STEP,
    UNDER_LINE,
    FieldSetter,
    label_text,
)
from app.reports.pdf.front import PHOTO_HEIGHT, PHOTO_WIDTH, SEAL_RADIUS
from app.reports.pdf.geometry import HAIRLINE, MM, SECTION_LINE, U
from app.reports.pdf.lines import ended
from app.reports.pdf.rows import RowSetter
from app.reports.pdf.strips import (
    Frame,
    Photo,
    Ring,
    Rule,
    Strip,
    Stroke,
    Words,
    held,
    keep_lines,
    keep_whole,
    set_lines,
)
from app.reports.pdf.structure import Part

PHOTO_GAP = 5 * MM
REFERENCE_WIDTH, REFERENCE_GAP = 50 * MM, 5 * MM
YES_NO_WIDTH, YES_NO_GAP = 46 * MM, 5 * MM
ABOVE_SIGNATURE = 22.0
SIGNATURE, DATE, SIGN_GAP = 85 * MM, 30 * MM, 6 * MM  # a name of three words stands under it
CARD_WIDTH, CARD_HEIGHT, CARD_PAD = 150 * MM, 105 * MM, 4 * MM
CARD_BODY_MOST, CARD_BODY_LEAST = 24.0, 13.0
CARD_ADDRESS = 62 * MM


class FormSetter:
    """Turns the blocks of forms into strips; values too long for their field wait for `Continued`.

    Blocks are set in the order of the document, so `Continued` comes after the sections it serves.
    """

    def __init__(self, rows: RowSetter) -> None:
        self._width = rows.width
        self._breaker = rows.breaker
        self._fields = FieldSetter(rows.breaker)

    # --- title

    def title(self, title: FormTitle) -> list[Strip]:
        """Set title and how to fill in; the numbers of the form at the right."""
        width = self._width - (REFERENCE_WIDTH + REFERENCE_GAP if title.references else 0)
        strokes: list[Stroke] = []
        y = self._titles(strokes, title, width)
        for text in title.lines:
            y = self._set(strokes, plain(text), styles.NOTE, 0, y, width, Part("P"))
        right = self._width - REFERENCE_WIDTH
        below = 0.75 * U
        for label, number in title.references:
            below = self._reference(strokes, label, number, right, below)
        return [Strip(max(y, below) + 0.5 * U, strokes, keep_next=True)]

    def _titles(self, strokes: list[Stroke], title: FormTitle, width: float) -> float:
        both = literal(f"{title.title} / {title.second}")
        if title.second and len(self._breaker.lines(both, styles.DOCUMENT_TITLE, width)) == 1:
            return self._set(strokes, both, styles.DOCUMENT_TITLE, 0, 0.0, width, Part("H1"))
        style = styles.DOCUMENT_TITLE
        y = self._set(strokes, literal(title.title), style, 0, 0.0, width, Part("H1"))
        if title.second:
            second = literal(title.second)
            y = self._set(strokes, second, styles.OTHER_SCRIPT, 0, y, width, Part("P"))
        return y

    def _reference(
        self, strokes: list[Stroke], label: str, number: str, x: float, y: float
    ) -> float:
        text = (*plain(f"{label}\u00a0 "), *literal(number, bold=True))
        lines = self._breaker.lines(text, styles.LABEL, REFERENCE_WIDTH)
        bottom = set_lines(strokes, lines, styles.LABEL, x, y, Part("P"))
        if not number:
            base = bottom - styles.LABEL.leading + styles.LABEL.drop + 2
            end = max((piece.x + piece.width for piece in lines[-1]), default=0.0) + 4
            if REFERENCE_WIDTH - end < 20 * MM:
                base, end, bottom = base + 5 * U, 0.0, bottom + 5 * U
            strokes.append(Rule(x + end, base, x + REFERENCE_WIDTH, base))
            bottom += U
        return bottom

    # --- sections

    def section(self, section: FormSection) -> list[Strip]:
        """Rule, letter and title, then the rows; a photograph stands beside the first of them."""
        head = self._head(f"{section.letter}\u00a0\u00a0{section.title}", blank=section.blank)
        strips = [head]
        rows = section.rows
        if section.photo:
            strips.append(self._beside_photo(section, section.photo))
            rows = rows[section.photo.beside :]
        set_rows = [self._row(section, row) for row in rows]
        if len(set_rows) > 1 and not section.photo:
            set_rows[0][-1].keep_next = True  # a head does not stand with one row at the foot
        strips.extend(chain.from_iterable(set_rows))
        return held(strips) if section.held else strips

    def _head(self, title: str, *, blank: bool = False) -> Strip:
        strokes: list[Stroke] = [Rule(0, 0, self._width, 0, SECTION_LINE)]
        bottom = self._set(strokes, strong(title), styles.SECTION, 0, U, self._width)
        return Strip(
            bottom + 0.5 * U,
            strokes,
            keep_next=True,
            space_above=3 * U if blank else 2 * U,
            outline=title.replace("\u00a0\u00a0", " "),
            section_start=True,
            part=Part("H2"),
        )

    def _row(self, section: FormSection, row: FormRow) -> list[Strip]:
        first = row[0]
        if isinstance(first.filling, FreeLines):
            return self._free_lines(label_text(first.number, first.label), first.filling.count)
        if isinstance(first.filling, Passage):
            return self._passage(label_text(first.number, first.label), first.filling.text)
        strokes: list[Stroke] = []
        bottom = self._set_row(strokes, section, row, 0.0, self._width)
        return [Strip(bottom, strokes)]

    def _set_row(
        self, strokes: list[Stroke], section: FormSection, row: FormRow, top: float, width: float
    ) -> float:
        return self._fields.row(
            strokes,
            row,
            left=0,
            top=top,
            width=width,
            body=BLANK if section.blank else FILLED,
            continued=section.continued,
        )

    def _beside_photo(self, section: FormSection, photo: FormPhoto) -> Strip:
        strokes: list[Stroke] = []
        y = 0.0
        for row in section.rows[: photo.beside]:
            y = self._set_row(strokes, section, row, y, self._width - PHOTO_WIDTH - PHOTO_GAP)
        left, top = self._width - PHOTO_WIDTH, 0.5 * U
        if photo.picture:
            figure = Part("Figure", alt=photo.caption)
            strokes.append(Photo(left, top, PHOTO_WIDTH, PHOTO_HEIGHT, photo.picture, figure))
            self._photo_mark(strokes, photo.mark, left, top, figure)
        strokes.append(Frame(left, top, PHOTO_WIDTH, PHOTO_HEIGHT, HAIRLINE))
        below = top + PHOTO_HEIGHT + 0.25 * U
        caption, part = plain(photo.caption), Part("P")
        below = self._set(strokes, caption, styles.NOTE, left, below, PHOTO_WIDTH, part)
        return Strip(max(y, below), strokes)

    def _photo_mark(
        self, strokes: list[Stroke], mark: str, left: float, top: float, figure: Part
    ) -> None:
        if not mark:
            return
        size = styles.NOTE.size
        width = self._breaker.width(mark, size, bold=True)
        x, band = left + (PHOTO_WIDTH - width) / 2, top + PHOTO_HEIGHT - 4 * U
        strokes.append(Frame(x - U, band, width + 2 * U, 3 * U, HAIRLINE, paper=True))
        strokes.append(Words(x, band + 2.35 * U, True, size, mark, figure))  # bold

    def _free_lines(self, label: Text, count: int) -> list[Strip]:
        strips: list[Strip] = []
        for index in range(count):
            strokes: list[Stroke] = []
            top = self._set(strokes, label, styles.NOTE, 0, 0, self._width) if index == 0 else 0
            bottom = top + FREE_STEP
            strokes.append(Rule(0, bottom - UNDER_LINE, self._width, bottom - UNDER_LINE))
            strips.append(Strip(bottom, strokes))
        return keep_lines(strips)

    def _passage(self, label: Text, text: str) -> list[Strip]:
        head: list[Stroke] = []
        bottom = self._set(head, label, styles.NOTE, 0, 0, self._width)
        strips = [Strip(bottom + 0.5 * U, head, keep_next=True)]
        for told in text.split("\n"):
            strips.extend(self._told(told))
        last = strips[-1]
        last.height += 0.75 * U + UNDER_LINE
        base = last.height - UNDER_LINE
        last.strokes.append(Rule(0, base, self._width, base))
        return strips

    def _told(self, text: str) -> list[Strip]:
        """Set one thing of several that are told, a strip a line; no line of it stands alone."""
        lines: list[Strip] = []
        part = Part("P")
        for line in self._breaker.lines(plain(text), styles.TEXT, self._width):
            strokes: list[Stroke] = []
            set_lines(strokes, (line,), styles.TEXT, 0, 0)
            lines.append(Strip(styles.TEXT.leading, strokes, part=part))
        return keep_lines(lines)

    def continued(self, block: Continued) -> list[Strip]:
        """Set the values that were too long for their fields, each under its number."""
        moved = self._fields.moved
        if not moved:
            return []
        strips = [self._head(block.title)]
        for one in moved:
            strips.extend(self._passage(label_text(one.number, one.label), one.text))
        return strips

    # --- questions of yes and no

    def asked(self, block: AskedList) -> list[Strip]:
        """Question in one language, in the other, yes and no at the right."""
        return held([self._question(row) for row in block.rows])

    def _question(self, row: AskedRow) -> Strip:
        hang, right = 9 * MM, self._width - YES_NO_WIDTH
        width = right - hang - YES_NO_GAP
        strokes: list[Stroke] = []
        top, asked = 0.75 * U, Part("P")
        self._set(strokes, literal(row.number, bold=True), styles.TEXT, 0, top, hang, asked)
        y = self._set(strokes, plain(row.question), styles.TEXT, hang, top, width, asked)
        if row.second:
            y = self._set(strokes, plain(row.second), styles.TABLE, hang, y, width, asked)
        self._fields.ticks(strokes, row.ticks.ticks, right, top + styles.TEXT.drop + 1, asked)
        height = y + U
        strokes.append(Rule(0, height, self._width, height))
        return Strip(height, strokes)

    # --- signatures

    def signatures(self, block: SignatureRow) -> list[Strip]:
        """Set lines to sign on with room above, and the ring for a seal beside the last."""
        width = self._width - (2 * SEAL_RADIUS + SIGN_GAP if block.seal_word else 0)
        strips = [self._signature(line, width) for line in block.lines]
        if block.seal_word:
            last = strips[-1]
            if len(strips) == 1:  # else the ring reaches up beside the signature above it
                last.height = max(last.height, 2 * SEAL_RADIUS + U)
            x, y = self._width - SEAL_RADIUS, last.height - SEAL_RADIUS - 0.5 * U
            word_width = self._breaker.width(block.seal_word, styles.NOTE.size)
            last.strokes.append(Ring(x, y, SEAL_RADIUS))
            last.strokes.append(
                Words(
                    x - word_width / 2,
                    y + 2.5,
                    bold=False,
                    size=styles.NOTE.size,
                    text=block.seal_word,
                )
            )
        return keep_whole(strips)

    def _signature(self, line: SignLine, width: float) -> Strip:
        strokes: list[Stroke] = []
        y = 1.5 * U
        if line.purpose:
            y = self._set(strokes, plain(line.purpose), styles.TABLE, 0, y, width)
        y += ABOVE_SIGNATURE
        date = SIGNATURE + SIGN_GAP
        strokes.append(Rule(0, y, SIGNATURE, y))
        strokes.append(Rule(date, y, date + DATE, y))
        below = plain(line.signature_word)
        if line.name:
            below = (*literal(line.name, bold=True), *plain(f"\u00a0 {line.signature_word}"))
        bottom = self._set(strokes, below, styles.NOTE, 0, y, SIGNATURE)
        dated = self._set(strokes, plain(line.date_word), styles.NOTE, date, y, DATE + SIGN_GAP)
        return Strip(max(bottom, dated) + 0.5 * U, strokes)

    # --- cards

    def card(self, card: CutCard) -> list[Strip]:
        """Set both sides of a card one above the other, so that it can be cut out and folded."""
        return keep_whole([self._side(card.front), self._side(card.back)])

    def _side(self, side: CardSide) -> Strip:
        strokes: list[Stroke] = [Frame(0, 0, CARD_WIDTH, CARD_HEIGHT, HAIRLINE)]
        inner = CARD_WIDTH - 2 * CARD_PAD
        y = CARD_PAD - U
        for index, text in enumerate(side.heads):
            style = styles.SECTION if index == 0 else styles.ANSWER
            y = self._set(strokes, strong(text), style, CARD_PAD, y, inner, Part("P"))
        for text in side.texts:
            width = inner - (CARD_ADDRESS + CARD_PAD if side.address else 0)
            y += 0.5 * U
            y = self._set(strokes, plain(text), styles.NOTE, CARD_PAD, y, width, Part("P"))
        self._address(strokes, side.address)
        if side.rows:
            self._card_rows(strokes, side, y + 0.5 * U, inner)
        self._card_foot(strokes, side.foot, inner)
        return Strip(CARD_HEIGHT, strokes)

    def _address(self, strokes: list[Stroke], address: tuple[str, ...]) -> None:
        x = CARD_WIDTH - CARD_PAD - CARD_ADDRESS
        y, part = CARD_HEIGHT / 2, Part("P")
        for text in address:
            y = self._set(strokes, strong(text), styles.ANSWER, x, y, CARD_ADDRESS, part)

    def _card_rows(self, strokes: list[Stroke], side: CardSide, top: float, width: float) -> None:
        """Give the rows of a card as much height as all of them can have."""
        room = CARD_HEIGHT - 0.5 * CARD_PAD - top
        body = CARD_BODY_MOST
        while body > CARD_BODY_LEAST and self._stacked([], side, 0, width, body) > room:
            body -= 0.25
        self._stacked(strokes, side, top, width, body)

    def _stacked(
        self, strokes: list[Stroke], side: CardSide, y: float, width: float, body: float
    ) -> float:
        for row in side.rows:
            y = self._fields.row(strokes, row, left=CARD_PAD, top=y, width=width, body=body)
        return y

    def _card_foot(self, strokes: list[Stroke], foot: tuple[str, ...], width: float) -> None:
        blocks = [self._breaker.lines(plain(text), styles.NOTE, width) for text in foot]
        y = CARD_HEIGHT - CARD_PAD - sum(len(lines) for lines in blocks) * styles.NOTE.leading
        for lines in blocks:
            y = set_lines(strokes, lines, styles.NOTE, CARD_PAD, y, Part("P"))

    # --- small measures

    def _set(
        self,
        strokes: list[Stroke],
        text: Text,
        style: styles.Style,
        x: float,
        top: float,
        width: float,
        part: Part | None = None,
    ) -> float:
        lines = ended(self._breaker.lines(text, style, width))
        return set_lines(strokes, lines, style, x, top, part)
