"""Head the workbench: which list and version, where it came from, how its rows stand."""

from __future__ import annotations

from collections.abc import Sequence
from typing import override

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from app.i18n import Translator
from app.shapes.lists import ListPage, Proposal
from app.ui.cases.spoken import known, when
from app.ui.forms.entry import turn
from app.ui.lists.bench_words import BenchRow
from app.ui.lists.share_bar import Part, ShareBar
from app.ui.lists.words import CHANNEL, LIST_ORIGIN, LIST_TYPE, way_words
from app.ui.theme.palette import Role
from app.ui.theme.type_scale import Size
from app.ui.widgets.buttons import icon_button, plain
from app.ui.widgets.fields import Combo
from app.ui.widgets.kit import Kit, Words
from app.ui.widgets.text import Badge, Label
from app.wording.visible_text import visible
from app.wording.vocabulary import label
from models.vocabulary.lists import ListDirection, RowState

_SHOWN_OF_HASH = 4
_ROOM_FOR_TITLE = 200


class BenchHead(QWidget):
    """The head; `version_chosen` carries a version number, the others what was asked for."""

    version_chosen = Signal(int)
    compare_asked = Signal()
    reply_asked = Signal()
    menu_asked = Signal(object)

    def __init__(self, kit: Kit, *, may_edit: bool) -> None:
        super().__init__()
        self._kit = kit
        self.title = Label(kit, "", Size.X, strong=True)
        self.about = Label(kit, "", role=Role.TEXT2, wrap=True)
        self.provenance = Label(kit, "", Size.S, Role.TEXT2, wrap=True)
        self.provenance.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.remarks = Label(kit, "", Size.S, Role.TEXT2, wrap=True)
        self.grade = Badge(kit, "F6", lambda t: t.say("Grade of the list as a source"))
        self.versions = Combo(kit, lambda t: t.say("Version"))
        self.versions.setSizeAdjustPolicy(Combo.SizeAdjustPolicy.AdjustToContents)
        self.versions.setMinimumContentsLength(9)
        self.compare = plain(kit, lambda t: t.say("Compare"), icon="versus", key="C")
        self.reply = plain(kit, lambda t: t.say("Record replies"), icon="quote", key="R")
        self.reply.setVisible(may_edit)
        self.more = icon_button(kit, "more", lambda t: t.say("More"))
        self.bar = ShareBar(kit, lambda t: t.say("A name on a list is not a man at home."))
        self._lay_out()
        self.versions.code_changed.connect(self._choose)
        self.compare.clicked.connect(self.compare_asked)
        self.reply.clicked.connect(self.reply_asked)
        self.more.clicked.connect(lambda: self.menu_asked.emit(self.more))

    def show_page(self, page: ListPage) -> None:
        """Show which list and version it is."""
        head, version = page.list, page.version
        self.title.set_words(version.named)
        self.about.set_words(visible(head.title))
        self.provenance.set_words(lambda t: _provenance(page, t))
        remarks = " · ".join(visible(one) for one in (head.remark, version.remark) if one)
        self.remarks.set_words(remarks)
        self.remarks.setVisible(bool(remarks))
        tip = version.sha256
        self.provenance.setToolTip(tip)
        self.grade.set_text(version.grade)
        self.versions.blockSignals(True)
        self.versions.set_choices(
            [(one.version_no, _version_words(one.version_no)) for one in page.versions]
        )
        self.versions.set_code(version.version_no)
        self.versions.blockSignals(False)
        self.versions.setVisible(len(page.versions) > 1)

    def show_rows(self, rows: Sequence[BenchRow]) -> None:
        """Show how many rows stand how."""
        states = [row.row.state for row in rows]
        waiting = [row for row in rows if row.is_open]
        proposals = [row.proposal for row in waiting]
        none = states.count(RowState.NO_MATCH) + proposals.count(Proposal.NONE)
        nobody = states.count(RowState.NOT_A_MAN) + proposals.count(Proposal.NO_MAN)
        tied = states.count(RowState.ACCEPTED) + states.count(RowState.PROVISIONAL)
        self.bar.show_parts(
            [
                Part(tied, Role.MARK, lambda t: t.say("accepted")),
                Part(proposals.count(Proposal.PROPOSED), Role.FIELD, _proposed),
                Part(proposals.count(Proposal.TWO_FIT), Role.WARN, _two_fit),
                Part(proposals.count(None), Role.ACCENT, lambda t: t.say("being looked for")),
                Part(none, Role.LINE2, lambda t: t.say("no match")),
                Part(nobody, Role.LINE, lambda t: t.say("no man")),
            ]
        )

    def menu_below(self, menu: QMenu) -> None:
        """Open a menu beneath the button of more."""
        corner = self.more.mapToGlobal(self.more.rect().bottomRight())
        corner.setX(corner.x() - menu.sizeHint().width())
        menu.popup(corner)

    def _lay_out(self) -> None:
        self._first = QHBoxLayout()
        self._first.setSpacing(10)
        named = QHBoxLayout()
        named.setSpacing(10)
        named.addWidget(self.title)
        named.addWidget(self.about, 1, Qt.AlignmentFlag.AlignVCenter)
        tools = QHBoxLayout()
        tools.setSpacing(10)
        tools.addStretch(1)
        self._tools = (self.versions, self.compare, self.reply, self.more)
        for part in self._tools:
            tools.addWidget(part)
        self._first.addLayout(named, 1)
        self._first.addLayout(tools)
        second = QHBoxLayout()
        second.setSpacing(8)
        second.addWidget(self.provenance, 1)
        second.addWidget(self.grade, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 2, 24, 9)
        column.setSpacing(5)
        column.addLayout(self._first)
        column.addLayout(second)
        column.addWidget(self.remarks)
        column.addSpacing(2)
        column.addWidget(self.bar)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = self.width() - sum(one.sizeHint().width() + 10 for one in self._tools)
        least = self.title.sizeHint().width() + self._kit.theme.scaled(_ROOM_FOR_TITLE)
        turn(self._first, narrow=room < least)

    def _choose(self, code: object) -> None:
        if isinstance(code, int):
            self.version_chosen.emit(code)


