"""Sets the line under a drawing that says what its shapes mean, each drawn before its words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from app.reports.document import plain
from app.reports.pdf import styles
from app.reports.pdf.lines import LineBreaker
from app.reports.pdf.strips import Stroke, set_lines

# Draws a sign from its left on the height of its middle.
type DrawSign = Callable[[list[Stroke], float, float], None]

SIGN_WORDS = 4.0
BETWEEN = 13.0
MIDDLE = 4.6  # of a line of notes, from its top


@dataclass(frozen=True, slots=True)
class Sign:
    """A shape, how wide it is, and what it means."""

    draw: DrawSign
    wide: float
    words: str


def set_key(
    strokes: list[Stroke],
    breaker: LineBreaker,
    entries: Sequence[Sign],
    width: float,
    top: float,
) -> float:
    """Set signs with their words side by side, on as many lines as they need; return the bottom."""
    style, x, y = styles.NOTE, 0.0, top
    for sign in entries:
        left = sign.wide + SIGN_WORDS
        lines = breaker.lines(plain(sign.words), style, width - left)
        wide = left + max((line[-1].x + line[-1].width for line in lines if line), default=0.0)
        if x and x + wide > width:
            x, y = 0.0, y + style.leading
        sign.draw(strokes, x, y + MIDDLE)
        bottom = set_lines(strokes, lines, style, x + left, y)
        x += wide + BETWEEN
        if len(lines) > 1:
            x, y = width, bottom - style.leading
    return y + style.leading if entries else top
