"""The rail of the preview: which paper, in which language, of which case; save and print."""

from __future__ import annotations

from typing import override

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.jobs.report_job import DraftedPaper
from app.ui.papers.paper_panel import TONGUES, PaperPanel
from app.ui.papers.paper_size import TURNS
from app.ui.papers.ways_out import Spelled, WaysOut
from app.ui.theme.palette import Role
from app.ui.theme.type_scale import Size
from app.ui.widgets.buttons import plain
from app.ui.widgets.kit import Kit
from app.ui.widgets.tabs import Segments
from app.ui.widgets.text import Label, caption, hairline

_CASES = (Qt.Key.Key_Up, Qt.Key.Key_Down)


class PaperRail(QWidget):
    """Tells of the paper in view."""

    def __init__(self, kit: Kit, panel: PaperPanel) -> None:
        super().__init__()
        self._panel = panel
        self.languages = Segments(kit, TONGUES, lambda t: t.say("Language of the paper"))
        self.previous = plain(kit, lambda t: t.say("Previous case"), key="Alt+↑")
        self.next = plain(kit, lambda t: t.say("Next case"), key="Alt+↓")
        self.ways = WaysOut(kit, panel)
        self._whose = Label(kit, "", strong=True, wrap=True)
        self._spelled = Spelled(kit)
        self._lay_out(kit)

    def show_paper(self, paper: DraftedPaper, at: int, many: int) -> None:
        """Say whose paper it is, and which characters could not be set."""
        number, several = paper.number, many > 1
        self._whose.set_words(
            (lambda t: t.say("{number}: case {at} of {many}", number=number, at=at + 1, many=many))
            if several
            else number
        )
        for button in (self.previous, self.next):
            button.setVisible(several)
        self.previous.setEnabled(at > 0)
        self.next.setEnabled(at + 1 < many)
        self._spelled.show_missing(paper.pdf.missing_characters)

    def _lay_out(self, kit: Kit) -> None:
        column = QVBoxLayout(self)
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
        column.addWidget(self.languages)
        column.addSpacing(8)
        column.addWidget(hairline(kit))
        column.addWidget(self._whose)
        for button in (self.previous, self.next):
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
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
        column.addWidget(self.ways)

    def press(self, event: QKeyEvent) -> bool:
        """Take a key that turns pages or goes to another case; tell whether it was one."""
        key = Qt.Key(event.key())
        if key in TURNS:
            self._panel.desk.turn(TURNS[key])
            return True
        if event.modifiers() & Qt.KeyboardModifier.AltModifier and key in _CASES:
            (self.previous if key is Qt.Key.Key_Up else self.next).click()
            return True
        return False

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.press(event):
            super().keyPressEvent(event)
