"""Takes a list in: choose the file, say what it is, look at what would happen, import, undo."""

from __future__ import annotations

from pathlib import Path
from typing import override
from uuid import UUID

from PySide6.QtCore import QTimer
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.errors import BadInput
from app.importing.planner import Decision
from app.importing.profile import Profile
from app.importing.request import ImportStopped
from app.jobs import import_job
from app.queries.accounting.incidents import incident_rows
from app.queries.register.imports import namesakes
from app.sandbox.calls import ForeignTable
from app.shapes.imports import ImportReport, Namesake
from app.ui.imports.alike_rows import AlikeRows
from app.ui.imports.details import ImportDetails
from app.ui.imports.draft import ImportDraft
from app.ui.imports.import_run import ImportRun
from app.ui.imports.mapping_files import MappingFiles
from app.ui.imports.past_imports import PastImports
from app.ui.imports.refused_files import RefusedFiles
from app.ui.imports.report_view import ReportView
from app.ui.shell.actions import Action
from app.ui.shell.page import PagePanel
from app.ui.theme.palette import Role
from app.ui.theme.type_scale import Size
from app.ui.widgets.buttons import plain, primary
from app.ui.widgets.file_questions import ask_file
from app.ui.widgets.kit import Words
from app.ui.widgets.text import Label, caption, hairline
from app.ui.work import Work
from app.wording.visible_text import visible

type Looked = tuple[int, ImportReport, dict[UUID, Namesake]]

PLACE = "imports"
#: Of so many rows it is shown unasked what would happen; more take longer than a glance.
SHOWN_UNASKED = 2_000
_ROOM = 80  # above and below a row in hand
_SOON_MS = 120  # who turns through the kinds of a list does not ask of each of them

_LOOK: Words = lambda t: t.say("See what would happen")  # noqa: E731  the button and its key
_IMPORT: Words = lambda t: t.say("Import this list")  # noqa: E731  the button and its key
_NEXT_ALIKE: Words = lambda t: t.say("Next row that resembles a man already here")  # noqa: E731


