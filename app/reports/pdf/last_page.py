"""Keeps the last page of a paper from holding a few lines: the section before them comes along."""

from __future__ import annotations

from collections.abc import Callable

from app.reports.pdf.pages import Page
from app.reports.pdf.strips import Strip

LEAST_LAST = 0.22  # of the height of a page: less looks like something forgotten
LEAST_BEFORE = 0.33  # that stays on the page before it

type Stack = Callable[[list[Strip]], list[Page]]


def without_stub(strips: list[Strip], stack: Stack, height: float) -> list[Page]:
    """Stack strips; where too little is on the last page, begin it with an earlier section."""
    pages = best = stack(strips)
    if len(pages) == 1 or pages[-1].bottom >= LEAST_LAST * height:
        return pages
    for head in _heads(pages[-2]):
        head.new_page = True
        again = stack(strips)
        head.new_page = False
        if len(again) > len(pages) or again[-2].bottom < LEAST_BEFORE * height:
            break
        best = again
        if best[-1].bottom >= LEAST_LAST * height:
            break
    return best


def _heads(page: Page) -> list[Strip]:
    """Find where the last page could begin: at a head of the page before it, the latest first."""
    return [placed.strip for placed in reversed(page.placed[1:]) if placed.strip.section_start]
