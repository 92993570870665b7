"""What others have said of the numbers: each claim beside our own count, neither altered."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.shapes.incidents import ClaimView
from app.ui.incidents.layouts import empty, word
from app.ui.incidents.words import difference_said, number_said
from app.ui.theme.palette import Role
from app.ui.theme.type_scale import Size
from app.ui.widgets.kit import Kit
from app.ui.widgets.spoken import date_in_words
from app.ui.widgets.text import Badge, Label, hairline

_TOP = Qt.AlignmentFlag.AlignTop


class Ledger(QScrollArea):
    """The claims of an incident, by the day on which they were said."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        inner = QWidget()
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(20, 16, 20, 16)
        self._column.setSpacing(8)
        self.setWidget(inner)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QScrollArea.Shape.NoFrame)

    def show_claims(self, claims: Sequence[ClaimView]) -> None:
        """Show the claims."""
        empty(self._column)
        kit = self._kit
        self._column.addWidget(Label(kit, lambda t: t.say("What others have said"), strong=True))
        self._column.addWidget(
            Label(
                kit,
                lambda t: t.say("Each claim beside what we count today; neither is altered."),
                Size.S,
                Role.TEXT2,
                wrap=True,
            )
        )
        if not claims:
            self._column.addWidget(
                Label(kit, lambda t: t.say("No count has been recorded yet."), role=Role.TEXT2)
            )
        for claim in claims:
            self._column.addWidget(hairline(kit))
            self._column.addLayout(_claim(kit, claim))
        self._column.addStretch(1)


def _claim(kit: Kit, claim: ClaimView) -> QHBoxLayout:
    t = kit.translator
    gone = claim.withdrawn_at is not None or claim.superseded
    role = Role.TEXT3 if gone else Role.TEXT
    left = QVBoxLayout()
    left.setContentsMargins(0, 0, 0, 0)
    left.setSpacing(0)
    number = Label(kit, number_said(claim, t), Size.L, role, strong=not gone, wrap=True)
    left.addWidget(number)
    left.addWidget(Label(kit, date_in_words(claim.said, t, "table"), Size.S, Role.TEXT2, wrap=True))
    left.addStretch(1)
    side = QWidget()
    side.setLayout(left)
    side.setFixedWidth(kit.theme.scaled(96))
    row = QHBoxLayout()
    row.setSpacing(12)
    row.addWidget(side, 0, _TOP)
    row.addLayout(_told(kit, claim, role), 1)
    return row


def _told(kit: Kit, claim: ClaimView, role: Role) -> QVBoxLayout:
    t = kit.translator
    told = QVBoxLayout()
    told.setSpacing(2)
    by = QHBoxLayout()
    by.addWidget(Label(kit, claim.source.shown(t.lang), role=role, strong=True, wrap=True), 1)
    by.addWidget(Badge(kit, claim.grade), 0, _TOP)
    told.addLayout(by)
    if claim.words:
        quoted = t.say("“{words}”", words=claim.words)
        told.addWidget(Label(kit, quoted, role=role, wrap=True))
    scope = claim.scope_in(t.lang)
    if scope:
        told.addWidget(Label(kit, scope, Size.S, Role.TEXT2, wrap=True))
    else:
        told.addWidget(word(kit, "claim_category", claim.category.value, small=True))
    told.addWidget(Label(kit, _ours(kit, claim), Size.S, Role.TEXT2, wrap=True))
    return told


def _ours(kit: Kit, claim: ClaimView) -> str:
    t = kit.translator
    if claim.withdrawn_at is not None:
        return t.say("withdrawn: {reason}", reason=claim.withdrawn_reason)
    if claim.superseded:
        return t.say("replaced by a later count")
    if claim.ours is None:
        return t.say("We keep no count of the same definition yet.")
    return t.say(
        "We count {n} today: {difference}.",
        n=t.number(claim.ours),
        difference=difference_said(claim, t),
    )
