"""Hands the list of cases out as a table: asks where, then writes it off the window's thread."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget

from app.jobs.case_table_job import TableWanted, write_case_table
from app.ui.cases.case_table import CaseTable
from app.ui.cases.listing import Asked
from app.ui.shell.saving import FileFaults
from app.ui.widgets.file_questions import ask_new_file
from app.ui.work import Work

_KINDS = "XLSX (*.xlsx);;CSV (*.csv)"
_ENDINGS = frozenset({".xlsx", ".csv"})


class TableFiles:
    """Writes the cases as the screen shows them: filter, order, columns and language."""

    def __init__(self, work: Work, table: CaseTable, host: QWidget) -> None:
        self._work = work
        self._table = table
        self._host = host
        self._faults = FileFaults(work.messages)

    def choose(self, asked: Asked) -> None:
        """Ask where the list shall stand, and write it there."""
        kit = self._work.kit
        title = kit.say(lambda t: t.say("Save this list as a table"))
        name = kit.say(lambda t: t.say_in("file name", "cases"))
        chosen = ask_new_file(self._host, kit, title, _KINDS, Path.home() / f"{name}.xlsx")
        if chosen is not None:
            self.keep(asked, chosen)

    def keep(self, asked: Asked, path: Path) -> None:
        """Write the cases that are listed; CSV only by its ending."""
        known = path.suffix.lower() in _ENDINGS
        named = path if known else path.with_name(f"{path.name}.xlsx")
        workspace, t = self._work.workspace, self._work.kit.translator
        columns = self._shown_columns()

        def written(count: int) -> None:
            self._work.messages.done(
                lambda t: t.say_n(
                    "{n} case was saved to {name}. The file is not encrypted.",
                    "{n} cases were saved to {name}. The file is not encrypted.",
                    count,
                    name=named.name,
                )
            )

        self._work.tasks.background(
            lambda job: write_case_table(
                workspace,
                TableWanted(asked.wanted, asked.sort, asked.descending, columns),
                named,
                t,
                report=job.report,
                cancelled=lambda: job.cancelled,
            ),
            written,
            self._faults.tell,
        )

    def _shown_columns(self) -> list[str]:
        state = self._table.layout_state()
        if not isinstance(state, dict):
            return []
        order, hidden = state.get("order"), state.get("hidden")
        gone = hidden if isinstance(hidden, list) else []
        return [str(key) for key in order if key not in gone] if isinstance(order, list) else []
