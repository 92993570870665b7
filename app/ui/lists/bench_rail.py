"""Show beside the workbench: the row as written, what accepting changes, who else it may be."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.i18n import Translator
from app.shapes.like_pairs import LikeMan, PairMan
from app.shapes.lists import ListPage
from app.ui.cases.content import TOP, captioned, clear
from app.ui.cases.spoken import when
from app.ui.lists.bench_words import BenchRow
from app.ui.lists.if_accepted import accepted_sentences
from app.ui.lists.words import LIST_REPLY, man_line, tier_words
from app.ui.theme.palette import Role
from app.ui.theme.type_scale import Size
from app.ui.widgets.buttons import quiet
from app.ui.widgets.icon_label import IconLabel
from app.ui.widgets.kit import Words
from app.ui.widgets.popover import Popover
from app.ui.widgets.text import Label, hairline
from app.ui.work import Work
from app.wording.likeness import reason_sentence
from app.wording.lists import fault_sentence
from app.wording.visible_text import visible
from app.wording.vocabulary import label

_SCAN_HIGH = 190


class BenchRail(QWidget):
    """The rail; `candidate_chosen` carries which of the men, `open_asked` a case."""

    candidate_chosen = Signal(int)
    open_asked = Signal(object)

    def __init__(self, work: Work) -> None:
        super().__init__()
        self._work = work
        self._kit = work.kit
        self._scan: QWidget | None = None
        self._scan_of: object = None
        self._absent: tuple[PairMan, ...] = ()
        self._column = QVBoxLayout()
        self._column.setSpacing(12)
        self._scan_place = QVBoxLayout()
        self._scan_place.setSpacing(6)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(16, 14, 16, 14)
        whole.setSpacing(12)
        whole.addLayout(self._scan_place)
        whole.addLayout(self._column)
        whole.addStretch(1)

    def show_absent(self, men: tuple[PairMan, ...]) -> None:
        """Take who of ours is not on this list."""
        self._absent = men

    def show_row(self, page: ListPage, bench: BenchRow | None) -> None:
        """Show the row in hand."""
        self._show_scan(page)
        clear(self._column)
        if bench is None:
            said = Label(self._kit, lambda t: t.say("Choose a row."), role=Role.TEXT2, wrap=True)
            self._column.addWidget(said)
            return
        self._add_written(page, bench)
        like = bench.candidate
        if like is not None:
            self._add_accepted(page, like)
            self._add_reasons(like)
            self._add_others(bench)
        if self._absent:
            self._add_absent(len(self._absent))

    def _show_scan(self, page: ListPage) -> None:
        exhibits, exhibit_id = self._work.doors.exhibits, page.version.exhibit_id
        if exhibit_id == self._scan_of:
            return
        self._scan_of = exhibit_id
        clear(self._scan_place)
        if exhibits is None or exhibit_id is None:
            return
        self._scan_place.addWidget(exhibits.picture_of(exhibit_id, _SCAN_HIGH))
        button = quiet(self._kit, lambda t: t.say("Open the scan"), icon="eye")
        button.clicked.connect(lambda: exhibits.open_exhibit(exhibit_id))
        self._scan_place.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def _add_written(self, page: ListPage, bench: BenchRow) -> None:
        kit, row = self._kit, bench.row
        lines: list[QWidget] = []
        heads = [column.head for column in page.version.columns]
        for at, cell in enumerate(row.cells):
            head = heads[at] if at < len(heads) else ""
            if cell.strip() or head:
                lines.append(self._cell(head, cell))
        if row.locator:
            place = visible(row.locator)
            lines.append(
                Label(kit, lambda t: t.say("{place} of the scan", place=place), Size.S, Role.TEXT2)
            )
        number = row.row_no
        lines += [self._odd(partial(fault_sentence, fault)) for fault in row.faults]
        if row.reply is not None:
            lines.append(Label(kit, lambda t: _reply_words(bench, t), Size.S, wrap=True))
        title: Words = lambda t: t.say("Row {n}, as written", n=t.number(number))  # noqa: E731
        self._column.addLayout(captioned(kit, title, *lines))

    def _cell(self, head: str, cell: str) -> QWidget:
        kit = self._kit
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        if head.strip():
            column.addWidget(Label(kit, visible(head), Size.S, Role.TEXT3, wrap=True))
        text = Label(kit, visible(cell) or "—", wrap=True)
        text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column.addWidget(text)
        return holder

    def _odd(self, words: Words) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(IconLabel(self._kit, "warn", Role.WARN, 14), 0, TOP)
        row.addWidget(Label(self._kit, words, Size.S, Role.WARN, wrap=True), 1)
        return holder

    def _add_accepted(self, page: ListPage, like: LikeMan) -> None:
        kit = self._kit
        lines = []
        for icon, words in accepted_sentences(page.list):
            holder = QWidget()
            row = QHBoxLayout(holder)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(8)
            row.addWidget(IconLabel(kit, icon, Role.TEXT2, 15), 0, TOP)
            row.addWidget(Label(kit, words, wrap=True), 1)
            lines.append(holder)
        case_id = like.man.case_id
        button = quiet(kit, lambda t: t.say("Open his file"))
        button.clicked.connect(lambda: self.open_asked.emit(case_id))
        self._column.addWidget(hairline(kit))
        self._column.addLayout(captioned(kit, lambda t: t.say("If accepted"), *lines))
        self._column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def _add_reasons(self, like: LikeMan) -> None:
        kit = self._kit
        lines = [
            Label(kit, partial(reason_sentence, reason), Size.S, Role.TEXT2, wrap=True)
            for reason in like.comparison.reasons
        ]
        self._column.addWidget(hairline(kit))
        self._column.addLayout(captioned(kit, lambda t: t.say("Reasons"), *lines))

    def _add_others(self, bench: BenchRow) -> None:
        kit = self._kit
        men = bench.found.men if bench.found is not None else ()
        lines = [self._other(at, one) for at, one in enumerate(men) if at != bench.chosen]
        if lines:
            self._column.addWidget(hairline(kit))
            self._column.addLayout(captioned(kit, lambda t: t.say("Also possible"), *lines))

    def _other(self, at: int, one: LikeMan) -> QWidget:
        kit, man = self._kit, one.man
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(1)
        link = quiet(kit, visible(man.name) or man.number)
        link.clicked.connect(lambda: self.candidate_chosen.emit(at))
        column.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)

        def said(t: Translator) -> str:
            parts = (man.number, man_line(man, t), tier_words(one.comparison.tier, t))
            return " · ".join(part for part in parts if part)

        column.addWidget(Label(kit, said, Size.S, Role.TEXT2, wrap=True))
        return holder

    def _add_absent(self, count: int) -> None:
        kit = self._kit
        link = quiet(kit, lambda t: t.say("Show by name"))
        link.clicked.connect(lambda: self._name_absent(link))
        self._column.addWidget(hairline(kit))
        self._column.addLayout(
            captioned(
                kit,
                lambda t: t.say("Ours, not on this list"),
                Label(
                    kit,
                    lambda t: t.say_n("{n} man of the incident", "{n} men of the incident", count),
                    wrap=True,
                ),
            )
        )
        self._column.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)

    def _name_absent(self, link: QWidget) -> None:
        """Show by name who of ours is not on this list."""
        kit = self._kit
        popover = Popover(kit, lambda t: t.say("Ours, not on this list"))
        popover.body.addWidget(
            Label(kit, lambda t: t.say("Ours, not on this list"), Size.L, strong=True)
        )
        for man in self._absent:
            line = quiet(kit, f"{man.number}  {visible(man.name)}")
            line.clicked.connect(partial(self.open_asked.emit, man.case_id))
            line.clicked.connect(popover.leave)
            popover.body.addWidget(line, 0, Qt.AlignmentFlag.AlignLeft)
        popover.closed.connect(popover.deleteLater)
        popover.open_below(link)


def _reply_words(bench: BenchRow, t: Translator) -> str:
    row = bench.row
    said = label(LIST_REPLY, row.reply.value, t.lang) if row.reply is not None else ""
    words = t.say("“{words}”", words=visible(row.reply_words)) if row.reply_words else ""
    parts = (said, when(row.replied, t) if row.replied.edtf or row.replied.text else "", words)
    return t.say("Reply: {reply}", reply=" · ".join(part for part in parts if part))
