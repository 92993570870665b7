"""Ways into a register: five pages that make one, its sheet that opens it, a backup put back."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.i18n.translator import PSEUDO, Translator
from app.jobs.registers.backup import back_up
from app.queries.register.backups import backup_settings
from app.settings import SettingsFolder
from app.ui.shell.tasks import Tasks
from app.ui.vault_door import OpenedRegister, RegisterDoor
from app.ui.ways_in.places import about_backup_folder, about_folder
from app.ui.ways_in.unlock import UnlockView
from app.ui.ways_in.wizard import Wizard
from app.ui.widgets.kit import Kit
from app.vault.strength import generate_passphrase
from tests.registers import FOUNDER, PASSPHRASE, Home
from tests.ui.frames import settle, until

STRONG = generate_passphrase("ru")


class Ways:
    """The unlock screen over the real door, and what was opened."""

    def __init__(self, qtbot: QtBot, kit: Kit, tasks: Tasks, settings: Path) -> None:
        self.qtbot = qtbot
        self.tasks = tasks
        self.view = UnlockView(kit, tasks, RegisterDoor(SettingsFolder(settings)))
        self.opened: list[OpenedRegister] = []
        self.view.opened.connect(self.opened.append)
        self.view.resize(1440, 900)
        self.view.show()
        self.rest()

    def rest(self) -> None:
        """Wait until nothing is under way."""
        settle(self.qtbot, self.tasks, 150)

    def until(self, holds: Callable[[], bool]) -> None:
        """Wait until something holds."""
        until(self.qtbot, holds)

    def shown(self) -> str:
        """Return what can be read."""
        return " ".join(one.text() for one in self.view.findChildren(QLabel) if one.isVisible())

    def at_sheet(self, folder: Path) -> Wizard:
        """Go through the wizard as far as the recovery sheet."""
        self.view.show_create()
        wizard = self.view.wizard()
        wizard.place.set_folder(folder)
        wizard.place.name.setText("Office")
        wizard.place.user.setText("Անահիտ")
        wizard.go_on()
        assert wizard.steps[wizard.at] is wizard.passphrase
        for field in (wizard.passphrase.first, wizard.passphrase.second):
            field.edit.setText(STRONG)
        wizard.go_on()
        self.until(lambda: wizard.steps[wizard.at] is wizard.sheet)
        return wizard


@pytest.fixture
def ways(qtbot: QtBot, kit: Kit, tasks: Tasks, own_settings: Path) -> Iterator[Ways]:
    made = Ways(qtbot, kit, tasks, own_settings)
    yield made
    made.rest()
    made.view.abandon()
    for one in made.opened:
        one.workspace.close()
    made.view.hide()
    made.view.deleteLater()


def test_the_first_start_begins_with_the_language_and_has_five_pages(ways: Ways) -> None:
    wizard = ways.view.wizard()
    assert wizard.isVisible()
    assert len(wizard.steps) == 5
    assert wizard.steps[wizard.at] is wizard.language
    with ways.qtbot.waitSignal(ways.view.language_asked) as heard:
        wizard.language.buttons["hy"].click()
    assert heard.args == ["hy"]
    wizard.go_on()
    assert wizard.steps[wizard.at] is wizard.place
    wizard.go_back()
    wizard.go_back()
    assert not wizard.isVisible()


def test_a_register_is_made_with_sheet_and_second_disk(ways: Ways, tmp_path: Path) -> None:
    wizard = ways.at_sheet(tmp_path)
    wizard.go_on()
    assert "Make the sheet first" in ways.shown()
    wizard.sheet.make_button.click()
    ways.until(lambda: wizard.sheet.delivery.holds)
    wizard.go_on()
    assert "Print the sheet first" in ways.shown()
    wizard.sheet.delivery.save_to(tmp_path / "sheet.pdf")
    ways.until(lambda: wizard.sheet.delivery.done)
    assert (tmp_path / "sheet.pdf").read_bytes().startswith(b"%PDF")
    assert (tmp_path / "sheet.pdf").stat().st_mode & 0o077 == 0
    wizard.go_on()
    assert wizard.steps[wizard.at] is wizard.backup
    disk = tmp_path / "disk"
    disk.mkdir()
    wizard.backup.set_folder(disk)
    assert "same disk" in ways.shown()
    wizard.go_on()
    ways.until(lambda: bool(ways.opened))
    workspace = ways.opened[0].workspace
    assert workspace.read(backup_settings).second == str(disk)
    assert workspace.key_desk.sheet() is not None
    assert workspace.actor.name == "Անահիտ"
    assert not wizard.sheet.delivery.holds


def test_going_on_without_a_sheet_has_to_be_typed(ways: Ways, tmp_path: Path) -> None:
    wizard = ways.at_sheet(tmp_path)
    wizard.sheet.none.setChecked(True)
    wizard.go_on()
    assert "a lost passphrase is a lost register" in ways.shown()
    QTest.keyClicks(wizard.sheet.typed, "Without a  sheet")
    wizard.go_on()
    assert wizard.steps[wizard.at] is wizard.backup
    wizard.go_on()
    ways.until(lambda: bool(ways.opened))
    assert ways.opened[0].workspace.key_desk.sheet() is None


def test_a_weak_passphrase_is_refused_and_lots_are_drawn(ways: Ways, tmp_path: Path) -> None:
    ways.view.show_create()
    wizard = ways.view.wizard()
    wizard.place.set_folder(tmp_path)
    wizard.place.name.setText("Office")
    wizard.place.user.setText("Anna")
    wizard.go_on()
    step = wizard.passphrase
    for field in (step.first, step.second):
        field.edit.setText("password1")
    ways.rest()
    assert "Easy to guess" in ways.shown()
    wizard.go_on()
    ways.rest()
    assert wizard.steps[wizard.at] is step
    assert not (tmp_path / "Office").exists()
    step.language.choose("hy")
    step.draw_button.click()
    ways.until(lambda: len(step.first.text().split()) == 6)
    ways.until(lambda: step.meter.enough)
    assert "Strong enough" in ways.shown()
    assert step.second.text() == ""
    wizard.go_on()
    assert "differs from the first" in ways.shown()


@pytest.mark.parametrize("name", ["", "../outside", "a/b"])
def test_a_vault_name_is_no_path(ways: Ways, tmp_path: Path, name: str) -> None:
    ways.view.show_create()
    wizard = ways.view.wizard()
    wizard.place.set_folder(tmp_path)
    wizard.place.name.setText(name)
    wizard.go_on()
    assert "short name" in ways.shown()
    assert wizard.steps[wizard.at] is wizard.place


def test_a_lost_passphrase_is_replaced_by_the_sheet(
    ways: Ways, vault: Home, tmp_path: Path
) -> None:
    with vault.open() as register:
        sheet = register.key_desk.new_sheet()
    ways.view.choose_vault(vault.path)
    ways.until(lambda: ways.view.open_card.names() == (FOUNDER,))
    ways.view.open_card.sheet_asked.emit()
    card = ways.view.recover_card()
    slip = sheet.lines[0].replace(sheet.lines[0][0], "Z" if sheet.lines[0][0] != "Z" else "Y", 1)
    card.code.set_text("\n".join((slip, *sheet.lines[1:])))
    ways.until(lambda: "slip in line 1" in ways.shown())
    card.go_on()
    assert not card.passphrase.isVisible()
    card.code.set_text("\n".join(sheet.lines).lower())
    ways.until(lambda: "Every line is right" in ways.shown())
    card.go_on()
    for field in (card.passphrase.first, card.passphrase.second):
        field.edit.setText(STRONG)
    card.go_on()
    ways.until(lambda: card.delivery.holds)
    card.go_on()
    assert "the old one opens nothing" in ways.shown()
    card.delivery.save_to(tmp_path / "new.pdf")
    ways.until(lambda: card.delivery.done)
    card.go_on()
    ways.until(lambda: bool(ways.opened))
    made = ways.opened[0].workspace.key_desk.sheet()
    assert made is not None
    assert made.number == 2


def test_a_register_comes_back_from_its_backup(ways: Ways, vault: Home, tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    with vault.open() as register:
        assert back_up(register, disk).verified
    ways.view.show_restore()
    card = ways.view.restore_card()
    card.restore()
    assert "Choose where the backup lies" in ways.shown()
    card.take_place(tmp_path)
    card.take_place(disk)
    ways.until(lambda: "1 backup lies there" in ways.shown())
    card.set_folder(tmp_path)
    card.name.setText("vault")
    card.user.setText(FOUNDER)
    card.passphrase.edit.setText(PASSPHRASE)
    card.restore()
    ways.rest()
    assert ways.opened == []  # a healthy vault is never overwritten
    card.name.setText("restored")
    card.passphrase.edit.setText(PASSPHRASE)
    card.restore()
    ways.until(lambda: bool(ways.opened))
    assert ways.opened[0].workspace.actor.name == FOUNDER
    assert ways.opened[0].path == tmp_path / "restored"


def test_folders_that_do_not_protect_are_warned_of(tmp_path: Path) -> None:
    t = Translator.open("en")
    synced = tmp_path / "Dropbox" / "office"
    synced.mkdir(parents=True)
    words = about_folder(synced)
    assert callable(words)
    assert "Dropbox" in words(t)
    assert about_folder(tmp_path) == ""
    same = about_backup_folder(tmp_path, synced)
    assert callable(same)
    assert "same disk" in same(t)
    far = about_backup_folder(tmp_path / "not there", synced)
    assert callable(far)
    assert "Dropbox" in far(t)


def test_esc_leaves_what_made_nothing(ways: Ways, tmp_path: Path) -> None:
    ways.view.show_restore()
    QTest.keyClick(ways.view, Qt.Key.Key_Escape)
    assert ways.view.open_card.isVisible()
    wizard = ways.at_sheet(tmp_path)
    QTest.keyClick(ways.view, Qt.Key.Key_Escape)
    assert wizard.isVisible()  # a register was made: one goes on, not away


def test_every_way_speaks_one_language_and_names_what_can_be_reached(
    ways: Ways, kit: Kit, vault: Home
) -> None:
    ways.view.choose_vault(vault.path)
    ways.view.show_create(with_language=True)
    ways.view.show_restore()
    ways.view.show_recover()
    ways.rest()
    kit.speak(Translator.open(PSEUDO))
    names = {"Homeward", "English", "Հայերեն", "Русский"}
    said = {one.text() for one in ways.view.findChildren(QLabel) if one.text()}
    assert {text for text in said if "«" not in text and text not in names} <= {
        str(Path.home()),
        vault.path.name,
    }
    for one in ways.view.findChildren(QWidget):
        if one.focusPolicy() != Qt.FocusPolicy.NoFocus:
            assert one.accessibleName(), type(one).__name__
