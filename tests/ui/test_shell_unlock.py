"""The unlock screen: a living window, kind sentences, nothing typed left behind."""

import threading
from collections.abc import Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app.errors import NotAVault, WrongKey
from app.i18n.translator import PSEUDO, Translator
from app.ui.shell.frame_actions import LANGUAGE_NAMES
from app.ui.shell.tasks import Tasks
from app.ui.shell.unlock import UnlockView
from app.ui.shell.vault_door import RecentVault
from app.ui.widgets.kit import Kit

VAULT = Path("office") / "HRD Yerevan"


class Door:
    """A door that opens by one passphrase."""

    def __init__(self) -> None:
        self.threads: list[int] = []
        self.wait = 0
        self.made: list[tuple[Path, str, str]] = []

    def list_recent(self) -> Sequence[RecentVault]:
        return [RecentVault(VAULT, "HRD Yerevan")]

    def users_of(self, path: Path) -> Sequence[str]:
        if path != VAULT:
            raise NotAVault(path)
        return ["A. M.", "L. K."]

    def seconds_to_wait(self, path: Path) -> int:
        return self.wait

    def open(self, path: Path, user: str, passphrase: str) -> object:
        self.threads.append(threading.get_ident())
        if passphrase != "open sesame":
            raise WrongKey
        return (path, user)

    def create(self, path: Path, user: str, passphrase: str) -> object:
        self.made.append((path, user, passphrase))
        return "made"

    def make_sample(self) -> object:
        return "sample"


@pytest.fixture
def door() -> Door:
    return Door()


@pytest.fixture
def view(qtbot: QtBot, kit: Kit, tasks: Tasks, door: Door) -> UnlockView:
    made = UnlockView(kit, tasks, door, "0.1")
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


def test_a_new_vault_needs_both_passphrases_alike(
    qtbot: QtBot, view: UnlockView, door: Door, tmp_path: Path
) -> None:
    view.show_create()
    card = view.create_card
    card.set_folder(tmp_path)
    card.name.setText("Office")
    card.user.setText("A. M.")
    card.first.edit.setText("one")
    card.second.edit.setText("two")
    card.button.click()
    assert "differs" in shown(view)
    card.second.edit.setText("one")
    with qtbot.waitSignal(view.opened):
        card.button.click()
    assert door.made == [(tmp_path / "Office", "A. M.", "one")]
    assert card.first.text() == ""


def test_a_vault_name_is_no_path(view: UnlockView, door: Door) -> None:
    view.show_create()
    view.create_card.name.setText("../outside")
    view.create_card.button.click()
    assert "short name" in shown(view)
    assert door.made == []


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
    view.show_create()
    said = {one.text() for one in view.findChildren(QLabel) if one.text()}
    assert {text for text in said if "«" not in text} <= {"Homeward"}


def test_everything_one_can_reach_has_a_name(view: UnlockView) -> None:
    for one in view.findChildren(QWidget):
        if one.focusPolicy() != Qt.FocusPolicy.NoFocus:
            assert one.accessibleName(), type(one).__name__
