"""Shows a recovery sheet that was just made: the code to copy by hand, to print, or to save.

The secret stands in this widget and nowhere else; `forget` lets go of it.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.jobs.papers.report import keep
from app.reports.recovery_sheet import write_recovery_sheet
from app.reports.render import PdfFile
from app.shapes.recovery import RecoverySheet
from app.ui.papers.paper_panel import TONGUES
from app.ui.papers.printing import Press, print_pages
from app.ui.papers.rendering import Rendering
from app.ui.shell.messages import Messages
from app.ui.shell.saving import FileFaults
from app.ui.shell.tasks import Tasks
from app.ui.theme.palette import Role
from app.ui.theme.type_scale import Size
from app.ui.widgets.buttons import plain, primary
from app.ui.widgets.file_questions import ask_new_file
from app.ui.widgets.kit import Kit, Words
from app.ui.widgets.tabs import Segments
from app.ui.widgets.text import Label


class SheetView(QWidget):
    """One sheet, or three parts; `kept` once it went to a printer or into a file."""

    kept = Signal()

    def __init__(self, kit: Kit, tasks: Tasks, messages: Messages) -> None:
        super().__init__()
        self._kit = kit
        self._messages = messages
        self._faults = FileFaults(messages)
        self._press = Press(kit, tasks, messages, Rendering())
        self._sheet: RecoverySheet | None = None
        self._code: QWidget | None = None
        self.lang = Segments(kit, TONGUES, lambda t: t.say("Language of the sheet"))
        self.print_button = primary(kit, lambda t: t.say("Print …"), icon="print")
        self.save_button = plain(kit, lambda t: t.say("Save as PDF …"), icon="doc")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.print_button)
        row.addWidget(self.save_button)
        row.addStretch(1)
        row.addWidget(self.lang)
        self._column.addLayout(row)
        self._column.addWidget(
            Label(
                kit,
                lambda t: t.say(
                    "Print it, seal it in an envelope and put it in the safe. If you save it, "
                    "print it from there and delete the file. It is not shown again."
                ),
                role=Role.TEXT2,
                wrap=True,
            )
        )
        self.print_button.clicked.connect(self.print_now)
        self.save_button.clicked.connect(self._browse)

    def show_sheet(self, sheet: RecoverySheet) -> None:
        """Show a sheet that was just made."""
        self.forget()
        self._sheet = sheet
        self.lang.choose(self._kit.translator.lang)
        self._code = self._code_of(sheet)
        self._column.insertWidget(0, self._code)

    def forget(self) -> None:
        """Let go of the secret."""
        self._sheet = None
        if self._code is not None:
            self._code.setParent(None)
            self._code.deleteLater()
            self._code = None

    def paper(self) -> PdfFile | None:
        """Write the sheet as a PDF in memory, in the language chosen."""
        if self._sheet is None:
            return None
        return write_recovery_sheet(self._sheet, self.lang.current() or "en")

    def print_now(self) -> None:
        """Print it on a printer that the person chooses."""
        paper = self.paper()
        if paper is not None:
            print_pages(self, self._press, paper)
            self.kept.emit()

    def save_to(self, path: Path) -> None:
        """Write it to a file readable by its owner only."""
        paper = self.paper()
        if paper is None:
            return
        try:
            keep(path, paper.content)
        except OSError as error:
            self._faults.tell(error)
            return
        self._messages.done(lambda t: t.say("The PDF is saved."))
        self.kept.emit()

    def close_press(self) -> None:
        """End the worker that turns pages into pictures."""
        self._press.rendering.close()

    def _browse(self) -> None:
        if self._sheet is None:
            return
        title = self._kit.say(lambda t: t.say("Save PDF"))
        name = f"recovery-sheet-{self._sheet.made.number}.pdf"
        chosen = ask_new_file(self, self._kit, title, "PDF (*.pdf)", Path.home() / name)
        if chosen is not None:
            self.save_to(chosen)

    def _code_of(self, sheet: RecoverySheet) -> QWidget:
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(6)
        for at, line in enumerate(sheet.lines):
            grid.addWidget(Label(self._kit, line, Size.L, strong=True), at, 0)
        for at, share in enumerate(sheet.shares):
            part = Label(self._kit, _part_words(at + 1), Size.S, Role.TEXT2)
            grid.addWidget(part, 2 * at, 0)
            grid.addWidget(Label(self._kit, " ".join(share), strong=True, wrap=True), 2 * at + 1, 0)
        return holder


def _part_words(number: int) -> Words:
    return lambda t: t.say("Part {part}", part=number)
