"""A table goes out as XLSX row by row: whole, as text, and on as many sheets as it needs."""

import gc
import hashlib
import io
from collections.abc import Buffer, Sequence

import pytest
from openpyxl import load_workbook

from app.exporting import sheet_file
from app.exporting.hashed_file import HashedFile
from app.exporting.open_files import TwinTable
from app.exporting.sheet_file import MOST_SIGNS, SheetFile

type Cells = list[tuple[object, ...]]

NAMES = ("Քարաբերդյան Գոռ", "Карабердян <Гор> & «брат»", " a\nb ")


def book(columns: Sequence[str], *rows: Sequence[str]) -> dict[str, Cells]:
    """Write rows and read them back as another program would; sheets by name."""
    kept = io.BytesIO()
    file = HashedFile(kept)
    with SheetFile(file, "people", columns) as sheet:
        for row in rows:
            sheet.add((row,))
    assert file.sha256 == hashlib.sha256(kept.getvalue()).hexdigest()
    read = load_workbook(kept)
    assert all(
        cell.data_type in {"s", "inlineStr", "n"} and cell.hyperlink is None
        for page in read.worksheets
        for line in page.iter_rows()
        for cell in line
    )
    return {page.title: list(page.iter_rows(values_only=True)) for page in read.worksheets}


def test_every_cell_comes_back_letter_for_letter_and_as_text() -> None:
    sheets = book(("id", "name", "note"), ("1", NAMES[0], ""), ("2", NAMES[1], NAMES[2]))
    assert sheets == {
        "people": [
            ("id", "name", "note"),
            ("1", NAMES[0], None),
            ("2", NAMES[1], NAMES[2]),
        ]
    }


def test_a_long_table_goes_on_in_the_next_sheet_under_the_same_heads(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sheet_file, "MOST_ROWS", 3)
    sheets = book(("id",), *((str(n),) for n in range(5)))
    assert sheets == {
        "people": [("id",), ("0",), ("1",)],
        "people 2": [("id",), ("2",), ("3",)],
        "people 3": [("id",), ("4",)],
    }


def test_what_no_sheet_can_hold_is_cut_or_shown_as_missing() -> None:
    (_, (cell, sign)) = book(("text", "sign"), ("ա" * 40_000, "a\ud800b\ufffe"))["people"]
    assert isinstance(cell, str)
    assert len(cell) == MOST_SIGNS
    assert cell.endswith("ա…")
    assert sign == "a\N{REPLACEMENT CHARACTER}b\N{REPLACEMENT CHARACTER}"


def test_no_cell_of_the_twin_acts_as_a_formula() -> None:
    lines, cells, kept = io.BytesIO(), io.BytesIO(), io.BytesIO()
    columns = ("title", "sealed", "rows")
    with SheetFile(HashedFile(kept), "sources", columns) as sheet:
        twin = TwinTable(columns, HashedFile(lines), HashedFile(cells), sheet)
        twin.add([("=HYPERLINK(1)", True, 7), ("+374 10", None, -1)])
        twin.close()
    rows = list(load_workbook(kept).worksheets[0].iter_rows(values_only=True))
    assert rows[1:] == [("'=HYPERLINK(1)", "true", "7"), ("'+374 10", None, "-1")]
    assert b"<f>" not in kept.getvalue()


@pytest.mark.parametrize("room", [0, 1, 2, 5, 8])
def test_a_full_disk_leaves_nothing_that_is_written_later(room: int) -> None:
    class FullDisk(io.BytesIO):
        def write(self, content: Buffer) -> int:
            nonlocal room
            room -= 1
            if room < 0:
                raise OSError(28, "No space left on device")
            return memoryview(content).nbytes

    file = HashedFile(FullDisk())
    with pytest.raises(OSError, match="No space"), SheetFile(file, "people", ("id",)) as sheet:
        sheet.add([("y" * 30_000,)] * 20)
    gc.collect()  # what was let go says nothing more; a warning would be a fault here
