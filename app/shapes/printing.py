"""What printing is asked and answers: the printers of this machine, and how a paper is wanted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum


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

    `make` gives the bytes of the PDF, and notes that the paper leaves.
    """

    shown: str
    make: Callable[[], bytes]
    landscape: bool = False
    media: str = "A4"  # or "Letter"


@dataclass(frozen=True, slots=True)
class Printed:
    """How many papers the printer took, and whether somebody stopped it before the last."""

    papers: int
    stopped: bool = False
