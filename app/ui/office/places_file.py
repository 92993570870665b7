"""Takes a country file of GeoNames in: counted first, then taken in or left, and stoppable."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from app.importing.request import ImportStopped
from app.jobs import places_job
from app.jobs.places_job import PlaceChoices
from app.shapes.gazetteers import PlacesReport
from app.shapes.progress import Progress
from app.ui.shell.tasks import Job, Ticket
from app.ui.shell.unlock_card import error_words
from app.ui.theme.palette import Role
from app.ui.theme.type_scale import Size
from app.ui.widgets.buttons import primary, quiet
from app.ui.widgets.card import Card
from app.ui.widgets.form_field import Refusal
from app.ui.widgets.states import ProgressCard
from app.ui.widgets.text import Label
from app.ui.work import Work
from app.wording.places import line_sentence, namesake_sentence, report_sentences

MOST_LINES = 30
"""Namesakes and refused lines that are listed; the terminal lists all."""


class PlacesFile(Card):
    """Shows what a file would bring; `done` when it came in, `left` on Cancel."""

    done = Signal()
    left = Signal()

    def __init__(self, work: Work) -> None:
        kit = work.kit
        super().__init__(
            kit,
            lambda t: t.say("Places from GeoNames"),
            lambda t: t.say(
                "A country file, like AM.zip or AZ.zip, from geonames.org (CC BY 4.0). Nothing is "
                "taken in before you have seen what it would bring."
            ),
        )
        self._work = work
        self._path: Path | None = None
        self._ticket: Ticket | None = None
        self.report: PlacesReport | None = None
        self._told: QWidget | None = None
        self.everywhere = QCheckBox()
        self.namesakes = QCheckBox()
        kit.bind(
            self.everywhere,
            self.everywhere.setText,
            lambda t: t.say("Also take in places outside the area this register is about"),
        )
        kit.bind(
            self.namesakes,
            self.namesakes.setText,
            lambda t: t.say("Also take in places elsewhere that bear the names of ours"),
        )
        self.refusal = Refusal(kit)
        self.card: ProgressCard | None = None
        self.take_button = primary(kit, lambda t: t.say("Take these places in"), icon="import")
        self.cancel_button = quiet(kit, lambda t: t.say("Leave it"))
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.take_button)
        foot.addWidget(self.cancel_button)
        foot.addStretch(1)
        self._body = QVBoxLayout()
        self.column.addLayout(self._body)
        for part in (self.everywhere, self.namesakes, self.refusal):
            self.column.addWidget(part)
        self.column.addLayout(foot)
        self.take_button.clicked.connect(self.take)
        self.cancel_button.clicked.connect(self.left)
        for tick in (self.everywhere, self.namesakes):
            tick.toggled.connect(self._count)
        kit.language_changed.connect(self._resay)

    def begin(self, path: Path) -> None:
        """Count what a file would bring."""
        self._path = path
        self.report = None
        self.refusal.hide()
        for tick in (self.everywhere, self.namesakes):
            tick.blockSignals(True)
            tick.setChecked(False)
            tick.blockSignals(False)
        self._count()
        self.cancel_button.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def take(self) -> None:
        """Take in what was counted."""
        path, choices, workspace = self._path, self._choices(), self._work.workspace
        if path is None or self._ticket is not None:
            return

        def work(job: Job) -> PlacesReport:
            return places_job.run(
                workspace, path, choices, job.report, cancelled=lambda: job.cancelled
            )

        self._start(work, self._taken)

    def _choices(self) -> PlaceChoices:
        return PlaceChoices(self.everywhere.isChecked(), self.namesakes.isChecked())

    def _count(self, *_: object) -> None:
        path, choices, workspace = self._path, self._choices(), self._work.workspace
        if path is None or self._ticket is not None:
            return
        self.report = None
        self._resay()
        self._start(lambda _: places_job.preview(workspace, path, choices), self._counted)

    def _start(
        self, work: Callable[[Job], PlacesReport], done: Callable[[PlacesReport], None]
    ) -> None:
        self.refusal.hide()
        self.take_button.setEnabled(False)
        self.card = ProgressCard(self.kit, lambda t: t.say("Reading the file"))
        self.card.cancelled.connect(self._stop)
        self._body.addWidget(self.card)
        self._ticket = self._work.tasks.background(
            work, done, self._failed, progressed=self._progressed, cancelled=self._stopped
        )

    def _progressed(self, progress: Progress) -> None:
        done, total = progress.done, progress.total
        if self.card is not None:
            self.card.show_progress(
                done,
                total,
                lambda t: t.say(
                    "{done} of {total} places", done=t.number(done), total=t.number(total)
                ),
            )

    def _counted(self, report: PlacesReport) -> None:
        self._rest()
        self.report = report
        self._resay()
        if self.take_button.isEnabled():
            self.take_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _taken(self, report: PlacesReport) -> None:
        self._rest()
        new = report.new
        self._work.messages.done(
            lambda t: t.say_n("{n} place came in.", "{n} places came in.", new)
        )
        self.done.emit()

    def _failed(self, error: Exception) -> None:
        self._rest()
        self.refusal.show_message(error_words(error))
        self.take_button.setEnabled(self.report is not None)

    def _stop(self) -> None:
        if self._ticket is not None:
            self._ticket.cancel()

    def _stopped(self) -> None:
        self._failed(ImportStopped())

    def _rest(self) -> None:
        self._ticket = None
        if self.card is not None:
            self.card.setParent(None)
            self.card.deleteLater()
            self.card = None

    def _resay(self, *_: object) -> None:
        if self._told is not None:
            self._body.removeWidget(self._told)
            self._told.deleteLater()
            self._told = None
        report, t = self.report, self.kit.translator
        self.take_button.setEnabled(report is not None and report.new + report.learnt > 0)
        self.everywhere.setVisible(self.everywhere.isChecked() or bool(report and report.outside))
        self.namesakes.setVisible(bool(report and report.namesakes))
        if report is None:
            return
        self._told = QWidget()
        column = QVBoxLayout(self._told)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for sentence in report_sentences(report, t):
            column.addWidget(Label(self.kit, sentence, wrap=True))
        lines = [
            t.say("Line {line}: {words}", line=one.line, words=namesake_sentence(one, t))
            for one in report.namesakes
        ]
        lines += [
            t.say("Line {line}: {words}", line=one.line, words=line_sentence(one.reason, t))
            for one in report.refused
        ]
        for line in lines[:MOST_LINES]:
            column.addWidget(Label(self.kit, line, Size.S, Role.TEXT2, wrap=True))
        if len(lines) > MOST_LINES:
            more = t.say_n("and {n} more line", "and {n} more lines", len(lines) - MOST_LINES)
            column.addWidget(Label(self.kit, more, Size.S, Role.TEXT2))
        self._body.addWidget(self._told)
