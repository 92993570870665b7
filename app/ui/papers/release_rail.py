"""The rail of the preview: who reads it, in which language, which sections, what was left out."""

from __future__ import annotations

from PySide6.QtCore import Signal

from app.jobs.papers.draft import DraftedOrder
from app.reports.gates import opens_on_another_basis
from app.shapes.disclosures import Gate, WhySecond
from app.ui.papers.gate_list import CourtWarnings, GateList
from app.ui.papers.left_out import LeftOutList
from app.ui.papers.paper_panel import TONGUES, PaperPanel
from app.ui.papers.paper_side import PaperRail
from app.ui.papers.readers import ReaderList
from app.ui.papers.section_ticks import SectionTicks
from app.ui.papers.sheet_size import SheetSize
from app.ui.papers.ways_out import Spelled, WaysOut
from app.ui.theme.palette import Role
from app.ui.theme.type_scale import Size
from app.ui.widgets.buttons import WithReason, plain, primary
from app.ui.widgets.flow_layout import side_by_side
from app.ui.widgets.kit import Words
from app.ui.widgets.tabs import Segments
from app.ui.widgets.text import Label, caption, hairline
from app.ui.work import Work
from app.wording.releases import second_person_words


class ReleaseRail(PaperRail):
    """`changed` when the paper is wanted otherwise, `issue_asked` when it is to leave."""

    changed = Signal()
    issue_asked = Signal()
    left_out_asked = Signal()

    def __init__(self, work: Work, panel: PaperPanel) -> None:
        super().__init__(work.kit, panel)
        kit = self._kit = work.kit
        self.readers = ReaderList(kit)
        self.languages = Segments(kit, TONGUES, lambda t: t.say("Language of the paper"))
        self.sheet_size = SheetSize(kit, work.store)
        self.sections = SectionTicks(kit)
        self.gates = GateList(kit)
        self.court = CourtWarnings(kit)
        self.left_out = LeftOutList(kit)
        self.whose = Label(kit, "", strong=True, wrap=True)
        self.spelled = Spelled(kit)
        self.previous = plain(kit, lambda t: t.say("Previous case"), key="Alt+↑")
        self.next = plain(kit, lambda t: t.say("Next case"), key="Alt+↓")
        self.print_all = plain(
            kit, lambda t: t.say("Print all …"), icon="print", key="Ctrl+Shift+P"
        )
        self.save_all = plain(kit, lambda t: t.say("Save all …"), icon="doc", key="Ctrl+S")
        for button in (self.print_all, self.save_all):
            button.hide()
        self.issue = primary(kit, lambda t: t.say("Issue …"), key="Ctrl+Enter")
        self._issue = WithReason(kit, self.issue)
        self.foot = Label(kit, "", Size.S, Role.TEXT2, wrap=True)
        self.ways = WaysOut(kit, panel, first=False)
        self.readers.chosen.connect(self._read_by)
        self.languages.chosen.connect(self.changed)
        self.sheet_size.chosen.connect(self.changed)
        self.sections.changed.connect(self.changed)
        self.left_out.all_asked.connect(self.left_out_asked)
        self.issue.clicked.connect(self.issue_asked)
        self._lay_out()

    def show_man(self, number: str, at: int, many: int) -> None:
        """Say whose paper it is, and offer the men beside him."""
        several = many > 1
        self.whose.set_words(
            (lambda t: t.say("{number}: case {at} of {many}", number=number, at=at + 1, many=many))
            if several
            else number
        )
        for button in (self.previous, self.next, self.print_all, self.save_all):
            button.setVisible(several)
        self.previous.setEnabled(at > 0)
        self.next.setEnabled(at + 1 < many)

    def show_men(self, many: int) -> None:
        """Say on how many men the one paper is."""
        self.whose.set_words(
            lambda t: t.say_n("One paper on {n} man", "One paper on {n} men", many)
        )
        for button in (self.previous, self.next, self.print_all, self.save_all):
            button.hide()

    def show_list(self, named: str, many: int) -> None:
        """Say which version of a list it is, and how many men stand on it."""
        self.whose.set_words(
            lambda t: t.say_n("List {named}: {n} man", "List {named}: {n} men", many, named=named)
        )
        self.previous.hide()
        self.next.hide()

    def show_findings(self, drafted: DraftedOrder) -> None:
        """Show what was left out and what stands in the way of issuing it."""
        self.left_out.show_left_out(drafted.left_out)
        self.gates.show_gates(drafted.gates)
        self.court.show_warnings(drafted.warnings)
        self.spelled.show_missing(drafted.pdf.missing_characters)
        ask = drafted.second is not None
        self.issue.set_words(
            (lambda t: t.say("Ask for approval …")) if ask else (lambda t: t.say("Issue …"))
        )
        self.foot.set_words(_foot(drafted.gates, drafted.second))

    def show_locked(self, gates: tuple[Gate, ...]) -> None:
        """Show why there is not even a draft."""
        self.left_out.show_left_out(())
        self.gates.show_gates(gates)
        self.court.show_warnings(())
        self.foot.set_words("")

    def refuse_issue(self, why: Words) -> None:
        """Say why this person issues nothing."""
        self._issue.refuse(why)

    def _read_by(self, *_: object) -> None:
        self.sections.show_reader(self.readers.current())
        self.changed.emit()

    def _lay_out(self) -> None:
        kit = self._kit
        column = self.told
        column.setSpacing(6)
        column.addWidget(caption(kit, lambda t: t.say("Who will read it")))
        column.addWidget(self.readers)
        column.addSpacing(6)
        column.addWidget(caption(kit, lambda t: t.say("Language of the paper")))
        column.addWidget(self.languages)
        column.addSpacing(6)
        column.addWidget(caption(kit, lambda t: t.say("Sheet of paper")))
        column.addWidget(self.sheet_size)
        column.addSpacing(6)
        column.addWidget(self.sections)
        column.addSpacing(4)
        column.addWidget(hairline(kit))
        column.addSpacing(4)
        column.addWidget(self.whose)
        column.addLayout(side_by_side(self.previous, self.next))
        column.addLayout(side_by_side(self.print_all, self.save_all))
        column.addWidget(self.gates)
        column.addWidget(self.court)
        column.addWidget(self.left_out)
        column.addWidget(self.spelled)
        column.addStretch(1)
        for widget in (self.foot, self._issue, self.ways):
            self.done.addWidget(widget)


def _foot(gates: tuple[Gate, ...], second: WhySecond | None) -> Words:
    if gates and all(map(opens_on_another_basis, gates)):
        return lambda t: t.say(
            "This is a draft. Without the consent it can be issued only on another legal basis."
        )
    if gates:
        return lambda t: t.say("This is a draft. It cannot be issued before the above is settled.")
    if second is not None:
        return lambda t: second_person_words(second, t)
    return lambda t: t.say("Issuing records to whom each copy goes, why, and on what basis.")
