"""Show who did what to a case and when, field by field in words."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.queries.history.told import history_of_case
from app.shapes.case_file import CaseFile
from app.shapes.history import HistoryLine
from app.ui.cases.content import clear
from app.ui.cases.history_card import HistoryCard
from app.ui.widgets.buttons import quiet
from app.ui.work import Work

AT_ONCE = 40


class HistorySection(QWidget):
    """The history of one case, newest first; read when it is first shown."""

    def __init__(self, work: Work, file: CaseFile) -> None:
        super().__init__()
        self._work = work
        self._case_id = file.case_id
        self._lines: list[HistoryLine] = []
        self._shown = AT_ONCE
        self._rows = QVBoxLayout()
        self._rows.setSpacing(10)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 24)
        column.addLayout(self._rows)
        column.addStretch(1)
        self._read()

    def _read(self) -> None:
        case_id = self._case_id
        self._work.read(lambda reader: history_of_case(reader, case_id), self._take)

    def _take(self, lines: list[HistoryLine]) -> None:
        self._lines = lines[::-1]
        self._show()

    def _show(self) -> None:
        clear(self._rows)
        for line in self._lines[: self._shown]:
            self._rows.addWidget(HistoryCard(self._work, line, _reloads))
        if len(self._lines) > self._shown:
            more = quiet(self._work.kit, lambda t: t.say("Show earlier entries"))
            more.clicked.connect(self._show_more)
            self._rows.addWidget(more)

    def _show_more(self) -> None:
        self._shown += AT_ONCE
        self._show()


def _reloads() -> None:
    """The file is read again by itself when something touches it."""
