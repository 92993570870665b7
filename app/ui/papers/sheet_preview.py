"""The preview of a paper that is not on one man: its language, where it is saved or printed."""

from __future__ import annotations

from typing import override

from PySide6.QtWidgets import QWidget

from app.i18n import LANGUAGES
from app.reports.render import PdfFile
from app.ui.doors import SheetToPrint
from app.ui.papers.paper_panel import TONGUES, PaperPanel
from app.ui.papers.paper_side import PaperRail
from app.ui.papers.sheet_size import SheetSize
from app.ui.papers.ways_out import Spelled, WaysOut
from app.ui.theme.palette import Role
from app.ui.theme.type_scale import Size
from app.ui.widgets.tabs import Segments
from app.ui.widgets.text import Label, caption
from app.ui.work import Work
from models.vocabulary.deeds import ReadKind

PLACE = "sheets"


class SheetPreview(PaperPanel):
    """Shows a paper of the office as it will print; saves and prints it as a draft."""

    def __init__(self, work: Work) -> None:
        super().__init__(work, PLACE, lambda t: t.say("Back"))
        self._sheet: SheetToPrint | None = None
        self._rail = self._make_rail()

    def _make_rail(self) -> QWidget:
        kit = self.kit
        self.languages = Segments(kit, TONGUES, lambda t: t.say("Language of the paper"))
        self.languages.chosen.connect(self._draft)
        self.sheet_size = SheetSize(kit, self._work.store)
        self.sheet_size.chosen.connect(self._draft)
        self._name = Label(kit, "", strong=True, wrap=True)
        self._explained = Label(kit, "", Size.S, Role.TEXT2, wrap=True)
        self._foot = Label(kit, "", Size.S, Role.TEXT2, wrap=True)
        self._spelled = Spelled(kit)
        rail = PaperRail(kit, self)
        column = rail.told
        column.setSpacing(8)
        column.addWidget(caption(kit, lambda t: t.say("Document")))
        column.addWidget(self._name)
        column.addWidget(self._explained)
        column.addSpacing(8)
        column.addWidget(caption(kit, lambda t: t.say("Language of the paper")))
        column.addWidget(self.languages)
        column.addSpacing(8)
        column.addWidget(caption(kit, lambda t: t.say("Sheet of paper")))
        column.addWidget(self.sheet_size)
        column.addWidget(self._spelled)
        column.addStretch(1)
        rail.done.addWidget(self._foot)
        rail.done.addWidget(WaysOut(kit, self))
        return rail

    @override
    def rail(self) -> QWidget | None:
        return self._rail

    @override
    def arrive(self, argument: object) -> None:
        if isinstance(argument, SheetToPrint):
            self._sheet = argument
            self.title.set_words(argument.title)
            self._name.set_words(argument.title)
            self._explained.set_words(argument.explained)
            self._foot.set_words(argument.foot)
            self.sheet_size.recall()
            lang = self.kit.translator.lang
            self.languages.choose(lang if lang in LANGUAGES else "en")
        self.desk.sheets.setFocus()

    @override
    def go_back(self) -> None:
        if self._sheet is not None:
            self._sheet.back()

    @override
    def file_name(self) -> str:
        name = self._sheet.file_name if self._sheet is not None else ""
        return f"{name}_{self.languages.current() or 'en'}"

    @override
    def note_leaving(self, how: ReadKind) -> None:
        if self._sheet is not None and self._sheet.note is not None:
            self._sheet.note()

    def _draft(self, *_: object) -> None:
        sheet = self._sheet
        if sheet is None:
            return
        self.turn_number += 1
        turn, lang = self.turn_number, self.languages.current() or "en"
        size = self.sheet_size.size_chosen()
        self._work.tasks.read(
            lambda: (turn, sheet.draft(lang, size)), self._show, self._work.messages.failed
        )

    def _show(self, answer: tuple[int, PdfFile]) -> None:
        turn, pdf = answer
        if turn == self.turn_number:
            self.desk.show_pdf(pdf)
            self._spelled.show_missing(pdf.missing_characters)
