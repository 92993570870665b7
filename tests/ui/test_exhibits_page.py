"""Exhibits on screen: veiled until asked for, tied, made into others, given out on purpose."""

from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.queries.cases.file import case_file
from app.queries.exhibits.view import kept_file
from app.shapes.exhibits import ExhibitFilter, ExhibitRow
from app.shapes.requests.exhibits import LinkTo
from app.ui.cases.timeline_section import TimelineSection
from app.ui.exhibits import pickers
from app.ui.exhibits.case_photo import CasePhoto
from app.ui.exhibits.evidence_section import EvidenceSection
from app.ui.exhibits.exhibits_panel import PLACE
from app.ui.exhibits.ties import Tie, TieKind
from app.ui.frame import Frame
from app.ui.widgets.kit import Kit
from app.workspace import Workspace
from models.vocabulary.exhibits import BlobKind, CustodyAction, ExhibitKind
from tests.factories.exhibits import (
    bring_in,
    keep_plainly,
    original_of,
    pages,
    photo,
    view_of,
)
from tests.factories.men import missing_man
from tests.registers import Home
from tests.ui.exhibit_desk import WAIT_MS, intake_of, kept, list_of, opened, veil
from tests.ui.frames import framed, opened_file, settle, until


@pytest.fixture
def register(vault: Home) -> Iterator[Workspace]:
    with vault.open() as found:
        yield found


@pytest.fixture
def frame(
    qtbot: QtBot, qapp: QApplication, kit: Kit, vault: Home, register: Workspace
) -> Iterator[Frame]:
    with framed(qtbot, qapp, kit, register, vault) as made:
        made.window.open_page(PLACE)
        settle(qtbot, made.work.tasks)
        yield made


@pytest.fixture
def man(register: Workspace) -> UUID:
    return missing_man(register)


@pytest.fixture
def portrait(register: Workspace, man: UUID) -> ExhibitRow:
    """A photo of him that may be looked at."""
    bring_in(register, photo(), LinkTo(man))
    return kept(register)[0]


