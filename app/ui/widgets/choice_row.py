"""Choose one of a few plain words by mouse or arrow keys; the row wraps, nothing is cut.

row = ChoiceRow(kit, lambda t: t.say("How the date is known"), [("on", words), ...])
row.chosen.connect(...); row.code(); row.choose("between")
"""

from collections.abc import Sequence
from typing import override

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from app.ui.theme.palette import Role
from app.ui.theme.type_scale import Size
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.kit import Kit, Words

_BACK = (Qt.Key.Key_Left, Qt.Key.Key_Up)
_ON = (Qt.Key.Key_Right, Qt.Key.Key_Down)
ARROWS = _BACK + _ON


class _Word(QAbstractButton):
    focus_radius = 6.0

    def __init__(self, kit: Kit, code: str, words: Words) -> None:
        super().__init__()
        self._kit = kit
        self._words = words
        self.code = code
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        kit.language_changed.connect(self._resay)
        kit.theme.changed.connect(self.updateGeometry)
        self._resay()

    def _resay(self, *_: object) -> None:
        self.setText(self._kit.say(self._words))
        self.setAccessibleName(self.text())
        self.updateGeometry()
        self.update()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ARROWS:
            event.ignore()  # a button of Qt would move the focus; the row moves the choice
            return
        super().keyPressEvent(event)

    @override
    def sizeHint(self) -> QSize:
        theme = self._kit.theme
        width = theme.metrics(Size.M, strong=True).horizontalAdvance(self.text())
        return QSize(round(width) + 19, theme.scaled(28))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._kit.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on = self.isChecked()
        ground = Role.SEL if on else (Role.HOVER if self.underMouse() else Role.SURFACE)
        painter.setPen(theme.color(Role.ACCENT if on else Role.LINE2))
        painter.setBrush(theme.color(ground))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        painter.setFont(theme.font(Size.M, strong=on))
        painter.setPen(theme.color(Role.SELTEXT if on else Role.TEXT))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
        painter.end()


class ChoiceRow(QWidget):
    """Hold the words; one is chosen, Tab reaches that one, arrows move on."""

    chosen = Signal(str)

    def __init__(self, kit: Kit, name: Words, choices: Sequence[tuple[str, Words]]) -> None:
        super().__init__()
        self._words: dict[str, _Word] = {}
        flow = FlowLayout(self, 5, 5)
        for code, words in choices:
            word = _Word(kit, code, words)
            word.clicked.connect(self._click)
            self._words[code] = word
            flow.addWidget(word)
        kit.bind(self, self.setAccessibleName, name)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        if choices:
            self.choose(choices[0][0])

    def code(self) -> str:
        """Return the chosen code."""
        return next((code for code, word in self._words.items() if word.isChecked()), "")

    def choose(self, code: str) -> None:
        """Choose a word; tells when it is another one."""
        before = self.code()
        for one, word in self._words.items():
            word.setChecked(one == code)
            tab = Qt.FocusPolicy.StrongFocus if one == code else Qt.FocusPolicy.ClickFocus
            word.setFocusPolicy(tab)
        if before and before != code:
            self.chosen.emit(code)

    def _click(self) -> None:
        word = self.sender()
        if isinstance(word, _Word):
            word.setChecked(not word.isChecked())
            self.choose(word.code)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in ARROWS:
            super().keyPressEvent(event)
            return
        codes = list(self._words)
        code = codes[(codes.index(self.code()) + (1 if event.key() in _ON else -1)) % len(codes)]
        self.choose(code)
        self._words[code].setFocus(Qt.FocusReason.TabFocusReason)
