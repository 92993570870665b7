"""Take words in: one line, a search, one of several codes.

line = LineEdit(kit, lambda t: t.say("Family name"))        the words are its accessible name
SearchField(kit, lambda t: t.say("Search people"), key="Ctrl+K")
Combo(kit, lambda t: t.say("What happened")).set_choices([("C19", words), ...]); .code()
TextArea(kit, lambda t: t.say("Exact words"), most=2000)
Field(kit, lambda t: t.say("Who says so"), line).refuse(lambda t: t.say("Say who told you."))
"""

from collections.abc import Sequence
from typing import override

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QCompleter,
    QLineEdit,
    QSizePolicy,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QWidget,
)

from app.ui.theme.palette import Role
from app.ui.theme.type_scale import Size
from app.ui.widgets.kit import Kit, Words
from app.ui.widgets.text import KeyCap

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
        kit.theme.changed.connect(self._remargin)
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
        left = self.kit.theme.scaled(16) + 8 if self._icon_name else 0
        self.setTextMargins(left, 0, width, 0)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._icon_name and not self._note:
            return
        painter = QPainter(self)
        theme = self.kit.theme
        if self._icon_name:
            side = theme.scaled(16)
            place = QRectF(10, (self.height() - side) / 2, side, side)
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
        self._remargin()

    def _retext(self, text: str) -> None:
        if self._cap:
            self._cap.setVisible(not text)
            self._remargin()

    @override
    def _remargin(self, *_: object) -> None:
        super()._remargin()
        cap = getattr(self, "_cap", None)  # the margins are first set before the cap is made
        if isinstance(cap, KeyCap) and not self.text():
            margins = self.textMargins()
            margins.setRight(cap.sizeHint().width() + 8)
            self.setTextMargins(margins)

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
        kit.bind(self, self.view().setAccessibleName, name)
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
        side = self._kit.theme.scaled(14)
        place = QRectF(self.width() - side - 11, (self.height() - side) / 2, side, side)
        self._kit.theme.paint_icon(painter, place, "down", Role.TEXT2)
        painter.end()


def set_wrong(widget: QWidget, *, wrong: bool) -> None:
    """Show or take away the edge of an error."""
    target = widget.focusProxy() or widget
    target.setProperty("wrong", wrong)
    target.style().unpolish(target)
    target.style().polish(target)
