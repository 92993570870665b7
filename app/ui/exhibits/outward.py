"""Verify an exhibit, open its safe copy, or let its original out of the register on purpose (R-39).

The safe copy is the default: a picture made anew in the sandbox. An original leaves only with a
reason, and both are entries of the custody log.
"""

from __future__ import annotations

from pathlib import Path, PurePath

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from app.errors import HomewardError
from app.i18n import Translator
from app.jobs.exhibits.check import verify_exhibits
from app.jobs.exhibits.copies import export_original, open_safe_copy
from app.shapes.checks import Fault
from app.shapes.exhibits import ExhibitRow
from app.ui.exhibits.pickers import pick_place
from app.ui.exhibits.sheets import ExportSheet, GivenOut
from app.ui.shell.messages import Problem
from app.ui.widgets.kit import Words
from app.ui.work import Work
from app.wording.errors import sentence
from app.wording.faults import fault_words


class Outward:
    """What leads an exhibit, or word of it, out of the register."""

    def __init__(self, work: Work) -> None:
        self._work = work

    def verify(self, row: ExhibitRow) -> None:
        """Hash the original anew, and say whether it is what was taken in."""
        work = self._work

        def done(faults: list[Fault]) -> None:
            if not faults:
                work.messages.done(
                    lambda t: t.say("{number} is unchanged, bit by bit.", number=row.number)
                )
                return
            work.messages.problem(Problem(_fault(row, faults[0]), "", "", "exhibit_altered"))

        work.tasks.background(
            lambda job: verify_exhibits(work.workspace, (row.id,), cancelled=lambda: job.cancelled),
            done,
            work.messages.failed,
        )

    def open_safe_copy(self, row: ExhibitRow) -> None:
        """Make pictures of it anew and open the first in the program of this desk."""
        work = self._work
        work.messages.done(lambda t: t.say("A safe copy of {number} is made …", number=row.number))

        def done(paths: tuple[Path, ...]) -> None:
            opened = QDesktopServices.openUrl(QUrl.fromLocalFile(str(paths[0])))
            work.messages.done(_copy_is_open if opened else _nothing_opens_it)

        work.tasks.background(
            lambda _: open_safe_copy(work.workspace, row.id), done, work.messages.failed
        )

    def export_original(self, row: ExhibitRow, host: QWidget) -> ExportSheet:
        """Ask why and where, then write the original to a file outside the register."""
        sheet = ExportSheet(self._work.kit, row, host)
        sheet.given.connect(lambda given: self._export(row, given, sheet))
        sheet.open()
        return sheet

    def _export(self, row: ExhibitRow, given: GivenOut, sheet: ExportSheet) -> None:
        work = self._work
        path = pick_place(work.kit, sheet, f"{row.number}{PurePath(row.original_name).suffix}")
        if path is None:
            sheet.button.setEnabled(True)
            return

        def done(written: Path) -> None:
            sheet.accept()
            work.messages.done(
                lambda t: t.say(
                    "{number} was written to {name}; the custody log says so.",
                    number=row.number,
                    name=written.name,
                )
            )

        def failed(error: Exception) -> None:
            if isinstance(error, HomewardError):
                coded = error
                sheet.refuse(lambda t: sentence(coded, t))
            else:
                sheet.reject()
                work.messages.failed(error)

        work.tasks.background(
            lambda job: export_original(
                work.workspace,
                row.id,
                path,
                reason=given.reason,
                to_whom=given.to_whom,
                cancelled=lambda: job.cancelled,
            ),
            done,
            failed,
        )


def _copy_is_open(t: Translator) -> str:
    return t.say("The safe copy is open in another program. It is gone when the register closes.")


def _nothing_opens_it(t: Translator) -> str:
    return t.say(
        "No program of this computer opens the safe copy. Install one that shows pictures."
    )


def _fault(row: ExhibitRow, fault: Fault) -> Words:
    return lambda t: f"{row.number}: {fault_words(fault, t)}"
