"""Show at most seven keys of the pane in hand, and one quiet note at the right."""

from typing import override

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.ui.theme.palette import Role
from app.ui.theme.type_scale import Size
from app.ui.widgets.kit import Kit, Words
from app.ui.widgets.text import Label, hairline, paint_key

MOST = 7
_BETWEEN = 16


class KeyRow(QWidget):
    """Draw key caps with their words; drops keys from the end when there is no room."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._keys: list[tuple[str, Words]] = []
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        kit.language_changed.connect(self._resay)

    def set_keys(self, keys: list[tuple[str, Words]]) -> None:
        """Show these keys; the last one stays when others must go."""
        self._keys = keys if len(keys) <= MOST else [*keys[: MOST - 1], keys[-1]]
        self._resay()

    def _resay(self, *_: object) -> None:
        said = [f"{keys} {self._kit.say(words)}" for keys, words in self._keys]
        self.setAccessibleName("; ".join(said))
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(400, self._kit.theme.scaled(31))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._kit.theme
        painter = QPainter(self)
        painter.setFont(theme.font(Size.S))
        metrics = theme.metrics(Size.S)
        height = theme.scaled(19)
        top = (self.height() - height) / 2
        x = 0.0
        said = [
            (keys, self._kit.say(words), max(metrics.horizontalAdvance(keys) + 10, 18))
            for keys, words in self._keys
        ]
        widths = [cap + 7 + metrics.horizontalAdvance(text) for _, text, cap in said]
        for keys, text, cap in _that_fit(said, widths, self.width()):
            width = metrics.horizontalAdvance(text)
            paint_key(painter, QRectF(x, top, cap, height), keys, self._kit)
            painter.setFont(theme.font(Size.S))
            painter.setPen(theme.color(Role.TEXT2))
            left = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
            painter.drawText(QRectF(x + cap + 7, 0, width + 2, self.height()), left, text)
            x += cap + 7 + width + _BETWEEN
        painter.end()


def _that_fit[One](parts: list[One], widths: list[float], room: float) -> list[One]:
    """Drop parts from the end until the rest fits; the last, which leads to all keys, stays."""
    parts, widths = list(parts), list(widths)
    while len(parts) > 1 and sum(widths) + _BETWEEN * (len(parts) - 1) > room:
        del parts[-2], widths[-2]
    return parts


class Footer(QWidget):
    """Hold the keys and the note beneath every page, 32 high."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self.setObjectName("footer")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.keys = KeyRow(kit)
        self._note = Label(kit, "", Size.S, Role.TEXT2)
        row = QHBoxLayout()
        row.setContentsMargins(24, 0, 24, 0)
        row.setSpacing(16)
        row.addWidget(self.keys, 1)
        row.addWidget(self._note)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(hairline(kit))
        column.addLayout(row)

    def set_note(self, words: Words) -> None:
        """Say something at the right, such as when the last backup was verified."""
        self._note.set_words(words)
