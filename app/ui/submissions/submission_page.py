"""One submission: the men it asks about and what was answered; beside them its steps."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import override
from uuid import UUID

from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from app.errors import NotFound
from app.i18n.translator import Translator
from app.jobs.papers.submission_papers import write_paper
from app.queries.submissions.steps import paper_of, submission_page
from app.shapes.changes import Changes
from app.shapes.submissions import SubmissionPage
from app.ui.shell.page import PagePanel
from app.ui.shell.saving import FileFaults
from app.ui.submissions.deeds import SubmissionDeeds
from app.ui.submissions.people_table import MEASURE, people_columns
from app.ui.submissions.steps_rail import StepsRail
from app.ui.theme.palette import Role
from app.ui.theme.type_scale import Size
from app.ui.widgets.buttons import icon_button, plain, primary
from app.ui.widgets.file_questions import ask_new_file
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.states import EmptyState
from app.ui.widgets.text import Label
from app.ui.widgets.two_line_table import TwoLineTable
from app.ui.work import Work
from app.wording.submissions import body_words, state_words
from app.wording.visible_text import visible
from app.wording.vocabulary import label
from models.codebook.submission_steps import why_he_stays
from models.vocabulary.roles import Action as Right
from models.vocabulary.roles import may

PLACE = "submission"
_RAIL = (304, 384)


class SubmissionPanel(PagePanel):
    """Shows one submission in a tab; it is read anew when a save touches it."""

    def __init__(
        self, work: Work, submission_id: UUID, open_form: Callable[[str, SubmissionPage,
        tuple[UUID, ...]], object], open_other: Callable[[UUID], object],
    ) -> None:  # fmt: skip
        super().__init__(work.kit, PLACE)
        self._work = work
        self._id = submission_id
        self._open_form = open_form
        self.deeds = SubmissionDeeds(work)
        self.page: SubmissionPage | None = None
        self.may_write = may(work.workspace.actor.roles, Right.EDIT_SUBMISSION)
        kit = work.kit
        self._steps = StepsRail(kit, self._save_paper, open_other)
        self._title = Label(kit, "", Size.X, strong=True, wrap=True)
        self._under = Label(kit, "", role=Role.TEXT2, wrap=True)
        self._state = Label(kit, "", strong=True, wrap=True)
        self._hidden = Label(kit, "", Size.S, Role.TEXT2, wrap=True)
        self._table = TwoLineTable(kit, lambda t: t.say("Men"), people_columns(kit))
        self._table.row_opened.connect(self._open_man)
        self._stack = QStackedLayout()
        self._stack.addWidget(self._table)
        self._stack.addWidget(
            EmptyState(
                kit,
                "person",
                lambda t: t.say("It asks about nobody by name"),
                lambda t: t.say("While it is a draft, P adds men."),
            )
        )
        self._lay_out()
        work.bus.listen(self._touched, "submissions", "submission_people", "cases")
        self._read()

    def _lay_out(self) -> None:
        kit = self.kit
        self._answer = primary(kit, lambda t: t.say("Record an answer"), key="A")
        self._measures = plain(kit, lambda t: t.say("Interim measures"), icon="scale", key="M")
        self._step = plain(kit, lambda t: t.say("Next step"), icon="plus", key="N")
        self._men = plain(kit, lambda t: t.say("Add men"), icon="person", key="P")
        self._out = plain(kit, lambda t: t.say("Take out"), key="Del")
        change = icon_button(kit, "edit", lambda t: t.say("Change the submission"))
        for button, run in (
            (self._answer, self.answer),
            (self._measures, self.measures),
            (self._step, self.step),
            (self._men, self.add_men),
            (self._out, self.take_out),
            (change, self.change),
        ):
            button.clicked.connect(run)
        holder = QWidget()
        buttons = FlowLayout(holder, 8, 6)
        for button in (self._answer, self._step, self._measures, self._men, self._out, change):
            button.setVisible(self.may_write)
            buttons.addWidget(button)
        head = QWidget()
        top = QVBoxLayout(head)
        top.setContentsMargins(24, 12, 24, 10)
        top.setSpacing(6)
        for widget in (self._title, self._under, self._state):
            top.addWidget(widget)
        top.addWidget(holder)
        top.addWidget(self._hidden)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addLayout(self._stack, 1)

    @override
    def rail(self) -> QWidget | None:
        return self._steps

    @override
    def rail_width(self) -> tuple[int, int]:
        least, most = _RAIL
        grow = self.kit.theme.scaled
        return (least + grow(least)) // 2, (most + grow(most)) // 2

    @override
    def arrive(self, argument: object) -> None:
        self._table.setFocus()

    @override
    def retranslate(self, translator: Translator) -> None:
        self._table.retranslate()
        if self.page is not None:
            self._show(self.page)

    # --- what one can do here

    def answer(self, *_: object) -> None:
        """Open the form of an answer about the men that are ticked."""
        self._open("answer")

    def measures(self, *_: object) -> None:
        """Open the form that says where interim measures stand."""
        if self.page is not None and self.page.asks_measures:
            self._open("measures")

    def step(self, *_: object) -> None:
        """Open the form of the next step."""
        self._open("step")

    def change(self, *_: object) -> None:
        """Open the form with this submission."""
        self._open("change")

    def add_men(self, *_: object) -> None:
        """Ask about whom this draft is to ask as well."""
        if self.page is not None and self.may_write:
            self.deeds.add_men(self.page, self)

    def take_out(self, *_: object) -> None:
        """Ask why this draft no longer asks about the man in hand."""
        page, at = self.page, self._table.current_row()
        if page is not None and self.may_write and 0 <= at < len(page.people):
            self.deeds.take_out(page, page.people[at], self)

    def follow_up(self, *_: object) -> None:
        """Open the form of a follow-up."""
        self._open("follow_up")

    def _open(self, form: str) -> None:
        page = self.page
        if page is None or not self.may_write:
            return
        if form == "answer" and not page.line.sent.is_known:
            form = "step"  # nothing was asked yet: first note that it went
        ticked = self._table.rows.ticked()
        chosen = tuple(page.people[at].case_id for at in ticked if at < len(page.people))
        self._open_form(form, page, chosen)

    def _open_man(self, at: int) -> None:
        page, cases = self.page, self._work.doors.cases
        if page is not None and cases is not None and 0 <= at < len(page.people):
            cases.open_case(page.people[at].case_id, "submissions")

    def _save_paper(self, file_id: UUID, name: str) -> None:
        say = self.kit.translator.say
        path = ask_new_file(self, self.kit, say("Save a copy"), "* (*)", Path.home() / name)
        if path is None:
            return
        submission_id = self._id
        faults = FileFaults(self._work.messages)

        def write(kept: tuple[str, bytes]) -> None:
            try:
                write_paper(path, kept[1])
            except OSError as error:
                faults.tell(error)
                return
            self._work.messages.done(lambda t: t.say("“{name}” is saved.", name=path.name))

        self._work.read(lambda reader: paper_of(reader, submission_id, file_id), write, faults.tell)

    # --- what is shown

    def _touched(self, _changes: Changes) -> None:
        self._read()

    def _read(self) -> None:
        submission_id = self._id
        self._work.read(
            lambda reader: submission_page(reader, submission_id), self._show, self._not_read
        )

    def _not_read(self, error: Exception) -> None:
        if not isinstance(error, NotFound):
            self._work.messages.failed(error)
            return
        self.page = None
        self._title.set_words(lambda t: t.say("This submission was taken back"))
        self._under.set_words(
            lambda t: t.say("It is no longer in the register; the history keeps what it was.")
        )
        self._state.set_words("")
        self._table.rows.set_rows(())

    def _show(self, page: SubmissionPage) -> None:
        self.page = page
        line = page.line
        self._title.set_words(visible(line.subject))
        self._under.set_words(
            lambda t: " · ".join(
                (
                    line.number,
                    label("submission_kind", line.kind, t.lang, "short"),
                    visible(body_words(line.body, line.body_name, t)),
                )
            )
        )
        self._state.set_words(lambda t: state_words(line, t))
        draft = not line.sent.is_known
        self._answer.setVisible(self.may_write and not draft and bool(page.people))
        self._measures.setVisible(self.may_write and not draft and page.asks_measures)
        self._step.setVisible(self.may_write)
        may_change = self.may_write and why_he_stays([step.kind for step in page.steps]) is None
        self._men.setVisible(may_change)
        self._out.setVisible(may_change and bool(page.people))
        self._hidden.setVisible(bool(page.hidden))
        self._hidden.set_words(
            lambda t: t.say_n(
                "{n} more man is not shown to you.",
                "{n} more men are not shown to you.",
                page.hidden,
            )
        )
        at = max(self._table.current_row(), 0)
        self._table.rows.set_rows(page.people)
        for number, column in enumerate(self._table.columns):
            if column.key == MEASURE:
                self._table.setColumnHidden(number, not page.asks_measures)
        self._stack.setCurrentIndex(0 if page.people else 1)
        if page.people:
            self._table.choose_row(min(at, len(page.people) - 1))
        self._steps.show_page(page)
