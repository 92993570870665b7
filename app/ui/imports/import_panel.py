"""Takes a list in: choose the file, say what it is, look at what would happen, import, undo."""

from __future__ import annotations

from pathlib import Path
from typing import override
from uuid import UUID

from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.errors import HomewardError
from app.importing.profile_file import load_profile, shipped_profiles
from app.importing.request import ImportStopped
from app.jobs import import_job
from app.sandbox.calls import ForeignTable
from app.shapes.imports import ImportReport
from app.shapes.progress import Progress
from app.ui.imports.draft import OWN_WORDS, ImportDraft
from app.ui.imports.mapping_grid import MappingGrid
from app.ui.imports.past_imports import PastImports
from app.ui.imports.report_view import ReportView
from app.ui.shell.actions import Action
from app.ui.shell.page import PagePanel
from app.ui.shell.tasks import Job, Ticket
from app.ui.theme.palette import Role
from app.ui.theme.type_scale import Size
from app.ui.widgets.buttons import plain, primary
from app.ui.widgets.fields import Combo, LineEdit
from app.ui.widgets.form_field import Field
from app.ui.widgets.states import ProgressCard
from app.ui.widgets.text import Label, caption, hairline
from app.ui.work import Work

PLACE = "imports"
_FORM_WIDTH = 900


