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
    pages = stack(strips)
    if len(pages) == 1 or pages[-1].bottom >= LEAST_LAST * height:
        return pages
    for start in _heads(pages[-2]):
        start.new_page = True
        again = stack(strips)
        whole = len(again) == len(pages)
        if whole and again[-2].bottom >= LEAST_BEFORE * height:
            return again
        start.new_page = False
    return pages


def _heads(page: Page) -> list[Strip]:
    """Find where the last page could begin: at a head of the page before it, the latest first."""
    return [placed.strip for placed in reversed(page.placed[1:]) if placed.strip.section_start]
