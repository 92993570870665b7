"""Open the form of a task: for a man, for none, or with a task that is to be changed."""

from __future__ import annotations

from typing import Any  # the reader belongs to a floor the window never names
from uuid import UUID

from app.queries.cases.file import case_file
from app.queries.today.tasks import colleagues, task
from app.ui.cases.spoken import numbered_name
from app.ui.main_window import MainWindow
from app.ui.shell.page import Section
from app.ui.today.task_form import PLACE, ChangingTask, SettingTask, TaskForm
from app.ui.work import Work


class TaskForms:
    """Leads to the form; what it needs is read first."""

    def __init__(self, window: MainWindow, work: Work) -> None:
        self._window = window
        self._work = work

        def make() -> TaskForm:
            page = TaskForm(work)
            page.left.connect(window.back)
            return page

        window.add_section(
            Section(PLACE, lambda t: t.say("Task"), "check", make, hidden=True, parent="today")
        )

    def open_task(self, case_id: UUID | None = None) -> None:
        """Open the form of a new task, of a man or of none."""

        def about(reader: Any) -> SettingTask:
            shown = "" if case_id is None else numbered_name(case_file(reader, case_id))
            return SettingTask(colleagues(reader), case_id, shown)

        self._work.read(about, self._open)

    def open_change(self, task_id: UUID) -> None:
        """Open the form with a task that is to be changed."""
        self._work.read(
            lambda reader: ChangingTask(colleagues(reader), task(reader, task_id)), self._open
        )

    def _open(self, intention: SettingTask | ChangingTask) -> None:
        self._window.open_page(PLACE, intention)
