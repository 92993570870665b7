"""The history of the whole register on the Office page, newest first, with "Take back"."""

from __future__ import annotations

from typing import override

from PySide6.QtWidgets import QVBoxLayout

from app.queries.history.told import history_list
from app.shapes.history import HistoryLine
from app.ui.cases.content import clear
from app.ui.cases.history_card import HistoryCard
from app.ui.office.part import OfficePart
from app.ui.widgets.buttons import quiet
from app.ui.work import Work

AT_ONCE = 30


class HistoryPart(OfficePart):
    """Every entry there is, some at a time."""

    def __init__(self, work: Work) -> None:
        super().__init__(work)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(10)
        self.column.addLayout(self._rows)
        self.more = quiet(work.kit, lambda t: t.say("Show earlier entries"))
        self.more.clicked.connect(self._read_more)
        self.more.hide()
        self.column.addWidget(self.more)
        self._oldest: int | None = None

    @override
    def arrive(self) -> None:
        self._oldest = None
        clear(self._rows)
        self._read_more()

    def _read_more(self) -> None:
        before = self._oldest
        self.work.read(
            lambda reader: (before, history_list(reader, limit=AT_ONCE, before=before)), self._show
        )

    def _show(self, answer: tuple[int | None, tuple[HistoryLine, ...]]) -> None:
        before, lines = answer
        if before != self._oldest:
            return
        for line in lines:
            self._rows.addWidget(HistoryCard(self.work, line, self.arrive))
        self._oldest = lines[-1].seq if lines else self._oldest
        self.more.setVisible(len(lines) == AT_ONCE)
