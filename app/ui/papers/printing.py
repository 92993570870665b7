"""Prints a paper: the person chooses a printer, pages are sent at 300 dots an inch."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from app.reports.render import PdfFile
from app.sandbox.calls import PagePixels
from app.ui.papers.rendering import Rendering, WantedPage
from app.ui.shell.messages import Messages
from app.ui.shell.tasks import Job, Tasks

DOTS_AN_INCH = 300


@dataclass(frozen=True, slots=True)
class Press:
    """What printing needs: the lanes, a voice, and the worker that turns pages into pictures.

    `note` writes down that a paper on a man is printed; if it is refused nothing is printed.
    """

    tasks: Tasks
    messages: Messages
    rendering: Rendering
    note: Callable[[], object] | None = None


def print_pages(parent: QWidget, press: Press, paper: PdfFile) -> bool:
    """Ask for a printer, then print every page; tell whether one was chosen."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setFullPage(True)
    printer.setResolution(DOTS_AN_INCH)
    printer.setPageOrientation(
        QPageLayout.Orientation.Landscape if paper.landscape else QPageLayout.Orientation.Portrait
    )
    dialog = QPrintDialog(printer, parent)
    if dialog.exec() != QDialog.DialogCode.Accepted:
        return False
    send(press, paper, printer)
    return True


def send(press: Press, paper: PdfFile, printer: QPrinter) -> None:
    """Render off the window's thread, then paint page after page."""

    def render(job: Job) -> list[PagePixels]:
        if press.note is not None:
            press.note()
        pages = []
        for page in range(paper.pages):
            job.check()
            pages.append(press.rendering.render(WantedPage(paper.content, page, DOTS_AN_INCH)))
        return pages

    def paint(pages: list[PagePixels]) -> None:
        painter = QPainter()
        if not painter.begin(printer):
            press.messages.failed(PrinterRefused())
            return
        for number, page in enumerate(pages):
            if number:
                printer.newPage()
            image = QImage(
                page.pixels, page.width, page.height, page.width * 3, QImage.Format.Format_RGB888
            )
            painter.drawImage(QRectF(painter.viewport()), image)
        painter.end()
        press.messages.done(lambda t: t.say("Sent to the printer."))

    press.tasks.background(render, paint, press.messages.failed)


class PrinterRefused(Exception):  # named by what happened
    """The printer did not take the job."""

    code = "printer_refused"
