"""The preview of a paper that is not on one man: its language, where it is saved or printed."""

from __future__ import annotations

from pathlib import Path
from typing import override

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.i18n import LANGUAGES
from app.jobs.report_job import keep
from app.reports.render import PdfFile
from app.ui.doors import SheetToPrint
from app.ui.papers.paper_desk import PaperDesk
from app.ui.papers.paper_size import TURNS
from app.ui.papers.saving import FileFaults
from app.ui.shell.actions import Action
from app.ui.shell.page import PagePanel
from app.ui.theme.palette import Role
from app.ui.theme.type_scale import Size
from app.ui.widgets.buttons import plain, primary, quiet
from app.ui.widgets.file_questions import ask_new_file
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.tabs import Segments
from app.ui.widgets.text import Label, caption
from app.ui.work import Work

PLACE = "sheets"


class SheetPreview(PagePanel):
    """Shows a paper of the office as it will print; saves and prints it as a draft."""

    def __init__(self, work: Work) -> None:
        super().__init__(work.kit, PLACE)
        self._work = work
        self._faults = FileFaults(work.messages)
        self._sheet: SheetToPrint | None = None
        self._turn = 0
        self._build()
        self._add_actions()

    # --- building

    def _build(self) -> None:
        kit = self.kit
        self.desk = PaperDesk(self._work)
        self.languages = Segments(
            kit,
            [("en", "English"), ("hy", "Հայերեն"), ("ru", "Русский")],
            lambda t: t.say("Language of the paper"),
        )
        self.languages.chosen.connect(self._draft)
        self._title = Label(kit, "", Size.L, strong=True)
        self._name = Label(kit, "", strong=True, wrap=True)
        self._explained = Label(kit, "", Size.S, Role.TEXT2, wrap=True)
        self._spelled = Label(kit, "", Size.S, Role.WARN, wrap=True)
        back = quiet(kit, lambda t: t.say("Back"), icon="left")
        back.clicked.connect(self._go_back)
        head = QHBoxLayout()
        head.setContentsMargins(24, 10, 24, 10)
        head.setSpacing(8)
        head.addWidget(back)
        head.addSpacing(8)
        head.addWidget(self._title)
        head.addStretch(1)
        self.desk.add_tools(head)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.desk, 1)
        self._rail = self._make_rail()

    def _make_rail(self) -> QWidget:
        kit = self.kit
        rail = QWidget()
        column = QVBoxLayout(rail)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        column.addWidget(caption(kit, lambda t: t.say("Document")))
        column.addWidget(self._name)
        column.addWidget(self._explained)
        column.addSpacing(8)
        column.addWidget(caption(kit, lambda t: t.say("Language of the paper")))
        column.addWidget(self.languages)
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
        buttons = QWidget()
        flow = FlowLayout(buttons, 8, 8)
        save = primary(kit, lambda t: t.say("Save PDF"), key="Ctrl+S")
        save.clicked.connect(self.save)
        press = plain(kit, lambda t: t.say("Print"), icon="print", key="Ctrl+P")
        press.clicked.connect(self.print_now)
        flow.addWidget(save)
        flow.addWidget(press)
        column.addWidget(buttons)
        return rail

    def _add_actions(self) -> None:
        table = self._work.actions
        table.add(
            Action("sheets.save", lambda t: t.say("Save PDF"), "Ctrl+S", place=PLACE), self.save
        )
        table.add(
            Action("sheets.print", lambda t: t.say("Print"), "Ctrl+P", place=PLACE), self.print_now
        )
        table.add(Action("sheets.back", lambda t: t.say("Back"), "Esc", place=PLACE), self._go_back)
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
        if isinstance(argument, SheetToPrint):
            self._sheet = argument
            self._title.set_words(argument.title)
            self._name.set_words(argument.title)
            self._explained.set_words(argument.explained)
            lang = self.kit.translator.lang
            self.languages.choose(lang if lang in LANGUAGES else "en")
            self._draft()
        self.desk.sheets.setFocus()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in TURNS:
            self.desk.turn(TURNS[key])
            return
        super().keyPressEvent(event)

    def _go_back(self) -> None:
        if self._sheet is not None:
            self._sheet.back()

    # --- what is shown

    def _draft(self, *_: object) -> None:
        sheet = self._sheet
        if sheet is None:
            return
        self._turn += 1
        turn, lang = self._turn, self.languages.current() or "en"
        self._work.tasks.read(
            lambda: (turn, sheet.draft(lang)), self._show, self._work.messages.failed
        )

    def _show(self, answer: tuple[int, PdfFile]) -> None:
        turn, pdf = answer
        if turn != self._turn:
            return
        self.desk.show_pdf(pdf)
        missing = ", ".join(pdf.missing_characters)
        self._spelled.set_words(
            lambda t: t.say("These characters have no letter in our type: {list}", list=missing)
        )
        self._spelled.setVisible(bool(missing))

    # --- what is done with it

    def save(self) -> None:
        """Ask where, then save the very bytes in view."""
        sheet = self._sheet
        if sheet is None or self.desk.pdf is None:
            return
        name = f"{sheet.file_name}_{self.languages.current() or 'en'}.pdf"
        title = self.kit.say(lambda t: t.say("Save PDF"))
        chosen = ask_new_file(self, self.kit, title, "PDF (*.pdf)", Path.home() / name)
        if chosen is not None:
            self.save_to(chosen)

    def save_to(self, path: Path) -> None:
        """Save to a file, without holding up the window."""
        sheet, pdf = self._sheet, self.desk.pdf
        if sheet is None or pdf is None:
            return
        note = sheet.note

        def write() -> None:
            if note is not None:
                note()
            keep(path, pdf.content)

        self._work.tasks.write(write, self._saved, self._faults.tell)

    def _saved(self, _: object) -> None:
        self._work.messages.done(lambda t: t.say("The PDF is saved."))

    def print_now(self) -> None:
        """Print the paper in view on a printer that the person chooses."""
        if self._sheet is not None:
            self.desk.print_pdf(self._sheet.note)
