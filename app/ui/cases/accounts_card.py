"""Stand two accounts of one event side by side, of equal size, until a person decides."""

from __future__ import annotations

from collections.abc import Sequence
from typing import override

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.ui.cases.content import TOP
from app.ui.cases.event_card import SourceLine
from app.ui.cases.spoken import known, when
from app.ui.cases.timeline_parts import Account
from app.ui.theme.palette import Role
from app.ui.theme.type_scale import Size
from app.ui.widgets.buttons import Button, quiet
from app.ui.widgets.icon_label import IconLabel
from app.ui.widgets.kit import Kit, Words
from app.ui.widgets.text import Label, caption, hairline

_ONE_LINE = 330
"""Room for the buttons beside the sentence, in pixels."""


class AccountsCard(QWidget):
    """The card of a contradiction; `preferred` carries the id of an account, None to leave open."""

    preferred = Signal(object)

    def __init__(self, kit: Kit, accounts: Sequence[Account]) -> None:
        super().__init__()
        self._kit = kit
        self._decided = any(account.preferred for account in accounts)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 8)
        column.setSpacing(8)
        column.addLayout(self._head())
        for at in range(0, len(accounts), 2):
            column.addLayout(self._pair(accounts[at : at + 2]))
        column.addWidget(hairline(kit))
        column.addLayout(self._foot(accounts))
        kit.bind(self, self.setAccessibleName, lambda t: t.say("Accounts differ"))

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(IconLabel(self._kit, "versus", Role.WARN, 15))
        row.addWidget(
            Label(self._kit, lambda t: t.say("Accounts differ"), role=Role.WARN, strong=True), 1
        )
        row.addWidget(
            Label(
                self._kit, lambda t: t.say("neither overwrites the other"), Size.S, Role.TEXT2
            )
        )  # fmt: skip
        return row

    def _pair(self, pair: Sequence[Account]) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(14)
        for at, account in enumerate(pair):
            if at:
                row.addWidget(_Split(self._kit))
            row.addWidget(self._half(account), 1, TOP)
        if len(pair) == 1:
            row.addStretch(1)
        return row

    def _half(self, account: Account) -> QWidget:
        kit = self._kit
        half = QWidget()
        column = QVBoxLayout(half)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        head = QHBoxLayout()
        number = account.number
        head.addWidget(caption(kit, lambda t: t.say("Account {number}", number=number)), 1)
        head.addWidget(Label(kit, self._standing(account), Size.S, Role.TEXT2))
        column.addLayout(head)
        if known(account.date):
            column.addWidget(Label(kit, lambda t: when(account.date, t), strong=True, wrap=True))
        if account.place:
            column.addWidget(Label(kit, account.place, wrap=True))
        column.addWidget(SourceLine(kit, account.said))
        return half

    def _standing(self, account: Account) -> Words:
        if account.preferred:
            return lambda t: t.say("preferred")
        if account.used:
            return lambda t: t.say("used now")
        return lambda t: t.say("kept beside it")

    def _foot(self, accounts: Sequence[Account]) -> QVBoxLayout:
        """Lay the decision out; it takes a second line where its buttons are wide."""
        row = QHBoxLayout()
        row.setSpacing(12)
        foot = QVBoxLayout()
        foot.setSpacing(4)
        words: Words = (
            (lambda t: t.say("A person has decided; every print still names both."))
            if self._decided
            else (lambda t: t.say("Until a person decides, every internal print shows both."))
        )
        told = Label(self._kit, words, Size.S, Role.TEXT2, wrap=True)
        choices: list[QWidget] = [self._prefer(one) for one in accounts if not one.preferred]
        if self._decided:
            leave = quiet(self._kit, lambda t: t.say("Leave open"), strong=True)
            leave.clicked.connect(lambda: self.preferred.emit(None))
            choices.append(leave)
        else:
            choices.append(Label(self._kit, lambda t: t.say("Left open"), strong=True))
        if sum(choice.sizeHint().width() + 12 for choice in choices) > _ONE_LINE:
            foot.addWidget(told)
            row.addStretch(1)
        else:
            row.addWidget(told, 1)
        for choice in choices:
            row.addWidget(choice)
        foot.addLayout(row)
        return foot

    def _prefer(self, account: Account) -> Button:
        number, said = account.number, account.said.id
        button = quiet(self._kit, lambda t: t.say("Prefer {number}", number=number))
        button.clicked.connect(lambda: self.preferred.emit(said))
        return button

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._kit.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.color(Role.WARNLINE)))
        painter.setBrush(theme.color(Role.SURFACE))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        painter.end()


class _Split(QWidget):
    """The line between two accounts with the sign that they are not equal."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self.setFixedWidth(20)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._kit.theme
        painter = QPainter(self)
        middle, height = self.width() / 2, self.height()
        painter.fillRect(QRectF(middle - 0.5, 0, 1, height), theme.color(Role.WARNLINE))
        sign = QRectF(middle - 9, height / 2 - 12, 18, 24)
        painter.fillRect(sign, theme.color(Role.SURFACE))
        theme.paint_icon(painter, QRectF(middle - 8, height / 2 - 8, 16, 16), "versus", Role.WARN)
        painter.end()
