"""The men behind a number of the sheet, in columns; a name opens the man's file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.shapes.accounting import CountedMan, LineNames, SheetLine
from app.ui.theme.palette import Role
from app.ui.theme.type_scale import Size
from app.ui.widgets.buttons import quiet
from app.ui.widgets.kit import Kit, Words
from app.ui.widgets.text import Label
from app.wording.accounting import line_parts

_COLUMNS = 3
_INDENT = 42


class NamesBlock(QWidget):
    """Some names of a line, how its men part further, and whom one may not name."""

    def __init__(
        self,
        kit: Kit,
        line: SheetLine,
        names: LineNames,
        open_man: Callable[[UUID], object],
        more: Callable[[], object],
    ) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(kit.theme.scaled(_INDENT), 4, 0, 4)
        column.setSpacing(6)
        column.addLayout(men_in_columns(kit, names.men, open_man))
        left = names.total - len(names.men)
        if left > 0:
            button = quiet(kit, lambda t: t.say_n("{n} more", "{n} more", left), icon="more")
            button.clicked.connect(lambda *_: more())
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        if names.unnamed:
            column.addWidget(
                _small(
                    kit,
                    lambda t: t.say_n(
                        "{n} man of limited access is counted without his name.",
                        "{n} men of limited access are counted without their names.",
                        names.unnamed,
                    ),
                )
            )
        if len(line.headlines) > 1:
            column.addWidget(_small(kit, lambda t: line_parts(line, t)))


def men_in_columns(
    kit: Kit, men: Sequence[CountedMan], open_man: Callable[[UUID], object], columns: int = _COLUMNS
) -> QGridLayout:
    """Lay men out in columns, row by row, each with the last part of his number."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(0)
    for column in range(columns):
        grid.setColumnStretch(column, 1)
    for at, man in enumerate(men):
        grid.addLayout(_man(kit, man, open_man), at // columns, at % columns)
    return grid


def _man(kit: Kit, man: CountedMan, open_man: Callable[[UUID], object]) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    row.addWidget(Label(kit, man.number.rpartition("-")[2], Size.S, Role.TEXT2))
    name = quiet(kit, man.name or man.number)
    name.setToolTip(" · ".join(filter(None, (man.number, man.name_second))))
    name.setAccessibleDescription(man.number)
    name.clicked.connect(partial(_open, open_man, man.case_id))
    row.addWidget(name)
    if man.contested:
        row.addWidget(Label(kit, lambda t: t.say("disputed"), Size.S, Role.TEXT2))
    row.addStretch(1)
    return row


def _open(open_man: Callable[[UUID], object], case_id: UUID, *_: object) -> None:
    open_man(case_id)


def _small(kit: Kit, words: Words) -> Label:
    return Label(kit, words, Size.S, Role.TEXT2, wrap=True)
