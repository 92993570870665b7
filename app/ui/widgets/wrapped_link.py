"""A quiet button whose words take a second line where one is too short for them."""

from __future__ import annotations

from typing import Final, override

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from app.ui.theme.type_scale import Size
from app.ui.widgets.buttons import Button, Kind
from app.ui.widgets.kit import Kit, Words

_SIDE: Final = 4
_NARROWEST: Final = 120
_HOW: Final = (
    Qt.AlignmentFlag.AlignLeft.value
    | Qt.AlignmentFlag.AlignVCenter.value
    | Qt.TextFlag.TextWordWrap.value
)


class WrappedLink(Button):
    """Draw words as a link; its height follows its width."""

    def __init__(self, kit: Kit, words: Words) -> None:
        super().__init__(kit, Kind.QUIET, words)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @override
    def minimumSizeHint(self) -> QSize:
        whole = self.sizeHint()
        return QSize(min(self._kit.theme.scaled(_NARROWEST), whole.width()), whole.height())

    @override
    def heightForWidth(self, width: int) -> int:
        one = self.sizeHint()
        metrics = self._kit.theme.metrics(Size.M)
        room = QRectF(0, 0, width - 2 * _SIDE, 10_000)
        words = metrics.boundingRect(room, _HOW, self.text())
        return one.height() + max(0, round(words.height() - metrics.lineSpacing()))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._kit.theme.color(self._paint_ground(painter)))
        painter.setFont(self._kit.theme.font(Size.M))
        painter.drawText(self.rect().adjusted(_SIDE, 0, -_SIDE, 0), _HOW, self.text())
        painter.end()
