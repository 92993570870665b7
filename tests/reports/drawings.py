"""Drawings as tests look at them: what stands on their one page, and which words collide."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

from app.reports.document import Document
from app.reports.internal_file import internal_file
from app.reports.pdf.fonts import family
from app.reports.pdf.strips import Stroke, Words
from app.reports.pdf.typeset import Typesetter
from app.shapes.case_report import CaseReport
from tests.factories import papers


def drawn(case: CaseReport, lang: str = "en") -> Document:
    """Make the internal file of a case."""
    return internal_file(case, lang, papers.issued_context())


def only(document: Document, kind: type) -> Document:
    """Keep of a document what is drawn of one kind."""
    return replace(document, blocks=tuple(b for b in document.blocks if isinstance(b, kind)))


def strokes_of(document: Document) -> list[Stroke]:
    """Return what is drawn on the one page of a document of one chart."""
    (page,) = Typesetter(document, family()).pages()
    return [stroke for placed in page.placed for stroke in placed.strip.strokes]


def box(words: Words) -> tuple[float, float, float, float]:
    """Return the room that words take: left, top, right, bottom."""
    face = family().bold if words.bold else family().regular
    width = face.width(words.text) * words.size
    return words.x, words.y - 0.72 * words.size, words.x + width, words.y + 0.2 * words.size


def overlapping(strokes: list[Stroke]) -> list[tuple[str, str]]:
    """Name the words that lie on one another, however their lines lie."""
    words = [stroke for stroke in strokes if isinstance(stroke, Words) and stroke.text.strip()]
    found = []
    for one, other in combinations(words, 2):
        a, b = box(one), box(other)
        if a[0] < b[2] - 0.3 and b[0] < a[2] - 0.3 and a[1] < b[3] and b[1] < a[3]:
            found.append((one.text, other.text))
    return found
