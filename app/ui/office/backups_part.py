"""Where the backups go, which there are, and the button that makes one now."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import override

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from app.i18n.translator import Translator
from app.jobs.registers.backup import back_up
from app.queries.register.backups import NotedBackup, backup_settings, noted_backups
from app.services.backups import set_backups
from app.shapes.backups import BackupFault, BackupOutcome, BackupSettings, FoundFault
from app.shapes.changes import Outcome
from app.shapes.progress import Progress
from app.ui.office.part import Note, OfficePart
from app.ui.shell.tasks import Job, Ticket
from app.ui.theme.palette import Role
from app.ui.widgets.buttons import WithReason, plain, primary, quiet
from app.ui.widgets.card import Card
from app.ui.widgets.fields import Combo
from app.ui.widgets.file_questions import ask_folder
from app.ui.widgets.form_field import Field
from app.ui.widgets.kit import Words
from app.ui.widgets.states import ProgressCard
from app.ui.widgets.text import Label
from app.ui.work import Work
from app.wording.backups import absent_words, backup_fault_words, made_words, size_words
from app.wording.clock import moment
from models.vocabulary.roles import Action, may

_HOURS = (1, 2, 4, 8, 24)
_MOST = 40


class BackupsPart(OfficePart):
    """Shows what is set and what was made; makes a backup with progress and a way to stop."""

    def __init__(self, work: Work) -> None:
        super().__init__(work)
        kit = work.kit
        self._settings = BackupSettings()
        self._noted: tuple[NotedBackup, ...] = ()
        self._ticket: Ticket | None = None
        self._rows: QWidget | None = None
        self.progress: ProgressCard | None = None
        self._make = Card(
            kit,
            lambda t: t.say("Backups"),
            lambda t: t.say(
                "One is made when you leave and while you work. Each is opened and checked before "
                "it counts."
            ),
        )
        self.now_button = primary(kit, lambda t: t.say("Back up now"), icon="drive")
        self.told = Note(kit, "")
        self.told.hide()
        row = QHBoxLayout()
        row.addWidget(self.now_button)
        row.addStretch(1)
        self._make.column.addLayout(row)
        self._make.column.addWidget(self.told)
        self.column.addWidget(self._make)
        self.column.addWidget(self._second_card())
        self._list = Card(kit, lambda t: t.say("Backups that were made"))
        self.column.addWidget(self._list)
        self.column.addStretch(1)
        self.now_button.clicked.connect(self.make_one)
        kit.language_changed.connect(self._resay)

    def _second_card(self) -> Card:
        kit = self.kit
        card = Card(
            kit,
            lambda t: t.say("The second disk"),
            lambda t: t.say(
                "A backup on the same disk is lost with it. Choose a folder on a disk that is kept "
                "elsewhere at night."
            ),
        )
        self._where = Label(kit, self._second_words, strong=True, wrap=True)
        self.choose_button = plain(kit, lambda t: t.say("Choose a folder …"), icon="folder")
        self.none_button = quiet(kit, lambda t: t.say("No second disk"))
        self.hours = Combo(kit, lambda t: t.say("How often while somebody works"))
        self.hours.set_choices([(hours, _hours_words(hours)) for hours in _HOURS])
        self.hours.setMaximumWidth(kit.theme.scaled(240))
        allowed = WithReason(kit, self.choose_button)
        if not may(self.work.workspace.actor.roles, Action.BACK_UP):
            allowed.refuse(lambda t: t.say("Only an administrator changes this."))
            self.none_button.setEnabled(False)
            self.hours.setEnabled(False)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(allowed)
        row.addWidget(self.none_button, 0, Qt.AlignmentFlag.AlignTop)
        row.addStretch(1)
        card.column.addWidget(self._where)
        card.column.addLayout(row)
        card.column.addWidget(
            Field(kit, lambda t: t.say("How often while somebody works"), self.hours)
        )
        self.choose_button.clicked.connect(self._browse)
        self.none_button.clicked.connect(self._no_second)
        self.hours.code_changed.connect(self._other_hours)
        return card

    @override
    def arrive(self) -> None:
        self.work.read(lambda r: (backup_settings(r), noted_backups(r)), self._show)

    @override
    def begin(self) -> None:
        self.now_button.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def make_one(self) -> None:
        """Make a backup now, at every place that is set."""
        if self._ticket is not None:
            return
        workspace = self.work.workspace

        def work(job: Job) -> BackupOutcome:
            return back_up(workspace, report=job.report, cancelled=lambda: job.cancelled)

        self.now_button.setEnabled(False)
        self.told.hide()
        self.progress = ProgressCard(self.kit, lambda t: t.say("Backing up"))
        self.progress.cancelled.connect(self._stop)
        self._make.column.addWidget(self.progress)
        self._ticket = self.work.tasks.background(
            work, self._made, self._failed, progressed=self._progressed, cancelled=self._rest
        )

    def choose_second(self, folder: Path) -> None:
        """Take a folder on another disk for backups from now on."""
        self._set(replace(self._settings, second=str(folder)))

    def _browse(self) -> None:
        title = self.kit.say(lambda t: t.say("Choose a folder on another disk"))
        second = self._settings.second
        chosen = ask_folder(self, self.kit, title, Path(second) if second else None)
        if chosen is not None:
            self.choose_second(chosen)

    def _no_second(self) -> None:
        self._set(replace(self._settings, second=""))

    def _other_hours(self, hours: object) -> None:
        if isinstance(hours, int) and hours != self._settings.hours:
            self._set(replace(self._settings, hours=hours))

    def _set(self, wanted: BackupSettings) -> None:
        self.work.write(lambda uow: set_backups(uow, wanted), self._was_set)

    def _was_set(self, _: Outcome[None]) -> None:
        self.work.messages.done(lambda t: t.say("Saved."))
        self.arrive()

    def _stop(self) -> None:
        if self._ticket is not None:
            self._ticket.cancel()

    def _progressed(self, progress: Progress) -> None:
        if self.progress is not None:
            done, total = progress.done, progress.total
            self.progress.show_progress(
                done,
                total,
                lambda t: t.say(
                    "{done} of {total}", done=size_words(done, t), total=size_words(total, t)
                ),
            )

    def _made(self, outcome: BackupOutcome) -> None:
        self._rest()
        self.told.set_words(_outcome_words(outcome))
        self.told.show()
        self.arrive()

    def _failed(self, error: Exception) -> None:
        self._rest()
        self.work.messages.failed(error)

    def _rest(self) -> None:
        self._ticket = None
        self.now_button.setEnabled(True)
        if self.progress is not None:
            self.progress.setParent(None)
            self.progress.deleteLater()
            self.progress = None

    def _show(self, found: tuple[BackupSettings, tuple[NotedBackup, ...]]) -> None:
        self._settings, self._noted = found
        self._where.set_words(self._second_words)
        self.none_button.setVisible(bool(self._settings.second))
        self.hours.set_code(self._settings.hours)
        self._resay()

    def _second_words(self, t: Translator) -> str:
        return self._settings.second or t.say("No second disk is set.")

    def _resay(self, *_: object) -> None:
        if self._rows is not None:
            self._list.column.removeWidget(self._rows)
            self._rows.deleteLater()
        kit, t = self.kit, self.kit.translator
        self._rows = QWidget()
        grid = QGridLayout(self._rows)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(3, 1)
        if not self._noted:
            none = Label(kit, lambda s: s.say("No backup has been made yet."), role=Role.TEXT2)
            grid.addWidget(none, 0, 0)
        for at, one in enumerate(self._noted[:_MOST]):
            grid.addWidget(Label(kit, moment(one.made_at, t), strong=True), at, 0)
            grid.addWidget(Label(kit, _state_words(one)), at, 1)
            grid.addWidget(Label(kit, size_words(one.size, t), role=Role.TEXT2), at, 2)
            grid.addWidget(Label(kit, one.place, role=Role.TEXT2, wrap=True), at, 3)
        self._list.column.addWidget(self._rows)


def _hours_words(hours: int) -> Words:
    return lambda t: t.say_n("every {n} hour", "every {n} hours", hours)


def _state_words(one: NotedBackup) -> Words:
    if one.fault:
        fault = FoundFault(BackupFault(one.fault))
        return lambda t: t.say("NOT GOOD: {fault}", fault=backup_fault_words(fault, t))
    return lambda t: t.say("verified")


def _outcome_words(outcome: BackupOutcome) -> Words:
    return lambda t: " ".join(
        (
            *(made_words(one, t) for one in outcome.made),
            *(absent_words(disk, t) for disk in outcome.absent),
            *((t.say("It was stopped."),) if outcome.cancelled else ()),
        )
    )
