"""Prints papers: to CUPS as the very bytes of the PDF, elsewhere as pictures at 300 dpi."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from app.jobs.papers.printing import print_papers
from app.reports.render import PdfFile
from app.sandbox.calls import PagePixels
from app.shapes.printing import PaperToPrint, Printed, PrintWish
from app.ui.papers.print_sheet import PrintSheet
from app.ui.papers.rendering import Rendering, WantedPage
from app.ui.shell.messages import Messages, Problem
from app.ui.shell.state_store import StateStore
from app.ui.shell.tasks import Cancelled, Job, Progressed, Tasks, Ticket
from app.ui.widgets.kit import Kit
from models.vocabulary.papers import PaperFormat

DOTS_AN_INCH = 300
_PAGE_SIZES = {
    PaperFormat.A4: QPageSize.PageSizeId.A4,
    PaperFormat.LETTER: QPageSize.PageSizeId.Letter,
}


@dataclass(frozen=True, slots=True)
class Press:
    """What printing needs: the lanes, a voice, and the worker that turns pages into pictures.

    `note` writes down that a paper on a man is printed, once the printer has taken it; if it is
    refused nothing is printed.
    `store` remembers the printer.
    """

    kit: Kit
    tasks: Tasks
    messages: Messages
    rendering: Rendering
    note: Callable[[], object] | None = None
    store: StateStore | None = None


def print_pages(parent: QWidget, press: Press, paper: PdfFile) -> bool:
    """Ask for a printer, then print every page; tell whether one was chosen."""
    if sys.platform == "win32":
        return _print_as_pictures(parent, press, paper)
    wish = PrintSheet.ask(press.kit, press.tasks, press.store, parent)
    if wish is None:
        return False
    one = PaperToPrint(
        "", lambda: paper.content, press.note, landscape=paper.landscape, paper=paper.paper
    )
    send_to_queue(press, [one], wish)
    return True


def may_print_many() -> bool:
    """Say whether papers of many men can be one job: where they go to a queue as they are."""
    return sys.platform != "win32"


def send_to_queue(
    press: Press,
    papers: Sequence[PaperToPrint],
    wish: PrintWish,
    progressed: Progressed | None = None,
) -> Ticket:
    """Hand papers to the printer one after another; what was sent is called back if cancelled."""
    messages = press.messages

    def send(job: Job) -> Printed:
        done = print_papers(papers, wish, report=job.report, cancelled=lambda: job.cancelled)
        if done.stopped:
            raise Cancelled
        return done

    def sent(done: Printed) -> None:
        messages.done(
            lambda t: t.say_n(
                "{n} paper was sent to the printer.", "{n} papers were sent to the printer.",
                done.papers,
            )
        )  # fmt: skip

    def stopped() -> None:
        messages.done(
            lambda t: t.say("Printing was stopped; what waited in the queue was called back.")
        )

    return press.tasks.background(
        send, sent, messages.failed, progressed=progressed, cancelled=stopped
    )


def _print_as_pictures(parent: QWidget, press: Press, paper: PdfFile) -> bool:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageSize(QPageSize(_PAGE_SIZES[paper.paper]))
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
            press.messages.problem(_REFUSED)
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


_REFUSED = Problem(
    lambda t: t.say(
        "The printer did not take the paper. Nothing was printed. Look whether it is switched on, "
        "or choose another."
    ),
    "",
    "",
    "printer_refused",
)
