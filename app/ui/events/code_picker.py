"""Choose what happened: by its words, its code or any part of its explanation, group by group.

    picker = CodePicker(kit); picker.changed.connect(...)
    picker.code() -> EventCode | None; picker.set_code(EventCode.C19)

Typing narrows the list, arrows move, Enter takes, Esc closes; the field keeps the keyboard.
"""

from typing import override

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from app.search.fold import fold
from app.ui.events.code_rows import CodeRows, Row, rows_for
from app.ui.theme.palette import Role
from app.ui.theme.type_scale import Size
from app.ui.widgets.fields import LineEdit
from app.ui.widgets.kit import Kit
from app.ui.widgets.text import Label
from app.wording.vocabulary import label
from models.vocabulary.event_codes import EventCode

_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_TALLEST = 12


class CodePicker(QWidget):
    """Edit one event code; the explanation of the chosen one stands beneath."""

    changed = Signal()

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._code: EventCode | None = None
        self.field = LineEdit(
            kit,
            lambda t: t.say("What happened"),
            icon="search",
            hint=lambda t: t.say("Type a word or a code, or press ↓ for the list"),
        )
        self.field.setMaximumWidth(kit.theme.scaled(440))
        self.help = Label(kit, "", Size.S, Role.TEXT2, wrap=True)
        self.help.hide()
        self.list = _CodeList(kit, self.field)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        column.addWidget(self.field)
        column.addWidget(self.help)
        self.setFocusProxy(self.field)
        self.field.textEdited.connect(self._typed)
        self.field.installEventFilter(self)
        self.list.chosen.connect(self._take)
        kit.language_changed.connect(self._show)

    def code(self) -> EventCode | None:
        """Return the code chosen."""
        return self._code

    def set_code(self, code: EventCode | None) -> None:
        """Choose a code; None chooses nothing."""
        self._code = code
        self._show()
        self.changed.emit()

    def set_wrong(self, wrong: bool) -> None:  # noqa: FBT001  a setter in Qt's manner
        """Show the edge of an error, or take it away."""
        self.field.set_wrong(wrong)

    def _typed(self, text: str) -> None:
        self._code = None
        self.help.hide()
        self.list.show_rows(rows_for(text, self._kit.translator.lang))
        self.changed.emit()

    def _take(self, code: EventCode) -> None:
        self.list.hide()
        self.set_code(code)

    def _show(self, *_: object) -> None:
        code = self._code
        self.list.hide()
        if code is None:
            self.field.clear()
            self.help.hide()
            return
        self.field.setText(label("event", code, self._kit.translator.lang))
        self.field.setCursorPosition(0)
        self.help.set_words(
            lambda t: t.say(
                "{code} · {explanation}",
                code=code.value,
                explanation=label("event", code, t.lang, "help"),
            )
        )
        self.help.show()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self.list.hide()
            if self._code is None:
                self._take_if_only_one()
        elif event.type() == QEvent.Type.MouseButtonPress and not self.list.isVisible():
            self._open_whole()
        elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if self.list.isVisible():
                return self.list.key(event)
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
                self._open_whole()
                return True
        return False

    def _open_whole(self) -> None:
        self.field.selectAll()
        self.list.show_rows(rows_for("", self._kit.translator.lang), self._code)

    def _take_if_only_one(self) -> None:
        typed = fold(self.field.text())
        codes = [row.code for row in rows_for(typed, self._kit.translator.lang) if row.code]
        exact = [code for code in codes if fold(code.value) == typed]
        if typed and (exact or len(codes) == 1):
            self.set_code((exact or codes)[0])


