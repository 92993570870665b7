"""Stand a label above an editor and a message beneath it; take several lines of text.

TextArea(kit, lambda t: t.say("Exact words"), most=2000)
field = Field(kit, lambda t: t.say("Who says so"), line)
field.refuse(lambda t: t.say("Say who told you."))       field.accept()
"""

from typing import override

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from app.ui.theme.palette import Role
from app.ui.theme.type_scale import Size
from app.ui.widgets.fields import set_wrong
from app.ui.widgets.kit import Kit, Words
from app.ui.widgets.text import Label


class TextArea(QWidget):
    """Take several lines and count them down: `words 120 of 2 000`."""

    changed = Signal()

    def __init__(self, kit: Kit, name: Words, *, most: int = 0, lines: int = 3) -> None:
        super().__init__()
        self._kit = kit
        self._most = most
        self.edit = QPlainTextEdit()
        self.edit.setTabChangesFocus(True)
        self._lines = lines
        self._size()
        kit.theme.changed.connect(self._size)
        kit.bind(self.edit, self.edit.setAccessibleName, name)
        self._counter = Label(kit, "", Size.S, Role.TEXT3)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.edit)
        if most:
            column.addWidget(self._counter, 0, Qt.AlignmentFlag.AlignRight)
        self.setFocusProxy(self.edit)
        self.edit.textChanged.connect(self._count)
        self._count()

    def text(self) -> str:
        """Return what was typed."""
        return self.edit.toPlainText()

    def set_text(self, text: str) -> None:
        """Show other text."""
        self.edit.setPlainText(text)

    @property
    def too_long(self) -> bool:
        """Tell whether more was typed than may be."""
        return bool(self._most) and len(self.text()) > self._most

    def set_wrong(self, wrong: bool) -> None:  # noqa: FBT001  a setter in Qt's manner
        """Show the edge of an error, or take it away."""
        set_wrong(self.edit, wrong=wrong)

    def _size(self) -> None:
        self.edit.setFixedHeight(self._kit.theme.type.line_height() * self._lines + 16)

    def _count(self) -> None:
        have, most = len(self.text()), self._most
        self._counter.set_words(
            lambda t: t.say("{have} of {most} letters", have=t.number(have), most=t.number(most))
        )
        self._counter.set_role(Role.ERR if self.too_long else Role.TEXT3)
        self.changed.emit()


class Field(QWidget):
    """Hold a label, an editor and the message beneath it."""

    def __init__(
        self, kit: Kit, words: Words, editor: QWidget, *, beside: QWidget | None = None
    ) -> None:
        super().__init__()
        self._kit = kit
        self.editor = editor
        self.message: Words = ""
        title = Label(kit, words, Size.S, Role.TEXT2)
        title.setBuddy(editor)
        self._refusal = Refusal(kit)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(title, 1)
        if beside is not None:
            head.addWidget(beside)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(editor)
        column.addWidget(self._refusal)

    def refuse(self, message: Words) -> None:
        """Show what is wrong beneath the field."""
        self.message = message
        self._refusal.show_message(message)
        set_wrong(self.editor, wrong=True)
        self.editor.setAccessibleDescription(self._kit.say(message))

    def accept(self) -> None:
        """Take the message away."""
        self.message = ""
        self._refusal.hide()
        set_wrong(self.editor, wrong=False)
        self.editor.setAccessibleDescription("")


class Refusal(QWidget):
    """Say beneath a field what is wrong with it, with the sign of a warning."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._text = Label(kit, "", Size.S, Role.ERR, wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(kit.theme.scaled(14) + 6, 0, 0, 0)
        row.addWidget(self._text, 1)
        self.hide()

    def show_message(self, message: Words) -> None:
        """Show a sentence."""
        self._text.set_words(message)
        self.show()

    @override
    def sizeHint(self) -> QSize:
        return QSize(200, super().sizeHint().height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        side = self._kit.theme.scaled(14)
        place = QRectF(0, self._text.y() + 1, side, side)
        self._kit.theme.paint_icon(painter, place, "warn", Role.ERR)
        painter.end()
