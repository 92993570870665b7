"""Two files side by side: a person compares, chooses, joins, takes back, parts, keeps apart."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from app.queries.cases.lines import count_cases
from app.queries.merged import known_as_others
from app.shapes.case_list import CaseFilter
from app.shapes.side_by_side import How
from app.ui.cases.case_file_panel import CaseFilePanel
from app.ui.cases.reason_sheet import ReasonSheet
from app.ui.frame import Frame
from app.ui.likeness.choose_other import ChooseOther
from app.ui.likeness.deeds import PartSheet
from app.ui.likeness.side_by_side import SideBySidePanel
from app.ui.likeness.side_parts import BOTH, FIRST, SECOND
from app.ui.likeness.taken_in_card import TakenInCards
from app.ui.widgets.buttons import Button
from app.ui.widgets.kit import Kit
from app.workspace import Workspace
from models.vocabulary.merging import MergeField, Whose
from models.vocabulary.roles import Role
from tests.factories.intentions import file_of
from tests.factories.men import ARAM, GOR, day, missing_man, record, seen_in_video
from tests.queries.test_side_by_side import describe
from tests.registers import Home
from tests.services.test_who_sees_what import at_work_as
from tests.ui.frames import WAIT_MS, framed, opened_file, settle, until
from tests.ui.spoken_pages import unnamed, words_of

WHY = "his mother knew him on the photograph"


@pytest.fixture
def register(vault: Home) -> Iterator[Workspace]:
    """Lend an open vault with its founder at work."""
    with vault.open() as workspace:
        yield workspace


@pytest.fixture
def frame(
    qtbot: QtBot, qapp: QApplication, kit: Kit, register: Workspace, vault: Home
) -> Iterator[Frame]:
    """Show the window of the register."""
    with framed(qtbot, qapp, kit, register, vault) as shown:
        yield shown


def compared(frame: Frame, qtbot: QtBot, first: UUID, second: UUID) -> SideBySidePanel:
    """Open two files side by side and wait until they are read."""
    doors = frame.work.doors
    assert doors.likeness is not None
    doors.likeness.compare(first, second)
    panel = frame.window.files.panel(frame.window.files.current_key())
    assert isinstance(panel, SideBySidePanel)
    qtbot.waitUntil(lambda: panel.page is not None, timeout=WAIT_MS)
    settle(qtbot, frame.work.tasks)
    return panel


def press(button: Button) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def answer(frame: Frame, qtbot: QtBot, text: str) -> None:
    """Write into the sheet that asks, and give it."""
    sheet = next(s for s in frame.window.findChildren(ReasonSheet) if s.isVisible())
    if text:
        QTest.keyClicks(sheet.text.edit, text)
    press(sheet.button)
    settle(qtbot, frame.work.tasks)


def texts(widget: object) -> str:
    assert hasattr(widget, "findChildren")
    return "\n".join(one.text() for one in widget.findChildren(QLabel))


def cases(register: Workspace) -> int:
    return register.read(lambda r: count_cases(r, CaseFilter(with_closed=True)))


def test_what_is_the_same_and_what_differs_is_said_in_words(
    frame: Frame, qtbot: QtBot, register: Workspace
) -> None:
    first, second = missing_man(register), missing_man(register, GOR)
    describe(register, first, birth=day("2001"), hair="black", eyes="grey")
    describe(register, second, birth=day("1999"), hair="black")
    panel = compared(frame, qtbot, first, second)
    said = texts(panel)
    for words in ("the same", "differs", "only in the first", "not said"):
        assert words in said
    assert panel.page is not None
    assert {row.field for row in panel.page.fields if row.how is How.DIFFERS} == {
        field for field, line in panel.lines.items() if line.is_chosen
    }
    assert "The dates of birth exclude each other" in texts(panel.side_rail)
    assert "THE JOINED FILE WOULD SAY" in texts(panel.side_rail)


def test_joined_with_what_was_chosen_and_taken_back_by_the_toast(
    frame: Frame, qtbot: QtBot, register: Workspace
) -> None:
    first, second = missing_man(register), missing_man(register, GOR)
    describe(register, first, birth=day("2001-04"), marks="a scar")
    describe(register, second, birth=day("2001-04-24"), marks="a tattoo")
    panel = compared(frame, qtbot, first, second)
    assert panel.halves is not None
    assert panel.halves.stays() == FIRST
    panel.lines[MergeField.BIRTH].keep(SECOND)
    assert panel.lines[MergeField.MARKS].kept() == BOTH
    assert panel.choices()[MergeField.BIRTH] is Whose.ABSORBED
    press(panel.button)
    answer(frame, qtbot, "")
    front = frame.files.front()
    assert front is not None
    assert front.case_id == first
    assert len(frame.window.files.keys()) == 1, "the page of the two has closed"
    joined = file_of(register, first)
    assert joined.details.birth.edtf == "2001-04-24"
    assert "a scar" in joined.details.marks
    assert "a tattoo" in joined.details.marks
    assert cases(register) == 1
    assert "took in" in texts(front.header)
    frame.undo.take_back()
    until(qtbot, lambda: cases(register) == 2)
    settle(qtbot, frame.work.tasks)
    assert file_of(register, first).details.birth.edtf == "2001-04"


def test_the_other_file_may_stay_and_the_choice_turns_with_it(
    frame: Frame, qtbot: QtBot, register: Workspace
) -> None:
    first, second = missing_man(register), missing_man(register, GOR)
    describe(register, first, birth=day("2001-04"))
    describe(register, second, birth=day("2001-04-24"))
    panel = compared(frame, qtbot, first, second)
    assert panel.halves is not None
    panel.lines[MergeField.BIRTH].keep(FIRST)
    panel.halves.let_stay(SECOND)
    assert panel.choices()[MergeField.BIRTH] is Whose.ABSORBED
    press(panel.button)
    answer(frame, qtbot, "")
    assert file_of(register, second).details.birth.edtf == "2001-04"


def test_what_makes_it_doubtful_is_told_and_takes_a_reason(
    frame: Frame, qtbot: QtBot, register: Workspace
) -> None:
    first, second = missing_man(register), missing_man(register, GOR, "1999")
    panel = compared(frame, qtbot, first, second)
    press(panel.button)
    sheet = next(s for s in frame.window.findChildren(ReasonSheet) if s.isVisible())
    assert "exclude each other" in texts(sheet)
    press(sheet.button)
    assert sheet.isVisible(), "without a reason nothing is done"
    assert cases(register) == 2
    answer(frame, qtbot, WHY)
    assert cases(register) == 1


def test_two_men_are_remembered_and_then_not_joined_until_it_is_taken_back(
    frame: Frame, qtbot: QtBot, register: Workspace
) -> None:
    first, second = missing_man(register), missing_man(register)
    panel = compared(frame, qtbot, first, second)
    press(panel.apart)
    answer(frame, qtbot, "two brothers")
    assert register.read(lambda r: known_as_others(r.session, first)) == {second}
    panel = compared(frame, qtbot, first, second)
    assert not panel.button.isEnabled()
    assert "two men" in panel.told.text()
    assert "two brothers" in texts(panel.side_rail)
    press(panel.again)
    settle(qtbot, frame.work.tasks)
    assert panel.button.isEnabled()
    assert register.read(lambda r: known_as_others(r.session, first)) == set()


def test_whoever_may_not_join_files_reads_why(
    frame: Frame, qtbot: QtBot, register: Workspace
) -> None:
    first, second = missing_man(register), missing_man(register, GOR)
    at_work_as(register, Role.CASEWORKER)
    panel = compared(frame, qtbot, first, second)
    assert not panel.button.isEnabled()
    assert "supervisor" in panel.told.text()
    assert panel.apart.isEnabled()


def test_deciding_later_leaves_everything_as_it_was(
    frame: Frame, qtbot: QtBot, register: Workspace
) -> None:
    first, second = missing_man(register), missing_man(register, GOR)
    panel = compared(frame, qtbot, first, second)
    press(panel.later)
    settle(qtbot, frame.work.tasks)
    assert frame.window.files.keys() == ()
    assert cases(register) == 2


def test_the_survivor_parts_them_again_and_is_told_what_stays(
    frame: Frame, qtbot: QtBot, register: Workspace
) -> None:
    first, second = missing_man(register), missing_man(register, GOR)
    panel = compared(frame, qtbot, first, second)
    press(panel.button)
    answer(frame, qtbot, "")
    record(register, seen_in_video(first))
    frame.files.open_case(first, "overview")
    settle(qtbot, frame.work.tasks)
    [cards] = [c for c in frame.window.findChildren(TakenInCards) if c.isVisible()]
    part = next(b for b in cards.findChildren(Button) if "Part them again" in b.text())
    press(part)
    settle(qtbot, frame.work.tasks)
    sheet = next(s for s in frame.window.findChildren(PartSheet) if s.isVisible())
    assert "stays with HRD-2021-00001: 1 event" in texts(sheet)
    sheet.remember.setChecked(False)
    answer(frame, qtbot, "two cousins")
    assert cases(register) == 2
    assert len(file_of(register, second).names) == len(GOR)
    assert len(file_of(register, first).names) == len(ARAM)
    assert register.read(lambda r: known_as_others(r.session, first)) == set()


def test_a_file_that_was_taken_in_leads_on_and_comes_back_when_parted(
    frame: Frame, qtbot: QtBot, register: Workspace
) -> None:
    first, second = missing_man(register), missing_man(register, GOR)
    panel = compared(frame, qtbot, first, second)
    press(panel.button)
    answer(frame, qtbot, "")
    frame.files.open_case(second)
    settle(qtbot, frame.work.tasks)
    left = frame.files.front()
    assert isinstance(left, CaseFilePanel)
    assert "was taken into HRD-2021-00001" in texts(left)
    assert left.tabs.isHidden()
    left.record_event()
    left.put_into_bin()
    on = next(b for b in left.findChildren(Button) if "Open HRD-2021-00001" in b.text())
    frame.undo.take_back()
    until(qtbot, lambda: cases(register) == 2)
    settle(qtbot, frame.work.tasks)
    assert left.file is not None
    assert not left.tabs.isHidden()
    assert on is not None


def test_a_file_offers_to_compare_him_with_another_man_found_by_name(
    frame: Frame, qtbot: QtBot, register: Workspace
) -> None:
    first, second = missing_man(register), missing_man(register, GOR)
    file = opened_file(frame, qtbot, first)
    file.compare()
    sheet = next(s for s in frame.window.findChildren(ChooseOther) if s.isVisible())
    sheet.others.field.setFocus()
    QTest.keyClicks(sheet.others.field, "karaberdyan")
    until(qtbot, lambda: bool(sheet.others._popup.rows))
    QTest.keyClick(sheet.others.field, Qt.Key.Key_Return)
    settle(qtbot, frame.work.tasks)
    panel = frame.window.files.panel(frame.window.files.current_key())
    assert isinstance(panel, SideBySidePanel)
    assert panel.page is not None
    assert panel.page.second.case_id == second


def test_a_screen_reader_can_name_whatever_takes_the_keyboard(
    frame: Frame, qtbot: QtBot, register: Workspace
) -> None:
    first, second = missing_man(register), missing_man(register, GOR, "1999")
    describe(register, first, birth=day("2001"), hair="black", marks="a scar")
    describe(register, second, birth=day("1999"), hair="brown", marks="a tattoo")
    panel = compared(frame, qtbot, first, second)
    assert unnamed(panel) == []
    assert unnamed(panel.side_rail) == []
    press(panel.button)
    sheet = next(s for s in frame.window.findChildren(ReasonSheet) if s.isVisible())
    assert unnamed(sheet) == []
    assert len(set(words_of(sheet))) > 3
    sheet.reject()
