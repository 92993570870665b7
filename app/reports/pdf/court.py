"""Sets what papers for a court have of their own: urgent face, address, chapters, paragraphs."""

from __future__ import annotations

from dataclasses import replace

from app.reports.document import (
    AddressBlock,
    ChapterHead,
    Numbered,
    Portrait,
    Text,
    UrgentFace,
    literal,
    plain,
)
from app.reports.pdf import styles
from app.reports.pdf.front import PHOTO_HEIGHT, PHOTO_WIDTH, FrontSetter
from app.reports.pdf.geometry import MM, URGENT_FRAME, U
from app.reports.pdf.lines import ended
from app.reports.pdf.rows import RowSetter
from app.reports.pdf.strips import Frame, Strip, Stroke, keep_lines, keys, set_lines
from app.reports.pdf.structure import Part
from app.reports.pdf.styles import Style

FACE_PAD = 3.25 * MM
BESIDE_WIDTH = 53 * MM
BESIDE_PICTURE = 6 * MM
HANG = 26.0
PARAGRAPH_GAP = 2 * U
ROMAN = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


type CourtBlock = UrgentFace | AddressBlock | Portrait | ChapterHead | Numbered


class CourtSetter:
    """Turns the blocks of a paper for a court into strips."""

    def __init__(self, rows: RowSetter, front: FrontSetter) -> None:
        self._rows = rows
        self._front = front

    def set(self, block: CourtBlock) -> list[Strip]:
        """Set any of them."""
        match block:
            case UrgentFace():
                return self._face(block)
            case AddressBlock():
                return self._address(block)
            case Portrait():
                return self._portrait(block)
            case ChapterHead():
                return self._chapter(block)
            case Numbered():
                return self._numbered(block)

    def _face(self, face: UrgentFace) -> list[Strip]:
        """Frame the words the court asks for, with whom it should call; all of it bold."""
        breaker, width = self._rows.breaker, self._rows.width - 2 * FACE_PAD
        called: Text = (*plain(f"{face.contact_words} "), *face.contact)
        texts: list[tuple[Text, Style]] = [
            (plain(face.heading), styles.DOCUMENT_TITLE),
            (tuple(replace(run, bold=True) for run in called), styles.COURT_BOLD),
        ]
        if face.translated:
            texts.append((plain(face.translated), styles.LABEL))
        strokes: list[Stroke] = []
        y = U
        for text, style in texts:
            y = set_lines(strokes, breaker.lines(text, style, width), style, FACE_PAD, y, Part("P"))
        y += 1.5 * U
        strokes.append(Frame(0, 0, self._rows.width, y, URGENT_FRAME))
        return [Strip(y + 2 * U, strokes, keep_next=True)]

    def _address(self, address: AddressBlock) -> list[Strip]:
        """Set to whom it goes at the left, how and when at the right."""
        strokes: list[Stroke] = []
        width = self._rows.width - BESIDE_WIDTH
        bottoms = [
            self._lines(strokes, address.to, 0, width - 3 * MM),
            self._lines(strokes, address.beside, width, BESIDE_WIDTH),
        ]
        return [Strip(max(bottoms) + 4 * U, strokes, keep_next=True, counts_pages=True)]

    def _lines(
        self, strokes: list[Stroke], texts: tuple[Text, ...], left: float, width: float
    ) -> float:
        y = 0.0
        for text in texts:
            lines = self._rows.breaker.lines(text, styles.TEXT, width)
            y = set_lines(strokes, lines, styles.TEXT, left, y, Part("P"))
        return y

    def _portrait(self, portrait: Portrait) -> list[Strip]:
        """Set a picture at the left and what it is beside it."""
        strokes: list[Stroke] = []
        shows = " ".join(run.text for text in portrait.lines[:1] for run in text)
        self._front.set_portrait(strokes, portrait.photo, portrait.mark, 0, shows)
        left = PHOTO_WIDTH + BESIDE_PICTURE
        y = 0.0
        for text in portrait.lines:
            lines = self._rows.breaker.lines(text, styles.TEXT, self._rows.width - left)
            y = set_lines(strokes, lines, styles.TEXT, left, y, Part("P"))
        return [Strip(max(y, PHOTO_HEIGHT) + U, strokes, space_above=U)]

    def _chapter(self, head: ChapterHead) -> list[Strip]:
        """Numeral and title, bold, tied to what follows."""
        title = f"{roman(head.number)}.\u00a0\u00a0{head.title}"
        style = styles.COURT_BOLD
        strokes: list[Stroke] = []
        lines = self._rows.breaker.lines(plain(title), style, self._rows.width)
        bottom = set_lines(strokes, lines, style, 0, 0)
        return [
            Strip(
                bottom + U,
                strokes,
                keep_next=True,
                space_above=4 * U,
                outline=f"{roman(head.number)}. {head.title}",
                section_start=True,
                part=Part("H2"),
            )
        ]

    def _numbered(self, paragraph: Numbered) -> list[Strip]:
        """Set a paragraph that hangs behind its number, a strip a line, no line alone."""
        breaker, style = self._rows.breaker, styles.COURT
        left = HANG * paragraph.level
        width = self._rows.width - left - HANG
        strips: list[Strip] = []
        part = Part("P")
        for index, line in enumerate(breaker.lines(paragraph.text, style, width)):
            strokes: list[Stroke] = []
            if index == 0:
                label = breaker.lines(literal(paragraph.label), style, self._rows.width)
                set_lines(strokes, ended(label), style, left, 0)
            set_lines(strokes, (line,), style, left + HANG, 0)
            strips.append(Strip(style.leading, strokes, part=part))
        strips[0].space_above = PARAGRAPH_GAP
        strips[-1].notes = keys(paragraph.marks)
        return keep_lines(strips)


def roman(number: int) -> str:
    """Write a number below 40 in Roman numerals."""
    written = ""
    for value, sign in ROMAN:
        while number >= value:
            written += sign
            number -= value
    return written
