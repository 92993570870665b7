"""The log of papers in a table: filtered, the newest first, more as one asks for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from app.queries.papers.disclosures import LOG_PAGE, disclosure_log
from app.shapes.disclosures import DisclosureLine, LogFilter, LogPage
from app.ui.papers.readers import reader_words
from app.ui.reports.columns import log_columns
from app.ui.theme.palette import Role
from app.ui.theme.type_scale import Size
from app.ui.widgets.buttons import quiet
from app.ui.widgets.fields import Combo, LineEdit
from app.ui.widgets.kit import Kit, Words
from app.ui.widgets.states import EmptyState
from app.ui.widgets.text import Label
from app.ui.widgets.two_line_table import TwoLineTable
from app.ui.work import Work
from app.wording.vocabulary import label
from models.vocabulary.papers import Audience, DisclosureState

_WAIT_MS = 220


class LogTable(QWidget):
    """`opened` carries the line that a person opens."""

    opened = Signal(object)

    def __init__(self, work: Work) -> None:
        super().__init__()
        self._work = work
        kit = work.kit
        self.wanted = LogFilter()
        self._turn = 0
        self._lines: list[DisclosureLine] = []
        self.text = LineEdit(
            kit,
            lambda t: t.say("Find in the log"),
            icon="search",
            hint=lambda t: t.say("number, code, recipient, case"),
        )
        self.reader = _combo(kit, lambda t: t.say("Any reader"), _readers())
        self.state = _combo(kit, lambda t: t.say("Any state"), _states())
        self._count = Label(kit, "", Size.S, Role.TEXT2)
        self.more = quiet(kit, lambda t: t.say("Show earlier ones"))
        self.more.hide()
        self.table = TwoLineTable(
            kit, lambda t: t.say("Log of papers"), log_columns(lambda: kit.translator)
        )
        self._lay_out(kit)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_WAIT_MS)
        self._timer.timeout.connect(self._filter)
        self.text.textEdited.connect(self._timer.start)
        self.reader.code_changed.connect(self._filter)
        self.state.code_changed.connect(self._filter)
        self.more.clicked.connect(self._read_more)
        self.table.row_opened.connect(self._open)

    def read(self) -> None:
        """Read the newest lines the filter lets through."""
        self._turn += 1
        turn, wanted = self._turn, self.wanted
        self._work.read(lambda reader: (turn, 0, disclosure_log(reader, wanted)), self._show)

    def show_case(self, case_id: UUID | None) -> None:
        """Show the papers about one man only, or about everybody."""
        self.wanted = replace(self.wanted, case_id=case_id)
        self.read()

    def line_in_hand(self) -> DisclosureLine | None:
        """Return the line in hand."""
        row = self.table.rows.row(self.table.current_row())
        return row if isinstance(row, DisclosureLine) else None

    def _filter(self, *_: object) -> None:
        reader, state = self.reader.code(), self.state.code()
        self.wanted = replace(
            self.wanted,
            text=self.text.text().strip(),
            audience=reader if isinstance(reader, Audience) else None,
            state=state if isinstance(state, DisclosureState) else None,
        )
        self.read()

    def _read_more(self) -> None:
        turn, wanted, offset = self._turn, self.wanted, len(self._lines)
        self._work.read(
            lambda reader: (turn, offset, disclosure_log(reader, wanted, offset, LOG_PAGE)),
            self._show,
        )

    def _show(self, answer: tuple[int, int, LogPage]) -> None:
        turn, offset, page = answer
        if turn != self._turn:
            return
        self._lines = [*self._lines[:offset], *page.lines]
        at = max(self.table.current_row(), 0)
        self.table.rows.set_rows(tuple(self._lines))
        if self._lines:
            self.table.choose_row(min(at, len(self._lines) - 1))
        total = page.total
        self._count.set_words(lambda t: t.say_n("{n} paper", "{n} papers", total))
        self.more.setVisible(len(self._lines) < total)
        self._stack.setCurrentIndex(0 if self._lines or self._filtered() else 1)

    def _filtered(self) -> bool:
        return replace(self.wanted, case_id=None) != LogFilter()

    def _open(self, *_: object) -> None:
        line = self.line_in_hand()
        if line is not None:
            self.opened.emit(line)

    def _lay_out(self, kit: Kit) -> None:
        tools = QHBoxLayout()
        tools.setContentsMargins(0, 0, 0, 8)
        tools.setSpacing(8)
        self.text.setMinimumWidth(kit.theme.scaled(240))
        tools.addWidget(self.text, 1)
        tools.addWidget(self.reader)
        tools.addWidget(self.state)
        held = QWidget()
        column = QVBoxLayout(held)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.table, 1)
        below = QHBoxLayout()
        below.addWidget(self._count)
        below.addStretch(1)
        below.addWidget(self.more)
        column.addLayout(below)
        self._stack = QStackedLayout()
        self._stack.addWidget(held)
        self._stack.addWidget(
            EmptyState(
                kit,
                "reports",
                lambda t: t.say("No paper has left the office yet"),
                lambda t: t.say(
                    "When one is issued it stands here: who got it, why, by whose leave, and "
                    "whether a newer one has taken its place."
                ),
            )
        )
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(tools)
        whole.addLayout(self._stack, 1)


def _combo(kit: Kit, anything: Words, choices: Sequence[tuple[object, Words]]) -> Combo:
    combo = Combo(kit, anything)
    combo.set_choices([(None, anything), *choices])
    return combo


def _readers() -> list[tuple[object, Words]]:
    return [(one, reader_words(one)) for one in Audience]


def _states() -> list[tuple[object, Words]]:
    return [(one, _state(one)) for one in DisclosureState]


def _state(one: DisclosureState) -> Words:
    return lambda t: label("disclosure_state", one.value, t.lang)
