"""Prints a paper: the person chooses a printer, pages are sent at 300 dots an inch."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from app.reports.render import PdfFile
from app.sandbox.calls import PagePixels
from app.ui.papers.rendering import Rendering, WantedPage
from app.ui.shell.tasks import Job
from app.ui.work import Work

DOTS_AN_INCH = 300


def print_pages(parent: QWidget, work: Work, rendering: Rendering, paper: PdfFile) -> None:
    """Ask for a printer, then print every page; a cancelled dialog prints nothing."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setFullPage(True)
    printer.setResolution(DOTS_AN_INCH)
    printer.setPageOrientation(QPageLayout.Orientation.Portrait)
    dialog = QPrintDialog(printer, parent)
    if dialog.exec() == QDialog.DialogCode.Accepted:
        send(work, rendering, paper, printer)


def send(work: Work, rendering: Rendering, paper: PdfFile, printer: QPrinter) -> None:
    """Render off the window's thread, then paint page after page."""

    def render(job: Job) -> list[PagePixels]:
        pages = []
        for page in range(paper.pages):
            job.check()
            pages.append(rendering.render(WantedPage(paper.content, page, DOTS_AN_INCH)))
        return pages

    def paint(pages: list[PagePixels]) -> None:
        painter = QPainter()
        if not painter.begin(printer):
            work.messages.failed(PrinterRefused())
            return
        for number, page in enumerate(pages):
            if number:
                printer.newPage()
            image = QImage(
                page.pixels, page.width, page.height, page.width * 3, QImage.Format.Format_RGB888
            )
            painter.drawImage(QRectF(painter.viewport()), image)
        painter.end()
        work.messages.done(lambda t: t.say("Sent to the printer."))

    work.tasks.background(render, paint, work.messages.failed)


class PrinterRefused(Exception):  # named by what happened
    """The printer did not take the job."""

    code = "printer_refused"