def test_a_veiled_picture_is_not_even_read_until_somebody_asks(
    frame: Frame,
    qtbot: QtBot,
    register: Workspace,
    portrait: ExhibitRow,
    man: UUID,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    row = veil(register, portrait)
    read: list[UUID] = []

    def watched(reader: object, exhibit_id: UUID, kind: BlobKind) -> object:
        read.append(exhibit_id)
        return kept_file(reader, exhibit_id, kind)  # type: ignore[arg-type]  # handed on

    monkeypatch.setattr("app.ui.exhibits.shelf.kept_file", watched)
    frame.window.open_page(PLACE)
    settle(qtbot, frame.work.tasks)
    rail = list_of(frame).detail
    panel = opened(frame, qtbot, row)
    file = opened_file(frame, qtbot, man)
    file.choose("evidence")
    settle(qtbot, frame.work.tasks)
    section = file.findChildren(EvidenceSection)[0]
    pictures = [rail.picture, panel.preview.picture, *section.pictures]
    assert len(pictures) == 3
    assert all(picture.is_veiled for picture in pictures)
    assert not any(picture.shows_picture for picture in pictures)
    assert not panel.preview._portrait.isVisibleTo(panel)
    assert read == []
    panel.preview.picture.show_button.click()
    until(qtbot, lambda: panel.preview.picture.shows_picture)
    assert read == [row.id]
    assert not rail.picture.shows_picture
    panel.toggle_veil()
    assert not panel.preview.picture.shows_picture


def test_the_list_narrows_to_what_nobody_knows_and_to_the_bin(
    frame: Frame, qtbot: QtBot, register: Workspace, man: UUID
) -> None:
    tied = keep_plainly(register, b"tied", LinkTo(man))
    loose = keep_plainly(register, b"loose")
    page = list_of(frame)
    page.show_filter(ExhibitFilter(unlinked=True))
    settle(qtbot, frame.work.tasks)
    assert [row.number for row in page.table.rows._rows.values()] == [loose.number]
    assert page.filters.chips() == ("unlinked",)
    page.show_filter(ExhibitFilter(kinds=frozenset({ExhibitKind.VIDEO})))
    settle(qtbot, frame.work.tasks)
    assert page.table.rows.rowCount() == 0
    page.show_filter(ExhibitFilter(text=tied.number))
    settle(qtbot, frame.work.tasks)
    row = page.in_hand()
    assert row is not None
    assert row.id == tied.exhibit_id


def test_an_exhibit_goes_into_the_bin_with_a_reason_and_ctrl_z_brings_it_back(
    frame: Frame, qtbot: QtBot, register: Workspace
) -> None:
    keep_plainly(register, b"letter")
    page = list_of(frame)
    page.listing.read_again()
    settle(qtbot, frame.work.tasks)
    sheet = page.deeds.put_into_bin(kept(register)[0], page)
    sheet.give()
    assert sheet.isVisible()
    sheet.text.set_text("Կրկնօրինակ")
    sheet.give()
    settle(qtbot, frame.work.tasks)
    assert kept(register) == ()
    assert [row.removed_reason for row in kept(register, ExhibitFilter(removed=True))] == [
        "Կրկնօրինակ"
    ]
    assert frame.window.messages.toast is not None
    frame.undo.take_back()
    settle(qtbot, frame.work.tasks)
    assert len(kept(register)) == 1


def test_his_photo_stands_in_his_file_and_the_gap_closes(
    frame: Frame, qtbot: QtBot, register: Workspace, portrait: ExhibitRow, man: UUID
) -> None:
    file = opened_file(frame, qtbot, man)
    assert file.file is not None
    assert "MIN.PHOTO" in file.file.gaps
    assert file.header is not None
    assert not file.header.findChildren(CasePhoto)[0].has_photo
    panel = opened(frame, qtbot, portrait)
    until(qtbot, lambda: panel.preview.picture.shows_picture)
    image = panel.preview.picture.canvas.image
    assert image is not None
    sheet = panel.deeds.making.use_as_photo(portrait, image, panel)
    assert sheet is not None
    shape = sheet.frame.crop()
    wide = (shape.right - shape.left) * image.width()
    high = (shape.bottom - shape.top) * image.height()
    assert wide / high == pytest.approx(35 / 45, abs=0.02)
    sheet.give()
    qtbot.waitUntil(lambda: len(kept(register)) == 2, timeout=WAIT_MS)
    settle(qtbot, frame.work.tasks)
    gaps = register.read(lambda reader: case_file(reader, man)).gaps
    assert "MIN.PHOTO" not in gaps
    assert file.header is not None
    assert file.header.findChildren(CasePhoto)[0].has_photo
    made = kept(register)[1]
    assert made.derived_from_id == portrait.id
    assert original_of(register, portrait.id) == photo()
    file.take_photo_away()
    settle(qtbot, frame.work.tasks)
    assert not file.header.findChildren(CasePhoto)[0].has_photo


def test_turning_makes_another_exhibit_and_leaves_the_original_alone(
    frame: Frame, qtbot: QtBot, register: Workspace, portrait: ExhibitRow
) -> None:
    panel = opened(frame, qtbot, portrait)
    panel.turn_right()
    qtbot.waitUntil(lambda: len(kept(register)) == 2, timeout=WAIT_MS)
    settle(qtbot, frame.work.tasks)
    made = kept(register)[1]
    assert made.derived_from_id == portrait.id
    assert view_of(register, made.id).transform == "turned right by 90 degrees"
    assert original_of(register, portrait.id) == photo()
    shown = frame.exhibits.front()
    assert shown is not None
    assert shown.exhibit_id == made.id


def test_the_original_leaves_only_with_a_reason_and_the_log_tells(
    frame: Frame,
    qtbot: QtBot,
    register: Workspace,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    taken = keep_plainly(register, b"the letter itself")
    row = kept(register)[0]
    to = tmp_path / "out.bin"
    monkeypatch.setattr(pickers, "ask_new_file", lambda *_: to)
    panel = opened(frame, qtbot, row)
    sheet = panel.deeds.outward.export_original(row, panel)
    sheet.give()
    assert sheet.button.isEnabled()
    assert not to.exists()
    sheet.reason.set_text("Դատարանի պահանջով")
    sheet.to_whom.setText("Դատարան")
    sheet.give()
    qtbot.waitUntil(to.exists, timeout=WAIT_MS)
    settle(qtbot, frame.work.tasks)
    assert to.read_bytes() == b"the letter itself"
    step = view_of(register, taken.exhibit_id).custody[-1]
    assert (step.action, step.reason, step.to_whom) == (
        CustodyAction.EXPORTED,
        "Դատարանի պահանջով",
        "Դատարան",
    )


def test_what_opens_by_default_is_a_copy_made_anew(
    frame: Frame,
    qtbot: QtBot,
    register: Workspace,
    portrait: ExhibitRow,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    seen: list[bytes] = []

    def open_elsewhere(url: QUrl) -> bool:
        seen.append(Path(url.toLocalFile()).read_bytes())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_elsewhere)
    panel = opened(frame, qtbot, portrait)
    panel.open_safe_copy()
    qtbot.waitUntil(lambda: bool(seen), timeout=WAIT_MS)
    settle(qtbot, frame.work.tasks)
    assert b"Planted" in photo()
    assert b"Planted" not in seen[0]
    log = [step.action for step in view_of(register, portrait.id).custody]
    assert log[-1] is CustodyAction.VIEWED_FOR_EXPORT


def test_verifying_says_that_it_is_unchanged_and_the_log_tells(
    frame: Frame, qtbot: QtBot, register: Workspace
) -> None:
    taken = keep_plainly(register, b"letter")
    panel = opened(frame, qtbot, kept(register)[0])
    panel.verify()
    settle(qtbot, frame.work.tasks)
    log = [step.action for step in view_of(register, taken.exhibit_id).custody]
    assert log[-1] is CustodyAction.VERIFIED
    assert frame.window.messages.toast is not None


def test_it_is_tied_to_a_man_and_untied_again(
    frame: Frame, qtbot: QtBot, register: Workspace, man: UUID
) -> None:
    keep_plainly(register, b"letter")
    panel = opened(frame, qtbot, kept(register)[0])
    sheet = panel.deeds.tie(kept(register)[0], panel)
    sheet.give()
    assert sheet.isVisible()
    sheet.ties.add(Tie(TieKind.CASE, str(man), "Նմուշյան"))
    sheet.give()
    settle(qtbot, frame.work.tasks)
    (link,) = kept(register)[0].links
    assert link.case_id == man
    panel._untie(link)
    settle(qtbot, frame.work.tasks)
    assert kept(register)[0].links == ()


def test_the_menu_of_an_event_attaches_to_that_event(
    frame: Frame, qtbot: QtBot, man: UUID, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_bytes(b"letter")
    monkeypatch.setattr(pickers, "ask_files", lambda *_: (letter,))
    file = opened_file(frame, qtbot, man)
    file.choose("timeline")
    settle(qtbot, frame.work.tasks)
    assert file.file is not None
    event = file.file.events[0]
    file.findChildren(TimelineSection)[0]._attach(event)
    settle(qtbot, frame.work.tasks)
    (tie,) = intake_of(frame).ties.named()
    assert (tie.kind, tie.id) == (TieKind.EVENT, str(event.id))


def test_the_pages_of_a_document_are_turned_to_its_end(
    frame: Frame, qtbot: QtBot, register: Workspace
) -> None:
    bring_in(register, pages(2), name="report.pdf")
    panel = opened(frame, qtbot, kept(register)[0])
    canvas = panel.preview.picture.canvas
    until(qtbot, lambda: panel.preview.picture.shows_picture)
    first = canvas.image
    assert first is not None
    panel.page_on()
    qtbot.waitUntil(lambda: panel.preview.page == 1, timeout=WAIT_MS)
    second = canvas.image
    assert second is not None
    assert second.width() / second.height() > first.width() / first.height()
    panel.page_on()
    qtbot.waitUntil(lambda: not panel.preview._on.isEnabled(), timeout=WAIT_MS)
    assert panel.preview.page == 1
    panel.page_back()
    qtbot.waitUntil(lambda: panel.preview.page == 0, timeout=WAIT_MS)


def test_the_frame_moves_and_is_sized_by_keys(
    frame: Frame, qtbot: QtBot, portrait: ExhibitRow
) -> None:
    panel = opened(frame, qtbot, portrait)
    until(qtbot, lambda: panel.preview.picture.shows_picture)
    image = panel.preview.picture.canvas.image
    assert image is not None
    sheet = panel.deeds.making.crop(portrait, image, panel)
    first = sheet.frame.crop()
    QTest.keyClick(sheet.frame, Qt.Key.Key_Right)
    QTest.keyClick(sheet.frame, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    then = sheet.frame.crop()
    assert then.left > first.left
    assert then.bottom - then.top > first.bottom - first.top
    for _ in range(80):
        QTest.keyClick(sheet.frame, Qt.Key.Key_Right)
        QTest.keyClick(sheet.frame, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    last = sheet.frame.crop()
    assert last.right <= 1
    assert last.bottom <= 1
    sheet.reject()
