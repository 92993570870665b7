"""Say how far work is, that there is nothing yet, and what stops a form.

card = ProgressCard(kit, lambda t: t.say("Importing {n} rows", n=...)); card.cancelled.connect()
card.show_progress(done, total, words)
EmptyState(kit, "lists", title, sentence, button)
summary = ErrorSummary(kit); summary.show_problems([(words, field), ...]); summary.clear()
PhotoPlaceholder(kit, 92, 114)
"""

import time
from collections.abc import Sequence
from typing import override

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.i18n.translator import Translator
from app.ui.theme.palette import Role
from app.ui.theme.type_scale import Size
from app.ui.widgets.buttons import Button, quiet
from app.ui.widgets.icon_label import IconLabel
from app.ui.widgets.kit import Kit, Words
from app.ui.widgets.text import Label
from app.ui.widgets.wrapped_link import WrappedLink


class ProgressBar(QWidget):
    """Draw how much of the whole is done: 6 px high."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self.part = 0.0
        self.setFixedHeight(6)
        kit.bind(self, self.setAccessibleName, lambda t: t.say("Progress"))

    def set_part(self, part: float) -> None:
        """Show a part between 0 and 1."""
        self.part = min(max(part, 0.0), 1.0)
        self.setAccessibleDescription(f"{round(self.part * 100)} %")
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._kit.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(theme.color(Role.LINE) if theme.is_high_contrast else Qt.PenStyle.NoPen)
        rect = QRectF(self.rect())
        painter.setBrush(theme.color(Role.LINE))
        painter.drawRoundedRect(rect, 3, 3)
        painter.setBrush(theme.color(Role.ACCENTFILL))
        painter.drawRoundedRect(QRectF(0, 0, rect.width() * self.part, rect.height()), 3, 3)
        painter.end()


class ProgressCard(QFrame):
    """Show what is counted, how much time is left, and a Cancel that takes all back."""

    cancelled = Signal()

    def __init__(self, kit: Kit, title: Words) -> None:
        super().__init__()
        self.setObjectName("card")
        self._began = 0.0
        self.title = Label(kit, title, strong=True)
        self._left = Label(kit, "", Size.S, Role.TEXT2)
        self._bar = ProgressBar(kit)
        self._counted = Label(kit, "", Size.S, Role.TEXT2)
        self.cancel_button = quiet(kit, lambda t: t.say("Cancel, undo all"))
        self.cancel_button.clicked.connect(self._cancel)
        head, foot = QHBoxLayout(), QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self._left)
        foot.addWidget(self._counted, 1)
        foot.addWidget(self.cancel_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 8, 6)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self._bar)
        column.addLayout(foot)

    def show_progress(self, done: int, total: int, counted: Words = "") -> None:
        """Show how many of how many are done and what was counted."""
        now = time.monotonic()
        self._began = self._began or now
        part = done / total if total else 0.0
        self._bar.set_part(part)
        self._counted.set_words(counted)
        spent = now - self._began
        if spent > 1 and 0 < part < 1:
            self._left.set_words(time_left(spent * (1 - part) / part))
        else:
            self._left.set_words("")

    def _cancel(self) -> None:
        self.cancel_button.setEnabled(False)
        self._left.set_words(lambda t: t.say("stopping …"))
        self.cancelled.emit()


def time_left(seconds: float) -> Words:
    """Return the words for the time that is left."""
    if seconds < 90:
        tens = max(10, round(seconds / 10) * 10)
        return lambda t: t.say("about {n} s left", n=t.number(tens))
    minutes = round(seconds / 60)
    return lambda t: t.say("about {n} min left", n=t.number(minutes))


class EmptyState(QWidget):
    """Say that there is nothing yet: icon, one bold line, one sentence, one button."""

    def __init__(
        self,
        kit: Kit,
        icon: str,
        title: Words,
        sentence: Words,
        button: Button | None = None,
        *,
        takes_files: bool = False,
    ) -> None:
        super().__init__()
        self._kit = kit
        self._dashed = takes_files
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 28, 24, 26)
        column.setSpacing(6)
        column.addStretch(1)
        middle = Qt.AlignmentFlag.AlignHCenter
        column.addWidget(IconLabel(kit, icon, Role.TEXT3, 32), 0, middle)
        column.addSpacing(4)
        column.addWidget(Label(kit, title, strong=True), 0, middle)
        text = Label(kit, sentence, role=Role.TEXT2, wrap=True)
        text.setAlignment(middle)
        column.addWidget(text)
        if button is not None:
            column.addSpacing(4)
            column.addWidget(button, 0, middle)
        column.addStretch(1)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._dashed:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(self._kit.theme.color(Role.LINE2))
        pen.setDashPattern([4, 3])
        painter.setPen(pen)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        painter.end()


class ErrorSummary(QFrame):
    """Say on top of a form what stops it; each line leads to its field."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self.setObjectName("summary")
        self._kit = kit
        self._links: list[tuple[Button, QWidget]] = []
        self._lines = QVBoxLayout()
        self._lines.setSpacing(4)
        self._lines.addWidget(
            Label(kit, lambda t: t.say("There is a problem"), role=Role.ERR, strong=True)
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 10, 12, 10)
        row.setSpacing(10)
        row.addWidget(IconLabel(kit, "warn", Role.ERR), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(self._lines, 1)
        kit.bind(self, self.setAccessibleName, lambda t: t.say("There is a problem"))
        self.hide()

    def show_problems(self, problems: Sequence[tuple[Words, QWidget]]) -> None:
        """List problems, each with the field it is about; goes away when there are none."""
        for link, _ in self._links:
            link.setParent(None)
            link.deleteLater()
        self._links = []
        for words, field in problems:
            link = WrappedLink(self._kit, words)
            link.clicked.connect(self._follow)
            self._links.append((link, field))
            self._lines.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
        self.setVisible(bool(problems))
        if self._links:
            self._links[0][0].setFocus(Qt.FocusReason.TabFocusReason)

    def clear(self) -> None:
        """Go away."""
        self.show_problems(())

    def _follow(self) -> None:
        asked = self.sender()
        for link, field in self._links:
            if link is asked:
                field.setFocus(Qt.FocusReason.TabFocusReason)


class PhotoPlaceholder(QWidget):
    """Draw the plain outline that stands where there is no photo; never initials."""

    def __init__(self, kit: Kit, width: int, height: int) -> None:
        super().__init__()
        self._kit = kit
        self.setFixedSize(width, height)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        kit.bind(self, self.setAccessibleName, lambda t: t.say("no photo"))
        kit.bind(self, self.setToolTip, lambda t: t.say("no photo"))

    @override
    def sizeHint(self) -> QSize:
        return self.size()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._kit.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect())
        frame = QPainterPath()
        frame.addRoundedRect(rect, 6, 6)
        painter.setClipPath(frame)
        painter.fillRect(rect, theme.color(Role.PHOTO))
        shape = theme.color(Role.LINE2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(shape)
        wide, high = rect.width(), rect.height()
        painter.drawEllipse(QPointF(wide / 2, high * 0.36), wide * 0.18, wide * 0.18)
        shoulders = QRectF(wide * 0.12, high * 0.60, wide * 0.76, high * 0.9)
        painter.drawRoundedRect(shoulders, wide * 0.36, wide * 0.36)
        painter.end()


def count_words(translator: Translator, done: int, total: int) -> str:
    """Return `768 of 1 240` in the reader's figures."""
    return translator.say(
        "{done} of {total}", done=translator.number(done), total=translator.number(total)
    )
