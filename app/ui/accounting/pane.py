"""The accounting sheet of a scope: the day as known, the sum, the names, the definition, print."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import override
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.errors import NotFound
from app.i18n.translator import Translator
from app.jobs.papers.accounting_papers import (
    accounting_draft,
    accounting_file_name,
    accounting_table,
)
from app.queries.accounting.replies import beside_the_sum
from app.queries.accounting.sheet import PAGE, accounting_page, names_of_line
from app.shapes.accounting import AccountingPage, LineNames, Scope
from app.shapes.accounting_paper import BesideTheSum
from app.ui.accounting.beside import BesideTables
from app.ui.accounting.day_bar import DayBar
from app.ui.accounting.names_block import NamesBlock
from app.ui.accounting.sum_card import SheetRow, SumCard
from app.ui.doors import SheetToPrint
from app.ui.theme.palette import Role
from app.ui.theme.type_scale import Size
from app.ui.widgets.file_questions import ask_new_file
from app.ui.widgets.popover import Popover
from app.ui.widgets.spoken import date_in_words
from app.ui.widgets.text import Label
from app.ui.work import Work
from app.wording.accounting import definitions, notes_said, scope_said
from models.codebook import CODEBOOK_VERSION
from models.vocabulary.partial_date import PartialDate

_STEP = PAGE * 5


class AccountingPane(QWidget):
    """Shows a sheet and reads it anew when asked; `shown` carries the page each time."""

    shown = Signal(object)

    def __init__(self, work: Work, scope: Scope, back: Callable[[], object]) -> None:
        super().__init__()
        self._work = work
        self._back = back
        self.scope = scope
        self.day: date | None = None
        self.page: AccountingPage | None = None
        self.card: SumCard | None = None
        self._definition: Popover | None = None
        kit = work.kit
        self.bar = DayBar(kit, work.workspace.clock.today)
        self.bar.chosen.connect(self._choose)
        self._place = QVBoxLayout()
        self._place.setContentsMargins(0, 0, 0, 0)
        self.beside = BesideTables(kit)
        self._to_sum = False
        self._foot = Label(kit, "", Size.S, Role.TEXT2, wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.bar)
        column.addLayout(self._place)
        column.addWidget(self.beside)
        column.addWidget(self._foot)

    # --- reading

    def read(self) -> None:
        """Read the sheet of the day that is chosen."""
        scope, day = self.scope, self.day
        self._work.read(
            lambda reader: accounting_page(reader, scope, day), self._show, self._not_read
        )

    def _not_read(self, error: Exception) -> None:
        if not isinstance(error, NotFound):  # what was taken back meanwhile, its own page says
            self._work.messages.failed(error)

    def account_for(self, scope: Scope) -> None:
        """Show the sheet of another scope, as known today."""
        self.scope, self.day = scope, None
        self.read()

    def retranslate(self, _translator: Translator) -> None:
        """Say everything again."""
        if self.page is not None:
            self._show(self.page)

    def _choose(self, day: object) -> None:
        self.day = day if isinstance(day, date) else None
        self._to_sum = self.bar.other.hasFocus()
        self.read()

    def _show(self, page: AccountingPage) -> None:
        if (page.sheet.as_known, page.sheet.scope) != (self.day, self.scope):
            return  # another day was chosen meanwhile
        kept = self._open_line()
        had_focus = self.card is not None and any(row.hasFocus() for row in self.card.rows)
        self.page = page
        card = SumCard(self._work.kit, page.sheet)
        card.asked.connect(self._ask_names)
        if self.card is not None:
            self._place.removeWidget(self.card)
            self.card.setParent(None)
            self.card.deleteLater()
        self.card = card
        self._place.addWidget(card)
        self.bar.set_days(page.days, self.day)
        self._foot.set_words(partial(_foot_said, page))
        again = next((row for row in card.rows if row.line.key is kept), None)
        if again is not None:
            self._ask_names(again)
        if (had_focus or self._to_sum) and card.rows:
            (again or card.rows[0]).setFocus(Qt.FocusReason.TabFocusReason)
        self._to_sum = False
        self._read_beside()
        self.shown.emit(page)

    def _read_beside(self) -> None:
        """Read what stands beneath the sum; it comes after it, for it takes longer to count."""
        scope, day = self.scope, self.day
        self._work.read(
            lambda reader: (scope, day, beside_the_sum(reader, scope, day)),
            self._show_beside,
            self._not_read,
        )

    def _show_beside(self, answer: tuple[Scope, date | None, BesideTheSum]) -> None:
        scope, day, told = answer
        if (scope, day) == (self.scope, self.day):
            self.beside.show_tables(told)

    def begin(self) -> None:
        """Put the keyboard on the first line."""
        if self.card is not None and self.card.rows:
            self.card.rows[0].setFocus(Qt.FocusReason.TabFocusReason)

    # --- names

    def _open_line(self) -> object:
        rows = self.card.rows if self.card is not None else []
        return next((row.line.key for row in rows if row.names is not None), None)

    def _ask_names(self, row: SheetRow, limit: int = PAGE) -> None:
        if row.names is not None and limit == PAGE:
            row.shut()
            return
        scope, day, key = self.scope, self.day, row.line.key
        self._work.read(
            lambda reader: names_of_line(reader, scope, day, key, limit=limit),
            partial(self._show_names, row, limit),
        )

    def _show_names(self, row: SheetRow, limit: int, names: LineNames) -> None:
        if self.card is None or row not in self.card.rows:
            return
        for other in self.card.rows:
            if other is not row:
                other.shut()
        more = partial(self._ask_names, row, limit + _STEP)
        row.open_with(NamesBlock(self._work.kit, row.line, names, self._open_man, more))

    def _open_man(self, case_id: UUID) -> None:
        if self._work.doors.cases is not None:
            self._work.doors.cases.open_case(case_id)

    # --- what one can do

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Left:
                self.bar.step(1)
            case Qt.Key.Key_Right:
                self.bar.step(-1)
            case Qt.Key.Key_Escape if self.bar.other.hasFocus():
                self.bar.forget_typed()
                self.begin()
            case _:
                super().keyPressEvent(event)

    def ask_day(self) -> None:
        """Let any day be typed."""
        self.bar.other.setFocus(Qt.FocusReason.TabFocusReason)

    def define(self) -> None:
        """Open what each line means."""
        kit = self._work.kit
        popover = Popover(kit, lambda t: t.say("What each line counts"), 560)
        popover.body.addWidget(Label(kit, lambda t: t.say("What each line counts"), strong=True))
        for name, meaning in definitions(kit.translator).items():
            popover.body.addWidget(Label(kit, name, strong=True, wrap=True))
            popover.body.addWidget(Label(kit, meaning, Size.S, Role.TEXT2, wrap=True))
        self._definition = popover
        popover.open_below(self.bar)

    def print_sheet(self) -> None:
        """Show the sheet as it would be printed."""
        page, papers = self.page, self._work.doors.papers
        if page is None or papers is None:
            return
        workspace, scope, day = self._work.workspace, self.scope, self.day
        papers.open_sheet(
            SheetToPrint(
                title=lambda t: t.say("Accounting sheet"),
                explained=lambda t: scope_said(page.name, t),
                draft=lambda lang, paper: accounting_draft(
                    workspace, scope, day, lang, paper=paper
                ),
                file_name=accounting_file_name(page.name),
                back=self._back,
            )
        )

    def save_table(self, *, names: bool) -> None:
        """Ask where to, then write the lines or the names as a table."""
        page = self.page
        if page is None:
            return
        kit = self._work.kit
        t = kit.translator
        title = t.say("Save the names as a table") if names else t.say("Save the sum as a table")
        start = Path.home() / f"{accounting_file_name(page.name)}.xlsx"
        target = ask_new_file(self, kit, title, "XLSX (*.xlsx);;CSV (*.csv)", start)
        if target is None:
            return
        workspace, scope, day, lang = self._work.workspace, self.scope, self.day, t.lang
        self._work.tasks.read(
            lambda: accounting_table(workspace, scope, day, lang, target, names=names),
            self._table_saved,
            self._work.messages.failed,
        )

    def _table_saved(self, name: str) -> None:
        self._work.messages.done(lambda t: t.say("“{name}” is written.", name=name))


def _foot_said(page: AccountingPage, t: Translator) -> str:
    sheet = page.sheet
    known = (
        t.say("what the office knows today")
        if sheet.as_known is None
        else t.say(
            "what the office knew on the evening of {day}, nothing learned later",
            day=date_in_words(PartialDate.on(sheet.as_known), t),
        )
    )
    head = t.say(
        "Definitions {version} · {known} · one man, one line",
        version=CODEBOOK_VERSION,
        known=known,
    )
    return " ".join((head + ".", *notes_said(sheet, t)))
