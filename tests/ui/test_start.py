"""Starting: unlock first, the register behind it, locked at once, nothing about it left outside."""

import json
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel
from pytestqt.qtbot import QtBot

from app.clock import FrozenClock
from app.settings import SettingsFolder
from app.ui.application import Desk
from app.ui.cases.why_popover import WhyPopover
from app.ui.register_notice import RegisterNotice
from app.ui.shell.change_bus import ChangeBus
from app.ui.shell.tasks import Tasks
from app.ui.start import Program
from app.ui.vault_door import RegisterDoor
from app.ui.widgets.kit import Kit
from app.workspace import RegisterWarning, Warn
from tests.factories.men import missing_man
from tests.registers import FOUNDER, PASSPHRASE, STARTED, Home
from tests.ui.frames import framed, list_of, settle, until


@pytest.fixture
def program(
    qtbot: QtBot, qapp: QApplication, kit: Kit, own_settings: Path, vault: Home
) -> Iterator[Program]:
    with vault.open() as register:
        missing_man(register)
    desk = Desk(qapp, kit, Tasks(qapp), ChangeBus(qapp))
    made = Program(desk, RegisterDoor(SettingsFolder(own_settings)))
    made.root.show()
    qtbot.waitExposed(made.root)
    yield made
    made.end()
    made.root.hide()
    made.root.deleteLater()
    made.deleteLater()


def unlock(program: Program, qtbot: QtBot, vault: Home) -> None:
    program.open(vault.path, FOUNDER, PASSPHRASE)
    until(qtbot, lambda: program.frame is not None)
    settle(qtbot, program._desk.tasks)


def test_unlocking_leads_to_the_register(program: Program, qtbot: QtBot, vault: Home) -> None:
    unlock(program, qtbot, vault)
    assert program.frame is not None
    assert program.root.currentWidget() is program.frame.window
    assert list_of(program.frame).table.rows.rowCount() == 1
    assert not program.frame.window.top_bar.sample.isVisible()


def test_wrong_passphrase_stays_on_the_unlock_screen(
    program: Program, qtbot: QtBot, vault: Home
) -> None:
    program.open(vault.path, FOUNDER, "not this one")
    settle(qtbot, program._desk.tasks, 800)
    assert program.frame is None
    assert program.root.currentWidget() is program.unlock


def test_lock_hides_the_register_and_lets_it_go(
    program: Program, qtbot: QtBot, vault: Home
) -> None:
    unlock(program, qtbot, vault)
    program.lock()
    assert program.root.currentWidget() is program.unlock
    assert program.frame is None
    settle(qtbot, program._desk.tasks)
    with vault.open() as register:
        assert register.actor.name == FOUNDER
    unlock(program, qtbot, vault)
    assert program.frame is not None


def test_outside_the_register_only_its_place_and_the_language_are_kept(
    program: Program, qtbot: QtBot, vault: Home, own_settings: Path
) -> None:
    unlock(program, qtbot, vault)
    program.speak("ru")
    program.speak("en")
    settle(qtbot, program._desk.tasks)
    kept = json.loads((own_settings / "window.json").read_text("utf-8"))
    assert kept == {"last_register": str(vault.path), "language": "en"}


def test_language_is_found_again_in_the_register(
    program: Program, qtbot: QtBot, vault: Home
) -> None:
    unlock(program, qtbot, vault)
    program.speak("hy")
    settle(qtbot, program._desk.tasks)
    program.lock()
    settle(qtbot, program._desk.tasks)
    program.speak("en")
    unlock(program, qtbot, vault)
    assert program._desk.kit.translator.lang == "hy"
    program.speak("en")


def test_an_older_register_is_said_calmly_and_may_be_accepted(
    qtbot: QtBot, qapp: QApplication, kit: Kit, vault: Home
) -> None:
    with vault.open() as register, framed(qtbot, qapp, kit, register, vault) as frame:
        register.warnings = (RegisterWarning(Warn.OLDER_THAN_SEEN, 9, 4),)
        notice = RegisterNotice(frame.work, register.warnings[0], frame.window)
        said = " ".join(label.text() for label in notice.findChildren(QLabel))
        assert "lacks 5 entries" in said
        notice._go_on()
        settle(qtbot, frame.work.tasks)
        assert not register.warnings


def test_a_clock_put_back_is_said_calmly_and_asks_for_nothing(
    qtbot: QtBot, qapp: QApplication, kit: Kit, vault: Home
) -> None:
    yesterday = FrozenClock(STARTED - timedelta(days=1))
    with vault.open(clock=yesterday) as register, framed(
        qtbot, qapp, kit, register, vault
    ) as frame:  # fmt: skip
        (warning,) = register.warnings
        notice = RegisterNotice(frame.work, warning, frame.window)
        said = " ".join(label.text() for label in notice.findChildren(QLabel))
        assert "The clock of this computer shows 9 March 2021, 10:00" in said
        assert [one.text() for one in notice.findChildren(QAbstractButton)] == ["Go on"]
        notice.reject()


def test_lock_takes_away_what_lies_over_the_window(
    program: Program, qtbot: QtBot, vault: Home
) -> None:
    unlock(program, qtbot, vault)
    assert program.frame is not None
    page = list_of(program.frame)
    until(qtbot, lambda: page.man_rail.file is not None)
    page.man_rail.show_why()
    assert program.root.findChildren(WhyPopover)
    program.lock()
    qtbot.wait(50)
    assert not [one for one in program.root.findChildren(WhyPopover) if one.isVisible()]
