"""Hang the page of the day and the tasks in a window."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.ui.main_window import MainWindow
from app.ui.shell.page import Section
from app.ui.today.case_tasks import CaseTasks
from app.ui.today.leading import Leading
from app.ui.today.opening import TaskForms
from app.ui.today.today_keeper import TodayKeeper
from app.ui.today.today_panel import PLACE, TodayPanel
from app.ui.work import Work


class TodayDoor:
    """Leads to tasks, and keeps the count of what is due beside the page's name."""

    def __init__(self, window: MainWindow, work: Work, parent: QObject) -> None:
        self._window = window
        self._work = work
        self.keeper = TodayKeeper(work, parent)
        self.forms = TaskForms(window, work)
        leading = Leading(
            work.doors, window.open_page, lambda line: self.forms.open_change(line.subject_id)
        )
        window.add_section(
            Section(
                PLACE,
                lambda t: t.say("Today"),
                "today",
                lambda: TodayPanel(work, self.keeper, leading, self.forms),
                order=10,
            )
        )
        self.keeper.counted.connect(self._show_count)

    def open_task(self, case_id: UUID | None = None) -> None:
        """Open the form of a new task, of a man or of none."""
        self.forms.open_task(case_id)

    def open_change(self, task_id: UUID) -> None:
        """Open the form with a task that is to be changed."""
        self.forms.open_change(task_id)

    def tasks_of(self, case_id: UUID) -> QWidget:
        """Make the part of a case file that shows what is to be done about the man."""
        return CaseTasks(self._work, self.forms, case_id)

    def _show_count(self, count: int) -> None:
        self._window.sidebar.set_count(PLACE, count)


def hang_today(window: MainWindow, work: Work, parent: QObject) -> TodayDoor:
    """Add the page of the day to a window and hang the door to tasks."""
    door = TodayDoor(window, work, parent)
    work.doors.tasks = door
    return door
