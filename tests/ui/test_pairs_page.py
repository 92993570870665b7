"""The list of men who may be one, in the window: found by itself, decided by keys, undone."""

from collections.abc import Iterator
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from app.shapes.requests.cases import NameForm
from app.ui.cases.saved_filters import PAIRS
from app.ui.frame import Frame
from app.ui.likeness.pairs_page import PairsPanel
from app.ui.widgets.kit import Kit
from tests.factories.men import ARAM, GOR, missing_man
from tests.registers import Home
from tests.ui.frames import framed, list_of, until

SAME = (NameForm("Нмушян", "Арам", "Суренович"),)


@pytest.fixture
def men(vault: Home) -> tuple[UUID, UUID]:
    with vault.open() as register:
        missing_man(register, GOR, born="1999-01-02")
        return missing_man(register, ARAM[:1]), missing_man(register, SAME)


@pytest.fixture
def frame(
    qtbot: QtBot, qapp: QApplication, kit: Kit, vault: Home, men: tuple[UUID, UUID]
) -> Iterator[Frame]:
    with vault.open() as register, framed(qtbot, qapp, kit, register, vault) as made:
        yield made


def pairs_of(frame: Frame, qtbot: QtBot) -> PairsPanel:
    frame.window.open_page("cases", PAIRS)
    until(qtbot, lambda: frame.window.place() == "pairs")
    page = frame.window.page("pairs")
    assert isinstance(page, PairsPanel)
    until(qtbot, lambda: page.table.rows.rowCount() == 1 and not frame.pairs.keeper.looking)
    return page


def test_the_list_is_reached_from_the_sidebar_and_says_who_why_and_how_likely(
    frame: Frame, qtbot: QtBot, men: tuple[UUID, UUID]
) -> None:
    frame.pairs.keeper.look_through()
    cases = list_of(frame)
    t = frame.work.kit.translator
    until(qtbot, lambda: any(row.key == PAIRS for row in cases.desk.saved.rows(t)))
    page = pairs_of(frame, qtbot)
    row = page.pair_in_hand()
    assert row is not None
    assert set(row.key) == set(men)
    said = " ".join(label.text() for label in page.pair_rail.findChildren(QLabel))
    assert row.a.number in said
    assert row.b.number in said
    assert "Family name" in said
    assert page.counted.text() == "1 pair to decide"


def test_not_the_same_man_takes_a_pair_off_the_list_and_can_be_taken_back(
    frame: Frame, qtbot: QtBot
) -> None:
    page = pairs_of(frame, qtbot)
    page.table.setFocus()
    QTest.keyClick(frame.window.windowHandle(), Qt.Key.Key_N)
    until(qtbot, lambda: page.table.rows.rowCount() == 0)
    assert page.pair_in_hand() is None
    frame.undo.take_back()
    until(qtbot, lambda: page.table.rows.rowCount() == 1)


def test_the_list_narrows_by_likelihood_and_tier(frame: Frame, qtbot: QtBot) -> None:
    page = pairs_of(frame, qtbot)
    page.tiers.set_code((4,))
    until(qtbot, lambda: page.table.rows.rowCount() == 0)
    page.tiers.set_code(())
    page.likely.set_code(0.0)
    until(qtbot, lambda: page.table.rows.rowCount() == 1)


def test_a_new_file_of_the_same_man_joins_the_list_by_itself(frame: Frame, qtbot: QtBot) -> None:
    page = pairs_of(frame, qtbot)
    missing_man(frame.work.workspace, (NameForm("Nmushyan", "Aram"),))
    frame.pairs.keeper.look()
    until(qtbot, lambda: page.table.rows.rowCount() == 3)
