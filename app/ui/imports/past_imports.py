"""The past imports: what came in when, from whom, and the way to take one back."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from app.clock import OFFICE_ZONE
from app.jobs import import_job
from app.queries.register.imports import import_batches
from app.shapes.imports import ImportBatchView
from app.ui.theme.palette import Role
from app.ui.theme.type_scale import Size
from app.ui.widgets.buttons import quiet
from app.ui.widgets.spoken import date_in_words
from app.ui.widgets.text import Label
from app.ui.work import Work
from app.wording.visible_text import visible
from models.vocabulary.partial_date import PartialDate


class PastImports(QWidget):
    """One line an import, the newest first; `taken_back` tells that one was."""

    taken_back = Signal()

    def __init__(self, work: Work) -> None:
        super().__init__()
        self._work = work
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._grid: QWidget | None = None
        self._batches: tuple[ImportBatchView, ...] = ()
        work.kit.language_changed.connect(self._resay)

    def read(self) -> None:
        """Read the list anew."""
        self._work.read(import_batches, self._show)

    def undo(self, batch_id: UUID) -> None:
        """Take an import back; refused where its cases were worked on since."""
        workspace = self._work.workspace
        self._work.tasks.write(
            lambda: import_job.undo(workspace, batch_id), self._undone, self._work.messages.failed
        )

    def _undone(self, _: object) -> None:
        self._work.messages.done(lambda t: t.say("The import was taken back."))
        self.taken_back.emit()
        self.read()

    def _show(self, batches: tuple[ImportBatchView, ...]) -> None:
        self._batches = batches
        self._resay()

    def _resay(self, *_: object) -> None:
        kit, t = self._work.kit, self._work.kit.translator
        if self._grid is not None:
            self._column.removeWidget(self._grid)
            self._grid.deleteLater()
        self._grid = QWidget()
        self._column.addWidget(self._grid)
        grid = QGridLayout(self._grid)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setColumnStretch(1, 1)
        if not self._batches:
            grid.addWidget(
                Label(kit, lambda s: s.say("No list has been imported yet."), role=Role.TEXT2), 0, 0
            )
        for row, batch in enumerate(self._batches):
            day = PartialDate.on(batch.imported_at.astimezone(OFFICE_ZONE).date())
            grid.addWidget(Label(kit, date_in_words(day, t, "table")), row, 0)
            name = t.say(
                "{file}, by {person}", file=visible(batch.file_name), person=batch.imported_by
            )
            grid.addWidget(Label(kit, name, strong=True, wrap=True), row, 1)
            told = t.say(
                "{new} new, {matched} known, {updated} updated, {refused} refused",
                new=t.number(batch.new),
                matched=t.number(batch.matched),
                updated=t.number(batch.updated),
                refused=t.number(batch.refused),
            )
            grid.addWidget(Label(kit, told, Size.S, Role.TEXT2), row, 2)
            if batch.undone_at is not None:
                grid.addWidget(
                    Label(kit, lambda s: s.say("taken back"), Size.S, Role.TEXT2), row, 3
                )
            else:
                back = quiet(kit, lambda s: s.say("Take back"), icon="undo")
                back.clicked.connect(partial(self.undo, batch.id))
                grid.addWidget(back, row, 3)
