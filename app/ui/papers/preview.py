"""The report preview: exactly what will print, its language, where it is saved or printed."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import override
from uuid import UUID

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.i18n import LANGUAGES
from app.jobs.report_job import DraftedPaper, draft_paper, draft_papers, note_printing, save_paper
from app.ui.papers.paper_desk import PaperDesk
from app.ui.papers.paper_rail import PaperRail
from app.ui.papers.saving import FileFaults
from app.ui.shell.actions import Action
from app.ui.shell.page import PagePanel
from app.ui.shell.tasks import Job
from app.ui.theme.type_scale import Size
from app.ui.widgets.buttons import quiet
from app.ui.widgets.file_questions import ask_folder, ask_new_file
from app.ui.widgets.text import Label
from app.ui.work import Work

PLACE = "papers"


class PreviewPanel(PagePanel):
    """Shows the internal files of chosen men as they would print; saves and prints drafts."""

    def __init__(self, work: Work) -> None:
        super().__init__(work.kit, PLACE)
        self._work = work
        self._faults = FileFaults(work.messages)
        self._cases: tuple[UUID, ...] = ()
        self._at = 0
        self._turn = 0
        self._paper: DraftedPaper | None = None
        self._lang = work.kit.translator.lang
        self._build()
        self._add_actions()

    # --- building

    def _build(self) -> None:
        self.desk = PaperDesk(self._work)
        self._rail = PaperRail(self.kit)
        self._rail.languages.chosen.connect(self._speak_paper)
        self._rail.previous.clicked.connect(self.previous_case)
        self._rail.next.clicked.connect(self.next_case)
        self._rail.save.clicked.connect(self.save)
        self._rail.print.clicked.connect(self.print_now)
        self._rail.turned.connect(self.desk.turn)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._make_head())
        column.addWidget(self.desk, 1)

    def _make_head(self) -> QHBoxLayout:
        kit = self.kit
        title = Label(kit, lambda t: t.say("Report preview"), Size.L, strong=True)
        self._back = quiet(kit, lambda t: t.say("Back to the case"), icon="left")
        self._back.clicked.connect(self._go_back)
        head = QHBoxLayout()
        head.setContentsMargins(24, 10, 24, 10)
        head.setSpacing(8)
        head.addWidget(self._back)
        head.addSpacing(8)
        head.addWidget(title)
        head.addStretch(1)
        self.desk.add_tools(head)
        return head

    def _add_actions(self) -> None:
        table = self._work.actions
        table.add(
            Action("papers.save", lambda t: t.say("Save PDF"), "Ctrl+S", place=PLACE), self.save
        )
        table.add(
            Action("papers.print", lambda t: t.say("Print"), "Ctrl+P", place=PLACE), self.print_now
        )
        table.add(
            Action("papers.back", lambda t: t.say("Back to the case"), "Esc", place=PLACE),
            self._go_back,
        )
        table.hint(PLACE, "PgUp PgDn", lambda t: t.say("page"))

    # --- the frame asks

    @override
    def rail(self) -> QWidget | None:
        return self._rail

    @override
    def rail_width(self) -> tuple[int, int]:
        return (300, 352)

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
        self._turn += 1
        turn, case_id, lang = self._turn, self._cases[self._at], self._lang
        workspace = self._work.workspace
        self._work.tasks.read(
            lambda: (turn, draft_paper(workspace, case_id, lang=lang)),
            self._show,
            self._work.messages.failed,
        )

    def _show(self, answer: tuple[int, DraftedPaper]) -> None:
        turn, paper = answer
        if turn != self._turn:
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

    def _go_back(self) -> None:
        if self._cases and self._work.doors.cases is not None:
            self._work.doors.cases.open_case(self._cases[self._at])

    # --- what is done with it

    def save(self) -> None:
        """Ask where, then save this paper, or those of all chosen men into a folder."""
        if self._paper is None:
            return
        say = self.kit.say
        if len(self._cases) == 1:
            name = f"{self._paper.number}_internal_{self._lang}.pdf"
            title = say(lambda t: t.say("Save PDF"))
            chosen = ask_new_file(self, self.kit, title, "PDF (*.pdf)", Path.home() / name)
        else:
            chosen = ask_folder(self, self.kit, say(lambda t: t.say("Save all in a folder")))
        if chosen is not None:
            self.save_to(chosen)

    def save_to(self, path: Path) -> None:
        """Save to a file, or several papers into a folder, without holding up the window."""
        cases, lang, workspace = self._cases, self._lang, self._work.workspace
        paper = self._paper
        if len(cases) == 1 and paper is not None:
            self._work.tasks.write(
                lambda: save_paper(workspace, paper, path), self._saved, self._faults.tell
            )
            return

        def work(job: Job) -> object:
            return draft_papers(
                workspace, cases, lang=lang, out=path, cancelled=lambda: job.cancelled
            )

        self._work.tasks.background(work, self._saved, self._faults.tell)

    def _saved(self, _: object) -> None:
        self._work.messages.done(lambda t: t.say("The PDF is saved."))

    def print_now(self) -> None:
        """Print the paper in view on a printer that the person chooses."""
        paper = self._paper
        if paper is not None:
            workspace = self._work.workspace
            self.desk.print_pdf(lambda: note_printing(workspace, paper))
