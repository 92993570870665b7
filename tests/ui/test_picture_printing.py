"""Where no system takes a PDF as it is, papers print as pictures and are noted as elsewhere."""

from collections.abc import Callable
from pathlib import Path
from typing import override

import pikepdf
import pytest
from PySide6.QtPrintSupport import QPrinter

from app.errors import PrinterRefused
from app.sandbox.calls import PagePixels
from app.shapes.printing import PaperToPrint, Printed
from app.shapes.progress import Progress
from app.ui.papers.picture_printing import PicturePrinter
from app.ui.papers.rendering import Rendering, WantedPage
from models.vocabulary.papers import PaperFormat

pytestmark = pytest.mark.usefixtures("qapp")


class Drawn(Rendering):
    """Gives white pages at once; the paper's bytes say how many it has."""

    @override
    def render(self, wanted: WantedPage) -> PagePixels:
        return PagePixels(4, 6, b"\xff" * 72, len(wanted.pdf))


def printing_into(path: Path) -> QPrinter:
    """Lend a printer that writes a file."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    printer.setResolution(100)
    return printer


def paper(shown: str, pages: int, leaves: Callable[[], object] | None = None) -> PaperToPrint:
    return PaperToPrint(shown, lambda: b"x" * pages, leaves, landscape=shown == "wide")


def send(
    printer: QPrinter, *papers: PaperToPrint, stop_after: int = 99, both_sides: bool = False
) -> Printed:
    told: list[Progress] = []
    sender = PicturePrinter(printer, Drawn(), both_sides=both_sides)
    done = sender(papers, len(papers), told.append, lambda: len(told) >= stop_after)
    assert [one.what for one in told] == [one.shown for one in papers[: done.papers or len(told)]]
    return done


def sheets(path: Path) -> list[tuple[int, int]]:
    """Give the size of every sheet in points."""
    with pikepdf.open(path) as printed:
        return [(round(page.mediabox[2]), round(page.mediabox[3])) for page in printed.pages]


def test_papers_of_many_men_are_one_job_each_on_its_own_sheet(tmp_path: Path) -> None:
    out = tmp_path / "all.pdf"
    assert send(printing_into(out), paper("A", 2), paper("wide", 1)) == Printed(2)
    upright, wide = (595, 842), (842, 595)
    assert sheets(out) == [upright, upright, wide]


def test_on_both_sides_the_next_man_begins_on_a_new_sheet(tmp_path: Path) -> None:
    send(printing_into(tmp_path / "both.pdf"), paper("A", 1), paper("B", 2), both_sides=True)
    assert len(sheets(tmp_path / "both.pdf")) == 4


def test_a_paper_is_noted_when_the_printer_has_taken_it_and_not_before(tmp_path: Path) -> None:
    printer = printing_into(tmp_path / "one.pdf")
    noted: list[QPrinter.PrinterState] = []

    def note() -> None:
        noted.append(printer.printerState())

    send(printer, paper("A", 1, note))
    assert noted == [QPrinter.PrinterState.Active]


def test_a_printer_that_refuses_leaves_no_note_of_a_paper(tmp_path: Path) -> None:
    noted: list[bool] = []
    printer = printing_into(tmp_path / "no such folder" / "one.pdf")
    with pytest.raises(PrinterRefused):
        send(printer, paper("A", 1, lambda: noted.append(True)))
    assert noted == []


def test_a_note_that_is_refused_calls_the_job_back(tmp_path: Path) -> None:
    def refuse() -> None:
        raise PermissionError

    printer = printing_into(tmp_path / "one.pdf")
    with pytest.raises(PermissionError):
        send(printer, paper("A", 3, refuse))
    assert printer.printerState() is not QPrinter.PrinterState.Active


def test_what_is_stopped_counts_as_not_printed(tmp_path: Path) -> None:
    done = send(printing_into(tmp_path / "one.pdf"), paper("A", 1), paper("B", 1), stop_after=1)
    assert done == Printed(0, stopped=True)


def test_a_letter_sheet_is_asked_for_where_the_paper_is_made_for_one(tmp_path: Path) -> None:
    letter = PaperToPrint("A", lambda: b"x", paper=PaperFormat.LETTER)
    send(printing_into(tmp_path / "letter.pdf"), letter)
    assert sheets(tmp_path / "letter.pdf") == [(612, 792)]
