"""How the register is: one line a question, and one button that checks all of it."""

from __future__ import annotations

from typing import Final, override

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from app.jobs.registers.health import Checked, check_now, health
from app.shapes.backups import KnownBackup
from app.shapes.checks import Fault
from app.shapes.health import HealthReport, HealthState
from app.shapes.progress import Progress
from app.ui.office.part import Note, OfficePart
from app.ui.shell.tasks import Job, Ticket
from app.ui.theme.palette import Role
from app.ui.widgets.buttons import primary
from app.ui.widgets.card import Card
from app.ui.widgets.icon_label import IconLabel
from app.ui.widgets.kit import Words
from app.ui.widgets.states import ProgressCard
from app.ui.widgets.text import Label
from app.ui.work import Work
from app.wording.backups import known_words
from app.wording.faults import fault_words
from app.wording.health import item_words, line_words, state_words

_SIGNS: Final = {
    HealthState.GOOD: ("check", Role.OK),
    HealthState.ATTENTION: ("info", Role.WARN),
    HealthState.BAD: ("warn", Role.ERR),
}
_MOST_FAULTS = 50


class HealthPart(OfficePart):
    """Shows how things stand; "Check now" reads every page, the history and the last backups."""

    def __init__(self, work: Work) -> None:
        super().__init__(work)
        kit = work.kit
        self.report: HealthReport | None = None
        self._ticket: Ticket | None = None
        self._lines: QWidget | None = None
        self._found: QWidget | None = None
        self.progress: ProgressCard | None = None
        self._state = Card(kit, lambda t: t.say("How the register is"))
        self._check = Card(
            kit,
            lambda t: t.say("Check everything"),
            lambda t: t.say(
                "Every page is read, the whole history walked, and the newest backups are opened. "
                "You can go on working."
            ),
        )
        self.check_button = primary(kit, lambda t: t.say("Check now"), icon="shield")
        row = QHBoxLayout()
        row.addWidget(self.check_button)
        row.addStretch(1)
        self._check.column.addLayout(row)
        self.column.addWidget(self._state)
        self.column.addWidget(self._check)
        self.column.addStretch(1)
        self.check_button.clicked.connect(self.check)
        kit.language_changed.connect(self._resay)

    @override
    def arrive(self) -> None:
        workspace = self.work.workspace
        self.work.tasks.read(lambda: health(workspace), self._show, self.work.messages.failed)

    @override
    def begin(self) -> None:
        self.check_button.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def check(self) -> None:
        """Check all of the register and its newest backups."""
        if self._ticket is not None:
            return
        workspace = self.work.workspace

        def work(job: Job) -> Checked:
            return check_now(workspace, report=job.report, cancelled=lambda: job.cancelled)

        self.check_button.setEnabled(False)
        self._drop_found()
        self.progress = ProgressCard(self.kit, lambda t: t.say("Checking"))
        self.progress.cancelled.connect(self._stop)
        self._check.column.addWidget(self.progress)
        self._ticket = self.work.tasks.background(
            work, self._checked, self._failed, progressed=self._progressed, cancelled=self._rest
        )

    def _stop(self) -> None:
        if self._ticket is not None:
            self._ticket.cancel()

    def _progressed(self, progress: Progress) -> None:
        if self.progress is not None:
            self.progress.show_progress(progress.done, progress.total)

    def _checked(self, checked: Checked) -> None:
        self._rest()
        self._show(checked.health)
        self._drop_found()
        self._found = _findings(self, checked)
        self._check.column.addWidget(self._found)

    def _failed(self, error: Exception) -> None:
        self._rest()
        self.work.messages.failed(error)

    def _rest(self) -> None:
        self._ticket = None
        self.check_button.setEnabled(True)
        if self.progress is not None:
            self.progress.setParent(None)
            self.progress.deleteLater()
            self.progress = None

    def _drop_found(self) -> None:
        if self._found is not None:
            self._found.setParent(None)
            self._found.deleteLater()
            self._found = None

    def _show(self, report: HealthReport) -> None:
        self.report = report
        self._resay()

    def _resay(self, *_: object) -> None:
        if self.report is None:
            return
        if self._lines is not None:
            self._state.column.removeWidget(self._lines)
            self._lines.deleteLater()
        kit, t = self.kit, self.kit.translator
        self._lines = QWidget()
        grid = QGridLayout(self._lines)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(10)
        grid.setColumnStretch(3, 1)
        top = Qt.AlignmentFlag.AlignTop
        for at, line in enumerate(self.report.lines):
            icon, role = _SIGNS[line.state]
            grid.addWidget(IconLabel(kit, icon, role), at, 0, top)
            grid.addWidget(Label(kit, state_words(line.state, t), role=role), at, 1, top)
            grid.addWidget(Label(kit, item_words(line.item, t), strong=True), at, 2, top)
            grid.addWidget(Label(kit, line_words(line, t), wrap=True), at, 3, top)
        self._state.column.addWidget(self._lines)


def _findings(part: HealthPart, checked: Checked) -> QWidget:
    """Say what a check found, one sentence beneath another."""
    sentences: list[tuple[Words, str, Role]] = []
    if checked.in_order:
        sentences.append((lambda t: t.say("Everything is in order."), "check", Role.OK))
    sentences.extend((_fault(fault), "warn", Role.ERR) for fault in checked.faults[:_MOST_FAULTS])
    sentences.extend(
        (_backup(one), *(("warn", Role.ERR) if one.faults else ("drive", Role.TEXT2)))
        for one in checked.backups
    )
    holder = QWidget()
    grid = QGridLayout(holder)
    grid.setContentsMargins(0, 0, 0, 0)
    for at, (words, icon, role) in enumerate(sentences):
        grid.addWidget(Note(part.kit, words, icon, role), at, 0)
    return holder


def _fault(fault: Fault) -> Words:
    return lambda t: f"{fault.where}: {fault_words(fault, t)}"


def _backup(one: KnownBackup) -> Words:
    return lambda t: known_words(one, t)