class ImportPanel(PagePanel):
    """One page for an import from the first look to its undoing; files may be dropped on it."""

    def __init__(self, work: Work) -> None:
        super().__init__(work.kit, PLACE)
        self._work = work
        self._draft = ImportDraft()
        self._ticket: Ticket | None = None
        self.setAcceptDrops(True)
        self._build()
        work.actions.add(
            Action("imports.open", lambda t: t.say("Choose a list"), "Ctrl+O", place=PLACE),
            self.choose_file,
        )

    # --- building

    def _build(self) -> None:
        kit = self.kit
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(24, 12, 24, 24)
        column.setSpacing(10)
        column.addWidget(Label(kit, lambda t: t.say("Import a list"), Size.X, strong=True))
        column.addWidget(
            Label(
                kit,
                lambda t: t.say(
                    "CSV, XLSX or ODS. The file is kept exactly as received; all of it comes in, "
                    "or nothing."
                ),
                role=Role.TEXT2,
                wrap=True,
            )
        )
        self._choose = plain(kit, lambda t: t.say("Choose a list"), icon="import", key="Ctrl+O")
        self._choose.clicked.connect(self.choose_file)
        self._file = Label(kit, lambda t: t.say("or drop the file here"), role=Role.TEXT2)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._choose)
        row.addWidget(self._file, 1)
        column.addLayout(row)
        self._details = self._make_details()
        column.addWidget(self._details)
        self._progress = ProgressCard(kit, lambda t: t.say("Importing"))
        self._progress.cancelled.connect(self._cancel)
        column.addWidget(self._progress)
        self._report = ReportView(kit)
        column.addWidget(self._report)
        column.addLayout(self._make_buttons())
        column.addSpacing(12)
        column.addWidget(hairline(kit))
        column.addWidget(caption(kit, lambda t: t.say("Past imports")))
        self._past = PastImports(self._work)
        column.addWidget(self._past)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidget(inner)
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)
        self._show_stage()

    def _make_details(self) -> QWidget:
        kit = self.kit
        details = QWidget()
        details.setMaximumWidth(kit.theme.scaled(_FORM_WIDTH))
        column = QVBoxLayout(details)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        self._profile = Combo(kit, lambda t: t.say("What kind of list it is"))
        self._profile.set_choices(
            [
                (OWN_WORDS, lambda t: t.say("I say what the columns are")),
                *((name, _title_of(name)) for name in shipped_profiles()),
            ]
        )
        self._profile.code_changed.connect(self._profile_chosen)
        self._from = LineEdit(kit, lambda t: t.say("From whom it was received"))
        column.addWidget(Field(kit, lambda t: t.say("What kind of list it is"), self._profile))
        column.addWidget(Field(kit, lambda t: t.say("From whom it was received"), self._from))
        self._mapping = MappingGrid(kit)
        self._mapping.changed.connect(self._changed)
        column.addWidget(self._mapping)
        return details

    def _make_buttons(self) -> QHBoxLayout:
        kit = self.kit
        self._look = plain(kit, lambda t: t.say("See what would happen"), icon="eye")
        self._import = primary(kit, lambda t: t.say("Import"))
        self._look.clicked.connect(self.preview)
        self._import.clicked.connect(self.run)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._look)
        row.addWidget(self._import)
        row.addStretch(1)
        return row

    # --- the frame asks

    @override
    def arrive(self, argument: object) -> None:
        self._past.read()
        self._choose.setFocus()

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if len(event.mimeData().urls()) == 1 and event.mimeData().urls()[0].isLocalFile():
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.open_file(Path(event.mimeData().urls()[0].toLocalFile()))

    # --- first look

    def choose_file(self) -> None:
        """Ask for a file and look at it."""
        chosen, _ = QFileDialog.getOpenFileName(
            self,
            self.kit.say(lambda t: t.say("Choose a list")),
            "",
            "CSV, XLSX, ODS (*.csv *.tsv *.txt *.xlsx *.ods)",
        )
        if chosen:
            self.open_file(Path(chosen))

    def open_file(self, path: Path) -> None:
        """Read a list in the sandbox and show its columns."""
        self._work.tasks.read(
            lambda: (path, import_job.look_at(path)), self._looked, self._work.messages.failed
        )

    def _looked(self, answer: tuple[Path, ForeignTable]) -> None:
        path, table = answer
        try:
            self._draft.take_file(path, table)
        except HomewardError as error:
            self._work.messages.failed(error)
            return
        rows = len(table.rows)
        self._file.set_words(
            lambda t: t.say_n("{name}: {n} row", "{name}: {n} rows", rows, name=path.name)
        )
        self._mapping.show_columns(self._draft)
        self._report.clear()
        self._show_stage()

    def _profile_chosen(self, name: object) -> None:
        self._draft.profile_name = str(name or OWN_WORDS)
        self._changed()

    def _changed(self) -> None:
        self._report.clear()
        self._show_stage()

    def _show_stage(self) -> None:
        chosen, busy = self._draft.table is not None, self._ticket is not None
        self._details.setVisible(chosen)
        self._mapping.setVisible(chosen and self._draft.profile_name == OWN_WORDS)
        self._progress.setVisible(busy)
        for button in (self._look, self._import):
            button.setVisible(chosen)
            button.setEnabled(chosen and not busy and self._draft.names_somebody)

    # --- preview and import

    def preview(self) -> None:
        """Show what the import would do; nothing is changed."""
        path, workspace = self._draft.path, self._work.workspace
        if path is None:
            return
        draft = self._draft
        self._work.tasks.read(
            lambda: import_job.preview(workspace, path, draft.profile()),
            self._report.show_report,
            self._work.messages.failed,
        )

    def run(self) -> None:
        """Take the list in; it can be stopped, and then nothing came in."""
        path, workspace = self._draft.path, self._work.workspace
        if path is None or self._ticket is not None:
            return
        draft, received_from = self._draft, self._from.text()

        def work(job: Job) -> ImportReport:
            return import_job.run(
                workspace,
                path,
                draft.profile(),
                progress=job.report,
                cancelled=lambda: job.cancelled,
                received_from=received_from,
            )

        self._report.clear()
        self._ticket = self._work.tasks.background(
            work, self._imported, self._failed, progressed=self._progressed
        )
        self._show_stage()

    def _progressed(self, progress: Progress) -> None:
        done, total = progress.done, progress.total
        self._progress.show_progress(
            done,
            total,
            lambda t: t.say("{done} of {total} rows", done=t.number(done), total=t.number(total)),
        )

    def _cancel(self) -> None:
        if self._ticket is not None:
            self._ticket.cancel()

    def _imported(self, report: ImportReport) -> None:
        self._ticket = None
        self._report.show_report(report)
        self._past.read()
        self._show_stage()
        batch = report.batch_id
        self._work.messages.done(
            lambda t: t.say_n("{n} man came in.", "{n} men came in.", report.new),
            undo=(lambda: self._undo(batch)) if batch else None,
        )

    def _undo(self, batch_id: UUID) -> None:
        self._past.undo(batch_id)

    def _failed(self, error: Exception) -> None:
        self._ticket = None
        self._show_stage()
        if isinstance(error, ImportStopped):
            self._work.messages.done(lambda t: t.say("The import was stopped; nothing came in."))
            return
        self._work.messages.failed(error)


def _title_of(name: str) -> str:
    profile = load_profile(name)
    return profile.title or name
