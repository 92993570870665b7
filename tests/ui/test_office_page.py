"""The Office page: colleagues are taken on, the office is named, each right is kept."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.errors import WrongKey
from app.jobs.registers.recovering import recover
from app.queries.register.backups import noted_backups
from app.queries.register.office import office
from app.shapes.requests.cases import NameForm
from app.ui.frame import Frame
from app.ui.office import exports_part
from app.ui.office.about_part import AboutPart
from app.ui.office.backups_part import BackupsPart
from app.ui.office.exports_part import ExportsPart
from app.ui.office.health_part import HealthPart
from app.ui.office.keys_part import KeysPart
from app.ui.office.office_panel import PLACE, OfficePanel
from app.ui.office.remove_sheet import RemoveSheet
from app.ui.office.staff_part import StaffPart
from app.ui.widgets.kit import Kit
from app.ui.widgets.text import Label
from app.vault.request_file import make_request
from app.workspace import Workspace
from models.vocabulary.roles import Role
from tests.factories.men import missing_man
from tests.registers import PASSPHRASE, Home
from tests.ui.frames import framed, settle

THEIRS = "հինգ կանաչ դուռ բացվում է մեր մեծ այգում"


@pytest.fixture
def register(vault: Home) -> Iterator[Workspace]:
    with vault.open() as opened:
        yield opened


@pytest.fixture
def frame(
    qtbot: QtBot, qapp: QApplication, kit: Kit, vault: Home, register: Workspace
) -> Iterator[Frame]:
    with framed(qtbot, qapp, kit, register, vault) as made:
        yield made


def panel_of(frame: Frame, qtbot: QtBot, part: str) -> OfficePanel:
    frame.window.open_page(PLACE, part)
    settle(qtbot, frame.work.tasks)
    page = frame.window.page(PLACE)
    assert isinstance(page, OfficePanel)
    return page


def staff_part(frame: Frame, qtbot: QtBot) -> StaffPart:
    part = panel_of(frame, qtbot, "staff").parts["staff"]
    assert isinstance(part, StaffPart)
    return part


def sheet_of(part: StaffPart) -> RemoveSheet:
    assert part.sheet is not None
    return part.sheet


def test_a_colleague_is_taken_on_and_opens_the_register_by_their_own_passphrase(
    frame: Frame, qtbot: QtBot, register: Workspace, vault: Home
) -> None:
    part = staff_part(frame, qtbot)
    part.add_button.click()
    part.form.name.setText("Вера Образцова")
    part.form.roles.ticks[Role.ANALYST].setChecked(True)
    part.form.first.edit.setText(THEIRS)
    part.form.second.edit.setText(THEIRS)

    part.form.save_button.click()
    settle(qtbot, frame.work.tasks)

    assert "Вера Образцова" in {one.name for one in register.staff()}
    assert part.form.isHidden()
    assert part.form.first.text() == ""
    register.close()
    with vault.open("Вера Образцова", THEIRS) as theirs:
        assert theirs.actor.roles == {Role.ANALYST}


def test_a_form_that_lacks_something_says_what_and_keeps_what_was_typed(
    frame: Frame, qtbot: QtBot, register: Workspace
) -> None:
    part = staff_part(frame, qtbot)
    part.open_form()
    part.form.name.setText("Anna Samplewood")

    part.form.save_button.click()
    settle(qtbot, frame.work.tasks)

    assert len(register.staff()) == 1
    assert part.form.name.text() == "Anna Samplewood"


def test_a_colleague_taken_on_twice_is_refused_in_a_sentence(
    frame: Frame, qtbot: QtBot, register: Workspace
) -> None:
    part = staff_part(frame, qtbot)
    part.open_form()
    part.form.name.setText(register.actor.name)
    part.form.roles.ticks[Role.INTAKE].setChecked(True)
    part.form.first.edit.setText(THEIRS)
    part.form.second.edit.setText(THEIRS)

    part.form.save_button.click()
    settle(qtbot, frame.work.tasks)

    assert not part.form.refusal.isHidden()
    assert len(register.staff()) == 1


def test_a_colleague_who_is_removed_opens_nothing_and_the_others_keep_their_passphrases(
    frame: Frame, qtbot: QtBot, register: Workspace, vault: Home
) -> None:
    register.add_staff("Вера Образцова", frozenset({Role.ANALYST}), THEIRS)
    part = staff_part(frame, qtbot)
    part.ask_removal(next(one for one in register.staff() if one.name == "Вера Образцова"))
    sheet = sheet_of(part)
    sheet.reason.setText("left the office")

    sheet.remove_button.click()
    settle(qtbot, frame.work.tasks)

    assert [one.name for one in register.staff()] == [register.actor.name]
    register.close()
    with pytest.raises(WrongKey):
        vault.open("Вера Образцова", THEIRS)
    vault.open().close()


def test_a_colleague_is_admitted_by_the_request_they_sent_and_their_passphrase_stays_theirs(
    frame: Frame, qtbot: QtBot, register: Workspace, vault: Home, tmp_path: Path
) -> None:
    content, request = make_request("Գոհար Օրինակյան", THEIRS)
    file = tmp_path / "request.json"
    file.write_bytes(content)
    part = staff_part(frame, qtbot)
    part.open_request(file)
    settle(qtbot, frame.work.tasks)
    shown = [label.text() for label in part.request_form.findChildren(Label)]
    assert request.fingerprint in shown
    part.request_form.roles.ticks[Role.CASEWORKER].setChecked(True)

    part.request_form.save_button.click()
    settle(qtbot, frame.work.tasks)

    assert part.request_form.isHidden()
    register.close()
    with vault.open("Գոհար Օրինակյան", THEIRS) as theirs:
        assert theirs.actor.roles == {Role.CASEWORKER}


def test_a_file_that_is_no_request_is_refused_in_a_sentence(
    frame: Frame, qtbot: QtBot, tmp_path: Path
) -> None:
    file = tmp_path / "request.json"
    file.write_bytes(b"\x00" * 500)
    part = staff_part(frame, qtbot)

    part.open_request(file)
    settle(qtbot, frame.work.tasks)

    assert part.request_form.isHidden()
    assert frame.work.messages.panel is not None


def test_cancel_is_the_default_of_a_removal(
    frame: Frame, qtbot: QtBot, register: Workspace
) -> None:
    register.add_staff("Вера Образцова", frozenset({Role.ANALYST}), THEIRS)
    part = staff_part(frame, qtbot)
    part.ask_removal(next(one for one in register.staff() if one.name == "Вера Образцова"))
    sheet = sheet_of(part)
    sheet.reason.setFocus()

    QTest.keyClick(sheet, Qt.Key.Key_Return)
    settle(qtbot, frame.work.tasks)

    assert len(register.staff()) == 2


def test_ones_passphrase_is_changed_and_the_former_opens_nothing(
    frame: Frame, qtbot: QtBot, register: Workspace, vault: Home
) -> None:
    part = panel_of(frame, qtbot, "keys").parts["keys"]
    assert isinstance(part, KeysPart)
    card = part.passphrase
    card.present.edit.setText(PASSPHRASE)
    card.first.edit.setText(THEIRS)
    card.second.edit.setText(THEIRS)

    card.change_button.click()
    settle(qtbot, frame.work.tasks)

    assert card.present.text() == card.first.text() == ""
    register.close()
    with pytest.raises(WrongKey):
        vault.open()
    vault.open(passphrase=THEIRS).close()


def test_a_wrong_present_passphrase_is_said_beside_its_field(
    frame: Frame, qtbot: QtBot, vault: Home
) -> None:
    part = panel_of(frame, qtbot, "keys").parts["keys"]
    assert isinstance(part, KeysPart)
    card = part.passphrase
    card.present.edit.setText("not this one at all, surely")
    card.first.edit.setText(THEIRS)
    card.second.edit.setText(THEIRS)

    card.change_button.click()
    settle(qtbot, frame.work.tasks)

    assert card.present.edit.accessibleDescription()


def test_the_office_is_named_in_three_languages(
    frame: Frame, qtbot: QtBot, register: Workspace
) -> None:
    part = panel_of(frame, qtbot, "about").parts["about"]
    assert isinstance(part, AboutPart)
    part.names["name_en"].setText("Office of Examples")
    part.names["name_hy"].setText("Օրինակների գրասենյակ")
    part.prefix.setText("EX")

    part.save_button.click()
    settle(qtbot, frame.work.tasks)

    found = register.read(office)
    assert (found.name_en, found.name_hy, found.prefix) == (
        "Office of Examples",
        "Օրինակների գրասենյակ",
        "EX",
    )


def test_letters_of_numbers_that_are_none_are_refused_beside_their_field(
    frame: Frame, qtbot: QtBot, register: Workspace
) -> None:
    part = panel_of(frame, qtbot, "about").parts["about"]
    assert isinstance(part, AboutPart)
    part.prefix.setText("Հ/1")

    part.save_button.click()
    settle(qtbot, frame.work.tasks)

    assert part._prefix_field.message
    assert register.read(office).prefix == "HRD"


def test_who_does_not_manage_staff_reads_why_the_buttons_are_off(
    qtbot: QtBot, qapp: QApplication, kit: Kit, vault: Home
) -> None:
    with vault.open() as founder:
        founder.add_staff("Intake", frozenset({Role.INTAKE}), THEIRS)
    with (
        vault.open("Intake", THEIRS) as register,
        framed(qtbot, qapp, kit, register, vault) as frame,
    ):
        part = staff_part(frame, qtbot)

        assert not part.add_button.isEnabled()
        assert part.add_button.accessibleDescription()


def test_a_backup_made_in_the_window_is_verified_and_listed(
    frame: Frame, qtbot: QtBot, register: Workspace
) -> None:
    part = panel_of(frame, qtbot, "backups").parts["backups"]
    assert isinstance(part, BackupsPart)

    part.now_button.click()
    settle(qtbot, frame.work.tasks)

    (made,) = register.read(noted_backups)
    assert made.verified_at
    assert not made.fault
    assert part.told.isVisible()


def test_backups_go_to_the_second_disk_once_it_is_chosen(
    frame: Frame, qtbot: QtBot, register: Workspace, tmp_path: Path
) -> None:
    part = panel_of(frame, qtbot, "backups").parts["backups"]
    assert isinstance(part, BackupsPart)
    disk = tmp_path / "երկրորդ սկավառակ"
    disk.mkdir()

    part.choose_second(disk)
    settle(qtbot, frame.work.tasks)
    part.now_button.click()
    settle(qtbot, frame.work.tasks)

    places = {one.place for one in register.read(noted_backups)}
    assert len(places) == 2
    assert any(place.startswith(str(disk)) for place in places)


def test_whoever_leaves_after_a_save_waits_for_a_backup_and_may_leave_without(
    frame: Frame, qtbot: QtBot, register: Workspace
) -> None:
    gone: list[bool] = []
    missing_man(register, (NameForm("Նմուշյան", "Արամ"),))
    settle(qtbot, frame.work.tasks)

    at_once = frame.backups.leave(frame.window, lambda: gone.append(True))
    settle(qtbot, frame.work.tasks)

    assert not at_once
    assert gone == [True]
    assert not register.read(noted_backups)[0].fault
    assert frame.backups.leave(frame.window, lambda: gone.append(True))


def test_a_recovery_sheet_is_made_saved_and_opens_the_register_when_the_passphrase_is_lost(
    frame: Frame, qtbot: QtBot, register: Workspace, vault: Home, tmp_path: Path
) -> None:
    part = panel_of(frame, qtbot, "keys").parts["keys"]
    assert isinstance(part, KeysPart)
    card = part.sheet
    card.new_button.click()
    settle(qtbot, frame.work.tasks)
    sheet = card.view._sheet
    assert sheet is not None
    card.view.save_to(tmp_path / "sheet.pdf")

    card.done_button.click()

    assert card.view._sheet is None
    assert (tmp_path / "sheet.pdf").read_bytes().startswith(b"%PDF")
    register.close()
    recover(vault.path, "\n".join(sheet.lines), None, THEIRS)
    vault.open(passphrase=THEIRS).close()


def test_the_page_says_how_the_register_is_and_checks_all_of_it(frame: Frame, qtbot: QtBot) -> None:
    part = panel_of(frame, qtbot, "health").parts["health"]
    assert isinstance(part, HealthPart)
    assert part.report is not None

    part.check_button.click()
    settle(qtbot, frame.work.tasks)

    said = [label.text() for label in part._check.findChildren(Label)]
    assert "Everything is in order." in said


def test_nothing_leaves_the_register_without_a_reason(
    frame: Frame, qtbot: QtBot, register: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    missing_man(register)
    part = panel_of(frame, qtbot, "exports").parts["exports"]
    assert isinstance(part, ExportsPart)
    dest = tmp_path / "out"
    monkeypatch.setattr(exports_part, "ask_new_file", lambda *_: dest)

    part.whole_button.click()
    settle(qtbot, frame.work.tasks)
    assert not dest.exists()

    part.why.line.setText("moving to another building")
    part.whole_button.click()
    settle(qtbot, frame.work.tasks)
    qtbot.waitUntil((dest / "manifest-sha256.txt").is_file, timeout=10_000)
    qtbot.waitUntil(lambda: not part.told.isHidden(), timeout=10_000)
    assert part.progress is None
    assert [path.name for path in tmp_path.glob(".*part")] == []