class ImportPanel(PagePanel):
    """One page for an import from the first look to its undoing; files may be dropped on it."""

    def __init__(self, work: Work) -> None:
        super().__init__(work.kit, PLACE)
        self._work = work
        self._draft = ImportDraft()
        self._asked = False
        self._turn = 0
        self.setAcceptDrops(True)
        self._soon = QTimer(self, singleShot=True, interval=_SOON_MS)
        self._soon.timeout.connect(self.preview)
        self._build()
        self._add_actions()

    def _add_actions(self) -> None:
        actions = self._work.actions
        actions.add(
            Action("imports.open", lambda t: t.say("Choose a list"), "Ctrl+O", place=PLACE),
            self.choose_file,
        )
        actions.add(
            Action("imports.look", _LOOK, "F5", place=PLACE), self.preview, may=self._may_run
        )
        actions.add(
            Action("imports.alike", _NEXT_ALIKE, "Ctrl+J", place=PLACE),
            self._next_alike,
            may=lambda: bool(self._alike.choices) and self._may_run(),
        )
        actions.add(
            Action("imports.run", _IMPORT, "Ctrl+Enter", place=PLACE), self.run, may=self._may_run
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
                    "CSV, XLSX, ODS or PFIF. The file is kept exactly as received; all of it comes "
                    "in, or nothing."
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
        self._details = ImportDetails(kit)
        self._details.changed.connect(self._changed)
        self.mappings = MappingFiles(self._work, self)
        self.mappings.loaded.connect(self._mapping_loaded)
        self._details.load_asked.connect(self.mappings.choose_to_load)
        self._details.save_asked.connect(self._keep_mapping)
        column.addWidget(self._details)
        column.addLayout(self._make_buttons())
        self.importing = ImportRun(self._work)
        self.importing.done.connect(self._imported)
        self.importing.failed.connect(self._failed)
        column.addWidget(self.importing)
        self._report = ReportView(kit)
        self.refused = RefusedFiles(self._work, self)
        self._report.keep_refused.connect(self.refused.choose)
        column.addWidget(self._report)
        self._alike = AlikeRows(kit)
        self._alike.decided.connect(self._decided)
        column.addWidget(self._alike)
        column.addSpacing(12)
        column.addWidget(hairline(kit))
        column.addWidget(caption(kit, lambda t: t.say("Past imports")))
        self._past = PastImports(self._work)
        self._past.taken_back.connect(self._report.clear)
        column.addWidget(self._past)
        column.addStretch(1)
        area = self._area = QScrollArea()
        area.setWidget(inner)
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)
        self._show_stage()

    def _make_buttons(self) -> QHBoxLayout:
        kit = self.kit
        self._look = plain(kit, _LOOK, icon="eye", key="F5")
        self._import = primary(kit, _IMPORT, key="Ctrl+Enter")
        self._look.clicked.connect(self.preview)
        self._import.clicked.connect(self.run)
        self._nobody = Label(
            kit,
            lambda t: t.say("Say which column holds the name; without one nobody can be entered."),
            Size.S,
            Role.TEXT2,
            wrap=True,
        )
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._look)
        row.addWidget(self._import)
        row.addWidget(self._nobody, 1)
        row.addStretch(1)
        return row

    # --- the frame asks

    @override
    def arrive(self, argument: object) -> None:
        self._past.read()
        self._work.read(incident_rows, self._details.show_incidents)
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
        title = self.kit.say(lambda t: t.say("Choose a list"))
        kinds = "CSV, XLSX, ODS, PFIF (*.csv *.tsv *.txt *.xlsx *.ods *.xml *.pfif)"
        chosen = ask_file(self, self.kit, title, kinds)
        if chosen is not None:
            self.open_file(chosen)

    def open_file(self, path: Path) -> None:
        """Read a list in the sandbox and show its columns."""
        self._work.tasks.read(
            lambda: (path, import_job.look_at(path)), self._looked, self._work.messages.failed
        )

    def _looked(self, answer: tuple[Path, ForeignTable]) -> None:
        path, table = answer
        try:
            self._draft.take_file(path, table)
        except BadInput as error:
            self._work.messages.failed(error)
            return
        rows = len(table.rows) - self._draft.has_header
        self._file.set_words(
            lambda t: t.say_n("{name}: {n} row", "{name}: {n} rows", rows, name=visible(path.name))
        )
        self._details.show_draft(self._draft)
        self._changed()
        self._details.profile.setFocus()

    def _changed(self) -> None:
        self._report.clear()
        self._alike.clear()
        self._asked = False
        self._turn += 1
        self._show_stage()
        table = self._draft.table
        if table is not None and len(table.rows) <= SHOWN_UNASKED and self._draft.names_somebody:
            self._soon.start()

    def _may_run(self) -> bool:
        ready = self._draft.table is not None and self._draft.names_somebody
        return ready and not self.importing.running

    def _show_stage(self) -> None:
        chosen, busy = self._draft.table is not None, self.importing.running
        self._details.setVisible(chosen)
        self._details.setEnabled(not busy)
        self._alike.setEnabled(not busy)
        self._choose.setEnabled(not busy)
        for button in (self._look, self._import):
            button.setVisible(chosen and not busy)
            button.setEnabled(self._may_run())
        self._nobody.setVisible(chosen and not self._draft.names_somebody)

    def _keep_mapping(self) -> None:
        self.mappings.choose_to_keep(self._draft)

    def _mapping_loaded(self, path: Path, profile: Profile) -> None:
        self._draft.take_profile(path, profile)
        self._details.show_draft(self._draft)
        self._changed()

    # --- preview and import

    def preview(self) -> None:
        """Show what the import would do; nothing is changed."""
        path, workspace = self._draft.path, self._work.workspace
        if path is None or self.importing.running:
            return
        profile, decisions = self._draft.profile(), dict(self._draft.decisions)
        incident_id, turn, asked = self._draft.incident_id, self._turn, self._asked

        def look() -> Looked:
            report = import_job.preview(
                workspace, path, profile, decisions, incident_id=incident_id
            )
            men = {one.case_id for row in report.sample for one in row.alike}
            wanted = frozenset() if asked else frozenset(men)
            here = workspace.read(lambda reader: namesakes(reader, wanted)) if wanted else {}
            return turn, report, here

        self._work.tasks.read(look, self._previewed, self._work.messages.failed)

    def _previewed(self, answer: Looked) -> None:
        turn, report, here = answer
        if turn != self._turn:
            return
        self._report.show_report(report)
        if not self._asked:
            self._asked = True
            self._alike.ask([row for row in report.sample if row.alike], here)

    def _decided(self, row: int, decision: Decision) -> None:
        self._draft.decide(row, decision)
        self._turn += 1
        self.preview()

    def _next_alike(self) -> None:
        in_hand = self._alike.take_hand()
        if in_hand is not None:
            self._area.ensureWidgetVisible(in_hand, 0, _ROOM)

    def run(self) -> None:
        """Take the list in; it can be stopped, and then nothing came in."""
        self._turn += 1
        self._soon.stop()
        self._report.clear()
        self.importing.start(self._draft)
        self._show_stage()

    def _imported(self, report: ImportReport) -> None:
        self._draft = ImportDraft(loaded=self._draft.loaded)
        self._file.set_words(lambda t: t.say("or drop the file here"))
        self._show_stage()
        self._changed()
        self._report.show_report(report)
        self._past.read()
        self._choose.setFocus()
        batch = report.batch_id
        self._work.messages.done(
            lambda t: t.say_n("{n} man came in.", "{n} men came in.", report.new),
            undo=(lambda: self._undo(batch)) if batch else None,
        )

    def _undo(self, batch_id: UUID) -> None:
        self._past.undo(batch_id)

    def _failed(self, error: Exception) -> None:
        self._show_stage()
        if isinstance(error, ImportStopped):
            self._work.messages.done(lambda t: t.say("The import was stopped; nothing came in."))
            return
        self._work.messages.failed(error)
