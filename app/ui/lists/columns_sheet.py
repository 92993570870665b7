"""Say anew what the columns of a list hold; the rows that nobody decided yet are read again."""

from __future__ import annotations

from typing import override

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from app.errors import HomewardError
from app.services.lists.lists import read_columns
from app.shapes.changes import Outcome
from app.shapes.lists import ListPage, ReceivedRows
from app.shapes.requests.lists import ReadColumns
from app.ui.cases.undo import Undo
from app.ui.lists.column_grid import ColumnGrid
from app.ui.theme.palette import Role
from app.ui.theme.type_scale import Size
from app.ui.widgets.buttons import primary
from app.ui.widgets.notice import Notice
from app.ui.widgets.sheet import GrowsWithWords, sheet_foot, way_out
from app.ui.widgets.text import Label
from app.ui.work import Work
from app.wording.errors import sentence


class ColumnsSheet(QDialog):
    """Hold what each column is taken to mean; `read_again` when rows were read by it."""

    read_again = Signal()

    def __init__(self, work: Work, undo: Undo, page: ListPage, host: QWidget) -> None:
        super().__init__(host.window())
        self._work, self._undo, self._page = work, undo, page
        kit, version = work.kit, page.version
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        kit.bind(self, self.setWindowTitle, lambda t: t.say("What the columns hold"))
        self.grid = ColumnGrid(kit)
        rows = ReceivedRows(tuple(row.cells for row in page.rows), version.columns, version.origin)
        self.grid.show_columns(rows, tuple(column.meaning for column in version.columns))
        self.refused = Notice(kit, Role.ERR, "warn")
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 18)
        column.setSpacing(10)
        named = version.named
        head = lambda t: t.say("How {list} is read", list=named)  # noqa: E731  a sentence
        column.addWidget(Label(kit, head, Size.L, strong=True))
        column.addWidget(
            Label(
                kit,
                lambda t: t.say(
                    "Rows that are open are read again; what somebody decided stays. The words of "
                    "the list never change."
                ),
                role=Role.TEXT2,
                wrap=True,
            )
        )
        column.addWidget(self.grid)
        column.addWidget(self.refused)
        away = way_out(kit, self)
        self.button = primary(kit, lambda t: t.say("Read the rows again"), key="Ctrl+Enter")
        self.button.clicked.connect(self.give)
        column.addLayout(sheet_foot(away, self.button))
        self.setFixedWidth(kit.theme.scaled(620))
        GrowsWithWords(self)

    def give(self) -> None:
        """Read the rows by what was said."""
        version = self._page.version
        request = ReadColumns(version.id, version.version, self.grid.meanings())
        self.button.setEnabled(False)
        self._work.write(lambda uow: read_columns(uow, request), self._done, self._failed)

    def _done(self, outcome: Outcome[int]) -> None:
        count = outcome.value
        self.accept()
        self.read_again.emit()
        self._work.messages.done(
            lambda t: t.say_n("{n} row was read again.", "{n} rows were read again.", count),
            undo=self._undo.take_back,
        )

    def _failed(self, error: Exception) -> None:
        self.button.setEnabled(True)
        if isinstance(error, HomewardError):
            told = error
            self.refused.show_words(lambda t: sentence(told, t))
        else:
            self.reject()
            self._work.messages.failed(error)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.give()
            return
        super().keyPressEvent(event)
