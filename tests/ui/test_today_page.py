"""The page of the day in the window: read by keys, put off, ended, each line leads to its place."""

from collections.abc import Iterator
from datetime import timedelta
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from app.queries.today.page import today_page
from app.services.desk.tasks import set_task
from app.shapes.requests.tasks import SetTask
from app.ui.frame import Frame
from app.ui.today.case_tasks import CaseTasks
from app.ui.today.listing import Head
from app.ui.today.sheets import EndSheet, PutOffSheet
from app.ui.today.task_form import TaskForm
from app.ui.today.today_panel import TodayPanel
from app.ui.widgets.kit import Kit
from models.vocabulary.tasks import TodayKind
from tests.factories.men import missing_man
from tests.registers import Home
from tests.ui.frames import framed, opened_file, until


@pytest.fixture
def man(vault: Home) -> UUID:
    with vault.open() as register:
        case_id = missing_man(register)
        due = register.clock.today() - timedelta(days=2)
        form = SetTask("Ask the hospital", due_on=due, case_id=case_id)
        register.write(lambda u: set_task(u, form))
        return case_id


@pytest.fixture
def frame(qtbot: QtBot, qapp: QApplication, kit: Kit, vault: Home, man: UUID) -> Iterator[Frame]:
    with vault.open() as register, framed(qtbot, qapp, kit, register, vault) as made:
        yield made


def page_of(frame: Frame, qtbot: QtBot) -> TodayPanel:
    frame.window.open_page("today")
    page = frame.window.page("today")
    assert isinstance(page, TodayPanel)
    until(qtbot, lambda: page.page is not None)
    return page


def take(page: TodayPanel, kind: TodayKind) -> None:
    entries = page.listing.model_of.entries
    page.listing.take(next(n for n, e in enumerate(entries) if e.kind is kind) + 1)


def test_lines_stand_in_groups_with_their_days_in_words(frame: Frame, qtbot: QtBot) -> None:
    page = page_of(frame, qtbot)
    said = [page.listing.model_of.said(entry) for entry in page.listing.model_of.entries]
    assert "Tasks, 1" in said
    assert any("Ask the hospital" in one and "2 days late" in one for one in said)
    assert page.listing.line() is not None


def test_left_and_right_go_from_group_to_group(frame: Frame, qtbot: QtBot) -> None:
    page = page_of(frame, qtbot)
    entries = page.listing.model_of.entries
    firsts = [n + 1 for n, entry in enumerate(entries) if isinstance(entry, Head)]
    page.listing.take(firsts[0])
    for at in (*firsts[1:], firsts[-1]):  # after the last group it stays
        QTest.keyClick(page.listing, Qt.Key.Key_Right)
        assert page.listing.currentIndex().row() == at
    for at in (*reversed(firsts[:-1]), firsts[0]):
        QTest.keyClick(page.listing, Qt.Key.Key_Left)
        assert page.listing.currentIndex().row() == at


def test_enter_leads_to_the_place_and_d_ends_the_task(
    frame: Frame, qtbot: QtBot, man: UUID
) -> None:
    page = page_of(frame, qtbot)
    take(page, TodayKind.TASK)
    QTest.keyClick(page.listing, Qt.Key.Key_Return)
    until(qtbot, lambda: frame.window.here() == ("files", str(man)))
    frame.window.open_page("today")
    take(page, TodayKind.TASK)
    page.listing.setFocus()
    QTest.keyClick(frame.window.windowHandle(), Qt.Key.Key_D)
    until(qtbot, lambda: QApplication.activeModalWidget() is not None)
    sheet = QApplication.activeModalWidget()
    assert isinstance(sheet, EndSheet)
    sheet.give()
    until(qtbot, lambda: _tasks(frame) == 0)


def test_s_puts_a_line_off_with_a_reason_and_takes_it_up_again(frame: Frame, qtbot: QtBot) -> None:
    page = page_of(frame, qtbot)
    take(page, TodayKind.TASK)
    page.put_off()
    sheet = QApplication.activeModalWidget()
    assert isinstance(sheet, PutOffSheet)
    sheet.give()
    assert sheet.isVisible()
    sheet.why.set_text("the doctor is away")
    sheet.give()
    until(qtbot, lambda: _tasks(frame) == 0)
    page.whose.set_code("away")
    until(qtbot, lambda: page.page is not None and page.page.total == 1)
    line = page.listing.line()
    assert line is not None
    assert line.put_off_reason == "the doctor is away"
    page.put_off()
    until(qtbot, lambda: _tasks(frame) == 1)


def test_a_task_is_set_in_a_form_and_stands_in_the_file_of_the_man(
    frame: Frame, qtbot: QtBot, man: UUID
) -> None:
    file = opened_file(frame, qtbot, man)
    frame.files.open_case(man, "tasks")
    assert frame.work.doors.tasks is not None
    frame.work.doors.tasks.open_task(man)
    until(qtbot, lambda: frame.window.place() == "task_form")
    form = frame.window.page("task_form")
    assert isinstance(form, TaskForm)
    form.save()
    assert form.entries["subject"].message
    form.subject.setText("Look through the video")
    form.due.set_text("12.03.2021")
    form.save()
    until(qtbot, lambda: _tasks(frame) == 2)

    def shown() -> str:
        return " ".join(
            label.text()
            for part in file.findChildren(CaseTasks)
            for label in part.findChildren(QLabel)
        )

    until(qtbot, lambda: "Look through the video" in shown() and "in 2 days" in shown())


def _tasks(frame: Frame) -> int:
    read = frame.work.workspace.read
    return read(lambda reader: today_page(reader, kinds=[TodayKind.TASK])).total
