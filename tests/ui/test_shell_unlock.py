"""The unlock screen: a living window, kind sentences, nothing typed left behind."""

import threading
from collections.abc import Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app.errors import NotAVault, VaultInUse, WrongKey
from app.i18n.translator import PSEUDO, Translator
from app.ui.shell.frame_actions import LANGUAGE_NAMES
from app.ui.shell.tasks import Tasks
from app.ui.shell.vault_door import RecentVault
from app.ui.ways_in.unlock import UnlockView
from app.ui.widgets.kit import Kit

VAULT = Path("office") / "HRD Yerevan"


class Door:
    """A door that opens by one passphrase."""

    def __init__(self) -> None:
        self.threads: list[int] = []
        self.wait = 0
        self.first_start = False
        self.in_use = False
        self.made: list[tuple[Path, str, str]] = []

    def list_recent(self) -> Sequence[RecentVault]:
        return [RecentVault(VAULT, "HRD Yerevan")]

    def users_of(self, path: Path) -> Sequence[str]:
        if path != VAULT:
            raise NotAVault(path)
        return ["A. M.", "L. K."]

    def seconds_to_wait(self, path: Path) -> int:
        return self.wait

    def open(self, path: Path, user: str, passphrase: str, *, read_only: bool = False) -> object:
        self.threads.append(threading.get_ident())
        if passphrase != "open sesame":
            raise WrongKey
        if self.in_use and not read_only:
            raise VaultInUse("office-pc", 12, "2020-12-15T20:30:00+00:00")
        return (path, user)

    def is_first_start(self) -> bool:
        return self.first_start

    def create(self, path: Path, user: str, passphrase: str) -> object:
        self.made.append((path, user, passphrase))
        return "made"

    def about_folder(self, folder: Path) -> str:
        return ""

    def make_sample(self) -> object:
        return "sample"


@pytest.fixture
def door() -> Door:
    return Door()


@pytest.fixture
def view(qtbot: QtBot, kit: Kit, tasks: Tasks, door: Door) -> UnlockView:
    made = UnlockView(kit, tasks, door, "0.1")  # type: ignore[arg-type]  # asked to unlock only
    qtbot.addWidget(made)
    made.resize(1440, 900)
    made.show()
    qtbot.waitUntil(lambda: made.open_card.users.count() == 2)
    return made


def shown(widget: QWidget) -> str:
    return " ".join(one.text() for one in widget.findChildren(QLabel) if one.isVisible())


def test_the_register_opens_off_the_ui_thread(qtbot: QtBot, view: UnlockView, door: Door) -> None:
    QTest.keyClicks(view.open_card.passphrase.edit, "open sesame")
    with qtbot.waitSignal(view.opened) as heard:
        QTest.keyClick(view.open_card.passphrase.edit, Qt.Key.Key_Return)
    assert heard.args == [(VAULT, "A. M.")]
    assert door.threads[0] != threading.get_ident()
    assert view.open_card.passphrase.text() == ""


def test_a_wrong_passphrase_is_told_kindly_and_forgotten(qtbot: QtBot, view: UnlockView) -> None:
    QTest.keyClicks(view.open_card.passphrase.edit, "wrong")
    view.open_card.button.click()
    qtbot.waitUntil(lambda: "not right" in shown(view))
    assert view.open_card.passphrase.text() == ""
    assert view.open_card.button.isEnabled()


def test_the_button_says_when_a_passphrase_is_taken_again(
    qtbot: QtBot, view: UnlockView, door: Door
) -> None:
    door.wait = 2
    QTest.keyClicks(view.open_card.passphrase.edit, "wrong")
    view.open_card.button.click()
    qtbot.waitUntil(lambda: "Again in 2 seconds" in view.open_card.button.text())
    assert not view.open_card.button.isEnabled()
    QTest.keyClicks(view.open_card.passphrase.edit, "open sesame")
    QTest.keyClick(view.open_card.passphrase.edit, Qt.Key.Key_Return)
    assert len(door.threads) == 1
    view.open_card._second_passed()
    assert "Again in 1 second" in view.open_card.button.text()
    view.open_card._second_passed()
    assert view.open_card.button.isEnabled()
    assert view.open_card.passphrase.text() == "open sesame"


def test_a_vault_somebody_else_has_open_may_be_read(
    qtbot: QtBot, view: UnlockView, door: Door
) -> None:
    door.in_use = True
    QTest.keyClicks(view.open_card.passphrase.edit, "open sesame")
    view.open_card.button.click()
    qtbot.waitUntil(view.open_card.read_button.isVisible)
    with qtbot.waitSignal(view.opened):
        view.open_card.read_button.click()


def test_an_empty_passphrase_is_asked_for(view: UnlockView, door: Door) -> None:
    view.open_card.button.click()
    assert "Type your passphrase" in shown(view)
    assert door.threads == []


def test_the_passphrase_is_hidden_until_the_eye_is_pressed(view: UnlockView) -> None:
    field = view.open_card.passphrase
    assert field.edit.echoMode() is QLineEdit.EchoMode.Password
    field.eye.click()
    assert field.edit.echoMode() is QLineEdit.EchoMode.Normal
    field.clear()
    assert field.edit.echoMode() is QLineEdit.EchoMode.Password


def test_caps_lock_is_noted(view: UnlockView) -> None:
    field = view.open_card.passphrase
    QTest.keyClick(field.edit, Qt.Key.Key_A)
    assert not field.caps_noted
    QTest.sendKeyEvent(
        QTest.KeyAction.Press, field.edit, Qt.Key.Key_A, "A", Qt.KeyboardModifier.NoModifier
    )
    assert field.caps_noted


def test_another_folder_that_is_no_vault_is_told(qtbot: QtBot, view: UnlockView) -> None:
    view.choose_vault(Path("elsewhere"))
    qtbot.waitUntil(lambda: "not a Homeward register" in shown(view))


def test_the_sample_opens_by_one_click(qtbot: QtBot, view: UnlockView) -> None:
    with qtbot.waitSignal(view.opened) as heard:
        view.choices[2].click()
    assert heard.args == ["sample"]


def test_the_language_is_chosen_by_its_own_name(qtbot: QtBot, view: UnlockView) -> None:
    assert [part.text() for part in view.languages._parts.values()] == list(LANGUAGE_NAMES.values())
    with qtbot.waitSignal(view.language_asked) as heard:
        view.languages._parts["hy"].click()
    assert heard.args == ["hy"]


def test_no_word_of_the_screen_stays_in_english(view: UnlockView, kit: Kit) -> None:
    kit.speak(Translator.open(PSEUDO))
    said = {one.text() for one in view.findChildren(QLabel) if one.text()}
    assert {text for text in said if "«" not in text} <= {"Homeward"}


def test_everything_one_can_reach_has_a_name(view: UnlockView) -> None:
    for one in view.findChildren(QWidget):
        if one.focusPolicy() != Qt.FocusPolicy.NoFocus:
            assert one.accessibleName(), type(one).__name__
