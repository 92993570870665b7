"""Answer a consent scope by scope: a line each, yes, no or not asked, from the keyboard.

grid.answers() gives the scopes that were answered; Y and N answer by key position and go on,
Backspace takes the answer back, arrows move.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, override

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from app.ui.theme.palette import Role
from app.ui.theme.type_scale import Size
from app.ui.widgets.choice_row import ChoiceRow
from app.ui.widgets.key_position import latin_key
from app.ui.widgets.kit import Kit, Words
from app.ui.widgets.text import Label
from app.wording.vocabulary import label
from models.vocabulary.families import ConsentAnswer, ConsentScope

_OPEN: Final = "NOT_ASKED"
_KEYS: Final = {"Y": ConsentAnswer.YES.value, "N": ConsentAnswer.NO.value}


class ConsentGrid(QWidget):
    """All scopes with their answers; `changed` after every answer."""

    changed = Signal()

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._rows: dict[ConsentScope, ChoiceRow] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(0, 1)
        hint = Label(
            kit,
            lambda t: t.say(
                "Y answers yes, N no, and the next question follows; Backspace takes an answer "
                "back."
            ),
            Size.S,
            Role.TEXT3,
            wrap=True,
        )
        grid.addWidget(hint, 0, 0, 1, 2)
        for at, scope in enumerate(ConsentScope, 1):
            row = ChoiceRow(kit, _scope(scope), _choices())
            row.chosen.connect(self._tell)
            self._rows[scope] = row
            grid.addWidget(Label(kit, _scope(scope), wrap=True), at, 0)
            grid.addWidget(row, at, 1)
            for word in row.findChildren(QWidget):
                word.installEventFilter(self)
        self.setFocusProxy(self._rows[ConsentScope.STORE])

    def answers(self) -> dict[str, str]:
        """Return what was answered, by scope; what was not asked is left out."""
        return {scope.value: row.code() for scope, row in self._rows.items() if row.code() != _OPEN}

    def set_answers(self, answers: Mapping[str, str]) -> None:
        """Show answers."""
        for scope, row in self._rows.items():
            row.choose(answers.get(scope.value, _OPEN))

    def begin(self) -> None:
        """Put the keyboard on the first question."""
        self._focus(next(iter(self._rows.values())))

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            row = watched.parent()
            if isinstance(row, ChoiceRow) and self._take(row, event):
                return True
        return super().eventFilter(watched, event)

    def _take(self, row: ChoiceRow, event: QKeyEvent) -> bool:
        if event.modifiers():
            return False
        answer = _KEYS.get(latin_key(event))
        if answer is not None:
            row.choose(answer)
            self._step(row, 1)
            return True
        if event.key() == Qt.Key.Key_Backspace:
            row.choose(_OPEN)
            return True
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            return False
        self._step(row, step)
        return True

    def _step(self, row: ChoiceRow, by: int) -> None:
        rows = list(self._rows.values())
        at = rows.index(row) + by
        if 0 <= at < len(rows):
            self._focus(rows[at])

    def _focus(self, row: ChoiceRow) -> None:
        for word in row.findChildren(QWidget):
            if word.focusPolicy() is Qt.FocusPolicy.StrongFocus:
                word.setFocus(Qt.FocusReason.TabFocusReason)
                return

    def _tell(self, _: str) -> None:
        self.changed.emit()


def _scope(scope: ConsentScope) -> Words:
    return lambda t: label("consent_scope", scope.value, t.lang)


def _choices() -> list[tuple[str, Words]]:
    return [
        (_OPEN, lambda t: label("consent_state", _OPEN, t.lang)),
        *((answer.value, _answer(answer)) for answer in ConsentAnswer),
    ]


def _answer(answer: ConsentAnswer) -> Words:
    return lambda t: label("consent_answer", answer.value, t.lang)
