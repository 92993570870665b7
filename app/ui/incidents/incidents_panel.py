"""The list of incidents: one line an occurrence, opened in a tab of its own."""

from __future__ import annotations

from collections.abc import Callable
from typing import override
from uuid import UUID

from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout

from app.i18n.translator import Translator
from app.queries.accounting.incidents import incident_rows
from app.shapes.case_list import CaseFilter
from app.shapes.changes import Changes
from app.shapes.incidents import IncidentRow
from app.ui.accounting.actions import add_sheet_actions
from app.ui.accounting.pane import AccountingPane
from app.ui.incidents.forms_door import IncidentForms
from app.ui.incidents.incident_page import PLACE as INCIDENT
from app.ui.incidents.incident_page import IncidentPanel
from app.ui.main_window import MainWindow
from app.ui.shell.actions import Action
from app.ui.shell.page import PagePanel, Section
from app.ui.theme.type_scale import Size
from app.ui.widgets.buttons import plain
from app.ui.widgets.kit import Kit, Words
from app.ui.widgets.spoken import date_in_words
from app.ui.widgets.states import EmptyState
from app.ui.widgets.table_columns import Cell, Column
from app.ui.widgets.text import Label
from app.ui.widgets.two_line_table import TwoLineTable
from app.ui.work import Work

PLACE = "incidents"


class IncidentsPanel(PagePanel):
    """Lists incidents; Enter opens one."""

    def __init__(self, work: Work, forms: IncidentForms) -> None:
        super().__init__(work.kit, PLACE)
        self._work = work
        self._forms = forms
        kit = work.kit
        title = Label(kit, lambda t: t.say("Incidents"), Size.X, strong=True)
        head = QHBoxLayout()
        head.setContentsMargins(24, 12, 24, 8)
        head.addWidget(title)
        head.addStretch(1)
        self._new = plain(kit, lambda t: t.say("New incident"), icon="plus", key="Ctrl+N")
        self._new.clicked.connect(forms.open_new)
        head.addWidget(self._new)
        self._table = TwoLineTable(kit, lambda t: t.say("Incidents"), _columns(kit))
        self._table.row_opened.connect(self._open)
        self._rows: tuple[IncidentRow, ...] = ()
        self._empty = EmptyState(
            kit,
            "incidents",
            lambda t: t.say("No incident yet"),
            lambda t: t.say("An incident groups the men who were lost in one occurrence."),
        )
        self._stack = QStackedLayout()
        self._stack.addWidget(self._table)
        self._stack.addWidget(self._empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(self._stack, 1)
        work.actions.hint(PLACE, "↑ ↓", lambda t: t.say("move"))
        work.actions.hint(PLACE, "Enter", lambda t: t.say("open"))
        work.actions.add(
            Action(
                "incidents.new",
                lambda t: t.say("New incident"),
                "Ctrl+N",
                "plus",
                PLACE,
                footer=lambda t: t.say("new incident"),
            ),
            forms.open_new,
        )
        work.bus.listen(self._touched, "incidents", "cases")

    @override
    def arrive(self, argument: object) -> None:
        self._read()
        (self._table if self._rows else self._new).setFocus()

    @override
    def retranslate(self, translator: Translator) -> None:
        self._table.retranslate()

    def _touched(self, _changes: Changes) -> None:
        if self.isVisible():
            self._read()

    def _read(self) -> None:
        self._work.read(incident_rows, self._show)

    def _show(self, rows: tuple[IncidentRow, ...]) -> None:
        at = max(self._table.current_row(), 0)
        self._rows = rows
        self._table.rows.set_rows(rows)
        if rows:
            self._table.choose_row(min(at, len(rows) - 1))
        self._stack.setCurrentWidget(self._table if rows else self._empty)
        if rows and self._new.hasFocus():
            self._table.setFocus()

    def _open(self, at: int) -> None:
        if 0 <= at < len(self._rows) and self._work.doors.incidents is not None:
            self._work.doors.incidents.open_incident(self._rows[at].id)


def _columns(kit: Kit) -> list[Column[IncidentRow]]:
    def lang() -> str:
        return kit.translator.lang

    def named(row: IncidentRow) -> Cell:
        return Cell(row.title_in(lang()), row.number, strong=True)

    def when(row: IncidentRow) -> Cell:
        return Cell(date_in_words(row.occurred, kit.translator, "table"), keeps=True)

    def where(row: IncidentRow) -> Cell:
        if row.place is None:
            return Cell()
        return Cell(row.place.name(lang()), row.place.district(lang()))

    def men(row: IncidentRow) -> Cell:
        return Cell(kit.translator.number(row.cases), strong=True)

    return [
        Column("title", lambda t: t.say("Incident"), named, 320, 200, 1, grows=True, sorts=False),
        Column("when", lambda t: t.say("When"), when, 220, 160, sorts=False),
        Column("where", lambda t: t.say("Where"), where, 200, 120, 1, sorts=False),
        Column("men", lambda t: t.say("Men"), men, 80, 60, right=True, sorts=False),
    ]


class IncidentsDoor:
    """Leads to the page of an incident."""

    def __init__(self, window: MainWindow, work: Work) -> None:
        self._window = window
        self._work = work
        self.forms = IncidentForms(window, work, self.open_incident)
        self._add_actions()

    def open_incident(self, incident_id: UUID) -> None:
        """Show an incident in a tab of its own."""
        self._work.read(incident_rows, lambda rows: self._show(incident_id, rows))

    def _show(self, incident_id: UUID, rows: tuple[IncidentRow, ...]) -> None:
        row = next((row for row in rows if row.id == incident_id), None)
        if row is not None:
            self._window.open_file(
                f"incident:{incident_id}",
                lambda t: row.title_in(t.lang),
                lambda: IncidentPanel(self._work, incident_id, self._show_men, self.forms),
                parent=PLACE,
            )

    def front(self) -> IncidentPanel | None:
        """Return the incident in front."""
        panel = self._window.files.panel(self._window.files.current_key())
        return panel if isinstance(panel, IncidentPanel) else None

    def _add_actions(self) -> None:
        table = self._work.actions
        add_sheet_actions(table, INCIDENT, self._sheet_in_front)
        acts: tuple[tuple[str, Words, str, str, Callable[[IncidentPanel], object]], ...] = (
            ("claim", lambda t: t.say("Add a claim"), "N", "quote", IncidentPanel.add_claim),
            (
                "position",
                lambda t: t.say("Add a position"),
                "P",
                "plus",
                IncidentPanel.add_position,
            ),
            ("change", lambda t: t.say("Change the incident"), "E", "edit", IncidentPanel.change),
        )
        for name, words, key, icon, run in acts:
            table.add(
                Action(f"incident.{name}", words, key, icon, INCIDENT, footer=words),
                self._runner(run),
            )

    def _sheet_in_front(self) -> AccountingPane | None:
        panel = self.front()
        return None if panel is None else panel.accounting

    def _runner(self, run: Callable[[IncidentPanel], object]) -> Callable[[], None]:
        def at_front() -> None:
            panel = self.front()
            if panel is not None:
                run(panel)

        return at_front

    def _show_men(self, wanted: CaseFilter) -> None:
        self._window.open_page("cases", wanted)


def hang_incidents(window: MainWindow, work: Work) -> None:
    """Add the list of incidents to a window and hang the door to their pages and forms."""
    door = IncidentsDoor(window, work)
    window.add_section(
        Section(
            PLACE,
            lambda t: t.say("Incidents"),
            "incidents",
            lambda: IncidentsPanel(work, door.forms),
            order=30,
        )
    )
    work.doors.incidents = door
