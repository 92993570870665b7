"""Take words in: line, search, text area, combo, and a field with its label and message.

line = LineEdit(kit, lambda t: t.say("Family name"))        the words are its accessible name
SearchField(kit, lambda t: t.say("Search people"), key="Ctrl+K")
Combo(kit, lambda t: t.say("What happened")).set_choices([("C19", words), ...]); .code()
TextArea(kit, lambda t: t.say("Exact words"), most=2000)
Field(kit, lambda t: t.say("Who says so"), line).refuse(lambda t: t.say("Say who told you."))
"""

from collections.abc import Sequence
from typing import override

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QCompleter,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QVBoxLayout,
    QWidget,
)

from app.ui.theme.palette import Role
from app.ui.theme.type_scale import Size
from app.ui.widgets.kit import Kit, Words
from app.ui.widgets.text import KeyCap, Label

_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


class LineEdit(QLineEdit):
    """Take one line; may draw an icon at left and a quiet note at right inside its edge."""

    def __init__(
        self, kit: Kit, name: Words, *, icon: str = "", note: Words = "", hint: Words = ""
    ) -> None:
        super().__init__()
        self.kit = kit
        self._icon_name = icon
        self._note: Words = note
        kit.bind(self, self.setAccessibleName, name)
        if hint:
            kit.bind(self, self.setPlaceholderText, hint)
        kit.language_changed.connect(self._remargin)
        self._remargin()

    def set_note(self, note: Words) -> None:
        """Show another note inside the right edge."""
        self._note = note
        self._remargin()
        self.update()

    def set_wrong(self, wrong: bool) -> None:  # noqa: FBT001  a setter in Qt's manner
        """Show the edge of an error, or take it away."""
        set_wrong(self, wrong=wrong)

    def _remargin(self, *_: object) -> None:
        note = self.kit.say(self._note)
        width = round(self.kit.theme.metrics(Size.S).horizontalAdvance(note)) + 8 if note else 0
        self.setTextMargins(24 if self._icon_name else 0, 0, width, 0)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._icon_name and not self._note:
            return
        painter = QPainter(self)
        theme = self.kit.theme
        if self._icon_name:
            place = QRectF(10, self.height() / 2 - 8, 16, 16)
            theme.paint_icon(painter, place, self._icon_name, Role.TEXT2)
        painter.setPen(theme.color(Role.TEXT3))
        painter.setFont(theme.font(Size.S))
        painter.drawText(
            QRectF(self.rect()).adjusted(0, 0, -11, 0), _RIGHT, self.kit.say(self._note)
        )
        painter.end()


class SearchField(LineEdit):
    """Take a search, with the loupe at left and its key at right."""

    def __init__(self, kit: Kit, hint: Words, *, key: str = "") -> None:
        super().__init__(kit, hint, icon="search", hint=hint)
        self.setClearButtonEnabled(False)
        self._cap = KeyCap(kit, key, self) if key else None
        if self._cap:
            self._cap.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.textChanged.connect(self._retext)

    def _retext(self, text: str) -> None:
        if self._cap:
            self._cap.setVisible(not text)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._cap:
            size = self._cap.sizeHint()
            self._cap.resize(size)
            self._cap.move(self.width() - size.width() - 9, (self.height() - size.height()) // 2)


class Combo(QComboBox):
    """Choose one of some codes by their words; `code_changed` carries the code.

    With `search=True` one may type any part of the words.
    """

    code_changed = Signal(object)

    def __init__(self, kit: Kit, name: Words, *, search: bool = False) -> None:
        super().__init__()
        self._kit = kit
        self._choices: list[tuple[object, Words]] = []
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setMaxVisibleItems(14)
        self.setMinimumContentsLength(6)
        kit.bind(self, self.setAccessibleName, name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        if search:
            self._make_searchable()
        kit.language_changed.connect(self._resay)
        self.currentIndexChanged.connect(self._tell)

    def set_choices(self, choices: Sequence[tuple[object, Words]]) -> None:
        """Offer these codes; keeps the chosen one if it is still there."""
        chosen = self.code()
        self._choices = list(choices)
        self.blockSignals(True)
        self.clear()
        for code, words in self._choices:
            self.addItem(self._kit.say(words), code)
        self.setCurrentIndex(max(self._index(chosen), 0 if self._choices else -1))
        self.blockSignals(False)

    def code(self) -> object:
        """Return the chosen code, None when there is none."""
        at = self.currentIndex()
        return self._choices[at][0] if 0 <= at < len(self._choices) else None

    def set_code(self, code: object) -> None:
        """Choose a code; an unknown one chooses nothing."""
        self.setCurrentIndex(self._index(code))

    def set_wrong(self, wrong: bool) -> None:  # noqa: FBT001  a setter in Qt's manner
        """Show the edge of an error, or take it away."""
        set_wrong(self, wrong=wrong)

    def _index(self, code: object) -> int:
        return next((i for i, (one, _) in enumerate(self._choices) if one == code), -1)

    def _tell(self, _: int) -> None:
        self.code_changed.emit(self.code())

    def _resay(self, *_: object) -> None:
        for at, choice in enumerate(self._choices):
            self.setItemText(at, self._kit.say(choice[1]))

    def _make_searchable(self) -> None:
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        completer = self.completer()
        if isinstance(completer, QCompleter):
            completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            popup = completer.popup()
            if popup is not None:
                popup.setObjectName("popup")

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page scroll: a wheel must not change an answer by accident."""
        event.ignore()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QStylePainter(self)
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        if not self.isEditable():
            painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        place = QRectF(self.width() - 25, self.height() / 2 - 7, 14, 14)
        self._kit.theme.paint_icon(painter, place, "down", Role.TEXT2)
        painter.end()


class TextArea(QWidget):
    """Take several lines and count them down: `words 120 of 2 000`."""

    changed = Signal()

    def __init__(self, kit: Kit, name: Words, *, most: int = 0, lines: int = 3) -> None:
        super().__init__()
        self._kit = kit
        self._most = most
        self.edit = QPlainTextEdit()
        self.edit.setTabChangesFocus(True)
        self.edit.setFixedHeight(kit.theme.type.line_height() * lines + 16)
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
        row.setContentsMargins(20, 0, 0, 0)
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
        place = QRectF(0, self._text.y() + 1, 14, 14)
        self._kit.theme.paint_icon(painter, place, "warn", Role.ERR)
        painter.end()


def set_wrong(widget: QWidget, *, wrong: bool) -> None:
    """Show or take away the edge of an error."""
    target = widget.focusProxy() or widget
    target.setProperty("wrong", wrong)
    target.style().unpolish(target)
    target.style().polish(target)
