"""A place within a form: any spelling, coordinates, or a new one, without losing what was typed."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.queries.places import find_places
from app.ui.forms.searches import new_places, place_search
from app.ui.frame import Frame
from app.ui.widgets.kit import Kit
from app.ui.widgets.place_picker import PlacePicker
from app.workspace import Workspace
from models.vocabulary.places import PlaceKind, PlacePrecision
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


@pytest.fixture
def picker(frame: Frame, qtbot: QtBot) -> PlacePicker:
    """Stand a picker in a window of its own."""
    page = QWidget()
    page.resize(900, 700)
    made = PlacePicker(frame.work.kit, place_search(frame.work), new=new_places(frame.work))
    column = QVBoxLayout(page)
    column.addWidget(made)
    column.addStretch(1)
    qtbot.addWidget(page)
    page.show()
    qtbot.waitExposed(page)
    page.activateWindow()
    made.field.setFocus()
    made.page = page  # type: ignore[attr-defined]  # kept alive with its picker
    return made


def ask(picker: PlacePicker, frame: Frame, qtbot: QtBot, text: str) -> list[str]:
    """Type a text; answers what is offered, first words and notes."""
    picker.field.setFocus()
    picker.field.setText(text)
    picker._edited(text)
    picker._ask()
    settle(qtbot, frame.work.tasks)
    return [f"{row.first} | {row.note}" for row in picker._popup.rows]


def test_homonyms_stand_side_by_side_with_what_tells_them_apart(
    picker: PlacePicker, frame: Frame, qtbot: QtBot
) -> None:
    offered = ask(picker, frame, qtbot, "Спитакашен")
    assert offered[:2] == [
        "Spitakashen | settlement, Hadrut district",
        "Spitakashen | settlement, Martuni district",
    ]
    assert offered[-1] == "Enter “Спитакашен” as a new place | "


def test_typed_coordinates_offer_what_lies_near_and_stay_as_words(
    picker: PlacePicker, frame: Frame, qtbot: QtBot
) -> None:
    offered = ask(picker, frame, qtbot, "39.5458, 46.7708")
    assert offered[0] == "Khtsaberd | settlement, Hadrut district, 0 m"
    assert offered[-1] == "Enter a new place at 39.5458, 46.7708 | "
    QTest.keyClick(picker.field, Qt.Key.Key_Return)
    value = picker.value()
    assert (value.name, value.said) == ("Khtsaberd", "39.5458, 46.7708")
    assert value.precision is PlacePrecision.SETTLEMENT


def test_words_as_said_are_never_touched_by_a_choice(
    picker: PlacePicker, frame: Frame, qtbot: QtBot
) -> None:
    picker.said.setText("у Гадрута, на высоте")
    ask(picker, frame, qtbot, "Гадрут")
    QTest.keyClick(picker.field, Qt.Key.Key_Return)
    assert (picker.value().name, picker.value().said) == ("Hadrut", "у Гадрута, на высоте")


def test_a_new_place_is_entered_from_the_form_by_the_keyboard_alone(
    picker: PlacePicker, frame: Frame, qtbot: QtBot, register: Workspace
) -> None:
    picker.said.setText("in the ravine")
    ask(picker, frame, qtbot, "Նմուշաձոր")
    QTest.keyClick(picker.field, Qt.Key.Key_Up)  # the last row
    QTest.keyClick(picker.field, Qt.Key.Key_Return)
    box = picker.box
    assert box is not None
    assert box.name.text() == "Նմուշաձոր"
    QTest.keyClicks(box.coordinates.line, "39.5, 46.9")
    QTest.keyClick(box.coordinates.line, Qt.Key.Key_Return)
    settle(qtbot, frame.work.tasks)
    (new,) = register.read(lambda reader: find_places(reader, "Nmushadzor", 3))
    assert (new.kind, new.lat, new.names[0].lang) == (PlaceKind.SETTLEMENT, 39.5, "hy")
    value = picker.value()
    assert (value.key, value.said) == (str(new.id), "in the ravine")
    assert not box.isVisible()


def test_a_point_nobody_knows_is_entered_with_a_name(
    picker: PlacePicker, frame: Frame, qtbot: QtBot
) -> None:
    ask(picker, frame, qtbot, "39.62, -46.978")
    QTest.keyClick(picker.field, Qt.Key.Key_Up)
    QTest.keyClick(picker.field, Qt.Key.Key_Return)
    box = picker.box
    assert box is not None
    assert (box.name.text(), box.coordinates.line.text()) == ("", "39.62, -46.978")
    box.name.setText("Azokh cave")
    box.enter_button.click()
    settle(qtbot, frame.work.tasks)
    assert box.isVisible(), "a mirrored longitude is asked about"
    QTest.keyClick(box, Qt.Key.Key_Escape)
    assert not box.isVisible()
    assert picker.value().key == ""
    assert picker.value().said == "39.62, -46.978"
