"""Take a question: a field that offers keys and values, and lines that say how it was read."""

from __future__ import annotations

from typing import Final, override

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.search.query_completion import Offer, offers
from app.search.query_language import read_query
from app.shapes.filter_query import FilterQuery, QueryHint
from app.ui.theme.palette import Role
from app.ui.theme.type_scale import Size
from app.ui.widgets.fields import SearchField
from app.ui.widgets.icon_label import IconLabel
from app.ui.widgets.kit import Kit, Words
from app.ui.widgets.popup_list import PopupList, PopupRow
from app.ui.widgets.text import Label
from app.wording.filter_query import hint_sentence, question_words

_MOST_HINTS: Final = 3
_WIDE: Final = 460


class QueryBox(SearchField):
    """The field. Down offers keys, a colon offers values, Tab or Enter takes what is offered."""

    def __init__(self, kit: Kit, hint: Words, *, key: str = "") -> None:
        super().__init__(kit, hint, key=key)
        self._offers: tuple[Offer, ...] = ()
        self.setMaxLength(5_000)
        self.popup = PopupList(kit, self, lambda t: t.say("What the box understands"), least=_WIDE)
        self.popup.chosen.connect(self._put)
        self.textEdited.connect(self._typed)

    def put_in(self, word: str) -> None:
        """Write a word at the cursor, apart from what stands before it."""
        before = self.text()[: self.cursorPosition()]
        self.insert(word if not before or before[-1] in " (-" else f" {word}")
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._typed()
        self.textEdited.emit(self.text())

    def _typed(self, *_: object) -> None:
        before = self.text()[: self.cursorPosition()]
        if ":" in before.rsplit(" ", 1)[-1]:
            self._offer()
        else:
            self.popup.hide_list()

    def _offer(self) -> None:
        self._offers = offers(self.text(), self.cursorPosition(), self.kit.translator.lang)
        if self._offers:
            rows = [PopupRow("filter", one.word, _beside(one)) for one in self._offers]
            self.popup.show_rows(rows, "")
        else:
            self.popup.hide_list()

    def _put(self, at: int) -> None:
        if not at < len(self._offers):
            return
        offer = self._offers[at]
        text = self.text()
        blank = "" if offer.word.endswith(":") else " "
        self.popup.hide_list()
        self.setText(text[: offer.start] + offer.word + blank + text[offer.end :].lstrip())
        self.setCursorPosition(offer.start + len(offer.word) + len(blank))
        self._typed()
        self.textEdited.emit(self.text())

    @override
    def event(self, event: QEvent) -> bool:
        """Let Tab take what is offered, before it would leave the field."""
        if (
            event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Tab
            and self.popup.isVisible()
            and self._offers
        ):
            self._put(self.popup.current)
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down and not self.popup.isVisible():
            self._offer()
            return
        super().keyPressEvent(event)


def _beside(offer: Offer) -> str:
    return "" if offer.word.strip('"') == offer.means else offer.means


class HintLine(QWidget):
    """One sentence about what was read otherwise than it stands there."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self.said = Label(kit, "", Size.S, Role.TEXT2, wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(IconLabel(kit, "info", Role.TEXT2, 14), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.said, 1)

    def show_hint(self, hint: QueryHint) -> None:
        """Say a hint."""
        self.said.set_words(lambda t: hint_sentence(hint, t))


class ReadAs(QWidget):
    """The quiet lines beneath the chips: how the question was read, what could not be read."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self.query = FilterQuery()
        self.said = Label(kit, "", Size.S, Role.TEXT2, wrap=True)
        self.hints = [HintLine(kit) for _ in range(_MOST_HINTS)]
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 0, 24, 12)
        column.setSpacing(4)
        column.addWidget(self.said)
        for line in self.hints:
            column.addWidget(line)
        self.hide()

    def show_text(self, text: str) -> None:
        """Show how a text is read; nothing where it is nothing but words."""
        self.query = read_query(text)
        tree, hints = self.query.tree, self.query.hints
        self.setVisible(not self.query.is_plain)
        self.said.setVisible(tree is not None)
        if tree is not None:
            self.said.set_words(
                lambda t: t.say("Read as: {question}", question=question_words(tree, t))
            )
        for at, line in enumerate(self.hints):
            line.setVisible(at < len(hints))
            if at < len(hints):
                line.show_hint(hints[at])
