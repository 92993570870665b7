"""Of an unknown list the program proposes what each column is; a person decides."""

import pytest

from app.importing.guess import (
    ColumnMapping,
    ListField,
    guess_mapping,
    guess_profile,
    looks_like_header,
    profile_of,
)
from app.importing.men import man_of
from app.importing.profile import Layout
from app.importing.profile_file import read_profile
from app.importing.profile_text import profile_text
from app.importing.table import records
from app.sandbox.calls import ForeignTable
from models.vocabulary.event_codes import EventCode
from models.vocabulary.evidence import Credibility, Reliability


def table(*rows: str) -> ForeignTable:
    return ForeignTable(tuple(tuple(row.split(";")) for row in rows), "text", "utf-8")


@pytest.mark.parametrize(
    ("heading", "fields"),
    [
        ("Ազգանուն;Անուն;Հայրանուն;Ծննդյան ամսաթիվ;Կոչում;Զորամաս;Նշում", "FGPBRUN"),
        ("Фамилия;Имя;Отчество;Дата рождения;Звание;Воинская часть;Примечание", "FGPBRUN"),
        ("Surname;First name;Father name;DateOfBirth;Rank;Unit;Notes", "FGPBRUN"),
        ("Soyadı;Adı;Ata adı;Doğum tarixi;Rütbə;Hərbi hissə;Qeyd", "FG?BRUN"),
    ],
)
def test_headings_in_four_languages_are_known(heading: str, fields: str) -> None:
    letters = {
        "F": ListField.FAMILY, "G": ListField.GIVEN, "P": ListField.PATRONYMIC,
        "B": ListField.BIRTH_DATE, "R": ListField.RANK, "U": ListField.UNIT,
        "N": ListField.REMARK, "?": None,
    }  # fmt: skip
    names = heading.split(";")
    guessed = guess_mapping(names, [names])
    for name, letter in zip(names, fields, strict=True):
        assert letters[letter] in {None, guessed.fields[name]}


def test_a_guessed_profile_reads_the_list_and_can_be_kept() -> None:
    foreign = table("ID;Name;DateOfBirth", "7;Նմուշյան Արամ Տիգրանի;1999", "8;Ուրիշյան Պետրոս;x")
    profile = guess_profile(foreign, "own list")
    men = [man_of(record, profile) for record in records(foreign.rows, profile)]
    assert men[0].name == "Նմուշյան Արամ Տիգրանի"
    assert men[0].names[0].family == "Նմուշյան"
    assert men[0].birth.edtf == "1999"
    assert men[0].identifiers[0].scope == "own list"
    assert read_profile(profile_text(profile)) == profile


def test_a_guess_judges_nobody() -> None:
    profile = guess_profile(table("Name;Date", "Ա Բ;2020"), "x")
    assert profile.source.reliability is Reliability.F
    assert profile.source.credibility is Credibility.SIX
    assert profile.events[0].rules[0].code is EventCode.E08


def test_a_list_without_header_gets_numbered_columns() -> None:
    foreign = table("1;Нмушян;12.05.1997", "2;Карабердян;13.06.1998", "3;Икс;1.1.1999",
                    "4;Игрек;2.2.1999")  # fmt: skip
    assert not looks_like_header(foreign.rows)
    profile = guess_profile(foreign, "x")
    assert profile.layout.columns == ("1", "2", "3")
    assert profile.person.birth.columns == ("3",)


def test_a_mapping_made_by_hand_becomes_a_profile() -> None:
    mapping = ColumnMapping(
        {"a": ListField.FAMILY, "b": ListField.GIVEN, "c": ListField.EVENT_DATE}, EventCode.E01
    )
    profile = profile_of(mapping, Layout(header=False, columns=("a", "b", "c")), "by hand")
    man = man_of(next(iter(records([("Ա", "Բ", "2020-12-13")], profile))), profile)
    assert (man.name, man.events[0].code) == ("Ա Բ", EventCode.E01)
    assert man.events[0].occurred.edtf == "2020-12-13"


def test_every_field_of_a_list_can_be_mapped() -> None:
    for field in ListField:
        mapping = ColumnMapping({"n": ListField.FAMILY, "x": field}, None)
        profile_of(mapping, Layout(), "x")
