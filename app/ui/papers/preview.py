"""The report preview: exactly what will print, its language, where it is saved or printed."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import override
from uuid import UUID

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.i18n import LANGUAGES
from app.i18n.translator import Translator
from app.jobs.report_job import DraftedPaper, draft_paper, draft_papers, keep
from app.sandbox.calls import PagePixels
from app.ui.papers.printing import print_pages
from app.ui.papers.rendering import Rendering, WantedPage
from app.ui.papers.sheets import Sheets
from app.ui.shell.actions import Action
from app.ui.shell.page import PagePanel
from app.ui.shell.tasks import Job
from app.ui.theme.palette import Role
from app.ui.theme.type_scale import Size
from app.ui.widgets.buttons import icon_button, plain, primary, quiet
from app.ui.widgets.tabs import Segments
from app.ui.widgets.text import Label, caption, hairline
from app.ui.work import Work

PLACE = "papers"
_ZOOMS = (0.6, 0.8, 1.0, 1.25, 1.5, 2.0)


class PreviewPanel(PagePanel):
    """Shows the internal files of chosen men as they would print; saves and prints drafts."""

    def __init__(self, work: Work) -> None:
        super().__init__(work.kit, PLACE)
        self._work = work
        self._rendering = Rendering()
        self._cases: tuple[UUID, ...] = ()
        self._at = 0
        self._paper: DraftedPaper | None = None
        self._lang = work.kit.translator.lang
        self._build()
        self._add_actions()
        self.destroyed.connect(self._rendering.close)

    # --- building

    def _build(self) -> None:
        kit = self.kit
        self._title = Label(kit, lambda t: t.say("Report preview"), Size.L, strong=True)
        self._page = Label(kit, "", role=Role.TEXT2)
        self._back = quiet(kit, lambda t: t.say("Back to the case"), icon="left")
        self._back.clicked.connect(self._go_back)
        up = icon_button(kit, "left", lambda t: t.say("Previous page"), edge=False)
        down = icon_button(kit, "right", lambda t: t.say("Next page"), edge=False)
        up.clicked.connect(self._page_up)
        down.clicked.connect(self._page_down)
        smaller = icon_button(kit, "minus", lambda t: t.say("Smaller"), edge=False)
        larger = icon_button(kit, "plus", lambda t: t.say("Larger"), edge=False)
        smaller.clicked.connect(self._smaller)
        larger.clicked.connect(self._larger)
        head = QHBoxLayout()
        head.setContentsMargins(24, 10, 24, 10)
        head.setSpacing(12)
        for widget in (self._back, self._title):
            head.addWidget(widget)
        head.addStretch(1)
        for widget in (up, self._page, down, smaller, larger):
            head.addWidget(widget)
        self._sheets = Sheets(kit)
        self._sheets.wanted.connect(self._render)
        self._sheets.in_front.connect(self._tell_page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._sheets, 1)
        self._rail = self._make_rail()

    def _make_rail(self) -> QWidget:
        kit = self.kit
        rail = QWidget()
        column = QVBoxLayout(rail)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        column.addWidget(caption(kit, lambda t: t.say("Document")))
        column.addWidget(Label(kit, lambda t: t.say("Internal case file"), strong=True))
        column.addWidget(
            Label(
                kit,
                lambda t: t.say(
                    "For staff only: everything the file holds, with sources and grades."
                ),
                Size.S,
                Role.TEXT2,
                wrap=True,
            )
        )
        column.addSpacing(8)
        column.addWidget(caption(kit, lambda t: t.say("Language of the paper")))
        self._languages = Segments(
            kit,
            [("en", "English"), ("hy", "Հայերեն"), ("ru", "Русский")],
            lambda t: t.say("Language of the paper"),
        )
        self._languages.chosen.connect(self._speak_paper)
        column.addWidget(self._languages)
        column.addSpacing(8)
        column.addWidget(hairline(kit))
        self._whose = Label(kit, "", wrap=True)
        self._previous = plain(kit, lambda t: t.say("Previous case"))
        self._next = plain(kit, lambda t: t.say("Next case"))
        self._previous.clicked.connect(self._previous_case)
        self._next.clicked.connect(self._next_case)
        turn = QHBoxLayout()
        turn.addWidget(self._previous)
        turn.addWidget(self._next)
        turn.addStretch(1)
        column.addWidget(self._whose)
        column.addLayout(turn)
        self._spelled = Label(kit, "", Size.S, Role.WARN, wrap=True)
        column.addWidget(self._spelled)
        column.addStretch(1)
        column.addWidget(
            Label(
                kit,
                lambda t: t.say("A draft for work in the office: no code, no copy number."),
                Size.S,
                Role.TEXT2,
                wrap=True,
            )
        )
        buttons = QHBoxLayout()
        self._save = primary(kit, lambda t: t.say("Save PDF"), key="Ctrl+S")
        self._print = plain(kit, lambda t: t.say("Print"), icon="print", key="Ctrl+P")
        self._save.clicked.connect(self.save)
        self._print.clicked.connect(self.print_now)
        buttons.addWidget(self._save)
        buttons.addWidget(self._print)
        buttons.addStretch(1)
        column.addLayout(buttons)
        return rail

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
            self._languages.choose(self._lang)
        self._sheets.setFocus()

    @override
    def retranslate(self, translator: Translator) -> None:
        self._tell_page(self._sheets.page_in_front())
        self._tell_case()

    # --- what is shown

    def _speak_paper(self, lang: str) -> None:
        self._lang = lang
        self._draft()

    def _draft(self) -> None:
        if not self._cases:
            return
        case_id, lang, workspace = self._cases[self._at], self._lang, self._work.workspace
        self._work.tasks.read(
            lambda: draft_paper(workspace, case_id, lang=lang),
            self._show,
            self._work.messages.failed,
        )

    def _show(self, paper: DraftedPaper) -> None:
        self._paper = paper
        self._sheets.show_pages(paper.pdf.pages)
        self._tell_page(0)
        self._tell_case()

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
        if paper is self._paper:
            self._sheets.put(wanted.page, pixels, wanted.dpi)

    def _tell_page(self, page: int) -> None:
        paper = self._paper
        if paper is None:
            return
        pages = paper.pdf.pages
        self._page.set_words(lambda t: t.say("page {page} of {pages}", page=page + 1, pages=pages))

    def _tell_case(self) -> None:
        paper = self._paper
        if paper is None:
            return
        at, many, number = self._at + 1, len(self._cases), paper.number
        several = many > 1
        self._whose.set_words(
            (lambda t: t.say("{number}: case {at} of {many}", number=number, at=at, many=many))
            if several
            else number
        )
        self._previous.setVisible(several)
        self._next.setVisible(several)
        self._previous.setEnabled(self._at > 0)
        self._next.setEnabled(self._at + 1 < many)
        missing = ", ".join(paper.pdf.missing_characters)
        self._spelled.set_words(
            (lambda t: t.say("These characters have no letter in our type: {list}", list=missing))
            if missing
            else ""
        )
        self._spelled.setVisible(bool(missing))

    def _previous_case(self) -> None:
        self._at = max(0, self._at - 1)
        self._draft()

    def _next_case(self) -> None:
        self._at = min(len(self._cases) - 1, self._at + 1)
        self._draft()

    def _page_up(self) -> None:
        self._sheets.go_to(self._sheets.page_in_front() - 1)

    def _page_down(self) -> None:
        self._sheets.go_to(self._sheets.page_in_front() + 1)

    def _smaller(self) -> None:
        self._sheets.set_zoom(max((z for z in _ZOOMS if z < self._sheets.zoom), default=_ZOOMS[0]))

    def _larger(self) -> None:
        self._sheets.set_zoom(min((z for z in _ZOOMS if z > self._sheets.zoom), default=_ZOOMS[-1]))

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
            chosen, _ = QFileDialog.getSaveFileName(
                self, say(lambda t: t.say("Save PDF")), name, "PDF (*.pdf)"
            )
            if chosen:
                self.save_to(Path(chosen))
            return
        folder = QFileDialog.getExistingDirectory(
            self, say(lambda t: t.say("Save all in a folder"))
        )
        if folder:
            self.save_to(Path(folder))

    def save_to(self, path: Path) -> None:
        """Save to a file, or several papers into a folder, without holding up the window."""
        if len(self._cases) == 1 and self._paper is not None:
            content = self._paper.pdf.content
            self._work.tasks.write(
                lambda: keep(path, content), self._saved, self._work.messages.failed
            )
            return
        cases, lang, workspace = self._cases, self._lang, self._work.workspace

        def work(job: Job) -> object:
            return draft_papers(
                workspace, cases, lang=lang, out=path, cancelled=lambda: job.cancelled
            )

        self._work.tasks.background(work, self._saved, self._work.messages.failed)

    def _saved(self, _: object) -> None:
        self._work.messages.done(lambda t: t.say("The PDF is saved."))

    def print_now(self) -> None:
        """Print the paper in view on a printer that the person chooses."""
        paper = self._paper
        if paper is not None:
            print_pages(self, self._work, self._rendering, paper.pdf)
