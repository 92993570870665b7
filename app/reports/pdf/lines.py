"""Breaks text into lines: words stay whole, names always, long ones part where they may."""

from __future__ import annotations

from dataclasses import dataclass, replace

from app.reports.document import Run, Text
from app.reports.pdf.fonts import Face, Family
from app.reports.pdf.hyphens import break_points, cut_before
from app.reports.pdf.safe_text import SafeText
from app.reports.pdf.styles import SMALL_SIZE, Style
from app.reports.pdf.unbroken import held_together

HYPHEN = "\u00ad"  # drawn as a hyphen, read back as one that is not part of the word
RUNT = 3.5  # times its size: a last line of one word shorter than that takes another along
LEFT_BEHIND = 2  # words, at least, in the line it takes one from


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters of one face and size at a distance from the left of their line."""

    x: float
    bold: bool
    size: float
    text: str
    width: float
    struck: bool = False
    then: str = ""  # the space that parts it from the next, for who has it read aloud


type Line = tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class _Part:
    text: str
    bold: bool
    size: float
    literal: bool
    width: float
    struck: bool


type _Word = tuple[_Part, ...]


class LineBreaker:
    """Sets text in lines of a width; remembers the widths of words and the lines of texts."""

    def __init__(self, faces: Family, safe: SafeText) -> None:
        self._faces = faces
        self._safe = safe
        self._widths: dict[tuple[bool, str], float] = {}
        self._lines: dict[tuple[Text, Style, float], tuple[Line, ...]] = {}

    def width(self, text: str, size: float, *, bold: bool = False) -> float:
        """Return the width of a stretch of text in points."""
        key = (bold, text)
        known = self._widths.get(key)
        if known is None:
            known = self._face(bold=bold).width(text)
            self._widths[key] = known
        return known * size

    def clean_line(self, text: str) -> str:
        """Return words that stand on one line whatever they hold."""
        return self._safe.one_line(text)

    def lines(self, text: Text, style: Style, width: float) -> tuple[Line, ...]:
        """Break `text` into lines no wider than `width` points; line ends in it are kept."""
        key = (text, style, width)
        known = self._lines.get(key)
        if known is None:
            known = self._broken(text, style, width)
            self._lines[key] = known
        return known

    def _face(self, *, bold: bool) -> Face:
        return self._faces.bold if bold else self._faces.regular

    def _broken(self, text: Text, style: Style, width: float) -> tuple[Line, ...]:
        lines: list[Line] = []
        paragraphs = self._paragraphs(text, style)
        for number, words in enumerate(paragraphs, 1):
            lines.extend(_Filler(self, width).fill(words, more=number < len(paragraphs)))
        return tuple(lines) or ((),)

    def _paragraphs(self, text: Text, style: Style) -> list[list[_Word]]:
        paragraphs: list[list[_Word]] = [[]]
        glued = False  # the last part ended without a space, so the next one joins its word
        for run in text:
            bold = run.bold or style.bold
            size = min(SMALL_SIZE, style.size) if run.small else style.size
            for number, stretch in enumerate(self._cleaned(run.text).split("\n")):
                if number:
                    paragraphs.append([])
                    glued = False
                words = paragraphs[-1]
                tokens = stretch.split(" ")
                for index, token in enumerate(tokens):
                    if not token:
                        glued = False
                        continue
                    part = self._part(token, size, run, bold=bold)
                    if glued and index == 0 and words:
                        words[-1] = (*words[-1], part)
                    else:
                        words.append((part,))
                glued = bool(tokens[-1])
        return paragraphs

    def _cleaned(self, text: str) -> str:
        return held_together(self._safe.clean(text))

    def _part(self, token: str, size: float, run: Run, *, bold: bool) -> _Part:
        width = self.width(token, size, bold=bold)
        return _Part(token, bold, size, run.literal, width, run.struck)

    def part_of(self, part: _Part, text: str) -> _Part:
        """Return a shorter part of the same face."""
        width = self.width(text, part.size, bold=part.bold)
        return replace(part, text=text, width=width)


class _Filler:
    """Fills one paragraph."""

    def __init__(self, breaker: LineBreaker, width: float) -> None:
        self._breaker = breaker
        self._width = width + 0.01
        self._lines: list[Line] = []
        self._parts: list[tuple[float, _Part]] = []
        self._words: list[_Word] = []  # of this line
        self._above: list[_Word] = []  # of the line above it
        self._x = 0.0

    def fill(self, words: list[_Word], *, more: bool) -> list[Line]:
        for word in words:
            self._place(word)
        self._give_company()
        self._end_line(more=more)
        return self._lines

    def _give_company(self) -> None:
        """Bring a word down to a last line that is one short word alone: "2020."."""
        if len(self._words) != 1 or len(self._above) <= LEFT_BEHIND:
            return
        alone, *above, brought = self._words[0], *self._above
        is_runt = _width(alone) < RUNT * alone[0].size
        if not is_runt or brought[-1].text.endswith(HYPHEN):
            return
        self._lines.pop()
        for line in (above, [brought, alone]):
            self._clear()
            for word in line:
                self._add(word, self._space_before(word))
            if line is above:
                self._end_line(more=True)

    def _place(self, word: _Word) -> None:
        while True:
            space = self._space_before(word)
            if self._x + space + _width(word) <= self._width:
                self._add(word, space)
                return
            head, tail = self._parted(word, self._width - self._x - space)
            if head:
                self._add(head, space)
                self._end_line()
                word = tail
            elif self._parts:
                self._end_line(more=True)
            else:
                word = self._forced(word)
                if not word:
                    return

    def _space_before(self, word: _Word) -> float:
        if not self._parts:
            return 0.0
        first = word[0]
        return self._breaker.width(" ", first.size, bold=first.bold)

    def _add(self, word: _Word, space: float) -> None:
        x = self._x + space
        for part in word:
            self._parts.append((x, part))
            x += part.width
        self._words.append(word)
        self._x = x

    def _parted(self, word: _Word, room: float) -> tuple[_Word, _Word]:
        """Split at the last soft hyphen that fits in `room`; the head is empty when none does."""
        if len(word) != 1 or word[0].literal or room <= 0:
            return (), word
        part = word[0]
        for point in reversed(break_points(part.text)):
            head = self._breaker.part_of(part, part.text[:point] + HYPHEN)
            if head.width <= room:
                return (head,), (self._breaker.part_of(part, part.text[point:]),)
        return (), word

    def _forced(self, word: _Word) -> _Word:
        """Set whole lines of a word wider than a line and return what is left to place.

        It is cut at a hyphen, after a slash, else anywhere.
        """
        part, rest = word[0], word[1:]
        if part.width <= self._width or len(part.text) == 1:  # a letter is cut no further
            self._add((part,), 0.0)
            self._end_line()
            return rest
        points = () if part.literal else break_points(part.text.lower())
        for point in reversed(points):
            head = self._breaker.part_of(part, part.text[:point] + HYPHEN)
            if head.width <= self._width:
                self._add((head,), 0.0)
                self._end_line()
                return (self._breaker.part_of(part, part.text[point:]), *rest)
        *whole, last = self._chopped(part)
        for head in whole:
            self._add((head,), 0.0)
            self._end_line()
        return (last, *rest)

    def _chopped(self, part: _Part) -> list[_Part]:
        """Cut a part into pieces that each fit a line, in one walk over its characters.

        A path is cut after a slash, a name with a hyphen; a code as it comes.
        """
        spelled = not any(map(str.isdigit, part.text))
        pieces: list[_Part] = []
        start, slash, x = 0, 0, 0.0
        for index, char in enumerate(part.text):
            step = self._breaker.width(char, part.size, bold=part.bold)
            if x + step > self._width and index > start:
                cut, sign = index, ""
                if slash > (start + index) // 2:
                    cut = slash
                elif spelled and part.text[index - 1 : index + 1].isalpha():
                    cut, sign = self._cut(part, start, index)
                pieces.append(self._breaker.part_of(part, part.text[start:cut] + sign))
                start, x = cut, self._breaker.width(part.text[cut:index], part.size, bold=part.bold)
            if char in "/\\":
                slash = index + 1
            x += step
        pieces.append(self._breaker.part_of(part, part.text[start:]))
        return pieces

    def _cut(self, part: _Part, start: int, end: int) -> tuple[int, str]:
        """Return where letters that end at `end` on this line are cut, and the sign of it."""
        while end > start + 1:
            head = self._breaker.part_of(part, part.text[start:end] + HYPHEN)
            if head.width <= self._width:
                break
            end -= 1
        cut = cut_before(part.text, end, start)
        return cut, "" if part.text[cut - 1] == "-" else HYPHEN

    def _end_line(self, *, more: bool = False) -> None:
        """End a line; where `more` words follow, a space parts them for who has it read aloud."""
        if self._parts or not self._lines:
            self._lines.append(_joined(self._parts, more=more))
        self._above = self._words
        self._clear()

    def _clear(self) -> None:
        self._parts = []
        self._words = []
        self._x = 0.0


def _width(word: _Word) -> float:
    return sum(part.width for part in word)


def _joined(parts: list[tuple[float, _Part]], *, more: bool) -> Line:
    """Join neighbours of one look into one piece, so that a line is few strokes."""
    pieces: list[Piece] = []
    end = 0.0
    for x, part in parts:
        last = pieces[-1] if pieces else None
        look = (part.bold, part.size, part.struck)
        if last and (last.bold, last.size, last.struck) == look:
            gap = " " if x > end + 0.01 else ""
            text, width = last.text + gap + part.text, x + part.width - last.x
            pieces[-1] = Piece(last.x, last.bold, last.size, text, width, last.struck)
        else:
            if last and x > end + 0.01:
                pieces[-1] = _spaced(last)
            pieces.append(Piece(x, part.bold, part.size, part.text, part.width, part.struck))
        end = x + part.width
    if more and pieces:
        pieces[-1] = _spaced(pieces[-1])
    return tuple(pieces)


def ended(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """Let lines be parted from what follows in the same part of the text."""
    *before, last = lines or ((),)
    return (*before, (*last[:-1], *map(_spaced, last[-1:])))


def _spaced(piece: Piece) -> Piece:
    """Let a piece be parted from the next; it is no wider for it."""
    return Piece(piece.x, piece.bold, piece.size, piece.text, piece.width, piece.struck, " ")
