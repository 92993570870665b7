"""Places in the office: found in any script, corrected, named, entered, taken in from a file."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.queries.place_pages import place_page
from app.queries.places import find_places
from app.ui.cases.cases_panel import CasesPanel
from app.ui.cases.filter_parts import Field as Part
from app.ui.frame import Frame
from app.ui.office.office_panel import PLACE, OfficePanel
from app.ui.office.places_part import PlacesPart
from app.ui.widgets.kit import Kit
from app.ui.widgets.text import Label
from app.workspace import Workspace
from models.vocabulary.places import PlaceKind, PlaceNameKind
from models.vocabulary.roles import Role
from tests.factories.men import missing_man, record, seen_in_video
from tests.importing.geonames_file import FILE, packed
from tests.registers import Home
from tests.ui.frames import framed, settle


@pytest.fixture
def register(vault_of_places: Home) -> Iterator[Workspace]:
    with vault_of_places.open() as opened:
        yield opened


@pytest.fixture
def frame(
    qtbot: QtBot, qapp: QApplication, kit: Kit, vault_of_places: Home, register: Workspace
) -> Iterator[Frame]:
    with framed(qtbot, qapp, kit, register, vault_of_places) as made:
        yield made


def places_part(frame: Frame, qtbot: QtBot) -> PlacesPart:
    frame.window.open_page(PLACE, "places")
    settle(qtbot, frame.work.tasks)
    page = frame.window.page(PLACE)
    assert isinstance(page, OfficePanel)
    part = page.parts["places"]
    assert isinstance(part, PlacesPart)
    return part


def said(widget: object) -> str:
    return " | ".join(one.text() for one in widget.findChildren(Label))  # type: ignore[attr-defined]  # a widget


def test_a_place_is_looked_for_in_another_script_and_opened_by_enter(
    frame: Frame, qtbot: QtBot
) -> None:
    part = places_part(frame, qtbot)
    assert part.list.search.hasFocus() or part.list.search.isEnabled()
    part.list.search.setText("Гадрут")
    part.list.asked.emit()
    settle(qtbot, frame.work.tasks)
    QTest.keyClick(part.list.search, Qt.Key.Key_Return)
    settle(qtbot, frame.work.tasks)
    assert part.page.isVisibleTo(part)
    assert not part.list.isVisibleTo(part)
    words = said(part.page)
    for told in (
        "Hadrut",
        "Հադրութ",
        "Һадрут",
        "39.5167, 47.0300",
        "39°31′00″ N",
        "Hadrut district",
    ):
        assert told in words, told
    part.page.back.click()
    assert part.list.isVisibleTo(part)
    assert part.list.text() == "Гадрут"


def test_the_list_is_narrowed_to_a_kind(frame: Frame, qtbot: QtBot) -> None:
    part = places_part(frame, qtbot)
    assert "1" in part.list.count.text()
    part.list.kinds.set_code(PlaceKind.MONASTERY)
    settle(qtbot, frame.work.tasks)
    assert part.list.table.rows.rowCount() == 1


def test_a_place_is_corrected_and_what_was_not_touched_stays_to_the_last_digit(
    frame: Frame, qtbot: QtBot, register: Workspace
) -> None:
    part = places_part(frame, qtbot)
    before = register.read(lambda reader: find_places(reader, "Mataghis", 1))[0]
    part.open_place(before.id)
    settle(qtbot, frame.work.tasks)
    part.page.correct_button.click()
    part.form.districts["en"].setText("Martakert district")
    part.form.save_button.click()
    settle(qtbot, frame.work.tasks)
    after = register.read(lambda reader: place_page(reader, before.id)).place
    assert after == replace(before, district_en="Martakert district")
    assert part.page.isVisibleTo(part)


def test_a_name_is_added_and_taken_away(frame: Frame, qtbot: QtBot, register: Workspace) -> None:
    part = places_part(frame, qtbot)
    hadrut = register.read(lambda reader: find_places(reader, "Hadrut", 1))[0]
    part.open_place(hadrut.id)
    settle(qtbot, frame.work.tasks)
    part.page.name_button.click()
    part.name_form.ask()
    assert "Write the name." in said(part.name_form)
    part.name_form.name.setText("Հադրութիկ")
    part.name_form.whose.set_code(PlaceNameKind.LOCAL)
    QTest.keyClick(part.name_form.name, Qt.Key.Key_Return)
    settle(qtbot, frame.work.tasks)
    page = register.read(lambda reader: place_page(reader, hadrut.id))
    assert (page.names[-1].name, page.names[-1].kind) == ("Հադրութիկ", PlaceNameKind.LOCAL)
    part.page.drop_asked.emit(page.names[-1])
    settle(qtbot, frame.work.tasks)
    page = register.read(lambda reader: place_page(reader, hadrut.id))
    assert "Հադրութիկ" not in {name.name for name in page.names}


def test_a_new_place_is_entered_with_coordinates_in_degrees(
    frame: Frame, qtbot: QtBot, register: Workspace
) -> None:
    part = places_part(frame, qtbot)
    part.list.search.setText("Նմուշաձոր")
    part.add_button.click()
    assert part.form.names["hy"].text() == "Նմուշաձոր"
    part.form.coordinates.line.setFocus()
    part.form.coordinates.line.setText("39°32′45″N 46°46′15″E")
    qtbot.wait(300)
    settle(qtbot, frame.work.tasks)
    assert "39.5458, 46.7708" in part.form.coordinates.said.text()
    assert "Khtsaberd" in part.form.coordinates.beside.text()
    part.form.precision.setText("500")
    part.form.save_button.click()
    settle(qtbot, frame.work.tasks)
    (new,) = register.read(lambda reader: find_places(reader, "Nmushadzor", 5))
    assert (round(new.lat or 0, 4), new.coord_precision_m) == (39.5458, 500)
    assert part.page.isVisibleTo(part)


@pytest.mark.parametrize(
    ("typed", "told", "may"),
    [
        ("39.62, -46.978", "Atlantic", False), ("48.85, 2.35", "outside the area", True),
        ("46.97, 39.62", "wrong way round", False), ("Hadrut", "cannot be read", False),
    ],
)  # fmt: skip
def test_an_odd_point_is_asked_about(
    frame: Frame, qtbot: QtBot, register: Workspace, typed: str, told: str, may: bool
) -> None:
    part = places_part(frame, qtbot)
    part.add_button.click()
    part.form.names["en"].setText("Oddville")
    part.form.coordinates.line.setText(typed)
    part.form.save_button.click()
    settle(qtbot, frame.work.tasks)
    assert told in said(part.form)
    assert not register.read(lambda reader: find_places(reader, "Oddville", 5))
    assert part.form.coordinates.sure.isVisibleTo(part.form) is may
    if may:
        part.form.coordinates.sure.setChecked(True)
        part.form.save_button.click()
        settle(qtbot, frame.work.tasks)
        assert register.read(lambda reader: find_places(reader, "Oddville", 5))


def test_the_men_last_seen_there_are_shown_in_the_list(
    frame: Frame, qtbot: QtBot, register: Workspace
) -> None:
    hadrut = register.read(lambda reader: find_places(reader, "Hadrut", 1))[0]
    there, elsewhere = missing_man(register), missing_man(register)
    record(register, replace(seen_in_video(there, "2020-12-20"), place_id=hadrut.id))
    part = places_part(frame, qtbot)
    part.open_place(hadrut.id)
    settle(qtbot, frame.work.tasks)
    part.page.men_button.click()
    settle(qtbot, frame.work.tasks)
    page = frame.window.page("cases")
    assert isinstance(page, CasesPanel)
    assert page.table.rows.rowCount() == 1
    assert page.desk.bar.chips() == (Part.PLACE,)
    assert elsewhere != there


def test_a_file_is_counted_before_it_is_taken_in(
    frame: Frame, qtbot: QtBot, register: Workspace, tmp_path: Path
) -> None:
    file = tmp_path / "AM.zip"
    file.write_bytes(packed(FILE))
    part = places_part(frame, qtbot)
    part.open_file(file)
    qtbot.waitUntil(lambda: part.file.report is not None, timeout=20_000)
    words = said(part.file)
    assert "4 places are new." in words
    assert "Khtsaberd (Hadrut district), other place, 194 km away" in words
    assert not register.read(lambda reader: find_places(reader, "Nmushadzor", 5))
    part.file.take_button.click()
    qtbot.waitUntil(lambda: part.list.isVisibleTo(part), timeout=20_000)
    assert register.read(lambda reader: find_places(reader, "Nmushadzor", 5))


def test_whoever_may_not_edit_sees_and_is_told_why_no_more(
    qtbot: QtBot, qapp: QApplication, kit: Kit, vault_of_places: Home, register: Workspace
) -> None:
    register.actor = replace(register.actor, roles=frozenset({Role.DATA_PROTECTION}))
    with framed(qtbot, qapp, kit, register, vault_of_places) as frame:
        part = places_part(frame, qtbot)
        assert not part.add_button.isEnabled()
        assert not part.file_button.isEnabled()
        assert "Your role does not change places." in said(part)
