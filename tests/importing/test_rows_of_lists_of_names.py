"""Rows of a list are read for what they hold; what is odd is told, never mended."""

import pytest

from app.importing.list_columns import find_head, guess_columns
from app.importing.list_rows import ReadRow, read_rows
from app.jobs.list_intake import read_received
from app.shapes.requests.lists import ListColumn
from models.vocabulary.lists import ColumnMeaning, ListOrigin, RowFault

NAMES = (ListColumn("", ColumnMeaning.NAME),)
TABLE = (
    ListColumn("№", ColumnMeaning.ROW_ID),
    ListColumn("ФИО", ColumnMeaning.NAME),
    ListColumn("Год", ColumnMeaning.BIRTH),
)


def one(*cells: str, columns: tuple[ListColumn, ...] = NAMES) -> ReadRow:
    """Read a single row."""
    return read_rows(columns, [cells])[0]


def test_number_and_year_are_taken_off_a_name_that_stands_alone() -> None:
    row = one("17. Лусазорян Тигран Арам., 2001 г.р.")
    assert (row.text(ColumnMeaning.ROW_ID), row.name) == ("17", "Лусазорян Тигран Арам.")
    assert row.birth.edtf == "2001"
    assert row.cells == ("17. Лусазорян Тигран Арам., 2001 г.р.",)
    assert one("Նմուշյան Արամ 12.04.2001 թ.").birth.edtf == "2001-04-12"


@pytest.mark.parametrize(
    ("cells", "fault"),
    [
        (("Итого", "", "73"), RowFault.SUM),
        (("", "Ընդամենը՝ 73", ""), RowFault.SUM),
        (("Список военнопленных", "", ""), RowFault.HEADING),
        (("№", "ФИО", "Год"), RowFault.HEADING),
        (("4", "", "2001"), RowFault.NO_NAME),
        (("4", "–", "2001"), RowFault.NO_NAME),
        (("4", "Карабердян Гор; Нмушян Арам", "2001"), RowFault.TWO_MEN),
        (("4", "Карабердян Гор и Нмушян Арам", "2001"), RowFault.TWO_MEN),
        (("4", "Карабердян Гор, Нмушян Арам", "2001"), RowFault.TWO_MEN),
        (("4", "Карабердян Гор", "2001", "лишнее"), RowFault.RAGGED),
        (("4", "Карабердян Гор"), RowFault.RAGGED),
        (("4", "Карабердян Гор", "неизв."), RowFault.BIRTH_UNREADABLE),
        (("4", "Карабердян\u202e Гор", "2001"), RowFault.DIRECTION_MARKS),
        (("4", "Карабердян\u200b Гор", "2001"), RowFault.CONTROL_SIGNS),
        (("4", "Кapaбердян Гор", "2001"), RowFault.MIXED_SCRIPTS),
        (("4", "Карабердян " * 200, "2001"), RowFault.TOO_LONG),
    ],
)
def test_what_is_odd_about_a_row_is_told_and_the_row_kept(
    cells: tuple[str, ...], fault: RowFault
) -> None:
    row = one(*cells, columns=TABLE)
    assert fault in row.faults
    assert row.cells == cells


def test_a_comma_between_the_parts_of_one_name_makes_no_two_men() -> None:
    for name in ("Nmushyan, Aram Sureni", "Məmmədov Əli, Həsən oğlu", "Карабердян Гор,"):
        assert one("4", name, "2001", columns=TABLE).faults == [], name


def test_a_plain_row_has_nothing_odd_and_one_that_stands_twice_is_told() -> None:
    rows = read_rows(TABLE, [("1", "Нмушян Арам", "2001"), ("2", "НМУШЯН  Арам", "2001"), ("",)])
    assert [row.faults for row in rows] == [[], [RowFault.REPEATED]]


def test_a_head_is_found_below_titles_and_doubled_heads_are_two_columns() -> None:
    table = [("Список",), ("№", "Фамилия", "Имя", "Имя", "Дата рождения"), ("1", "Ա", "Բ", "Գ", "")]
    assert find_head(table) == 1
    columns = guess_columns(table[1], table[2:])
    assert [column.head for column in columns] == list(table[1])
    assert [column.meaning for column in columns] == [
        ColumnMeaning.ROW_ID, ColumnMeaning.FAMILY, ColumnMeaning.GIVEN, ColumnMeaning.NOTHING,
        ColumnMeaning.BIRTH,
    ]  # fmt: skip
    assert find_head([("Նմուշյան Արամ",), ("Քարաբերդյան Գոռ",)]) is None


def test_a_person_file_of_the_first_version_names_its_people() -> None:
    pfif = (
        '<?xml version="1.0"?><pfif xmlns="http://zesty.ca/pfif/1.1"><person>'
        "<person_record_id>example.org/1</person_record_id>"
        "<first_name>Aram</first_name><last_name>Nmushyan</last_name></person></pfif>"
    )
    read = read_received(pfif.encode(), "people.xml")
    row = read_rows(read.columns, read.rows)[0]
    assert (row.name, row.faults) == ("Nmushyan Aram", [])


def test_a_person_file_comes_in_by_the_names_of_its_fields() -> None:
    pfif = (
        '<?xml version="1.0"?><p:pfif xmlns:p="http://zesty.ca/pfif/1.4"><p:person>'
        "<p:person_record_id>example.org/1</p:person_record_id>"
        "<p:source_date>2021-01-02T00:00:00Z</p:source_date>"
        "<p:full_name>Nmushyan Aram</p:full_name>"
        "<p:date_of_birth>2001</p:date_of_birth></p:person></p:pfif>"
    )
    read = read_received(pfif.encode(), "people.xml")
    assert read.origin is ListOrigin.PFIF
    row = read_rows(read.columns, read.rows)[0]
    assert (row.name, row.birth.edtf) == ("Nmushyan Aram", "2001")
    assert row.text(ColumnMeaning.ROW_ID) == "example.org/1"
