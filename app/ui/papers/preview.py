"""The report preview: exactly what will print, its language, where it is saved or printed."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import override
from uuid import UUID

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.i18n import LANGUAGES
from app.jobs.report_job import DraftedPaper, draft_paper, draft_papers, note_leaving
from app.ui.papers.paper_panel import PaperPanel
from app.ui.papers.paper_rail import PaperRail
from app.ui.shell.tasks import Job
from app.ui.widgets.file_questions import ask_folder
from app.ui.work import Work
from models.vocabulary.deeds import ReadKind

PLACE = "papers"


class PreviewPanel(PaperPanel):
    """Shows the internal files of chosen men as they would print; saves and prints drafts."""

    def __init__(self, work: Work) -> None:
        super().__init__(work, PLACE, lambda t: t.say("Back to the case"))
        self._cases: tuple[UUID, ...] = ()
        self._at = 0
        self._paper: DraftedPaper | None = None
        self._lang = work.kit.translator.lang
        self.title.set_words(lambda t: t.say("Report preview"))
        self._rail = PaperRail(self.kit, self)
        self._rail.languages.chosen.connect(self._speak_paper)
        self._rail.previous.clicked.connect(self.previous_case)
        self._rail.next.clicked.connect(self.next_case)

    # --- the frame asks

    @override
    def rail(self) -> QWidget | None:
        return self._rail

    @override
    def arrive(self, argument: object) -> None:
        if isinstance(argument, Sequence) and argument:
            self._cases = tuple(one for one in argument if isinstance(one, UUID))
            self._at = 0
            self._lang = self.kit.translator.lang if self.kit.translator.lang in LANGUAGES else "en"
            self._rail.languages.choose(self._lang)
        self.desk.sheets.setFocus()

    # --- what is shown

    def _speak_paper(self, lang: str) -> None:
        self._lang = lang
        self._draft()

    def _draft(self) -> None:
        if not self._cases:
            return
        self.turn_number += 1
        turn, case_id, lang = self.turn_number, self._cases[self._at], self._lang
        workspace = self._work.workspace
        self._work.tasks.read(
            lambda: (turn, draft_paper(workspace, case_id, lang=lang)),
            self._show,
            self._work.messages.failed,
        )

    def _show(self, answer: tuple[int, DraftedPaper]) -> None:
        turn, paper = answer
        if turn != self.turn_number:
            return
        self._paper = paper
        self.desk.show_pdf(paper.pdf)
        self._rail.show_paper(paper, self._at, len(self._cases))

    # --- turning

    def previous_case(self) -> None:
        """Show the paper of the man before."""
        if self._at > 0:
            self._at -= 1
            self._draft()

    def next_case(self) -> None:
        """Show the paper of the next man."""
        if self._at + 1 < len(self._cases):
            self._at += 1
            self._draft()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._rail.press(event):
            super().keyPressEvent(event)

    @override
    def go_back(self) -> None:
        if self._cases and self._work.doors.cases is not None:
            self._work.doors.cases.open_case(self._cases[self._at])

    # --- what is done with it

    @override
    def file_name(self) -> str:
        number = self._paper.number if self._paper is not None else ""
        return f"{number}_internal_{self._lang}"

    @override
    def note_leaving(self, how: ReadKind) -> None:
        if self._paper is not None:
            note_leaving(self._work.workspace, self._paper, how)

    @override
    def save(self) -> None:
        """Ask where, then save this paper, or those of all chosen men into a folder."""
        if self._paper is None or len(self._cases) == 1:
            super().save()
            return
        chosen = ask_folder(self, self.kit, self.kit.say(lambda t: t.say("Save all in a folder")))
        if chosen is not None:
            self.save_to(chosen)

    @override
    def save_to(self, path: Path, passphrase: str = "") -> None:
        """Save to a file, or several papers into a folder, without holding up the window."""
        cases, lang, workspace = self._cases, self._lang, self._work.workspace
        if self._paper is None:
            return
        if passphrase or len(cases) == 1:
            super().save_to(path, passphrase)
            return

        def work(job: Job) -> object:
            return draft_papers(
                workspace, cases, lang=lang, out=path, cancelled=lambda: job.cancelled
            )

        self._work.tasks.background(work, self.saved, self.faults.tell)
