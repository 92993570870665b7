"""Prints papers through Qt as pictures at 300 dpi, where no system takes a PDF as it is (Windows).

It behaves as the queue of CUPS does: all papers are one job, a paper is noted once the printer has
taken it and before its first line is drawn, and what is stopped or fails is called back.
"""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter

from app.errors import PrinterRefused
from app.sandbox.calls import PagePixels
from app.shapes.printing import PaperToPrint, Printed
from app.shapes.progress import Cancelled, Progress, Report
from app.ui.papers.rendering import Rendering, WantedPage
from models.vocabulary.papers import PaperFormat

DOTS_AN_INCH = 300
_SIZES = {
    PaperFormat.A4: QPageSize.PageSizeId.A4,
    PaperFormat.LETTER: QPageSize.PageSizeId.Letter,
}


class PicturePrinter:
    """Holds a printer that was chosen; called once, on whichever lane, with what to print."""

    def __init__(
        self, printer: QPrinter, rendering: Rendering, *, both_sides: bool = False
    ) -> None:
        self._printer = printer
        self._rendering = rendering
        self._both_sides = both_sides
        self._painter = QPainter()
        self._pages = 0

    def __call__(
        self, papers: Iterable[PaperToPrint], total: int, report: Report, cancelled: Cancelled
    ) -> Printed:
        """Print papers one after another; sheets that are out already cannot be called back.

        Raises:
            PrinterRefused: it took no paper or no further page; what it had was called back, as it
            is where a paper cannot be made.
        """
        done = 0
        try:
            for paper in papers:
                if cancelled():
                    break
                self._print(paper, cancelled)
                done += 1
                report(Progress(done, total, paper.shown))
        except BaseException:
            self._call_back()
            raise
        if cancelled():
            self._call_back()
            return Printed(0, stopped=True)
        self._painter.end()
        return Printed(done)

    def _print(self, paper: PaperToPrint, cancelled: Cancelled) -> None:
        content = paper.make()
        page = self._render(content, 0)
        if self._both_sides and self._pages % 2:
            self._next_page()  # the next man begins on a sheet of his own
        lay_out(self._printer, paper.paper, landscape=paper.landscape)
        self._next_page()
        if paper.leaves is not None:
            paper.leaves()
        self._draw(page)
        for number in range(1, page.pages):
            if cancelled():
                return
            following = self._render(content, number)
            self._next_page()
            self._draw(following)

    def _render(self, content: bytes, page: int) -> PagePixels:
        return self._rendering.render(WantedPage(content, page, DOTS_AN_INCH))

    def _next_page(self) -> None:
        """Begin the job, or its next page."""
        begun = self._painter.isActive()
        if not (self._printer.newPage() if begun else self._painter.begin(self._printer)):
            raise PrinterRefused(printer=self._printer.printerName(), why="refused")
        self._pages += 1

    def _draw(self, page: PagePixels) -> None:
        """Draw a page in its true size, from the corner of the sheet."""
        image = QImage(
            page.pixels, page.width, page.height, page.width * 3, QImage.Format.Format_RGB888
        )
        true = self._printer.resolution() / DOTS_AN_INCH
        self._painter.drawImage(QRectF(0, 0, page.width * true, page.height * true), image)

    def _call_back(self) -> None:
        if self._painter.isActive():
            self._printer.abort()
            self._painter.end()


def lay_out(printer: QPrinter, paper: PaperFormat, *, landscape: bool) -> None:
    """Give a printer the sheet a paper is made for, to its edges."""
    orientation = (
        QPageLayout.Orientation.Landscape if landscape else QPageLayout.Orientation.Portrait
    )
    printer.setPageSize(QPageSize(_SIZES[paper]))
    printer.setPageOrientation(orientation)
    printer.setFullPage(True)
