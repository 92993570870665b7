"""The rail of an issued copy: what the log keeps of it, and how it leaves."""

from __future__ import annotations

from PySide6.QtCore import Qt

from app.shapes.disclosures import DisclosureLine
from app.ui.papers.kept_facts import KeptFacts
from app.ui.papers.paper_panel import PaperPanel
from app.ui.papers.paper_side import PaperRail
from app.ui.papers.ways_out import WaysOut
from app.ui.theme.palette import Role
from app.ui.theme.type_scale import Size
from app.ui.widgets.buttons import plain, primary, quiet
from app.ui.widgets.flow_layout import side_by_side
from app.ui.widgets.kit import Kit, Words
from app.ui.widgets.text import Label, caption, hairline


class IssuedRail(PaperRail):
    """Shows one copy, with the copies beside it where there are several."""

    def __init__(self, kit: Kit, panel: PaperPanel) -> None:
        super().__init__(kit, panel)
        self.facts = KeptFacts(kit)
        self.previous = plain(kit, lambda t: t.say("Previous copy"), key="Alt+↑")
        self.next = plain(kit, lambda t: t.say("Next copy"), key="Alt+↓")
        self.reprint = primary(kit, lambda t: t.say("Print once more …"), icon="print", key="R")
        self.cover = quiet(kit, lambda t: t.say("Cover sheet …"), icon="doc", key="V")
        self.attach = quiet(kit, lambda t: t.say("Keep it in his file"), icon="link")
        self._how = Label(kit, "", Size.S, Role.TEXT2, wrap=True)
        self.ways = WaysOut(kit, panel)
        column = self.told
        column.setSpacing(8)
        column.addWidget(caption(kit, lambda t: t.say("Document")))
        column.addWidget(self.facts)
        column.addLayout(side_by_side(self.previous, self.next))
        column.addWidget(hairline(kit))
        for link in (self.cover, self.attach):
            column.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self.done.addWidget(self._how)
        self.done.addWidget(self.ways)
        self.done.addWidget(self.reprint, 0, Qt.AlignmentFlag.AlignLeft)

    def show_line(self, line: DisclosureLine, at: int, many: int, *, may_leave: bool) -> None:
        """Show a copy; `may_leave`: it has not left the office yet."""
        self.facts.show_line(line)
        for button in (self.previous, self.next):
            button.setVisible(many > 1)
        self.previous.setEnabled(at > 0)
        self.next.setEnabled(at + 1 < many)
        self._how.set_words(_how(may_leave=may_leave))
        self.ways.setVisible(may_leave)
        self.reprint.setVisible(not may_leave)


def _how(*, may_leave: bool) -> Words:
    if may_leave:
        return lambda t: t.say("This copy leaves the office once: print it or save it.")
    return lambda t: t.say("This copy has left the office. Another is a reprint, with its reason.")
