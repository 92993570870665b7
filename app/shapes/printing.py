"""What printing is asked and answers: the printers of this machine, and how a paper is wanted."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum

from app.shapes.progress import Cancelled, Report
from models.vocabulary.papers import PaperFormat


class PrinterState(StrEnum):
    """Whether a printer would print what it is sent now."""

    READY = "ready"
    OFFLINE = "offline"  # switched off, or its cable or network is gone
    STOPPED = "stopped"  # somebody, or a fault, has stopped it
    REFUSING = "refusing"  # it takes no new papers


@dataclass(frozen=True, slots=True)
class Printer:
    """A printer as the machine knows it; `title` is what its owner calls it."""

    name: str
    title: str = ""
    state: PrinterState = PrinterState.READY
    said: str = ""  # the printer's own words: "Paper jam"
    is_default: bool = False


@dataclass(frozen=True, slots=True)
class PrintWish:
    """Where and how: the printer's name, how many times, on both sides of the sheet or one."""

    printer: str
    copies: int = 1
    both_sides: bool = False


@dataclass(frozen=True, slots=True)
class PaperToPrint:
    """A paper that is made the moment before it is sent; `shown` is told while it prints.

    `make` gives the bytes of the PDF. `leaves` notes that the paper leaves: it is called when the
    printer has taken the paper and holds it, and what it refuses is not printed.
    """

    shown: str
    make: Callable[[], bytes]
    leaves: Callable[[], object] | None = None
    landscape: bool = False
    paper: PaperFormat = PaperFormat.A4


@dataclass(frozen=True, slots=True)
class Printed:
    """How many papers the printer took, and whether somebody stopped it before the last."""

    papers: int
    stopped: bool = False


type SendPapers = Callable[[Iterable[PaperToPrint], int, Report, Cancelled], Printed]
"""Sends papers to a printer that was chosen: what, how many there will be, whom to tell."""
