"""What every preview has: the desk, the head over it, what can be done with the paper on it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final, override

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from app.jobs.papers.report import keep
from app.reports.render import PdfFile
from app.sandbox.calls import lock_pdf
from app.ui.papers.job_strip import JobStrip
from app.ui.papers.left_out import WIDE, LeftOutColumn
from app.ui.papers.lock_sheet import LockSheet
from app.ui.papers.paper_desk import PaperDesk
from app.ui.papers.paper_size import TURNS
from app.ui.shell.actions import Action
from app.ui.shell.page import PagePanel
from app.ui.shell.saving import FileFaults
from app.ui.theme.type_scale import Size
from app.ui.widgets.buttons import quiet
from app.ui.widgets.file_questions import ask_new_file
from app.ui.widgets.giving_row import GivingRow
from app.ui.widgets.kit import Words
from app.ui.widgets.text import Label
from app.ui.work import Work
from models.vocabulary.deeds import ReadKind

_UNBOUND: Final = (1 << 24) - 1  # what Qt calls no limit
_TOGETHER: Final = 660
"""Wide enough at base 13 px for a page one can read and the left-out column beside it."""

TONGUES = (("en", "English"), ("hy", "Հայերեն"), ("ru", "Русский"))
"""The languages of papers, each in its own words."""


class PaperPanel(PagePanel):
    """A paper on the desk under its head; a page says what paper it is and how it leaves.

    `left` when the person goes whence they came.
    """

    left = Signal()

    def __init__(self, work: Work, place: str, back: Words) -> None:
        super().__init__(work.kit, place)
        self._work = work
        self.faults = FileFaults(work.messages)
        self.turn_number = 0
        self.desk = PaperDesk(work)
        self.title = Label(work.kit, "", Size.L, strong=True)
        self.back_button = quiet(work.kit, back, icon="left")
        self.back_button.clicked.connect(self.go_back)
        head = GivingRow()
        head.row.addWidget(self.back_button)
        head.row.addSpacing(8)
        head.row.addWidget(self.title)
        head.row.addStretch(1)
        head.give_way([*self.desk.add_tools(head.row), self.title])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.beside = LeftOutColumn(work.kit)
        self.beside.left.connect(self._put_beside_away)
        self.progress = JobStrip(work)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.desk, 1)
        row.addWidget(self.beside)
        column.addWidget(head)
        column.addWidget(self.progress)
        column.addLayout(row, 1)
        self.enter_own_actions()
        self._enter_actions(back)

    # --- what a page says of itself

    def enter_own_actions(self) -> None:
        """Enter what can be done with this kind of paper; it stands first among the keys."""

    def go_back(self) -> None:
        """Go whence one came."""
        self.left.emit()

    def file_name(self) -> str:
        """Return the name that is offered for the file, without its ending and no man's name."""
        raise NotImplementedError

    def note_leaving(self, how: ReadKind) -> None:
        """Write down that the paper in view is printed or saved; off the window's thread."""
        raise NotImplementedError

    def print_now(self) -> None:
        """Print the paper in view on a printer that the person chooses."""
        self.desk.print_pdf(self._note_printing)

    def _note_printing(self) -> None:
        self.note_leaving(ReadKind.PRINTED)

    # --- the frame asks

    @override
    def rail_width(self) -> tuple[int, int]:
        return (316, 372)

    @override
    def rail_stays(self) -> bool:
        return True

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in TURNS:
            self.desk.turn(TURNS[key])
            return
        super().keyPressEvent(event)

    def steps(self, event: QKeyEvent, back: Callable[[], object], on: Callable[[], object]) -> bool:
        """Take Alt with an arrow as one paper back or on; tell whether it was one."""
        run = {Qt.Key.Key_Up: back, Qt.Key.Key_Down: on}.get(Qt.Key(event.key()))
        if run is None or not event.modifiers() & Qt.KeyboardModifier.AltModifier:
            return False
        run()
        return True

    def show_left_out(self) -> None:
        """Show all that was left out beside the page, or put it away."""
        self.beside.setVisible(self.beside.isHidden())
        self._make_room()

    def _put_beside_away(self) -> None:
        self.beside.hide()
        self._make_room()
        self.desk.sheets.setFocus()

    def _make_room(self) -> None:
        """Let the column stand in the place of the page where both together have no room."""
        scaled = self.kit.theme.scaled
        together = self.width() >= scaled(_TOGETHER)
        self.desk.setVisible(together or self.beside.isHidden())
        self.beside.setMaximumWidth(scaled(WIDE) if together else _UNBOUND)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    # --- what is done with it

    def save(self) -> None:
        """Ask where, then save the very bytes in view."""
        chosen = self._ask_file() if self.desk.pdf is not None else None
        if chosen is not None:
            self.save_to(chosen)

    def save_locked(self) -> None:
        """Ask for a passphrase and where, then save the paper locked with it."""
        if self.desk.pdf is None:
            return
        passphrase = LockSheet.ask(self.kit, self._work.tasks, self)
        chosen = self._ask_file() if passphrase else None
        if chosen is not None:
            self.save_to(chosen, passphrase)

    def save_to(self, path: Path, passphrase: str = "") -> None:  # nosec B107  # empty: not locked
        """Save to a file, without holding up the window."""
        pdf = self.desk.pdf
        if pdf is None:
            return
        self._work.tasks.write(
            lambda: self._write(pdf, path, passphrase), self.saved, self.faults.tell
        )

    def _write(self, pdf: PdfFile, path: Path, passphrase: str) -> None:
        content = lock_pdf(pdf.content, passphrase) if passphrase else pdf.content
        self.note_leaving(ReadKind.EXPORTED)
        keep(path, content)

    def _ask_file(self) -> Path | None:
        title = self.kit.say(lambda t: t.say("Save PDF"))
        start = Path.home() / f"{self.file_name()}.pdf"
        return ask_new_file(self, self.kit, title, "PDF (*.pdf)", start)

    def saved(self, _: object) -> None:
        """Say that it was saved."""
        self._work.messages.done(lambda t: t.say("The PDF is saved."))

    def _enter_actions(self, back: Words) -> None:
        table, place = self._work.actions, self.place
        finder = self.desk.search.bar.begin
        for action, run in (
            (Action("papers.save", lambda t: t.say("Save PDF"), "Ctrl+S", place=place), self.save),
            (
                Action(
                    "papers.lock",
                    lambda t: t.say("Save a locked PDF"),
                    "Ctrl+Shift+S",
                    "lock",
                    place,
                ),
                self.save_locked,
            ),
            (
                Action("papers.print", lambda t: t.say("Print"), "Ctrl+P", "print", place),
                self.print_now,
            ),
            (
                Action(
                    "papers.find",
                    lambda t: t.say("Find on the page"),
                    "Ctrl+F",
                    "search",
                    place,
                    footer=lambda t: t.say("find"),
                ),
                finder,
            ),
            (
                Action("papers.larger", lambda t: t.say("Larger"), "Ctrl+=", "plus", place),
                self.larger,
            ),
            (
                Action("papers.smaller", lambda t: t.say("Smaller"), "Ctrl+-", "minus", place),
                self.smaller,
            ),
            (Action("papers.back", back, "Esc", place=place), self.go_back),
        ):
            table.add(action, run)
        table.hint(place, "PgUp PgDn", lambda t: t.say("page"))

    def larger(self) -> None:
        """Show the pages a step larger."""
        self.desk.sheets.larger()

    def smaller(self) -> None:
        """Show the pages a step smaller."""
        self.desk.sheets.smaller()
