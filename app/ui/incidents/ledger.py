"""What others have said of the numbers: each claim beside our own count, neither altered."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QHBoxLayout, QMenu, QScrollArea, QVBoxLayout, QWidget

from app.shapes.incidents import ClaimView
from app.ui.cases.content import StruckLabel
from app.ui.incidents.layouts import empty, word
from app.ui.incidents.words import beside_said, number_said
from app.ui.theme.palette import Role
from app.ui.theme.type_scale import Size
from app.ui.widgets.buttons import Button, icon_button, quiet
from app.ui.widgets.kit import Kit, Words
from app.ui.widgets.spoken import date_in_words
from app.ui.widgets.text import Badge, Label, hairline

_TOP = Qt.AlignmentFlag.AlignTop


class Ledger(QScrollArea):
    """The claims of an incident, newest first.

    Each signal carries the claim that somebody wants to take back, to change, to see replaced by
    a later count, or whose names he wants to see.
    """

    withdraw_asked = Signal(object)
    change_asked = Signal(object)
    replace_asked = Signal(object)
    names_asked = Signal(object, object)

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
                lambda t: t.say(
                    "Each claim beside our count for the same words on the same day; "
                    "neither is altered."
                ),
                Size.S,
                Role.TEXT2,
                wrap=True,
            )
        )
        if not claims:
            self._column.addWidget(
                Label(kit, lambda t: t.say("No count has been recorded yet."), role=Role.TEXT2)
            )
        for claim in sorted(claims, key=_said, reverse=True):
            self._column.addWidget(hairline(kit))
            self._column.addLayout(_claim(kit, claim, self._way_back(claim)))
            if _has_names(claim):
                names = quiet(kit, lambda t: t.say("The names behind the difference"))
                names.clicked.connect(partial(self._ask_names, claim, names))
                self._column.addWidget(names, 0, Qt.AlignmentFlag.AlignRight)
        self._column.addStretch(1)

    def _way_back(self, claim: ClaimView) -> Button | None:
        if claim.withdrawn_at is not None:
            return None
        number = number_said(claim, self._kit.translator)
        button = icon_button(
            self._kit, "more", lambda t: t.say("What can be done with this claim"), edge=False
        )
        button.setAccessibleDescription(
            f"{claim.source.shown(self._kit.translator.lang)}, {number}"
        )
        button.clicked.connect(partial(self._offer, claim, button))
        return button

    def _offer(self, claim: ClaimView, button: Button) -> None:
        menu = QMenu(button)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        entries: tuple[tuple[Words, SignalInstance], ...] = (
            (lambda t: t.say("Change this claim"), self.change_asked),
            (lambda t: t.say("Enter the later count that replaces it"), self.replace_asked),
            (lambda t: t.say("Withdraw this claim") + " …", self.withdraw_asked),
        )
        for words, asked in entries:
            entry = menu.addAction(self._kit.say(words))
            entry.triggered.connect(partial(_tell, asked, claim))
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))

    def _ask_names(self, claim: ClaimView, button: Button, *_: object) -> None:
        self.names_asked.emit(claim, button)


def _tell(asked: SignalInstance, claim: ClaimView, *_: object) -> None:
    asked.emit(claim)


def _said(claim: ClaimView) -> str:
    return claim.said.sort_key


def _has_names(claim: ClaimView) -> bool:
    """Say whether there is anybody to name: on one side alone, or registered later."""
    found = claim.compared
    if found is None or claim.superseded:
        return False
    return bool(found.later or (found.named is not None and not found.named.same_men))


def _claim(kit: Kit, claim: ClaimView, back: Button | None) -> QHBoxLayout:
    t = kit.translator
    gone = claim.withdrawn_at is not None or claim.superseded
    role = Role.TEXT3 if gone else Role.TEXT
    left = QVBoxLayout()
    left.setContentsMargins(0, 0, 0, 0)
    left.setSpacing(0)
    kind = Label if claim.withdrawn_at is None else StruckLabel
    left.addWidget(kind(kit, number_said(claim, t), Size.L, role, strong=not gone, wrap=True))
    left.addWidget(Label(kit, date_in_words(claim.said, t, "table"), Size.S, Role.TEXT2, wrap=True))
    left.addStretch(1)
    side = QWidget()
    side.setLayout(left)
    side.setFixedWidth(kit.theme.scaled(96))
    row = QHBoxLayout()
    row.setSpacing(12)
    row.addWidget(side, 0, _TOP)
    row.addLayout(_told(kit, claim, role, back), 1)
    return row


def _told(kit: Kit, claim: ClaimView, role: Role, back: Button | None) -> QVBoxLayout:
    t = kit.translator
    told = QVBoxLayout()
    told.setSpacing(2)
    by = QHBoxLayout()
    name = Label(kit, claim.source.shown(t.lang), role=role, strong=True, wrap=True)
    name.setAlignment(_TOP)
    by.addWidget(name, 1)
    by.addWidget(Badge(kit, claim.grade), 0, _TOP)
    if back is not None:
        by.addWidget(back, 0, _TOP)
    told.addLayout(by)
    if claim.words:
        quoted = t.say("“{words}”", words=claim.words)
        kind = Label if claim.withdrawn_at is None else StruckLabel
        told.addWidget(kind(kit, quoted, role=role, wrap=True))
    scope = claim.scope_in(t.lang)
    if scope:
        told.addWidget(Label(kit, scope, Size.S, Role.TEXT2, wrap=True))
    else:
        told.addWidget(word(kit, "claim_category", claim.category.value, small=True))
    if claim.names is not None:
        shown = t.say("with list {list}", list=claim.names.shown)
        told.addWidget(Label(kit, shown, Size.S, Role.TEXT2, wrap=True))
    if claim.as_of.edtf not in {None, claim.said.edtf}:
        as_of = t.say("as of {date}", date=date_in_words(claim.as_of, t))
        told.addWidget(Label(kit, as_of, Size.S, Role.TEXT2, wrap=True))
    told.addWidget(Label(kit, beside_said(claim, t), Size.S, Role.TEXT2, wrap=True))
    return told
