"""Bring a recovery sheet onto paper: print it, or save it as PDF for another printer."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.shapes.recovery import RecoverySheet
from app.ui.shell.messages import Messages
from app.ui.shell.tasks import Tasks
from app.ui.theme.palette import Role
from app.ui.ways_in.door import WaysDoor
from app.ui.widgets.buttons import plain
from app.ui.widgets.file_questions import ask_new_file
from app.ui.widgets.kit import Kit
from app.ui.widgets.notice import Notice
from app.ui.widgets.text import Label

if TYPE_CHECKING:
    from app.reports.render import PdfFile
    from app.ui.papers.rendering import Rendering


class SheetDelivery(QWidget):
    """Hold a new sheet until it is on paper; `delivered` when it was printed or saved."""

    delivered = Signal()

    def __init__(self, kit: Kit, tasks: Tasks, door: WaysDoor) -> None:
        super().__init__()
        self._kit = kit
        self.tasks = tasks
        self._door = door
        self._sheet: RecoverySheet | None = None
        self._rendering: Rendering | None = None
        self.done = False
        self.messages = Messages(kit, self)
        self.print_button = plain(kit, lambda t: t.say("Print"), icon="print", tall=True)
        self.save_button = plain(kit, lambda t: t.say("Save as PDF"), icon="doc", tall=True)
        self._number = Label(kit, "", strong=True, wrap=True)
        self._note = Notice(kit, Role.OK, "check")
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self.print_button)
        row.addWidget(self.save_button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._number)
        column.addLayout(row)
        column.addWidget(self._note)
        self.print_button.clicked.connect(self._print)
        self.save_button.clicked.connect(self._save)

    @property
    def holds(self) -> bool:
        """Tell whether there is a sheet to deliver."""
        return self._sheet is not None

    def take(self, sheet: RecoverySheet) -> None:
        """Hold this sheet."""
        self._sheet, self.done = sheet, False
        number = sheet.made.number
        self._number.set_words(lambda t: t.say("Recovery sheet {number} is made.", number=number))
        self._note.show_words("")

    def forget(self) -> None:
        """Let the sheet go: it stands on paper now, or nowhere."""
        self._sheet = None

    def _save(self) -> None:
        sheet = self._sheet
        if sheet is None:
            return
        title = self._kit.say(lambda t: t.say("Where shall the recovery sheet be saved?"))
        name = self._kit.say(lambda t: t.say("Recovery sheet {n}", n=sheet.made.number))
        path = ask_new_file(self, self._kit, title, "PDF (*.pdf)", Path.home() / f"{name}.pdf")
        if path is not None:
            self.save_to(path)

    def save_to(self, path: Path) -> None:
        """Write the sheet, readable by this user only."""
        sheet, lang, door = self._sheet, self._kit.translator.lang, self._door
        if sheet is not None:
            self.tasks.read(
                lambda: door.save_sheet(sheet, lang, path), self._saved, self.messages.failed
            )

    def _print(self) -> None:
        sheet, lang, door = self._sheet, self._kit.translator.lang, self._door
        if sheet is not None:
            self.tasks.read(lambda: door.sheet_paper(sheet, lang), self._send, self.messages.failed)

    def _send(self, paper: PdfFile) -> None:
        from app.ui.papers.printing import Press, print_pages  # noqa: PLC0415  unlocking needs no printer
        from app.ui.papers.rendering import Rendering  # noqa: PLC0415  nor a page

        if self._rendering is None:
            self._rendering = Rendering()
            self.destroyed.connect(self._rendering.close)
        press = Press(self._kit, self.tasks, self.messages, self._rendering)
        if print_pages(self, press, paper):
            self._deliver()
            self._note.show_words(
                lambda t: t.say(
                    "Sent to the printer. Seal the sheet in an envelope and put it into the safe."
                )
            )

    def _saved(self, path: Path) -> None:
        self._deliver()
        name = path.name
        self._note.show_words(
            lambda t: t.say(
                "Saved as “{name}”. Print it at a printer you trust, then delete the file.",
                name=name,
            )
        )

    def _deliver(self) -> None:
        self.done = True
        self.delivered.emit()
