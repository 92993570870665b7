"""Explain a headline: block by block, each reason with its grade, and what would change it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.ui.cases.content import TOP
from app.ui.cases.passing_popover import PassingPopover
from app.ui.cases.spoken import grade_words
from app.ui.theme.palette import Role
from app.ui.theme.type_scale import Size
from app.ui.widgets.buttons import quiet
from app.ui.widgets.icon_label import IconLabel, MarkLabel
from app.ui.widgets.kit import Kit
from app.ui.widgets.text import Badge, KeyCap, Label, hairline
from app.wording.status_words import headline_words
from app.wording.trace import Block, Reason, WhyBlock, why
from models.codebook import Status
from models.vocabulary.status import Facet

_MARKED = frozenset({Facet.FATE, Facet.CUSTODY, Facet.ACK, Facet.REPAT, Facet.REMAINS})


class WhyPopover(PassingPopover):
    """The sheet beneath "Why?"; made anew for each status and language.

    `by_hand` leads to the decisions by hand, where one has a say in this status.
    """

    def __init__(
        self, kit: Kit, status: Status, by_hand: Callable[[], object] | None = None
    ) -> None:
        super().__init__(kit, lambda t: t.say("Why this headline"))
        self._kit_ = kit
        self._status = status
        head = QHBoxLayout()
        title = Label(
            kit,
            lambda t: t.say("Why “{headline}”", headline=headline_words(status, t)),
            strong=True,
            wrap=True,
        )
        head.addWidget(title, 1)
        head.addWidget(
            Label(
                kit,
                lambda t: t.say(
                    "{code} · codebook {version}",
                    code=status.headline.value,
                    version=status.codebook_version,
                ),
                Size.S,
                Role.TEXT2,
            ),
            0,
            TOP,
        )
        self.body.addLayout(head)
        if by_hand is not None and any(line.rule == "P13" for line in status.trace):
            lead = quiet(kit, lambda t: t.say("Decisions by hand"), icon="edit")
            lead.clicked.connect(self.close)
            lead.clicked.connect(by_hand)
            self.body.addWidget(lead, 0, Qt.AlignmentFlag.AlignLeft)
        blocks = why(status, kit.translator)
        for block in blocks:
            if block.block is not Block.WOULD_BECOME and block.reasons:
                self.body.addWidget(self._block(block))
        self.body.addWidget(hairline(kit))
        foot = QHBoxLayout()
        coming = [r.text for b in blocks if b.block is Block.WOULD_BECOME for r in b.reasons]
        foot.addWidget(Label(kit, "\n".join(coming), Size.S, Role.TEXT2, wrap=True), 1)
        foot.addWidget(KeyCap(kit, "Esc"), 0, TOP)
        self.body.addLayout(foot)

    def _block(self, block: WhyBlock) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(11)
        row.addWidget(self._sign(block), 0, TOP)
        column = QVBoxLayout()
        column.setSpacing(2)
        if block.block is not Block.HEADLINE:
            column.addWidget(Label(self._kit_, block.title, strong=True, wrap=True))
        for reason in block.reasons:
            column.addLayout(self._reason(reason))
        row.addLayout(column, 1)
        return holder

    def _sign(self, block: WhyBlock) -> QWidget:
        if block.facet in _MARKED and block.facet is not None:
            value = self._status.facets[block.facet].value
            return MarkLabel(self._kit_, block.facet.value, value.value, block.title, 15)
        return IconLabel(self._kit_, "info", Role.TEXT2, 15)

    def _reason(self, reason: Reason) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(Label(self._kit_, reason.text, role=Role.TEXT2, wrap=True), 1)
        if reason.grade:
            grade = reason.grade
            row.addWidget(Badge(self._kit_, grade, lambda t: grade_words(grade, t)), 0, TOP)
        return row
