"""Build the rows of two files side by side: what each says, in equal halves, and what is kept."""

from __future__ import annotations

from typing import override

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from app.shapes.side_by_side import FieldRow, How, ListRow, Said
from app.ui.cases.content import TOP
from app.ui.likeness.words import how_words, row_name, said_words
from app.ui.theme.palette import Role
from app.ui.theme.type_scale import Size
from app.ui.widgets.kit import Kit, Words
from app.ui.widgets.text import Label
from app.wording.merging import merge_field_name
from models.vocabulary.merging import MergeField

NAME_COLUMN = 168
BESIDE_RADIO = 30
"""Where words begin beside a radio button; all words begin there."""
FIRST, SECOND, BOTH = 1, 2, 3
"""Whose words are kept, by the half they stand in."""


class Pick(QWidget):
    """One of two words that may be kept: a radio button whose words wrap."""

    def __init__(self, kit: Kit, words: Words, keep: Words) -> None:
        super().__init__()
        self.radio = QRadioButton()
        kit.bind(self.radio, self.radio.setAccessibleName, keep)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.radio, 0, TOP)
        text = Label(kit, words, wrap=True)
        text.setContentsMargins(0, 5, 0, 0)
        row.addWidget(text, 1, TOP)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.radio.setChecked(True)
        self.radio.setFocus(Qt.FocusReason.MouseFocusReason)


class _Row(QWidget):
    def __init__(self, kit: Kit, name: Words, how: Words, *, differs: bool) -> None:
        super().__init__()
        self._kit = kit
        self.body = QVBoxLayout()
        self.body.setSpacing(2)
        self.halves = QHBoxLayout()
        self.halves.setSpacing(16)
        self.body.addLayout(self.halves)
        left = QVBoxLayout()
        left.setSpacing(1)
        left.addWidget(Label(kit, name, role=Role.TEXT2, wrap=True))
        role = Role.TEXT2 if differs else Role.TEXT3
        left.addWidget(Label(kit, how, Size.S, role, strong=differs, wrap=True))
        left.addStretch(1)
        holder = QWidget()
        holder.setLayout(left)
        left.setContentsMargins(0, 5, 0, 0)
        holder.setFixedWidth(kit.theme.scaled(NAME_COLUMN))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(holder, 0, TOP)
        row.addLayout(self.body, 1)

    def add_half(self, widget: QWidget) -> None:
        """Add one of the two halves; they share the room equally."""
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(widget)
        column.addStretch(1)
        self.halves.addWidget(holder, 1)

    def said(self, words: Words, role: Role = Role.TEXT) -> Label:
        """Make what a half says, where nothing is chosen."""
        text = Label(self._kit, words, role=role, wrap=True)
        text.setContentsMargins(BESIDE_RADIO, 5, 0, 0)
        text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return text


class FieldLine(_Row):
    """A field that both files have, or one; where they differ one chooses which is kept."""

    chosen = Signal()

    def __init__(self, kit: Kit, row: FieldRow, *, may_keep_both: bool) -> None:
        super().__init__(
            kit,
            lambda t: merge_field_name(row.field, t),
            how_words(row.how),
            differs=row.how is How.DIFFERS,
        )
        self.field: MergeField = row.field
        self.is_chosen = row.is_chosen
        self._group = QButtonGroup(self)
        for which, said in ((FIRST, row.first), (SECOND, row.second)):
            if row.is_chosen and said is not None:
                pick = Pick(kit, _says(said), _keeps(said))
                self._group.addButton(pick.radio, which)
                self.add_half(pick)
            else:
                self.add_half(self._half(said))
        if row.is_chosen and may_keep_both:
            both = Pick(
                kit,
                lambda t: t.say("Keep both, one after the other"),
                lambda t: t.say("Keep both, one after the other"),
            )
            self._group.addButton(both.radio, BOTH)
            self.body.addWidget(both)
        self._group.idToggled.connect(self._tell)

    def kept(self) -> int:
        """Return whose words are kept: FIRST, SECOND or BOTH; -1 where nothing is chosen."""
        return self._group.checkedId()

    def keep(self, which: int) -> None:
        """Choose whose words are kept."""
        button = self._group.button(which)
        if button is not None:
            button.setChecked(True)

    def _half(self, said: Said | None) -> Label:
        if said is None:
            return self.said(lambda t: t.say("not said"), Role.TEXT3)
        return self.said(_says(said))

    def _tell(self, _which: int, on: bool) -> None:  # noqa: FBT001  what the signal sends
        if on:
            self.chosen.emit()


class ListLine(_Row):
    """Things of which both files' are kept."""

    def __init__(self, kit: Kit, row: ListRow) -> None:
        super().__init__(
            kit,
            lambda t: row_name(row, t),
            how_words(row.how),
            differs=row.how is How.DIFFERS,
        )
        for things in (row.first, row.second):
            self.add_half(self._things(things))

    def _things(self, things: tuple[Said, ...]) -> QWidget:
        if not things:
            return self.said(lambda t: t.say("not said"), Role.TEXT3)
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for thing in things:
            column.addWidget(self.said(_says(thing)))
        return holder


def _says(said: Said) -> Words:
    return lambda t: said_words(said, t)


def _keeps(said: Said) -> Words:
    return lambda t: t.say("Keep: {words}", words=said_words(said, t))
