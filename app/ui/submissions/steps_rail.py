"""Show beside a submission what it says of itself and what happened to it, step by step."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.i18n import Translator
from app.shapes.submissions import StepView, SubmissionPage
from app.ui.cases.content import clear
from app.ui.theme.palette import Role
from app.ui.theme.type_scale import Size
from app.ui.widgets.buttons import quiet
from app.ui.widgets.kit import Kit, Words
from app.ui.widgets.spoken import date_in_words
from app.ui.widgets.text import Label, caption, hairline
from app.wording.submissions import body_words, day_words
from app.wording.visible_text import visible
from app.wording.vocabulary import label


class StepsRail(QScrollArea):
    """Hold the facts and the steps of one submission."""

    def __init__(
        self, kit: Kit, save_paper: Callable[[UUID, str], object],
        open_other: Callable[[UUID], object],
    ) -> None:  # fmt: skip
        super().__init__()
        self._kit = kit
        self._save_paper = save_paper
        self._open_other = open_other
        inner = QWidget()
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(20, 16, 20, 16)
        self._column.setSpacing(8)
        self.setWidget(inner)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        kit.bind(self, self.setAccessibleName, lambda t: t.say("What happened to it"))

    def show_page(self, page: SubmissionPage) -> None:
        """Show the facts and the steps, the newest step first."""
        clear(self._column)
        kit, column = self._kit, self._column
        column.addWidget(caption(kit, lambda t: t.say("What happened to it")))
        if not page.steps:
            column.addWidget(
                Label(
                    kit,
                    lambda t: t.say("It is a draft. Note the day it goes out."),
                    role=Role.TEXT2,
                    wrap=True,
                )
            )
        for step in reversed(page.steps):
            self._step(step)
            column.addWidget(hairline(kit))
        column.addSpacing(6)
        column.addWidget(caption(kit, lambda t: t.say("The submission")))
        for name, value in facts(page, kit.translator):
            self._fact(name, value)
        if page.text:
            column.addWidget(Label(kit, visible(page.text), wrap=True))
        if page.file_id is not None:
            self._paper(page.file_id, page.file_name)
        if page.line.follows_id is not None:
            self._way(page.line.follows_id, lambda t: t.say("Follows {number}",
                      number=page.follows_number))  # fmt: skip
        for one, number in page.followed_by:
            self._way(one, _followed(number))
        column.addStretch(1)

    def _step(self, step: StepView) -> None:
        kit, column = self._kit, self._column
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(Label(kit, step_words(step), strong=True, wrap=True), 1)
        row.addWidget(
            Label(kit, lambda t: date_in_words(step.occurred, t, "table"), Size.S, Role.TEXT2),
            0,
            Qt.AlignmentFlag.AlignTop,
        )
        column.addLayout(row)
        due = step.due_on
        if due is not None:
            column.addWidget(
                Label(
                    kit,
                    lambda t: t.say("answer due {day}", day=day_words(due, t)),
                    Size.S,
                    Role.TEXT2,
                    wrap=True,
                )
            )
        if step.words:
            column.addWidget(
                Label(
                    kit,
                    lambda t: t.say_in("quotation marks", "“{words}”", words=visible(step.words)),
                    wrap=True,
                )
            )
        rest = " · ".join(part for part in (step.reference, step.remark, step.by) if part)
        if rest:
            column.addWidget(Label(kit, visible(rest), Size.S, Role.TEXT2, wrap=True))
        if step.file_id is not None:
            self._paper(step.file_id, step.file_name)

    def _paper(self, file_id: UUID, name: str) -> None:
        button = quiet(self._kit, visible(name), icon="doc")
        button.clicked.connect(lambda: self._save_paper(file_id, name))
        self._kit.bind(
            button, button.setToolTip, lambda t: t.say("Save a copy exactly as it was kept")
        )
        self._column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def _way(self, submission_id: UUID, words: Words) -> None:
        button = quiet(self._kit, words, icon="link")
        button.clicked.connect(lambda: self._open_other(submission_id))
        self._column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def _fact(self, name: Words, value: str) -> None:
        row = QHBoxLayout()
        row.setSpacing(10)
        left = Label(self._kit, name, Size.S, Role.TEXT2, wrap=True)
        left.setFixedWidth(self._kit.theme.scaled(100))
        row.addWidget(left, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(Label(self._kit, visible(value), wrap=True), 1)
        self._column.addLayout(row)


def _followed(number: str) -> Words:
    return lambda t: t.say("Followed by {number}", number=number)


def step_words(step: StepView) -> Words:
    """Say what a step was: "Answered: not identified, 12 men"."""

    def words(t: Translator) -> str:
        kind = label("step_kind", step.kind, t.lang)
        answer = label("list_reply", step.reply, t.lang) if step.reply else ""
        if step.measure is not None:
            answer = label("r39", step.measure, t.lang)
        if not answer:
            return kind
        return t.say_n(
            "{step}: {answer}, {n} man", "{step}: {answer}, {n} men", step.men,
            step=kind, answer=answer,
        )  # fmt: skip

    return words


def facts(page: SubmissionPage, t: Translator) -> list[tuple[Words, str]]:
    """List what a submission says of itself; what was not said is left out."""
    line = page.line
    said: list[tuple[Words, str]] = [
        (lambda t: t.say("To whom"), body_words(line.body, line.body_name, t)),
        (lambda t: t.say("What it is"), label("submission_kind", line.kind, t.lang)),
        (lambda t: t.say("Through whom"), label("channel", page.channel, t.lang)),
        (lambda t: t.say("Answer due"), day_words(line.due_on, t) if line.due_on else ""),
        (lambda t: t.say("Our reference"), page.our_reference),
        (lambda t: t.say("Their reference"), page.their_reference),
        (lambda t: t.say("Applicant"), page.applicant),
        (lambda t: t.say("Signed by"), page.signed_by),
        (lambda t: t.say("Seal"), t.say("bears a seal") if page.sealed else ""),
        (lambda t: t.say("List"), page.list_name),
        (lambda t: t.say("Officer"), page.officer),
        (lambda t: t.say("Remark"), page.remark),
    ]
    return [(name, value) for name, value in said if value]
