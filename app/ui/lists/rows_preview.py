"""Show the rows of a list before it is taken in: as they would be read, and what is odd in them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from app.i18n import Translator
from app.importing.list_rows import ReadRow, read_rows
from app.shapes.lists import ReceivedRows
from app.shapes.requests.lists import ListColumn
from app.ui.cases.spoken import known, when
from app.ui.theme.palette import Role
from app.ui.theme.type_scale import Size
from app.ui.widgets.kit import Kit, Words
from app.ui.widgets.text import Label, caption
from app.wording.lists import fault_sentence
from app.wording.visible_text import visible
from models.vocabulary.lists import ColumnMeaning

_FIRST = 6
_MOST_ODD = 40
_TOP = Qt.AlignmentFlag.AlignTop


class RowsPreview(QWidget):
    """How many rows, the first of them, and every one that is odd with its reason."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self.odd: tuple[tuple[int, ReadRow], ...] = ()
        self._body: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 6, 0, 0)

    def show_rows(self, rows: ReceivedRows, meanings: tuple[ColumnMeaning, ...]) -> None:
        """Show rows as they would be read with these columns."""
        if self._body is not None:
            self._body.setParent(None)
            self._body.deleteLater()
        columns = [
            ListColumn(column.head, meaning)
            for column, meaning in zip(rows.columns, meanings, strict=True)
        ]
        read = read_rows(columns, rows.rows)
        self.odd = tuple((at, row) for at, row in enumerate(read, 1) if row.faults)
        count, odd = len(read), len(self.odd)
        self._body = QWidget()
        column = QVBoxLayout(self._body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        kit = self._kit
        column.addWidget(caption(kit, lambda t: t.say("How the rows are read")))
        column.addWidget(Label(kit, lambda t: t.say_n("{n} row", "{n} rows", count), strong=True))
        column.addLayout(self._grid(list(enumerate(read[:_FIRST], 1))))
        if count > _FIRST:
            more = count - _FIRST
            column.addWidget(
                Label(
                    kit,
                    lambda t: t.say_n("and {n} more row", "and {n} more rows", more),
                    Size.S,
                    Role.TEXT2,
                )
            )
        if odd:
            column.addWidget(
                caption(
                    kit,
                    lambda t: t.say_n(
                        "{n} row is odd; it is kept as it stands",
                        "{n} rows are odd; they are kept as they stand",
                        odd,
                    ),
                )
            )
            column.addLayout(self._grid(list(self.odd[:_MOST_ODD])))
        self._column.addWidget(self._body)

    def _grid(self, rows: list[tuple[int, ReadRow]]) -> QGridLayout:
        kit = self._kit
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 3)
        grid.setColumnStretch(2, 4)
        for at, (number, row) in enumerate(rows):
            grid.addWidget(Label(kit, str(number), Size.S, Role.TEXT3), at, 0, _TOP)
            name = visible(row.name) or "—"
            grid.addWidget(Label(kit, name, wrap=True), at, 1, _TOP)
            role = Role.WARN if row.faults else Role.TEXT2
            grid.addWidget(Label(kit, _read_words(row), Size.S, role, wrap=True), at, 2, _TOP)
        return grid


def _read_words(row: ReadRow) -> Words:
    def said(t: Translator) -> str:
        if row.faults:
            return " ".join(fault_sentence(fault, t) for fault in row.faults)
        parts = [when(row.birth, t, "table") if known(row.birth) else ""]
        parts += [visible(row.text(one)) for one in _SHOWN]
        return " · ".join(part for part in parts if part)

    return said


_SHOWN = (
    ColumnMeaning.FATHER,
    ColumnMeaning.RANK,
    ColumnMeaning.UNIT,
    ColumnMeaning.PLACE,
    ColumnMeaning.SAID,
)
