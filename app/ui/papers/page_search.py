"""Looks for words in the paper on the desk and goes from place to place."""

from __future__ import annotations

from PySide6.QtCore import QObject

from app.reports.render import PdfFile
from app.sandbox.calls import WordHit
from app.ui.papers.find_bar import FindBar
from app.ui.papers.rendering import Rendering
from app.ui.papers.sheets import Sheets
from app.ui.work import Work

type _Answer = tuple[PdfFile, str, tuple[WordHit, ...]]


class PageSearch(QObject):
    """Ties the field to the pages: the worker finds, the pages show, the field counts."""

    def __init__(self, work: Work, rendering: Rendering, sheets: Sheets) -> None:
        super().__init__(sheets)
        self._work = work
        self._rendering = rendering
        self._sheets = sheets
        self._pdf: PdfFile | None = None
        self._words = ""
        self._at = 0
        self.hits: tuple[WordHit, ...] = ()
        self.bar = FindBar(work.kit)
        self.bar.wanted.connect(self.find)
        self.bar.stepped.connect(self.step)
        self.bar.left.connect(self._leave)

    def take(self, pdf: PdfFile) -> None:
        """Look in another paper from now on; what is looked for stays."""
        self._pdf = pdf
        self._show(())
        if self.bar.isVisible():
            self.find(self._words)

    def find(self, words: str) -> None:
        """Look for words on all pages."""
        self._words = words
        pdf = self._pdf
        if pdf is None or not words:
            self._show(())
            return
        self._work.tasks.read(
            lambda: (pdf, words, self._rendering.find(pdf.content, words)),
            self._found,
            self._work.messages.failed,
        )

    def step(self, by: int) -> None:
        """Go to the next place or the one before; after the last comes the first."""
        if self.hits:
            self._at = (self._at + by) % len(self.hits)
            self._show_place()

    def _found(self, answer: _Answer) -> None:
        pdf, words, hits = answer
        if pdf is self._pdf and words == self._words:
            self._show(hits)

    def _show(self, hits: tuple[WordHit, ...]) -> None:
        self.hits = hits
        front = self._sheets.page_in_front()
        self._at = next((at for at, hit in enumerate(hits) if hit.page >= front), 0)
        self._show_place()

    def _show_place(self) -> None:
        self._sheets.mark(self.hits, self._at)
        self.bar.show_count(self._at, len(self.hits))

    def _leave(self) -> None:
        self._words = ""
        self._show(())
        self._sheets.setFocus()
