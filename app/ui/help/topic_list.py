"""List the topics of the manual: one row each, wrapped, never cut."""

from typing import override

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from app.ui.help.topics import Topic, title
from app.ui.theme.palette import Role
from app.ui.theme.type_scale import Size
from app.ui.widgets.kit import Kit

_WRAP = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignVCenter)
_SIDE = 10


class TopicList(QListWidget):
    """The topics; `topic_chosen` carries the name of the one in hand."""

    topic_chosen = Signal(str)
    focus_radius = None

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setItemDelegate(_Rows(kit, self))
        kit.bind(self, self.setAccessibleName, lambda t: t.say("Topics of the manual"))
        self.currentItemChanged.connect(self._chosen)
        kit.theme.changed.connect(self.scheduleDelayedItemsLayout)

    def show_titles(self, lang: str) -> None:
        """Name the topics in a language; the one in hand stays."""
        for at, topic in enumerate(Topic):
            if at == self.count():
                QListWidgetItem(self).setData(Qt.ItemDataRole.UserRole, topic.value)
            self.item(at).setText(title(topic, lang))
        self.scheduleDelayedItemsLayout()

    def choose(self, topic: Topic) -> None:
        """Put a topic in hand."""
        self.setCurrentRow(list(Topic).index(topic))

    def topic(self) -> Topic:
        """Return the topic in hand."""
        at = self.currentRow()
        return list(Topic)[at] if at >= 0 else Topic.WHAT_IT_IS

    def _chosen(self, now: QListWidgetItem | None, _: QListWidgetItem | None) -> None:
        if now is not None:
            self.topic_chosen.emit(now.data(Qt.ItemDataRole.UserRole))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()


class _Rows(QStyledItemDelegate):
    def __init__(self, kit: Kit, view: QListWidget) -> None:
        super().__init__(view)
        self._kit = kit
        self._view = view

    @override
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        theme = self._kit.theme
        room = QRectF(0, 0, self._view.viewport().width() - 2 * _SIDE, 400)
        metrics = theme.metrics(Size.M, strong=True)
        text = metrics.boundingRect(room, _WRAP, str(index.data()))
        return QSize(0, max(theme.scaled(32), round(text.height()) + theme.scaled(12)))

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        theme = self._kit.theme
        on = self._view.currentRow() == index.row()
        rect = QRectF(self._view.visualItemRect(self._view.item(index.row())))
        rect = rect.adjusted(0.5, 1.5, -0.5, -1.5)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        under = self._view.viewport().mapFromGlobal(self._view.cursor().pos())
        if on or (self._view.underMouse() and rect.contains(under)):
            painter.setPen(theme.color(Role.TEXT) if theme.is_high_contrast else Qt.PenStyle.NoPen)
            painter.setBrush(theme.color(Role.SEL if on else Role.HOVER))
            painter.drawRoundedRect(rect, 6, 6)
        if on and self._view.hasFocus():
            painter.setPen(QPen(theme.color(Role.ACCENT), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), 5, 5)
        painter.setPen(theme.color(Role.SELTEXT if on else Role.TEXT))
        painter.setFont(theme.font(Size.M, strong=on))
        painter.drawText(rect.adjusted(_SIDE, 0, -_SIDE, 0), _WRAP, str(index.data()))
        painter.restore()
