"""Starting: unlock first, the register behind it, locked at once, nothing about it left outside."""

import json
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel
from pytestqt.qtbot import QtBot

from app.clock import FrozenClock
from app.ui.register_notice import RegisterNotice
from app.ui.start import Program
from app.ui.widgets.kit import Kit
from app.workspace import RegisterWarning, Warn
from tests.factories.men import missing_man
from tests.registers import FOUNDER, STARTED, Home
from tests.ui.frames import framed, list_of, settle
from tests.ui.programs import Started, started


@pytest.fixture
def beginning(
    qtbot: QtBot, qapp: QApplication, kit: Kit, own_settings: Path, vault: Home
) -> Iterator[Started]:
    with vault.open() as register:
        missing_man(register)
    made = started(qtbot, qapp, kit, own_settings)
    yield made
    made.end()


@pytest.fixture
def program(beginning: Started) -> Program:
    return beginning.program


def unlock(program: Program, qtbot: QtBot, vault: Home) -> None:
    Started(program, qtbot).unlock(vault)


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
    beginning: Started, qtbot: QtBot, qapp: QApplication, kit: Kit, vault: Home, own_settings: Path
) -> None:
    beginning.unlock(vault)
    beginning.program.speak("hy")
    settle(qtbot, beginning.frame.work.tasks)
    beginning.program.lock()
    beginning.gone()
    beginning.program.speak("en")
    anew = started(qtbot, qapp, kit, own_settings)
    anew.unlock(vault)
    assert kit.translator.lang == "hy"
    anew.program.speak("en")
    anew.end()


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
