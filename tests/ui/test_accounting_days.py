"""The accounting sheet in the window: any day may be typed, and what stands beneath the sum."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from app.shapes.accounting import Scope
from app.shapes.case_list import CaseFilter
from app.ui.accounting.day_bar import DayBar
from app.ui.accounting.page import AccountingPanel
from app.ui.accounting.pane import AccountingPane
from app.ui.frame import Frame
from app.ui.widgets.kit import Kit
from tests.factories.men import missing_man
from tests.registers import Home
from tests.ui.frames import framed, until


@pytest.fixture
def frame(qtbot: QtBot, qapp: QApplication, kit: Kit, vault: Home) -> Iterator[Frame]:
    with vault.open() as register:
        missing_man(register)
        with framed(qtbot, qapp, kit, register, vault) as made:
            yield made


def pane_of(frame: Frame, qtbot: QtBot) -> AccountingPane:
    assert frame.work.doors.accounting is not None
    frame.work.doors.accounting.open_sheet(CaseFilter())
    page = frame.window.page("accounting")
    assert isinstance(page, AccountingPanel)
    until(qtbot, lambda: page.pane.card is not None)
    return page.pane


def typed(bar: DayBar, text: str) -> None:
    bar.other.setText(text)
    QTest.keyClick(bar.other, Qt.Key.Key_Return)


def test_any_day_is_typed_and_its_sheet_is_shown_and_ready_to_print(
    frame: Frame, qtbot: QtBot
) -> None:
    pane = pane_of(frame, qtbot)
    today = frame.work.workspace.clock.today()
    QTest.keyClick(frame.window.windowHandle(), Qt.Key.Key_G)
    assert pane.bar.other.hasFocus()
    before = today - timedelta(days=400)
    typed(pane.bar, f"{before:%d.%m.%Y}")
    until(qtbot, lambda: pane.page is not None and pane.page.sheet.as_known == before)
    assert pane.page is not None
    assert (pane.day, pane.page.sheet.total) == (before, 0)  # nobody was in the register yet
    assert pane.bar.box.code() == before
    pane.bar.step(-1)
    until(qtbot, lambda: pane.page is not None and pane.page.sheet.as_known != before)
    assert pane.day == today  # the day on which he came into the register


def test_of_a_month_its_last_day_is_meant_and_today_is_today(frame: Frame, qtbot: QtBot) -> None:
    pane = pane_of(frame, qtbot)
    typed(pane.bar, "2019-02")
    until(qtbot, lambda: pane.page is not None and pane.page.sheet.as_known is not None)
    assert str(pane.day) == "2019-02-28"
    typed(pane.bar, f"{frame.work.workspace.clock.today():%d.%m.%Y}")
    until(qtbot, lambda: pane.page is not None and pane.page.sheet.as_known is None)


@pytest.mark.parametrize("text", ["32.01.2021", "31.12.2999", "", "spring"])
def test_what_is_no_day_of_the_past_is_refused_in_words(
    frame: Frame, qtbot: QtBot, text: str
) -> None:
    pane = pane_of(frame, qtbot)
    pane.ask_day()
    typed(pane.bar, text)
    assert pane.bar.refused.text()
    assert pane.day is None
    QTest.keyClick(pane.bar.other, Qt.Key.Key_Escape)
    assert pane.bar.refused.text() == pane.bar.other.text() == ""


def test_answers_and_measures_stand_beneath_the_sum(frame: Frame, qtbot: QtBot) -> None:
    pane = pane_of(frame, qtbot)
    pane.account_for(Scope(wanted=CaseFilter(text="is:open")))
    until(qtbot, lambda: not pane.beside.isHidden())
    words = [label.text() for label in pane.beside.findChildren(QLabel)]
    assert words[:4] == ["What was answered about them", "men", "Not asked", "1"]
    assert "Not requested" in words
