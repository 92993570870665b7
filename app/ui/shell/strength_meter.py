"""Show how hard a passphrase is to guess while it is typed: a bar, a word, and what would help."""

from typing import TYPE_CHECKING, override

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.shell.tasks import Tasks
from app.ui.theme.palette import Role
from app.ui.theme.type_scale import Size
from app.ui.widgets.kit import Kit, Words
from app.ui.widgets.text import Label

if TYPE_CHECKING:
    from app.vault.strength import Strength

_WAIT_MS = 120


class StrengthMeter(QWidget):
    """Estimate on a lane, because the dictionaries load slowly; `estimated` when there is news."""

    estimated = Signal()

    def __init__(self, kit: Kit, tasks: Tasks) -> None:
        super().__init__()
        self._kit = kit
        self._tasks = tasks
        self._text = ""
        self._part = 0.0
        self.enough = False
        self._words = Label(kit, "", Size.S, Role.TEXT2, wrap=True)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_WAIT_MS)
        self._timer.timeout.connect(self._estimate)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.addWidget(self._words)
        kit.bind(self, self.setAccessibleName, lambda t: t.say("How hard it is to guess"))
        self.look_at("")

    def look_at(self, passphrase: str) -> None:
        """Take what stands in the field now."""
        self._text = passphrase
        self.enough = False
        if passphrase:
            self._timer.start()
        else:
            self._timer.stop()
            self._show(
                0.0, lambda t: t.say("Six words drawn by lot are strong and can be learned.")
            )

    def _estimate(self) -> None:
        text = self._text
        self._tasks.read(lambda: (text, _strength(text)), self._take)

    def _take(self, found: "tuple[str, Strength]") -> None:
        text, strength = found
        if text != self._text:
            return
        self.enough = strength.enough
        self._show(strength.bits, _advice(strength))
        self.estimated.emit()

    def _show(self, bits: float, words: Words) -> None:
        self._part = min(bits / 80, 1.0)
        self._words.set_words(words)
        self.setAccessibleDescription(self._words.text())
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._kit.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(theme.color(Role.LINE) if theme.is_high_contrast else Qt.PenStyle.NoPen)
        bar = QRectF(0, 2, self.width(), 6)
        painter.setBrush(theme.color(Role.LINE))
        painter.drawRoundedRect(bar, 3, 3)
        painter.setBrush(theme.color(Role.ACCENTFILL if self.enough else Role.MARK))
        bar.setWidth(bar.width() * self._part)
        painter.drawRoundedRect(bar, 3, 3)
        painter.end()


def _strength(text: str) -> "Strength":
    from app.vault.strength import strength  # noqa: PLC0415  unlocking needs none of it

    return strength(text)


def _advice(strength: "Strength") -> Words:
    if strength.enough:
        return lambda t: t.say("Strong enough.")
    if strength.advice == "nearly":
        return lambda t: t.say("Nearly: one or two words more.")
    return lambda t: t.say("Easy to guess. Take more words, and words that have no link.")
