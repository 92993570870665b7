"""Tables handed out hold no cell that acts, and come back letter for letter (R-35)."""

import csv
import io
import zipfile
from pathlib import Path

import pytest
from openpyxl import load_workbook

from app.exporting.refused_rows import handed_out, taken_back
from app.exporting.tables import neutral, restored, table_as_csv, table_as_xlsx
from app.importing.profile import Profile
from app.jobs import import_job
from app.jobs.refused_job import keep_refused
from app.sandbox.catalogue import Job
from app.sandbox.process import Worker
from app.workspace import Workspace
from tests.importing import invented_lists as lists
from tests.metrics import record

STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "|", "%", "＝", "＋", "－", "＠")
BEFORE = ("", " ", "\u00a0", "  ", "\u200b", "\ufeff", "\u202e", "'", "''", " '")
BODIES = ('cmd|" /C calc"!A0', 'HYPERLINK("http://example.invalid";"x")', "1+1", "SUM(A1:A9)")
HOSTILE = [before + start + body for start in STARTS for before in BEFORE for body in BODIES]
NUMBERS = [
    "+374 10 12-34-56",
    "+37410123456",
    "+7 (495) 000-00-00",
    "-5",
    "-0.75",
    "-1 234,50",
    "+1e9",
    "--",
    "-",
    "+",
]
PLAIN = [
    "Արամ Լուսաձորյան",
    "O'Brien",
    "'quoted'",
    "1999-05-03",
    "0012",
    "1e5",
    "TRUE",
    "https://example.invalid/=x",
    'say "yes"; no, "maybe"',
    "two\nlines",
    "_x0041_",
    " spaces ",
    "Карабердян\u202e",
]


def acts(cell: str) -> bool:
    """Judge as a spreadsheet would; shares no code with what wrote the cell."""
    rest = cell.lstrip(" \u00a0\u200b\ufeff\u202e\u2066")
    return rest[:1] in set("=+-@\t\r\n|%\0＝＋－＠")


def read(content: bytes, name: str) -> list[tuple[str, ...]]:
    with Worker(Job.READ_TABLE) as worker:
        parts = list(worker.ask({"name": name}, content))
    rows: list[tuple[str, ...]] = []
    for part in parts[1:]:
        given = part.head["rows"]
        assert isinstance(given, list)
        rows += [tuple(map(str, row)) for row in given if isinstance(row, list)]
    return rows


def test_no_cell_handed_out_acts() -> None:
    cells = [*HOSTILE, *NUMBERS, "\0=1+1", "\x01=1"]
    table = [["head", cell] for cell in cells]
    written = list(csv.reader(io.StringIO(table_as_csv(table).decode("utf-8-sig"), newline="")))
    acting = [row for row in written if acts(row[1])]
    book = load_workbook(io.BytesIO(table_as_xlsx(table)))
    for _, cell in book.worksheets[0].iter_rows():
        if cell.data_type != "s" or acts(str(cell.value)):
            acting.append(["xlsx", str(cell.value)])
    with zipfile.ZipFile(io.BytesIO(table_as_xlsx(table))) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml")
    formulas = sheet.count(b"<f>") + sheet.count(b"<hyperlink")
    tried = 2 * len(cells)
    record(
        "R-35",
        "cells that could act, neutral in CSV and XLSX",
        f"{tried - len(acting)} of {tried}; formulas and links: {formulas}",
        target="all; 0",
        holds=not acting and not formulas,
    )
    assert acting == []
    assert formulas == 0


@pytest.mark.parametrize("name", ["rows.csv", "rows.xlsx"])
def test_every_cell_comes_back_as_it_was(name: str) -> None:
    cells = [*HOSTILE, *NUMBERS, *PLAIN]
    rows = [("number", "cell", "more"), *((str(n), cell, "x") for n, cell in enumerate(cells))]
    table = handed_out(rows, ["why"] * len(rows))
    content = table_as_csv(table) if name.endswith("csv") else table_as_xlsx(table)
    back = taken_back(read(content, name))
    lost = [cell for row, cell in zip(back[1:], cells, strict=True) if row[1] != cell]
    record(
        "R-35",
        f"cells that come back as they were through {name[5:].upper()}, phone numbers included",
        f"{len(cells) - len(lost)} of {len(cells)}",
        target="all",
        holds=not lost,
    )
    assert lost == []
    assert back == tuple(rows)


def test_the_mark_is_taken_away_once_and_only_where_it_was_put() -> None:
    for cell in (*HOSTILE, *NUMBERS, *PLAIN):
        assert restored(neutral(cell)) == cell
    # In a list of others an apostrophe before a number is what they wrote.
    assert taken_back([("'+374", "'=x")]) == (("'+374", "'=x"),)


@pytest.mark.parametrize("name", ["refused.csv", "refused.xlsx"])
def test_refused_rows_are_corrected_and_come_in(
    register: Workspace, tmp_path: Path, name: str
) -> None:
    profile: Profile = lists.profile()
    nameless = '7,,,,1990,+Nmush,-,ՆՄ-7,+374-7,,,captured,2020-12-20,=see "row" 1'
    report = import_job.run(
        register, lists.written(tmp_path, lists.text(lists.ROWS[0], nameless)), profile
    )
    assert (report.new, len(report.refused)) == (1, 1)
    target = tmp_path / name
    keep_refused(report, target, "Why the row was refused", lambda row: row.reason)
    rows = taken_back(read(target.read_bytes(), name))
    assert rows[0] == tuple(lists.HEADER.split(","))
    assert rows[1] == report.refused[0].verbatim
    assert "[Homeward] row_no_name" in read(target.read_bytes(), name)[1]
    mended = handed_out([rows[0], (rows[1][0], "Նմուշյան", "Վահե", *rows[1][3:])], ["", "was"])
    written = table_as_csv(mended) if name.endswith("csv") else table_as_xlsx(mended)
    again = import_job.run(register, lists.written(tmp_path, written, f"again-{name}"), profile)
    assert (again.new, again.refused) == (1, ())
