"""Reads what a page shows: every string of its operators, in three orders, whatever its colour."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from tests.leaks.syntax import Dictionary, Operator, Parser, Value
from tests.leaks.typefaces import Typeface

type Turn = tuple[float, float, float, float, float, float]
UPRIGHT: Turn = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)

# Lines, boxes and the modules of a code: nothing of them can be read as words.
_DRAWING = re.compile(
    rb"(?:[-+.\d\s]+(?:re|m|l|c|v|y|h|f\*?|F|S|s|B\*?|b\*?|W\*?|n|w|j|J|M|i|g|G|rg|RG|k|K)(?=\s))+"
)
_WIDE_GAP = -180.0  # thousandths of the size: the space that a kerning list leaves out


@dataclass(frozen=True, slots=True)
class Piece:
    """Some letters and where they begin."""

    x: float
    y: float
    text: str


@dataclass(slots=True)
class PageText:
    """What one content stream shows and what it only carries."""

    pieces: list[Piece] = field(default_factory=list)
    carried: list[bytes] = field(default_factory=list)
    inline: list[tuple[Dictionary, bytes]] = field(default_factory=list)

    def in_order(self) -> str:
        """Return the text as the operators come."""
        return "\n".join(piece.text for piece in self.pieces)

    def by_rows(self) -> str:
        """Return the text as an eye reads it: row for row, from the left."""
        return _joined(sorted(self.pieces, key=lambda p: (-round(p.y / 2), p.x)))

    def by_columns(self) -> str:
        """Return the text column for column: what was broken within a cell comes together."""
        return _joined(sorted(self.pieces, key=lambda p: (round(p.x / 2), -p.y)))


def _joined(pieces: list[Piece]) -> str:
    return "\n".join(piece.text for piece in pieces)


def read_page(content: bytes, fonts: Mapping[str, Callable[[], Typeface]]) -> PageText:
    """Walk a content stream; `fonts` are asked for only when text is shown in them."""
    return _Walk(content, fonts).run()


class _Walk:
    def __init__(self, content: bytes, fonts: Mapping[str, Callable[[], Typeface]]) -> None:
        self._parser = Parser(content)
        self._fonts = fonts
        self._page = PageText()
        self._held: list[Value] = []
        self._font = ""
        self._matrix = UPRIGHT
        self._kept: list[tuple[Turn, str]] = []
        self._text = self._line = UPRIGHT
        self._leading = 0.0
        self._moved = True

    def run(self) -> PageText:
        for token in self._tokens():
            if not isinstance(token, Operator):
                self._held.append(token)
                continue
            self._do(token)
            self._held = []
        return self._page

    def _tokens(self) -> Iterator[Value]:
        parser = self._parser
        source = iter(parser.tokens())
        while True:
            if not self._held:
                skipped = _DRAWING.match(parser.content, parser.at)
                if skipped is not None:
                    parser.at = skipped.end()
            token = next(source, _NOTHING)
            if token is _NOTHING:
                return
            yield token

    def _numbers(self, count: int) -> list[float]:
        numbers = [float(n) for n in self._held if isinstance(n, float)][-count:]
        return [0.0] * (count - len(numbers)) + numbers

    def _do(self, operator: Operator) -> None:  # noqa: C901, PLR0912  # one arm an operator
        match operator:
            case "Tj":
                self._show(self._held[-1:])
            case "TJ":
                last = self._held[-1] if self._held else None
                self._show(last if isinstance(last, list) else [])
            case "'" | '"':
                self._next_line(0.0, -self._leading)
                self._show(self._held[-1:])
            case "Tf":
                self._font = str(self._held[0]) if self._held else ""
            case "Tm":
                a, b, c, d, e, f = self._numbers(6)
                self._text = self._line = (a, b, c, d, e, f)
                self._moved = True
            case "Td":
                self._next_line(*self._numbers(2))
            case "TD":
                x, y = self._numbers(2)
                self._leading = -y
                self._next_line(x, y)
            case "T*":
                self._next_line(0.0, -self._leading)
            case "TL":
                self._leading = self._numbers(1)[0]
            case "BT":
                self._text = self._line = UPRIGHT
                self._moved = True
            case "cm":
                a, b, c, d, e, f = self._numbers(6)
                self._matrix = turned((a, b, c, d, e, f), self._matrix)
            case "q":
                self._kept.append((self._matrix, self._font))
            case "Q" if self._kept:
                self._matrix, self._font = self._kept.pop()
            case "BI":
                self._inline()
            case _:
                self._carry()

    def _carry(self) -> None:
        """Keep strings that are no text shown: ActualText and the like."""
        for value in self._held:
            if isinstance(value, dict | bytes):
                self._page.carried.extend(_strings(value))

    def _next_line(self, x: float, y: float) -> None:
        self._line = turned((1.0, 0.0, 0.0, 1.0, x, y), self._line)
        self._text = self._line
        self._moved = True

    def _show(self, items: list[Value]) -> None:
        text = "".join(self._letters(item) for item in items)
        if not text:
            return
        if self._moved or not self._page.pieces:
            _, _, _, _, x, y = turned(self._text, self._matrix)
            self._page.pieces.append(Piece(x, y, text))
        else:
            last = self._page.pieces[-1]
            self._page.pieces[-1] = Piece(last.x, last.y, last.text + text)
        self._moved = False

    def _letters(self, item: Value) -> str:
        if isinstance(item, bytes):
            font = self._fonts.get(self._font)
            return font().read(item) if font else item.decode("latin-1")
        return " " if isinstance(item, float) and item < _WIDE_GAP else ""

    def _inline(self) -> None:
        """Read a picture within the page: its dictionary, and its bytes up to EI."""
        entries: list[Value] = []
        while (value := self._parser.next()) != "ID" and self._parser.at < len(
            self._parser.content
        ):
            if isinstance(value, None | bool | float | bytes | str | list | dict):
                entries.append(value)
        start = self._parser.at + 1
        ending = re.compile(rb"\s?EI(?=[\s]|$)").search(self._parser.content, start)
        end, after = ending.span() if ending else (len(self._parser.content),) * 2
        head = {str(k): v for k, v in zip(entries[::2], entries[1::2], strict=False)}
        self._page.inline.append((head, self._parser.content[start:end]))
        self._parser.at = after


def turned(inner: Turn, outer: Turn) -> Turn:
    """Return one matrix for `inner` within `outer`."""
    a, b, c, d, e, f = inner
    g, h, i, j, k, m = outer
    return (
        a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j,
        e * g + f * i + k, e * h + f * j + m,
    )  # fmt: skip


def _strings(value: Value) -> Iterator[bytes]:
    if isinstance(value, bytes):
        yield value
    elif isinstance(value, dict):
        for item in value.values():
            yield from _strings(item)
    elif isinstance(value, list):
        for item in value:
            yield from _strings(item)


_NOTHING = Operator("nothing left")