def _proposed(t: Translator) -> str:
    return t.say("proposed")


def _two_fit(t: Translator) -> str:
    return t.say("two or more fit")


def _version_words(number: int) -> Words:
    return lambda t: t.say("version {n}", n=number)


def _provenance(page: ListPage, t: Translator) -> str:
    head, version = page.list, page.version
    dates = []
    if known(version.dated):
        dates.append(t.say("dated {day}", day=when(version.dated, t)))
    if known(version.passed_on):
        day = when(version.passed_on, t)
        out = head.direction is ListDirection.OUT
        dates.append(t.say("sent {day}", day=day) if out else t.say("received {day}", day=day))
    kept = visible(version.file_name) or label(LIST_ORIGIN, version.origin.value, t.lang)
    digest = version.file_sha256 or version.sha256
    short = f"{digest[:_SHOWN_OF_HASH]}…{digest[-_SHOWN_OF_HASH:]}" if digest else ""
    parts = [
        label(LIST_TYPE, head.kind.value, t.lang),
        way_words(head, t),
        _for_whom(page, t),
        *dates,
        label(CHANNEL, head.channel.value, t.lang),
        t.say_n("{n} row", "{n} rows", version.rows),
        t.say("kept as received: {file}", file=kept),
        t.say("SHA-256 {digest}", digest=short) if short else "",
        t.say("scan {number}", number=version.exhibit_number) if version.exhibit_number else "",
        head.incident_number,
        head.handover_number,
    ]
    return " · ".join(part for part in parts if part)


def _for_whom(page: ListPage, t: Translator) -> str:
    """Say for whom a list that came in was made; of one that went out it is said already."""
    recipient = visible(page.list.recipient)
    if not recipient or page.list.direction is ListDirection.OUT:
        return ""
    return t.say("made for {name}", name=recipient)
