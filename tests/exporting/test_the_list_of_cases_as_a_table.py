"""The list of cases goes out as it is seen, and what it holds acts in no spreadsheet (R-35)."""

import csv
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from openpyxl import load_workbook

from app.errors import AlreadyThere, NotAllowed
from app.exporting.calendar import CalendarDay, calendar_file
from app.exporting.tables import restored
from app.i18n import Translator
from app.jobs.calendar_job import write_due_dates
from app.jobs.case_table_job import TableWanted, write_case_table
from app.queries.cases.file import case_file
from app.services.desk.tasks import set_task
from app.shapes.case_list import CaseFilter, CaseSort
from app.shapes.requests.cases import NameForm
from app.shapes.requests.tasks import SetTask
from app.workspace import Workspace
from models.vocabulary.roles import Role
from tests.factories.men import missing_man
from tests.services.test_who_sees_what import at_work_as, limit

ACTING = (NameForm("=1+1", "+374 10 123456"),)
NEGATIVE = (NameForm("-5", "Գոռ"),)


def test_the_list_is_written_in_its_order_columns_and_language(
    register: Workspace, tmp_path: Path
) -> None:
    missing_man(register, NEGATIVE, "1999")
    missing_man(register, ACTING)
    shut = missing_man(register, (NameForm("Փակյան", "Վահե"),))
    limit(register, shut)
    ru = Translator.open("ru")
    wanted = TableWanted(CaseFilter(), CaseSort.NUMBER, descending=True, columns=["number", "name"])

    sheet, text = tmp_path / "cases.xlsx", tmp_path / "cases.csv"
    assert write_case_table(register, wanted, sheet, ru) == 3
    assert write_case_table(register, wanted, text, ru) == 3

    with text.open(encoding="utf-8-sig", newline="") as file:
        written = list(csv.reader(file))
    page = load_workbook(sheet).active
    assert page is not None
    cells = [[str(cell.value or "") for cell in row] for row in page.iter_rows()]
    assert cells == written
    assert {cell.data_type for row in page.iter_rows() for cell in row} <= {"s", "n"}
    assert not any(cell[:1] in {"=", "+", "-", "@"} for row in written for cell in row)
    back = [[restored(cell) for cell in row] for row in written]
    assert back[0][:2] == ["Номер", "Имя"]
    assert [row[1] for row in back[1:]] == ["Փակյան Վահե", "=1+1 +374 10 123456", "-5 Գոռ"]

    at_work_as(register, Role.INTAKE)
    with pytest.raises(NotAllowed):
        write_case_table(register, wanted, tmp_path / "no.csv", ru)
    assert not (tmp_path / "no.csv").exists()


def test_a_calendar_holds_days_and_its_lines_are_short_enough() -> None:
    long = "Ընտանիքներ, որոնց պետք է զանգել; " * 4
    at = datetime(2021, 3, 1, 12, tzinfo=UTC)
    due = [CalendarDay("a", date(2021, 3, 9), long), CalendarDay("b", at.date(), "x\ny")]
    written = calendar_file(due, "Homeward", at)
    lines = written.split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert b"DTSTART;VALUE=DATE:20210309" in lines
    assert b"DTEND;VALUE=DATE:20210310" in lines
    unfolded = written.replace(b"\r\n ", b"").decode()
    assert "SUMMARY:" + long.replace(";", "\\;").replace(",", "\\,") in unfolded
    assert "SUMMARY:x\\ny" in unfolded
    assert unfolded.count("BEGIN:VEVENT") == unfolded.count("END:VEVENT") == 2


def test_due_dates_go_out_without_names_and_limited_cases_without_numbers(
    register: Workspace, tmp_path: Path
) -> None:
    men = [missing_man(register), missing_man(register, NEGATIVE)]
    until = register.clock.today() + timedelta(days=3)
    for case_id in men:
        task = SetTask("Ring Նարե Նմուշյան", "", until, None, case_id)
        register.write(lambda u, t=task: set_task(u, t))  # type: ignore[misc]  # mypy infers no default
    limit(register, men[0])
    open_one, shut_one = (
        register.read(lambda r, one=one: case_file(r, one)).number  # type: ignore[misc]  # as above
        for one in reversed(men)
    )

    dest = tmp_path / "due.ics"
    done = write_due_dates(register, dest, Translator.open("en"))

    written = dest.read_text("utf-8")
    assert done.files[0].rows == written.count("BEGIN:VEVENT") == 2
    assert open_one in written
    assert shut_one not in written
    assert not [name for name in ("Նմուշյան", "Նարե", "Ring", "Գոռ") if name in written]
    with pytest.raises(AlreadyThere):
        write_due_dates(register, dest, Translator.open("en"))
