"""Hang submissions in a window: the list, the tabs, the forms, the part of a case file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QWidget

from app.queries.submissions.lines import count_overdue, lines_of
from app.shapes.changes import Changes
from app.shapes.submissions import SubmissionLine, SubmissionPage
from app.ui.forms.form_page import FormPage
from app.ui.main_window import MainWindow
from app.ui.shell.actions import Action
from app.ui.shell.page import PagePanel, Section
from app.ui.submissions.answer_form import PLACE as ANSWER
from app.ui.submissions.answer_form import AnswerForm, Answering
from app.ui.submissions.case_section import CaseSubmissions
from app.ui.submissions.step_form import PLACE as STEP
from app.ui.submissions.step_form import StepForm, Stepping
from app.ui.submissions.submission_form import PLACE as FORM
from app.ui.submissions.submission_form import (
    ChangingSubmission,
    OpeningSubmission,
    SubmissionForm,
)
from app.ui.submissions.submission_page import PLACE as SUBMISSION
from app.ui.submissions.submission_page import SubmissionPanel
from app.ui.submissions.submissions_panel import PLACE, SubmissionsPanel
from app.ui.submissions.windows_page import PLACE as WINDOWS
from app.ui.submissions.windows_page import WindowsPanel
from app.ui.widgets.kit import Words
from app.ui.work import Work


class SubmissionsDoor:
    """Leads to submissions and their forms; tells in the sidebar how many are overdue."""

    def __init__(self, window: MainWindow, work: Work) -> None:
        self._window = window
        self._work = work
        window.add_section(
            Section(
                PLACE,
                lambda t: t.say("Submissions"),
                "submissions",
                lambda: SubmissionsPanel(
                    work, self.open_submission, lambda: self.open_new(()), self.open_windows
                ),
                order=80,
            )
        )
        self._add(FORM, lambda t: t.say("New submission"),
                  lambda: SubmissionForm(work, self.open_submission))  # fmt: skip
        self._add(STEP, lambda t: t.say("Next step"), lambda: StepForm(work))
        self._add(ANSWER, lambda t: t.say("Record an answer"), lambda: AnswerForm(work))
        window.add_section(
            Section(
                WINDOWS,
                lambda t: t.say("Windows that close"),
                "clock",
                self._windows_page,
                hidden=True,
                parent=PLACE,
            )
        )
        self._add_actions()
        work.bus.listen(self._recount, "submissions", "submission_people", "cases")
        self._recount()

    def open_submission(self, submission_id: UUID) -> None:
        """Show a submission in a tab of its own."""
        self._work.read(lambda reader: lines_of(reader, [submission_id]), self._show)

    def open_new(self, case_ids: Sequence[UUID]) -> None:
        """Open the form of a new submission about these men."""
        self._window.open_page(FORM, OpeningSubmission(tuple(case_ids)))

    def open_windows(self) -> None:
        """Show the men whose urgent window closes soon."""
        self._window.open_page(WINDOWS)

    def show_window_of(self, case_id: UUID) -> None:
        """Show the windows that close, with this man ticked."""
        self._window.open_page(WINDOWS, case_id)

    def submissions_of(self, case_id: UUID) -> QWidget:
        """Make the part of a case file that says who was asked about the man."""
        return CaseSubmissions(
            self._work, case_id, self.open_submission, lambda: self.open_new((case_id,))
        )

    def _show(self, lines: tuple[SubmissionLine, ...]) -> None:
        for line in lines:
            self._window.open_file(
                f"submission:{line.id}",
                line.number,
                partial(
                    SubmissionPanel, self._work, line.id, self._open_form, self.open_submission
                ),
                parent=PLACE,
            )

    def _open_form(self, form: str, page: SubmissionPage, chosen: tuple[UUID, ...]) -> None:
        open_page = self._window.open_page
        match form:
            case "answer":
                open_page(ANSWER, Answering(page, chosen))
            case "measures":
                open_page(ANSWER, Answering(page, chosen, measures=True))
            case "step":
                open_page(STEP, Stepping(page))
            case "follow_up":
                men = tuple(man.case_id for man in page.people)
                open_page(FORM, OpeningSubmission(men, page))
            case _:
                open_page(FORM, ChangingSubmission(page))

    def _windows_page(self) -> PagePanel:
        page = WindowsPanel(self._work, self._open_case)
        page.left.connect(self._window.back)
        return page

    def _open_case(self, case_id: UUID) -> None:
        if self._work.doors.cases is not None:
            self._work.doors.cases.open_case(case_id, "submissions")

    def _add(self, place: str, words: Words, make: Callable[[], FormPage]) -> None:
        def made() -> FormPage:
            page = make()
            page.left.connect(self._window.back)
            return page

        self._window.add_section(Section(place, words, "plus", made, hidden=True, parent=PLACE))

    def _add_actions(self) -> None:
        table = self._work.actions
        table.hint(SUBMISSION, "Space", lambda t: t.say("tick"))
        table.hint(SUBMISSION, "Enter", lambda t: t.say("open the man"))
        acts: tuple[tuple[str, Words, str, str, Callable[[SubmissionPanel], object]], ...] = (
            ("answer", lambda t: t.say("Record an answer"), "A", "quote", SubmissionPanel.answer),
            ("step", lambda t: t.say("Next step"), "N", "plus", SubmissionPanel.step),
            (
                "measures",
                lambda t: t.say("Interim measures"),
                "M",
                "scale",
                SubmissionPanel.measures,
            ),
            ("men", lambda t: t.say("Add men"), "P", "person", SubmissionPanel.add_men),
            ("out", lambda t: t.say("Take a man out"), "Del", "", SubmissionPanel.take_out),
            ("follow", lambda t: t.say("Follow-up"), "F", "link", SubmissionPanel.follow_up),
            (
                "change",
                lambda t: t.say("Change the submission"),
                "E",
                "edit",
                SubmissionPanel.change,
            ),
        )
        for name, words, key, icon, run in acts:
            table.add(
                Action(f"submission.{name}", words, key, icon, SUBMISSION, footer=words),
                self._runner(run),
            )

    def _runner(self, run: Callable[[SubmissionPanel], object]) -> Callable[[], None]:
        def at_front() -> None:
            panel = self._window.files.panel(self._window.files.current_key())
            if isinstance(panel, SubmissionPanel):
                run(panel)

        return at_front

    def _recount(self, _changes: Changes | None = None) -> None:
        self._work.read(count_overdue, self._show_count, lambda _: None)

    def _show_count(self, count: int) -> None:
        self._window.sidebar.set_count(PLACE, count or None)


def hang_submissions(window: MainWindow, work: Work) -> None:
    """Add submissions to a window and hang the door to them."""
    work.doors.submissions = SubmissionsDoor(window, work)
