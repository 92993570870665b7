"""Keeps the rows an import refused in a file, so that the office corrects them and tries again."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget

from app.jobs.refused_job import keep_refused
from app.shapes.imports import ImportReport
from app.ui.shell.saving import FileFaults
from app.ui.widgets.file_questions import ask_new_file
from app.ui.work import Work
from app.wording.imports import reason_head, row_reason

_KINDS = "XLSX (*.xlsx);;CSV (*.csv)"


class RefusedFiles(QWidget):
    """Asks where, then writes the rows off the window's thread."""

    def __init__(self, work: Work, parent: QWidget) -> None:
        super().__init__(parent)
        self._host = parent
        self._work = work
        self._faults = FileFaults(work.messages)
        self.hide()

    def choose(self, report: ImportReport) -> None:
        """Ask where the refused rows of a report shall stand, and keep them there."""
        title = self._work.kit.say(lambda t: t.say("Save the refused rows"))
        start = Path.home() / "refused.xlsx"
        chosen = ask_new_file(self._host, self._work.kit, title, _KINDS, start)
        if chosen is not None:
            self.keep(report, chosen)

    def keep(self, report: ImportReport, path: Path) -> None:
        """Keep the refused rows of a report; CSV only by its ending."""
        known = path.suffix.lower() in {".xlsx", ".csv"}
        named = path if known else path.with_name(f"{path.name}.xlsx")
        t = self._work.kit.translator
        self._work.tasks.write(
            lambda: keep_refused(report, named, reason_head(t), lambda row: row_reason(row, t)),
            self._kept,
            self._faults.tell,
        )

    def _kept(self, _: object) -> None:
        self._work.messages.done(lambda t: t.say("The refused rows are saved."))
