"""The accounting sheet of a filter, a unit or the whole register, on a page of its own."""

from __future__ import annotations

from typing import override
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.i18n.translator import Translator
from app.shapes.accounting import AccountingPage, Scope
from app.shapes.case_list import CaseFilter
from app.ui.accounting.actions import add_sheet_actions
from app.ui.accounting.pane import AccountingPane
from app.ui.main_window import MainWindow
from app.ui.shell.page import PagePanel, Section
from app.ui.theme.palette import Role
from app.ui.theme.type_scale import Size
from app.ui.widgets.buttons import plain, primary, quiet
from app.ui.widgets.text import Label
from app.ui.work import Work
from app.wording.accounting import scope_said

PLACE = "accounting"
_MARGIN = 24


class AccountingPanel(PagePanel):
    """Shows one sheet; it is read anew when a save touches a case."""

    def __init__(self, work: Work, window: MainWindow) -> None:
        super().__init__(work.kit, PLACE)
        self._work = work
        kit = work.kit
        self.pane = AccountingPane(work, Scope(), lambda: window.open_page(PLACE))
        self.pane.shown.connect(self._name)
        back = quiet(kit, lambda t: t.say("Back"), icon="left")
        back.clicked.connect(window.back)
        self._title = Label(kit, "", Size.X, strong=True, wrap=True)
        self._whom = Label(kit, "", role=Role.TEXT2, wrap=True)
        table = plain(kit, lambda t: t.say("Save as a table"), icon="columns")
        table.clicked.connect(lambda *_: self.pane.save_table(names=False))
        sheet = primary(kit, lambda t: t.say("Print sheet"), icon="print", key="Ctrl+P")
        sheet.clicked.connect(self.pane.print_sheet)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._title, 1)
        for button in (table, sheet):
            head.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self._title.set_words(lambda t: t.say("Accounting sheet"))
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(_MARGIN, 12, _MARGIN, _MARGIN)
        column.setSpacing(8)
        column.addWidget(back, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(head)
        column.addWidget(self._whom)
        column.addWidget(self.pane)
        column.addStretch(1)
        area = self._area = QScrollArea()
        kit.bind(area, area.setAccessibleName, lambda t: t.say("Accounting sheet"))
        area.setWidget(inner)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)
        add_sheet_actions(work.actions, PLACE, lambda: self.pane)
        work.bus.listen(self._touched, "cases", "units", "service_records")

    @override
    def arrive(self, argument: object) -> None:
        if isinstance(argument, Scope):
            self.pane.account_for(argument)
        else:
            self.pane.read()
        self._area.setFocus()
        self.pane.begin()

    @override
    def retranslate(self, translator: Translator) -> None:
        self.pane.retranslate(translator)

    def _touched(self, _changes: object) -> None:
        if self.isVisible():
            self.pane.read()

    def _name(self, page: AccountingPage) -> None:
        self._whom.set_words(lambda t: scope_said(page.name, t))


class AccountingDoor:
    """Leads to the sheet of a filter or a unit."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    def open_sheet(self, wanted: CaseFilter) -> None:
        """Account for the men a filter lets through."""
        self._window.open_page(PLACE, Scope(wanted=wanted))

    def open_unit(self, unit_id: UUID) -> None:
        """Account for the men of a unit and of those below it."""
        self._window.open_page(PLACE, Scope(unit_id=unit_id))


def hang_accounting(window: MainWindow, work: Work) -> None:
    """Add the page of the sheet to a window and hang the door to it."""
    window.add_section(
        Section(
            PLACE,
            lambda t: t.say("Accounting sheet"),
            "statistics",
            lambda: AccountingPanel(work, window),
            hidden=True,
            parent="cases",
        )
    )
    work.doors.accounting = AccountingDoor(window)
