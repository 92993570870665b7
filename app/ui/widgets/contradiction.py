"""Stand two accounts side by side, equal in size, until a person decides.

card = ContradictionCard(kit, title, Account(...), Account(...))
card.preferred.connect(self._prefer)      1 or 2, 0 = leave open (the default)
"""

from dataclasses import dataclass
from typing import override

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.ui.theme.palette import Role
from app.ui.theme.type_scale import Size
from app.ui.widgets.buttons import quiet
from app.ui.widgets.icon_label import IconLabel
from app.ui.widgets.kit import Kit, Words
from app.ui.widgets.text import Caption, Label, hairline
from app.ui.widgets.timeline import SourceLine, quotation, source_line


@dataclass(frozen=True, slots=True)
class Account:
    """One of two accounts: what it says, in whose words, who says so, how it stands now."""

    says: Words
    quote: str
    source: SourceLine
    standing: Words = ""


class ContradictionCard(QFrame):
    """Show two accounts in two equal halves with the sign "not equal" between them."""

    preferred = Signal(int)

    def __init__(self, kit: Kit, title: Words, first: Account, second: Account) -> None:
        super().__init__()
        self.setObjectName("contradiction")
        kit.bind(self, self.setAccessibleName, title)
        column = QVBoxLayout(self)
        column.setContentsMargins(13, 9, 13, 7)
        column.setSpacing(8)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(IconLabel(kit, "versus", Role.WARN))
        head.addWidget(Label(kit, title, role=Role.WARN, strong=True), 1)
        neither = Label(kit, lambda t: t.say("neither overwrites the other"), Size.S, Role.TEXT2)
        head.addWidget(neither)
        column.addLayout(head)
        halves = QHBoxLayout()
        halves.setSpacing(16)
        halves.addLayout(_half(kit, 1, first), 1)
        halves.addWidget(_Split(kit))
        halves.addLayout(_half(kit, 2, second), 1)
        column.addLayout(halves)
        column.addWidget(hairline(kit))
        foot = QHBoxLayout()
        foot.setSpacing(14)
        until = Label(
            kit,
            lambda t: t.say("Until a person decides, every internal and court print shows both."),
            Size.S,
            Role.TEXT2,
            wrap=True,
        )
        foot.addWidget(until, 1)
        self.buttons = (
            quiet(kit, lambda t: t.say("Leave open"), strong=True),
            quiet(kit, lambda t: t.say("Prefer 1")),
            quiet(kit, lambda t: t.say("Prefer 2")),
        )
        for number, button in enumerate(self.buttons):
            button.setProperty("number", number)
            button.clicked.connect(self._decide)
        for number in (1, 2, 0):
            foot.addWidget(self.buttons[number])
        column.addLayout(foot)

    def _decide(self) -> None:
        self.preferred.emit(int(self.sender().property("number")))


class _Split(QWidget):
    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self.setFixedWidth(kit.theme.scaled(18))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._kit.theme
        painter = QPainter(self)
        x, middle = self.width() / 2, self.height() / 2
        line = theme.color(Role.WARNLINE)
        side = theme.scaled(16)
        gap = side / 2 + 4
        painter.fillRect(QRectF(x - 0.5, 0, 1, middle - gap), line)
        painter.fillRect(QRectF(x - 0.5, middle + gap, 1, middle - gap), line)
        place = QRectF(x - side / 2, middle - side / 2, side, side)
        theme.paint_icon(painter, place, "versus", Role.WARN)
        painter.end()


def _half(kit: Kit, number: int, account: Account) -> QVBoxLayout:
    half = QVBoxLayout()
    half.setSpacing(3)
    head = QHBoxLayout()
    words: Words = lambda t: t.say("Account {n}", n=number)  # noqa: E731  read beside its label
    head.addWidget(Caption(kit, words, Size.S, Role.TEXT3, strong=True), 1)
    head.addWidget(Label(kit, account.standing, Size.S, Role.TEXT2), 0, Qt.AlignmentFlag.AlignRight)
    half.addLayout(head)
    half.addWidget(Label(kit, account.says, strong=True, wrap=True))
    if account.quote:
        half.addWidget(quotation(kit, account.quote))
    half.addStretch(1)
    half.addLayout(source_line(kit, account.source))
    return half
