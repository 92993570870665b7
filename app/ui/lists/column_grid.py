"""Ask what each column of a list holds, with its first values beside it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from app.shapes.lists import ReceivedRows
from app.ui.theme.palette import Role
from app.ui.theme.type_scale import Size
from app.ui.widgets.fields import Combo
from app.ui.widgets.kit import Kit, Words
from app.ui.widgets.text import Label, caption
from app.wording.lists import column_head
from app.wording.visible_text import visible
from models.vocabulary.lists import ColumnMeaning

_MIDDLE = Qt.AlignmentFlag.AlignVCenter
_LOOKED_AT = 60
_EXAMPLES = 3


class ColumnGrid(QWidget):
    """One line a column: its head, its first values, what it is taken to mean."""

    changed = Signal()

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self.combos: list[Combo] = []
        self._body: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 4, 0, 0)
        self._column.setSpacing(6)
        self._column.addWidget(caption(kit, lambda t: t.say("What the columns hold")))

    def meanings(self) -> tuple[ColumnMeaning, ...]:
        """Return what each column is taken to hold."""
        codes = (combo.code() for combo in self.combos)
        return tuple(code for code in codes if isinstance(code, ColumnMeaning))

    def show_columns(self, rows: ReceivedRows, meanings: tuple[ColumnMeaning, ...]) -> None:
        """Show the columns of a list."""
        if self._body is not None:
            self._body.setParent(None)
            self._body.deleteLater()
        kit = self._kit
        self.combos = []
        self._body = QWidget()
        grid = QGridLayout(self._body)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        for at, (column, meaning) in enumerate(zip(rows.columns, meanings, strict=True)):
            head: Words = visible(column.head) or _nth(at)
            grid.addWidget(Label(kit, head, strong=True, wrap=True), at, 0, _MIDDLE)
            shown = " · ".join(_examples(rows, at)) or (lambda t: t.say("empty"))
            grid.addWidget(Label(kit, shown, Size.S, Role.TEXT2, wrap=True), at, 1, _MIDDLE)
            combo = Combo(kit, head)
            combo.set_choices([(one, partial(column_head, one)) for one in ColumnMeaning])
            combo.set_code(meaning)
            combo.code_changed.connect(self._tell)
            self.combos.append(combo)
            grid.addWidget(combo, at, 2, _MIDDLE)
        self._column.addWidget(self._body)

    def _tell(self, _: object) -> None:
        self.changed.emit()


def _nth(at: int) -> Words:
    return lambda t: t.say("Column {n}", n=t.number(at + 1))


def _examples(rows: ReceivedRows, column: int) -> tuple[str, ...]:
    found = (row[column].strip() for row in rows.rows[:_LOOKED_AT] if column < len(row))
    return tuple(dict.fromkeys(visible(value) for value in found if value))[:_EXAMPLES]
