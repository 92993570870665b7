"""The desk on which a paper lies: its pages, small ones beside, tools that turn and size them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, override

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.reports.render import PdfFile
from app.sandbox.calls import PagePixels
from app.ui.papers.page_search import PageSearch
from app.ui.papers.printing import Press, print_pages
from app.ui.papers.rendering import Rendering, WantedPage
from app.ui.papers.sheets import Sheets
from app.ui.papers.thumbnails import Thumbnails
from app.ui.theme.palette import Role
from app.ui.widgets.buttons import icon_button, quiet
from app.ui.widgets.text import Label
from app.ui.work import Work

_WITH_SMALL: Final = 600
"""Narrower than this, at base 13 px, the desk is left to the page itself."""


class PaperDesk(QWidget):
    """Shows the very bytes that will print; pages are rendered off the window's thread."""

    def __init__(self, work: Work) -> None:
        super().__init__()
        self._work = work
        self._kit = work.kit
        self.rendering = Rendering()
        self.pdf: PdfFile | None = None
        self._small_of: PdfFile | None = None
        self.sheets = Sheets(self._kit)
        self.sheets.wanted.connect(self._render)
        self.sheets.in_front.connect(self._tell_page)
        self.sheets.zoomed.connect(self._tell_zoom)
        self.search = PageSearch(work, self.rendering, self.sheets)
        self.small = Thumbnails(self._kit)
        self.small.chosen.connect(self.sheets.go_to)
        self.small.wanted.connect(self._render_small)
        self.percent = Label(self._kit, "", role=Role.TEXT2)
        self.percent.setMinimumWidth(self._kit.theme.scaled(44))
        self.percent.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._page = Label(self._kit, "", role=Role.TEXT2)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.small)
        row.addWidget(self.sheets, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.search.bar)
        column.addLayout(row, 1)
        self.destroyed.connect(self.rendering.close)

    def add_tools(self, head: QHBoxLayout) -> list[QWidget]:
        """Put the tools that turn and size the pages at the end of a page's head.

        Answers those that can be spared where there is no room, the first to go first.
        """
        kit = self._kit
        up = icon_button(kit, "left", lambda t: t.say("Previous page"), edge=False)
        down = icon_button(kit, "right", lambda t: t.say("Next page"), edge=False)
        smaller = icon_button(kit, "minus", lambda t: t.say("Smaller"), edge=False)
        larger = icon_button(kit, "plus", lambda t: t.say("Larger"), edge=False)
        fit = quiet(kit, lambda t: t.say("Fit the width"))
        up.clicked.connect(self._page_up)
        down.clicked.connect(self._page_down)
        smaller.clicked.connect(self.sheets.smaller)
        larger.clicked.connect(self.sheets.larger)
        fit.clicked.connect(self.sheets.fit_width)
        for widget in (up, self._page, down):
            head.addWidget(widget)
        head.addSpacing(12)
        for widget in (smaller, self.percent, larger, fit):
            head.addWidget(widget)
        return [fit]

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.small.set_room(self.width() >= self._kit.theme.scaled(_WITH_SMALL))

    def show_pdf(self, pdf: PdfFile) -> None:
        """Lay a paper on the desk."""
        self.pdf = pdf
        self.sheets.show_pages(pdf)
        self.small.show_pages(pdf)
        self.search.take(pdf)
        self._tell_page(0)

    def clear(self) -> None:
        """Take the paper off the desk."""
        self.pdf = None
        self.sheets.show_pages(None)
        self.small.show_pages(None)
        self._page.set_words("")

    def press(self, note: Callable[[], object] | None = None) -> Press:
        """Give what printing needs; `note` is called before a page is printed."""
        work = self._work
        return Press(work.kit, work.tasks, work.messages, self.rendering, note, work.store)

    def print_pdf(self, note: Callable[[], object] | None = None) -> None:
        """Ask for a printer and print the paper on the desk."""
        if self.pdf is not None:
            print_pages(self, self.press(note), self.pdf)

    def turn(self, step: int) -> None:
        """Turn a page on or back."""
        self.sheets.turn(step)

    def _page_up(self) -> None:
        self.turn(-1)

    def _page_down(self) -> None:
        self.turn(1)

    def _render(self, page: int, dpi: float) -> None:
        pdf = self.pdf
        if pdf is None:
            return
        wanted = WantedPage(pdf.content, page, dpi)
        self._work.tasks.read(
            lambda: (pdf, wanted, self.rendering.render(wanted)),
            self._rendered,
            self._work.messages.failed,
        )

    def _rendered(self, answer: tuple[PdfFile, WantedPage, PagePixels]) -> None:
        pdf, wanted, pixels = answer
        if pdf is not self.pdf:
            return
        self.sheets.put(wanted.page, pixels, wanted.dpi)
        if self._small_of is not pdf:
            self._small_of = pdf
            self.small.ask()

    def _render_small(self, page: int, dpi: float) -> None:
        pdf = self.pdf
        if pdf is None:
            return
        wanted = WantedPage(pdf.content, page, dpi)
        self._work.tasks.read(
            lambda: (pdf, page, self.rendering.render(wanted)),
            self._rendered_small,
            self._work.messages.failed,
        )

    def _rendered_small(self, answer: tuple[PdfFile, int, PagePixels]) -> None:
        pdf, page, pixels = answer
        if pdf is self.pdf:
            self.small.put(page, pixels)

    def _tell_page(self, page: int) -> None:
        if self.pdf is None:
            return
        pages = self.pdf.pages
        self._page.set_words(lambda t: t.say("page {page} of {pages}", page=page + 1, pages=pages))
        self.small.set_front(page)

    def _tell_zoom(self, percent: int) -> None:
        self.percent.set_words(f"{percent} %")