class _CodeList(QListView):
    """The list over the window beneath its field."""

    chosen = Signal(object)

    def __init__(self, kit: Kit, field: LineEdit) -> None:
        super().__init__(field.window())
        self.setObjectName("popup")
        self._kit = kit
        self._field = field
        self._rows = CodeRows(self)
        self.setModel(self._rows)
        self.setItemDelegate(_RowPainter(kit, self))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        kit.bind(self, self.setAccessibleName, lambda t: t.say("What can happen"))
        self.hide()

    def show_rows(self, rows: list[Row], chosen: EventCode | None = None) -> None:
        """Show these rows beneath the field, the chosen or first one in hand."""
        self._rows.show_rows(rows)
        if not rows:
            self.hide()
            return
        host = self._field.window()
        if self.parentWidget() is not host:
            self.setParent(host)
        row_height = self._kit.theme.scaled(28)
        below = self._field.mapTo(host, QPoint(0, self._field.height() + 4))
        room = host.height() - below.y() - 12
        height = min(len(rows), _TALLEST) * row_height + 8
        width = min(host.width() - below.x() - 16, self._kit.theme.scaled(760))
        self.setGeometry(below.x(), below.y(), width, min(height, max(room, 4 * row_height)))
        first = next((i for i, row in enumerate(rows) if row.code and row.code is chosen), None)
        if first is None:
            first = next(i for i, row in enumerate(rows) if row.code)
        self.show()
        self.raise_()
        self._choose(first)

    def key(self, event: QKeyEvent) -> bool:
        """Take a key of the field while the list is open; tell whether it was one of ours."""
        step = {
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_PageDown: 8,
            Qt.Key.Key_PageUp: -8,
        }.get(Qt.Key(event.key()), 0)
        if step:
            self._move(step)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._tell(self.currentIndex())
        elif event.key() == Qt.Key.Key_Tab:
            self._tell(self.currentIndex())
            return False
        elif event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            return False
        return True

    def _move(self, step: int) -> None:
        rows = [i for i in range(self._rows.rowCount()) if self._rows.row(i).code]
        at = rows.index(self.currentIndex().row()) if self.currentIndex().row() in rows else 0
        self._choose(rows[min(max(at + step, 0), len(rows) - 1)])

    def _choose(self, row: int) -> None:
        self.setCurrentIndex(self._rows.index(row, 0))
        self.scrollTo(self._rows.index(max(row - 1, 0), 0))
        self.scrollTo(self.currentIndex())
        self._field.setAccessibleDescription(self._rows.row(row).words)

    def _tell(self, index: QModelIndex) -> None:
        if index.isValid() and (code := self._rows.row(index.row()).code):
            self.chosen.emit(code)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._tell(self.indexAt(event.position().toPoint()))

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and self._rows.row(index.row()).code:
            self.setCurrentIndex(index)


class _RowPainter(QStyledItemDelegate):
    def __init__(self, kit: Kit, parent: QObject) -> None:
        super().__init__(parent)
        self._kit = kit

    @override
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(200, self._kit.theme.scaled(28))

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        theme = self._kit.theme
        view = self.parent()
        model = index.model()
        if not isinstance(model, CodeRows) or not isinstance(view, QListView):
            return
        row = model.row(index.row())
        place = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if row.code is None:
            painter.setFont(theme.font(Size.S, strong=True))
            painter.setPen(theme.color(Role.TEXT3))
            painter.drawText(place.adjusted(10, 4, -8, 0), _LEFT, row.words.upper())
            painter.restore()
            return
        chosen = index == view.currentIndex()
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color(Role.SEL))
            painter.drawRoundedRect(place, 4, 4)
        ink = Role.SELTEXT if chosen else Role.TEXT
        painter.setFont(theme.font(Size.S))
        painter.setPen(theme.color(ink if chosen else Role.TEXT3))
        painter.drawText(place.adjusted(10, 0, 0, 0), _LEFT, row.code.value)
        painter.setFont(theme.font(Size.M, strong=True))
        painter.setPen(theme.color(ink))
        x = 10 + theme.scaled(40)
        painter.drawText(place.adjusted(x, 0, -8, 0), _LEFT, row.words)
        used = theme.metrics(Size.M, strong=True).horizontalAdvance(row.words) + 10
        painter.setFont(theme.font(Size.S))
        painter.setPen(theme.color(ink if chosen else Role.TEXT2))
        rest = theme.metrics(Size.S).elidedText(
            row.help, Qt.TextElideMode.ElideRight, max(0.0, place.width() - x - used - 10)
        )
        painter.drawText(place.adjusted(x + used, 0, -8, 0), _LEFT, rest)
        painter.restore()
