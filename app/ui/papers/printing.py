"""Prints papers: to CUPS as the very bytes of the PDF, elsewhere as pictures at 300 dpi."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from app.jobs.papers.printing import to_queue
from app.reports.render import PdfFile
from app.shapes.printing import PaperToPrint, Printed, SendPapers
from app.ui.papers.picture_printing import DOTS_AN_INCH, PicturePrinter, lay_out
from app.ui.papers.print_sheet import PrintSheet
from app.ui.papers.rendering import Rendering
from app.ui.shell.messages import Messages
from app.ui.shell.state_store import StateStore
from app.ui.shell.tasks import Cancelled, Job, Tasks, Ticket
from app.ui.widgets.kit import Kit
from models.vocabulary.papers import PaperFormat


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
    send = ask_printer(parent, press, paper.paper, landscape=paper.landscape)
    if send is None:
        return False
    one = PaperToPrint(
        "", lambda: paper.content, press.note, landscape=paper.landscape, paper=paper.paper
    )
    print_in_background(press, [one], send)
    return True


def ask_printer(
    parent: QWidget, press: Press, paper: PaperFormat, *, landscape: bool
) -> SendPapers | None:
    """Ask for a printer; give what sends papers to it, None where the person turned back."""
    if sys.platform == "win32":
        return _ask_windows(parent, press, paper, landscape=landscape)
    wish = PrintSheet.ask(press.kit, press.tasks, press.store, parent)
    return None if wish is None else to_queue(wish)


def _ask_windows(
    parent: QWidget, press: Press, paper: PaperFormat, *, landscape: bool
) -> SendPapers | None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setResolution(DOTS_AN_INCH)
    printer.setDocName("Homeward")  # what anybody at the printer reads: never a name
    lay_out(printer, paper, landscape=landscape)
    if QPrintDialog(printer, parent).exec() != QDialog.DialogCode.Accepted:
        return None
    both_sides = printer.duplex() != QPrinter.DuplexMode.DuplexNone
    return PicturePrinter(printer, press.rendering, both_sides=both_sides)


def print_in_background(press: Press, papers: Sequence[PaperToPrint], send: SendPapers) -> Ticket:
    """Hand papers to the printer one after another; what was sent is called back if cancelled."""
    messages = press.messages

    def work(job: Job) -> Printed:
        done = send(papers, len(papers), job.report, lambda: job.cancelled)
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

    return press.tasks.background(work, sent, messages.failed, cancelled=stopped)
