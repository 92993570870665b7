"""The preview of a copy that was issued: the kept file itself, handed out once, then reprinted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import override
from uuid import UUID

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.db.unit_of_work import Reader
from app.errors import HomewardError
from app.jobs.papers.handing_out import attach_copy, note_copy_leaves, save_copy
from app.jobs.papers.issue import IssuedPaper, reprint
from app.queries.papers.disclosures import disclosure
from app.queries.papers.kept_papers import kept_copy
from app.reports.audience import paper_for
from app.reports.document import Format
from app.reports.render import PdfFile
from app.shapes.changes import Changes
from app.shapes.disclosures import DisclosureLine
from app.shapes.envelopes import CoverWanted
from app.ui.cases.reason_sheet import Given, ReasonSheet
from app.ui.papers.cover_asking import CoverAsking, cover_to_print
from app.ui.papers.issued_rail import IssuedRail
from app.ui.papers.paper_panel import PaperPanel
from app.ui.shell.actions import Action
from app.ui.work import Work
from app.wording.errors import sentence
from models.vocabulary.deeds import ReadKind
from models.vocabulary.papers import DisclosureState

PLACE = "issued"

type _Copy = tuple[DisclosureLine, bytes]


class IssuedPreview(PaperPanel):
    """Shows issued copies one by one; each leaves the office once, after that as a reprint."""

    def __init__(self, work: Work) -> None:
        super().__init__(work, PLACE, lambda t: t.say("Back"))
        self._ids: tuple[UUID, ...] = ()
        self._at = 0
        self.line: DisclosureLine | None = None
        #: A reprint that was just made leaves with that: it is noted as handed out already.
        self._fresh: UUID | None = None
        self._sheet: ReasonSheet | None = None
        self.cover: CoverAsking | None = None
        self._cover_said = CoverWanted()
        self._rail = IssuedRail(self.kit, self)
        self._rail.previous.clicked.connect(self.previous_copy)
        self._rail.next.clicked.connect(self.next_copy)
        self._rail.reprint.clicked.connect(self.ask_reprint)
        self._rail.cover.clicked.connect(self.ask_cover)
        self._rail.attach.clicked.connect(self.attach)
        work.bus.listen(self._touched, "disclosures")

    @override
    def enter_own_actions(self) -> None:
        self._work.actions.add(
            Action("papers.reprint", lambda t: t.say("Print once more"), "R", "print", PLACE),
            self.ask_reprint,
            may=lambda: self.line is not None,
        )
        self._work.actions.add(
            Action(
                "papers.cover", lambda t: t.say("Cover sheet of an envelope"), "V", "doc", PLACE
            ),
            self.ask_cover,
            may=lambda: self.line is not None,
        )

    # --- the frame asks

    @override
    def rail(self) -> QWidget | None:
        return self._rail

    @override
    def arrive(self, argument: object) -> None:
        if isinstance(argument, Sequence) and argument:
            self._ids = tuple(one for one in argument if isinstance(one, UUID))
            self._at, self._fresh = 0, None
            self.read()
        self.desk.sheets.setFocus()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.steps(event, self.previous_copy, self.next_copy):
            super().keyPressEvent(event)

    # --- what is shown

    def read(self) -> None:
        """Read the copy in hand with its file."""
        self.turn_number += 1
        turn, copy_id = self.turn_number, self._ids[self._at]

        def copy(reader: Reader) -> tuple[int, _Copy]:
            line = disclosure(reader, copy_id)
            return turn, (line, kept_copy(reader, copy_id))

        self._work.read(copy, self._show)

    def _show(self, answer: tuple[int, _Copy]) -> None:
        turn, (line, content) = answer
        if turn != self.turn_number:
            return
        self.line = line
        self.title.set_words(line.number)
        self.desk.show_pdf(_kept_pdf(line, content))
        self._rail.show_line(line, self._at, len(self._ids), may_leave=self._may_leave())

    def previous_copy(self) -> None:
        """Show the copy before."""
        if self._at > 0:
            self._at -= 1
            self.read()

    def next_copy(self) -> None:
        """Show the next copy."""
        if self._at + 1 < len(self._ids):
            self._at += 1
            self.read()

    # --- how it leaves

    def _may_leave(self) -> bool:
        line = self.line
        if line is None or line.state is not DisclosureState.ISSUED:
            return False
        return line.handed_out_at is None or line.id == self._fresh

    @override
    def file_name(self) -> str:
        return self.line.number if self.line is not None else ""

    @override
    def note_leaving(self, how: ReadKind) -> None:
        if self.line is not None:
            note_copy_leaves(self._work.workspace, self.line.id, how, fresh=self._use_fresh())

    @override
    def save(self) -> None:
        if self._ready_to_leave():
            super().save()

    @override
    def save_locked(self) -> None:
        if self._ready_to_leave():
            super().save_locked()

    @override
    def save_to(self, path: Path, passphrase: str = "") -> None:  # nosec B107  # empty: not locked
        """Save the copy to a file; it is noted that it left, or nothing is written."""
        line, workspace = self.line, self._work.workspace
        if line is not None:
            fresh = self._use_fresh()
            self._work.tasks.write(
                lambda: save_copy(workspace, line.id, path, passphrase, fresh=fresh),
                self.saved,
                self.faults.tell,
            )

    @override
    def print_now(self) -> None:
        if self._ready_to_leave():
            super().print_now()

    def attach(self) -> None:
        """Keep the copy in the file of the man it is about, as an exhibit."""
        line, workspace = self.line, self._work.workspace
        if line is not None:
            self._work.tasks.write(
                lambda: attach_copy(workspace, line.id), self._attached, self._work.messages.failed
            )

    def ask_reprint(self) -> None:
        """Ask why the copy is printed once more."""
        if self.line is None or self.line.state is not DisclosureState.ISSUED:
            return
        self._sheet = ReasonSheet(
            self.kit,
            lambda t: t.say("Print once more"),
            lambda t: t.say(
                "A copy leaves the office once. What is printed again is marked as a reprint, with "
                "a number and a code of its own, and the log says why."
            ),
            lambda t: t.say("Make the reprint"),
            self,
        )
        self._sheet.given.connect(self._reprint)
        self._sheet.open()

    def ask_cover(self) -> None:
        """Ask what the cover of an envelope says, then show it beside the copies as a sheet."""
        if self.line is None or self.line.state is not DisclosureState.ISSUED:
            return
        self.cover = CoverAsking(self.kit, self._cover_said, len(self._ids), self)
        self.cover.given.connect(self._show_cover)
        self.cover.finished.connect(self._cover_put_away)
        self.cover.open()

    def _show_cover(self, given: CoverWanted) -> None:
        asking, papers, line = self.cover, self._work.doors.papers, self.line
        if asking is None or papers is None or line is None:
            return
        ids = self._ids if asking.all_copies.isChecked() else (line.id,)
        asking.accept()
        papers.open_sheet(cover_to_print(self._work, replace(given, copy_ids=ids), line.number))

    def _cover_put_away(self, _: int) -> None:
        if self.cover is not None:
            self._cover_said = self.cover.answer()
        self.cover = None

    def _ready_to_leave(self) -> bool:
        """Tell whether the copy may leave; where it has left, ask for a reprint."""
        if not self._may_leave():
            self.ask_reprint()
            return False
        return True

    def _use_fresh(self) -> bool:
        fresh = self.line is not None and self.line.id == self._fresh
        self._fresh = None
        return fresh

    def _reprint(self, given: Given) -> None:
        line, workspace = self.line, self._work.workspace
        if line is not None:
            self._work.tasks.write(
                lambda: reprint(workspace, line.id, given.text),
                self._reprinted,
                self._not_reprinted,
            )

    def _reprinted(self, copy: IssuedPaper) -> None:
        if self._sheet is not None:
            self._sheet.accept()
        self._ids = (copy.id,)
        self._at, self._fresh = 0, copy.id
        self.read()
        number = copy.number
        self._work.messages.done(
            lambda t: t.say("The reprint {number} is made. Print or save it now.", number=number)
        )

    def _not_reprinted(self, error: Exception) -> None:
        if self._sheet is not None and isinstance(error, HomewardError):
            told = error
            self._sheet.refuse(lambda t: sentence(told, t))
        else:
            self._work.messages.failed(error)

    def _attached(self, numbers: tuple[str, ...]) -> None:
        shown = ", ".join(numbers)
        self._work.messages.done(
            lambda t: t.say("It is kept in his file as exhibit {number}.", number=shown)
        )

    def _touched(self, _: Changes) -> None:
        if self.isVisible() and self._ids:
            self.read()


def _kept_pdf(line: DisclosureLine, content: bytes) -> PdfFile:
    landscape = paper_for(line.audience).format is Format.LANDSCAPE
    return PdfFile(content, line.pages, line.sha256, (), landscape, line.paper_format)
