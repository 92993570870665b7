"""A roster of 73 men comes in by keys alone: looked at, three known already, undone again."""

from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest
from openpyxl import Workbook
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from app.queries.cases.lines import count_cases
from app.queries.register.imports import import_batches
from app.services.cases.people import save_identifier
from app.shapes.case_list import CaseFilter
from app.shapes.requests.cases import IdentifierDetails, NameForm, SaveIdentifier
from app.ui.frame import Frame
from app.ui.imports import import_panel
from app.ui.imports.import_panel import PLACE, ImportPanel
from app.ui.widgets.kit import Kit
from app.workspace import Workspace
from models.vocabulary.people import IdentifierKind
from tests.factories.men import ARAM, GOR, missing_man
from tests.registers import Home
from tests.ui.frames import framed, settle, until

HEAD = ("№", "ФИО", "Дата рождения", "Звание", "Личный номер")
FAMILIES = {
    False: ("Լուսաձորյան", "Ձյունասարյան", "Այգեձորյան", "Լեռնասարյան", "Ջրաղացյան"),
    True: ("Лусадзорян", "Дзюнасарян", "Айгедзорян", "Лернасарян", "Джрагацян"),
}
GIVEN = {
    False: ("Տիգրան", "Մհեր", "Նարեկ", "Դավիթ", "Հայկ", "Կարեն", "Սուրեն"),
    True: ("Тигран", "Мгер", "Нарек", "Давид", "Айк", "Карен", "Сурен"),
}
KNOWN = (
    ("Նմուշյան Արամ Սուրենի", "24.04.2001", ""),
    ("Карабердян Гор Ваганович", "1999", ""),
    ("Камрджян Армен", "", "Т-4711"),
)
NOT_MEN = (("", "02.02.2000", "Т-8000"), ("Итого 73", "", ""))


def new_men() -> Iterator[tuple[str, str, str]]:
    for n in range(70):
        russian = bool(n % 2)
        name = f"{FAMILIES[russian][n % 5]} {GIVEN[russian][n // 10]}"
        yield name, f"{1 + n % 28:02}.{1 + n % 12:02}.{1996 + n % 7}", f"Т-{1000 + n}"


@pytest.fixture
def roster(tmp_path: Path) -> Path:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(HEAD)
    for n, (name, born, number) in enumerate((*new_men(), *KNOWN, *NOT_MEN), 1):
        sheet.append((n, name, born, "рядовой" if n % 2 else "շարքային", number))
    path = tmp_path / "roster.xlsx"
    book.save(path)
    return path


@pytest.fixture
def register(vault: Home) -> Iterator[Workspace]:
    with vault.open() as opened:
        missing_man(opened, ARAM)
        missing_man(opened, GOR, born="1999-01-02")
        numbered = missing_man(opened, (NameForm("Կամրջյան", "Արմեն"),), born="1997-05-06")
        number = IdentifierDetails(IdentifierKind.SERVICE_NUMBER, "Т 4711")
        opened.write(lambda u: save_identifier(u, SaveIdentifier(numbered, number)))
        yield opened


@pytest.fixture
def frame(
    qtbot: QtBot, qapp: QApplication, kit: Kit, vault: Home, register: Workspace
) -> Iterator[Frame]:
    with framed(qtbot, qapp, kit, register, vault) as made:
        made.window.activateWindow()
        made.window.open_page(PLACE)
        settle(qtbot, made.work.tasks)
        yield made


def men(register: Workspace) -> int:
    return register.read(lambda reader: count_cases(reader, CaseFilter()))


def said(panel: ImportPanel) -> str:
    return " | ".join(label.text() for label in panel.findChildren(QLabel) if label.isVisible())


def test_a_roster_of_73_comes_in_by_six_keys_and_goes_by_one(
    frame: Frame,
    qtbot: QtBot,
    register: Workspace,
    roster: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(import_panel, "ask_file", lambda *_: roster)
    panel = frame.window.page(PLACE)
    assert isinstance(panel, ImportPanel)
    pressed = 0

    def press(*keys: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        nonlocal pressed
        for key in keys:
            QTest.keyClick(frame.window.windowHandle(), key, held)
            pressed += 1

    ctrl = Qt.KeyboardModifier.ControlModifier
    press(Qt.Key.Key_O, held=ctrl)
    until(qtbot, lambda: bool(panel._alike.choices))  # it is shown unasked what would happen
    settle(qtbot, frame.work.tasks)
    assert "there is no name in this row" in said(panel)
    assert {"Row 75", "Row 76"} <= set(said(panel).split(" | "))
    assert men(register) == 3
    assert list(panel._alike.choices) == [72, 73]
    for _ in range(2):
        press(Qt.Key.Key_J, held=ctrl)
        press(Qt.Key.Key_Down)
    settle(qtbot, frame.work.tasks)
    assert all(isinstance(one.code(), UUID) for one in panel._alike.choices.values())
    press(Qt.Key.Key_Return, held=ctrl)
    settle(qtbot, frame.work.tasks)
    (batch,) = register.read(import_batches)
    assert (batch.new, batch.matched + batch.updated, batch.refused) == (70, 3, 2)
    assert men(register) == 73
    assert pressed == 6
    press(Qt.Key.Key_Z, held=ctrl)
    settle(qtbot, frame.work.tasks)
    assert men(register) == 3


def test_tab_walks_from_the_giver_through_the_columns_to_what_is_done_with_the_list(
    frame: Frame, qtbot: QtBot, roster: Path
) -> None:
    panel = frame.window.page(PLACE)
    assert isinstance(panel, ImportPanel)
    panel.open_file(roster)
    settle(qtbot, frame.work.tasks)
    walked = []
    for _ in range(12):
        QTest.keyClick(frame.window.windowHandle(), Qt.Key.Key_Tab)
        focused = frame.window.focusWidget()
        assert focused is not None
        walked.append(focused.accessibleName())
    assert walked == [
        "Incident of the new men",
        "From whom it was received",
        *HEAD,
        "What the list reports",
        "Load a mapping",
        "Keep this mapping as a file",
        "See what would happen",
        "Import this list",
    ]
