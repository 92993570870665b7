"""Turns papers into pictures for the screen and the printer, in one warm worker process."""

from __future__ import annotations

import threading
from dataclasses import dataclass

from app.sandbox.calls import PagePixels, PageRenderer, WordHit


@dataclass(frozen=True, slots=True)
class WantedPage:
    """One page of a paper at so many dots an inch; pages count from 0."""

    pdf: bytes
    page: int
    dpi: float


class Rendering:
    """Renders one page at a time, whichever lane asks; the worker stays warm between pages."""

    def __init__(self) -> None:
        self._renderer = PageRenderer()
        self._turn = threading.Lock()

    def render(self, wanted: WantedPage) -> PagePixels:
        """Render a page.

        Raises:
            BadInput: the worker refused the paper.
        """
        with self._turn:
            return self._renderer.render_pdf_page(wanted.pdf, wanted.page, wanted.dpi)

    def find(self, pdf: bytes, words: str) -> tuple[WordHit, ...]:
        """Find words in a paper.

        Raises:
            BadInput: the worker refused the paper.
        """
        with self._turn:
            return self._renderer.find_words(pdf, words)

    def close(self) -> None:
        """End the worker."""
        with self._turn:
            self._renderer.close()
