"""The report preview: exactly what will print, its language, where it is saved or printed."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import override
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.i18n import LANGUAGES
from app.jobs.report_job import DraftedPaper, draft_paper, draft_papers, note_printing, save_paper
from app.sandbox.calls import PagePixels
from app.ui.papers.paper_rail import PaperRail
from app.ui.papers.printing import Press, print_pages
from app.ui.papers.rendering import Rendering, WantedPage
from app.ui.papers.saving import FileFaults
from app.ui.papers.sheets import Sheets
from app.ui.papers.thumbnails import Thumbnails
from app.ui.shell.actions import Action
from app.ui.shell.page import PagePanel
from app.ui.shell.tasks import Job
from app.ui.theme.palette import Role
from app.ui.theme.type_scale import Size
from app.ui.widgets.buttons import icon_button, quiet
from app.ui.widgets.file_questions import ask_folder, ask_new_file
from app.ui.widgets.text import Label
from app.ui.work import Work

PLACE = "papers"


class PreviewPanel(PagePanel):
    """Shows the internal files of chosen men as they would print; saves and prints drafts."""

    def __init__(self, work: Work) -> None:
        super().__init__(work.kit, PLACE)
        self._work = work
        self._rendering = Rendering()
        self._faults = FileFaults(work.messages)
        self._cases: tuple[UUID, ...] = ()
        self._at = 0
        self._turn = 0
        self._paper: DraftedPaper | None = None
        self._small_of: DraftedPaper | None = None
        self._lang = work.kit.translator.lang
        self._build()
        self._add_actions()
        self.destroyed.connect(self._rendering.close)

    # --- building

    def _build(self) -> None:
        kit = self.kit
        self._sheets = Sheets(kit)
        self._sheets.wanted.connect(self._render)
        self._sheets.in_front.connect(self._tell_page)
        self._sheets.zoomed.connect(self._tell_zoom)
        self._small = Thumbnails(kit)
        self._small.chosen.connect(self._sheets.go_to)
        self._small.wanted.connect(self._render_small)
        self._rail = PaperRail(kit)
        self._rail.languages.chosen.connect(self._speak_paper)
        self._rail.previous.clicked.connect(self.previous_case)
        self._rail.next.clicked.connect(self.next_case)
        self._rail.save.clicked.connect(self.save)
        self._rail.print.clicked.connect(self.print_now)
        self._rail.turned.connect(self.turn)
        desk = QHBoxLayout()
        desk.setSpacing(0)
        desk.addWidget(self._small)
        desk.addWidget(self._sheets, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._make_head())
        column.addLayout(desk, 1)

    def _make_head(self) -> QHBoxLayout:
        kit = self.kit
        title = Label(kit, lambda t: t.say("Report preview"), Size.L, strong=True)
        self._back = quiet(kit, lambda t: t.say("Back to the case"), icon="left")
        self._back.clicked.connect(self._go_back)
        self._page = Label(kit, "", role=Role.TEXT2)
        self._percent = Label(kit, "", role=Role.TEXT2)
        self._percent.setMinimumWidth(kit.theme.scaled(44))
        self._percent.setAlignment(Qt.AlignmentFlag.AlignCenter)
        up = icon_button(kit, "left", lambda t: t.say("Previous page"), edge=False)
        down = icon_button(kit, "right", lambda t: t.say("Next page"), edge=False)
        smaller = icon_button(kit, "minus", lambda t: t.say("Smaller"), edge=False)
        larger = icon_button(kit, "plus", lambda t: t.say("Larger"), edge=False)
        self._fit = quiet(kit, lambda t: t.say("Fit the width"))
        up.clicked.connect(self._page_up)
        down.clicked.connect(self._page_down)
        smaller.clicked.connect(self._sheets.smaller)
        larger.clicked.connect(self._sheets.larger)
        self._fit.clicked.connect(self._sheets.fit_width)
        head = QHBoxLayout()
        head.setContentsMargins(24, 10, 24, 10)
        head.setSpacing(8)
        head.addWidget(self._back)
        head.addSpacing(8)
        head.addWidget(title)
        head.addStretch(1)
        for widget in (up, self._page, down):
            head.addWidget(widget)
        head.addSpacing(12)
        for widget in (smaller, self._percent, larger, self._fit):
            head.addWidget(widget)
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
        self._sheets.setFocus()

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
        self._sheets.show_pages(paper.pdf.pages)
        self._small.show_pages(paper.pdf.pages)
        self._tell_page(0)
        self._rail.show_paper(paper, self._at, len(self._cases))

    def _render(self, page: int, dpi: float) -> None:
        paper = self._paper
        if paper is None:
            return
        wanted = WantedPage(paper.pdf.content, page, dpi)
        self._work.tasks.read(
            lambda: (paper, wanted, self._rendering.render(wanted)),
            self._rendered,
            self._work.messages.failed,
        )

    def _rendered(self, answer: tuple[DraftedPaper, WantedPage, PagePixels]) -> None:
        paper, wanted, pixels = answer
        if paper is not self._paper:
            return
        self._sheets.put(wanted.page, pixels, wanted.dpi)
        if self._small_of is not paper:
            self._small_of = paper
            self._small.ask()

    def _render_small(self, page: int, dpi: float) -> None:
        paper = self._paper
        if paper is None:
            return
        wanted = WantedPage(paper.pdf.content, page, dpi)
        self._work.tasks.read(
            lambda: (paper, page, self._rendering.render(wanted)),
            self._rendered_small,
            self._work.messages.failed,
        )

    def _rendered_small(self, answer: tuple[DraftedPaper, int, PagePixels]) -> None:
        paper, page, pixels = answer
        if paper is self._paper:
            self._small.put(page, pixels)

    def _tell_page(self, page: int) -> None:
        paper = self._paper
        if paper is None:
            return
        pages = paper.pdf.pages
        self._page.set_words(lambda t: t.say("page {page} of {pages}", page=page + 1, pages=pages))
        self._small.set_front(page)

    def _tell_zoom(self, percent: int) -> None:
        self._percent.set_words(f"{percent} %")

    # --- turning

    def turn(self, step: int) -> None:
        """Turn a page on or back."""
        self._sheets.turn(step)

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

    def _page_up(self) -> None:
        self.turn(-1)

    def _page_down(self) -> None:
        self.turn(1)

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
            press = Press(
                self._work.tasks,
                self._work.messages,
                self._rendering,
                lambda: note_printing(workspace, paper),
            )
            print_pages(self, press, paper.pdf)
