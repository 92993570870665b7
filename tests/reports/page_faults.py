"""Finds what is wrong with a page: words that collide or run out, heads left alone, cut words."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from itertools import pairwise

from app.reports.document import Document
from app.reports.pdf.fonts import family
from app.reports.pdf.furniture import FurnitureSetter
from app.reports.pdf.pages import Page, PlacedStrip
from app.reports.pdf.safe_text import SafeText
from app.reports.pdf.strips import Frame, Photo, Ring, Rule, Strip, Stroke, Words
from app.reports.pdf.typeset import Typesetter

SMALLEST_TYPE, THINNEST_LINE = 8.0, 0.4
ABOVE_A_SEAL = 2  # rows of what is signed, on the page where it is signed
SLACK = 0.5  # points: rounding of widths
FURTHEST_LINE = 20.0  # points from a line to the next one of its cell
TORN = re.compile(r"(?<!\w)\+\d{1,3}$")  # a telephone number that goes on in the next line
STRANDED = re.compile(r"է[։,.;]?")  # a verb of one letter that opens a line


def faults(document: Document) -> list[str]:
    """Return what is wrong with the pages of a document, each with its page; empty if nothing."""
    reader = PageReader(document)
    return list(reader.of(reader.pages()))


class PageReader:
    """Looks at the pages of one document."""

    def __init__(self, document: Document) -> None:
        self._setter = Typesetter(document, family())
        self._said = set(_words_of(document.blocks))
        self._sheet = self._setter.page
        self._furniture = FurnitureSetter(
            document.furniture, self._sheet, self._setter.breaker, SafeText(family())
        )

    def pages(self) -> list[Page]:
        """Return the pages as they will be written."""
        return self._setter.pages()

    def of(self, pages: list[Page]) -> Iterator[str]:
        """Yield what is wrong with these pages."""
        for number, page in enumerate(pages, start=1):
            for fault in self._of_page(page, number, len(pages)):
                yield f"page {number}: {fault}"
        yield from self._heads(pages)
        yield from self._signatures(pages)
        yield from self._leftovers(pages)
        if len(pages) > 1 and _only_a_picture(pages[-1]):
            yield f"page {len(pages)}: a picture stands alone"

    def _of_page(self, page: Page, number: int, total: int) -> Iterator[str]:
        if not page.placed:
            yield "nothing stands on it"
        foot = self._sheet.frame_height - self._setter.notes.height(page.notes)
        if page.bottom > foot + 0.1:
            yield f"text runs {page.bottom - foot:.1f} pt into the notes or the foot"
        bottom = 0.0
        words: list[tuple[float, Words]] = []
        for placed in page.placed:
            if placed.y < bottom - 0.1:
                yield f"a strip lies {bottom - placed.y:.1f} pt on the one above it"
            bottom = placed.y + placed.strip.height
            yield from self._of_strip(placed)
            words += [(placed.y + s.y, s) for s in placed.strip.strokes if isinstance(s, Words)]
        notes = self._setter.notes.set(page.notes, foot) if page.notes else []
        words += [(s.y, s) for s in notes if isinstance(s, Words)]
        yield from self._collisions(words)
        yield from self._cut_words(words)
        told = self._furniture.page_number.stroke(number, total, family().bold)
        around = [*self._furniture.standing, told]
        yield from self._collisions([(s.y, s) for s in around if isinstance(s, Words)])
        yield from _too_small([*notes, *around])
        called = {key for placed in page.placed for key in placed.strip.notes}
        if page.notes != called:
            yield f"notes {sorted(page.notes ^ called)} stand away from their marks"

    def _of_strip(self, placed: PlacedStrip) -> Iterator[str]:
        for stroke in placed.strip.strokes:
            if isinstance(stroke, Words):
                right = stroke.x + self._width(stroke)
                if stroke.x < -SLACK or right > self._sheet.text_width + SLACK:
                    yield f"{stroke.text!r} runs over the edge"
                if stroke.y > placed.strip.height + 0.1:
                    yield f"{stroke.text!r} hangs out of its row"
                if TORN.search(stroke.text) or STRANDED.fullmatch(stroke.text):
                    yield f"{stroke.text!r} is torn from what belongs to it"
            if isinstance(stroke, Rule) and max(stroke.x1, stroke.x2) > self._sheet.text_width + 1:
                yield "a line runs over the edge"
        yield from _too_small(placed.strip.strokes)
        if _is_sealed(placed.strip) and _crosses_the_seal(placed.strip):
            yield "a line to sign on runs into the seal"

    def _collisions(self, words: list[tuple[float, Words]]) -> Iterator[str]:
        lines: dict[int, list[Words]] = defaultdict(list)
        for y, word in words:
            if word.text.strip():
                lines[round(y * 2)].append(word)
        for line in lines.values():
            for left, right in pairwise(sorted(line, key=lambda word: word.x)):
                over = left.x + self._width(left, left.text.rstrip()) - right.x
                if over > SLACK:
                    yield f"{left.text!r} runs {over:.1f} pt into {right.text!r}"

    def _cut_words(self, words: list[tuple[float, Words]]) -> Iterator[str]:
        """Ask of the end of a line and the beginning of the next whether they were one word."""
        cells: dict[int, list[tuple[float, Words]]] = defaultdict(list)
        for y, word in words:
            cells[round(word.x)].append((y, word))
        for cell in cells.values():
            for (y, upper), (below, lower) in pairwise(sorted(cell, key=lambda one: one[0])):
                head, tail = upper.text.split(" ")[-1], lower.text.split(" ")[0]
                if not 0 < below - y < FURTHEST_LINE or not (head + tail).isalpha():
                    continue
                if head + tail in self._said and not {head, tail} <= self._said:
                    yield f"{head!r} and {tail!r} are one word, cut without a hyphen"

    def _width(self, words: Words, text: str | None = None) -> float:
        return self._setter.breaker.width(text or words.text, words.size, bold=words.bold)

    def _heads(self, pages: list[Page]) -> Iterator[str]:
        """Ask of every head that two rows of its section stand under it on its page."""
        strips = [(n, p.strip) for n, page in enumerate(pages, start=1) for p in page.placed]
        for place, (number, strip) in enumerate(strips):
            if not strip.section_start:
                continue
            section: list[tuple[int, Strip]] = []
            for following in strips[place + 1 :]:
                if following[1].section_start:
                    break
                section.append(following)
            with_it = sum(page == number for page, _ in section)
            if with_it < min(2, len(section)):
                yield f"page {number}: head {strip.outline!r} stands alone at the foot"

    def _signatures(self, pages: list[Page]) -> Iterator[str]:
        """Ask that the page with the seal holds something of the section before, too."""
        for number, page in enumerate(pages, start=1):
            sealed = [_is_sealed(placed.strip) for placed in page.placed]
            if number == 1 or True not in sealed:
                continue
            above = [placed.strip for placed in page.placed[: sealed.index(True)]]
            if sum(not strip.section_start for strip in above) < ABOVE_A_SEAL:
                yield f"page {number}: the signatures stand alone"

    def _leftovers(self, pages: list[Page]) -> Iterator[str]:
        """Ask of the last page that it holds more than a line or two of what came before."""
        last = pages[-1]
        told = [placed for placed in last.placed if placed.strip.strokes]
        if len(pages) > 1 and len(told) == 1 and last.bottom < self._sheet.frame_height / 6:
            yield f"page {len(pages)}: hardly anything stands on it"


def _words_of(value: object) -> Iterator[str]:
    """Yield every word that a document hands to the typesetter."""
    if isinstance(value, str):
        yield from (word.strip(".,;:։()«»“”") for word in value.split())
    elif isinstance(value, tuple | list):
        for item in value:
            yield from _words_of(item)
    elif isinstance(value, Mapping):
        yield from _words_of(tuple(value.values()))
    elif is_dataclass(value) and not isinstance(value, type):
        for one in fields(value):
            yield from _words_of(getattr(value, one.name))


def _is_sealed(strip: Strip) -> bool:
    return any(isinstance(stroke, Ring) for stroke in strip.strokes)


def _crosses_the_seal(strip: Strip) -> bool:
    """Tell whether a line reaches into the square around the ring."""
    rings = [stroke for stroke in strip.strokes if isinstance(stroke, Ring)]
    lines = [stroke for stroke in strip.strokes if isinstance(stroke, Rule)]
    return any(
        line.x2 > ring.x - ring.radius - 2 and abs(line.y1 - ring.y) < ring.radius
        for line in lines
        for ring in rings
    )


def _only_a_picture(page: Page) -> bool:
    """Tell whether nothing but heads and pictures stands on a page."""
    rows = [placed.strip for placed in page.placed if not placed.strip.section_start]
    return all(any(isinstance(stroke, Photo) for stroke in strip.strokes) for strip in rows)


def _too_small(strokes: list[Stroke]) -> Iterator[str]:
    for stroke in strokes:
        if isinstance(stroke, Words) and stroke.size < SMALLEST_TYPE:
            yield f"{stroke.text!r} is set in {stroke.size} pt"
        if isinstance(stroke, Rule | Frame) and stroke.weight < THINNEST_LINE:
            yield f"a line of {stroke.weight} pt"
