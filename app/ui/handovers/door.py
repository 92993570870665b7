"""Hang the return operations in a window: the list, the page of one, their keys and forms."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from uuid import UUID

from app.queries.handovers.arrivals import arrivals_to_verify
from app.queries.handovers.operations import handover_lines
from app.shapes.handovers import HandoverLine, HandoverPage
from app.ui.handovers.forms_door import HandoverForms
from app.ui.handovers.handover_panel import PLACE as HANDOVER
from app.ui.handovers.handover_panel import HandoverPanel
from app.ui.handovers.handovers_panel import PLACE, HandoversPanel
from app.ui.handovers.printed import sheet_to_print
from app.ui.main_window import MainWindow
from app.ui.shell.actions import Action
from app.ui.shell.page import Section
from app.ui.widgets.kit import Words
from app.ui.widgets.spoken import date_in_words
from app.ui.work import Work
from models.vocabulary.handovers import ArrivalStep


class HandoversDoor:
    """Leads to the page of a handover, and tells how many operations have something overdue."""

    def __init__(self, window: MainWindow, work: Work) -> None:
        self._window = window
        self._work = work
        self.forms = HandoverForms(window, work)
        self._add_actions()
        window.page_changed.connect(self.count)
        work.bus.listen(self.count, "handovers", "cases")

    def open_handover(self, handover_id: UUID, case_id: UUID | None = None) -> None:
        """Show a handover in a tab of its own, with the man of that case in hand."""
        self._work.read(handover_lines, lambda rows: self._show(handover_id, case_id, rows))

    def _show(
        self, handover_id: UUID, case_id: UUID | None, rows: tuple[HandoverLine, ...]
    ) -> None:
        row = next((row for row in rows if row.id == handover_id), None)
        if row is not None:
            self._window.open_file(
                f"handover:{handover_id}",
                lambda t: date_in_words(row.occurred, t, "table") or row.number,
                lambda: HandoverPanel(self._work, handover_id, self.forms, self.print_page),
                parent=PLACE,
                argument=case_id,
            )

    def print_page(self, page: HandoverPage) -> None:
        """Show the handover sheet as it would be printed."""
        papers = self._work.doors.papers
        if papers is not None:
            papers.open_sheet(
                sheet_to_print(self._work, page, partial(self.open_handover, page.id))
            )

    def front(self) -> HandoverPanel | None:
        """Return the handover in front."""
        panel = self._window.files.panel(self._window.files.current_key())
        return panel if isinstance(panel, HandoverPanel) else None

    def count(self, *_: object) -> None:
        """Count the operations in which somebody's 48 hours have passed."""
        now = self._work.workspace.clock.now()

        def late(reader: object) -> int:
            found = arrivals_to_verify(reader, now)  # type: ignore[arg-type]  # a Reader, see work.py
            return len({one.handover_id for one in found if one.overdue})

        self._work.read(
            late, lambda n: self._window.sidebar.set_count(PLACE, n or None), lambda _: None
        )

    def _add_actions(self) -> None:
        table = self._work.actions
        acts: tuple[tuple[str, Words, str, str, Callable[[HandoverPanel], object]], ...] = (
            ("came", lambda t: t.say("Record who came"), "A", "plus", HandoverPanel.add_arrivals),
            ("file", lambda t: t.say("Open his file"), "O", "person", HandoverPanel.open_file),
            ("man", lambda t: t.say("Say who he is"), "M", "equal", HandoverPanel.find_man),
            ("waive", lambda t: t.say("Does not apply"), "W", "close", HandoverPanel.waive),
            ("gone", lambda t: t.say("He did not come"), "Del", "", HandoverPanel.withdraw),
            ("list", lambda t: t.say("Manifest"), "L", "lists", HandoverPanel.open_manifest),
            ("claim", lambda t: t.say("Add a claim"), "N", "quote", HandoverPanel.add_claim),
            ("change", lambda t: t.say("Change the handover"), "E", "edit", HandoverPanel.change),
            (
                "print", lambda t: t.say("Print the handover sheet"), "Ctrl+P", "print",
                HandoverPanel.print_sheet,
            ),
            (
                "close", lambda t: t.say("Close or open the handover"), "C", "check",
                HandoverPanel.close_or_open,
            ),
        )  # fmt: skip
        table.hint(HANDOVER, "Enter", lambda t: t.say("next step"))
        for name, words, key, icon, run in acts:
            table.add(
                Action(
                    f"handover.{name}", words, key, icon, HANDOVER,
                    footer=words if name in _IN_FOOTER else "",
                ),
                self._runner(run),
            )  # fmt: skip
        for at, step in enumerate(ArrivalStep, 1):
            table.add(
                Action(f"handover.step{at}", _step_words(step), str(at), "", HANDOVER),
                self._runner(partial(_do, step)),
            )

    def _runner(self, run: Callable[[HandoverPanel], object]) -> Callable[[], None]:
        def at_front() -> None:
            panel = self.front()
            if panel is not None:
                run(panel)

        return at_front


_IN_FOOTER = frozenset({"came", "file", "man", "waive", "claim"})


def _do(step: ArrivalStep, panel: HandoverPanel) -> None:
    panel.do_step(step)


def _step_words(step: ArrivalStep) -> Words:
    return {
        ArrivalStep.VERIFIED: lambda t: t.say("Verify his identity"),
        ArrivalStep.MEDICAL: lambda t: t.say("Medical check"),
        ArrivalStep.FAMILY: lambda t: t.say("Word to the family"),
        ArrivalStep.DEBRIEF: lambda t: t.say("Debrief"),
        ArrivalStep.CLOSED: lambda t: t.say("Close the case"),
    }[step]


def hang_handovers(window: MainWindow, work: Work) -> None:
    """Add the list of handovers to a window and hang the door to their pages and forms."""
    door = HandoversDoor(window, work)
    window.add_section(
        Section(
            PLACE,
            lambda t: t.say("Handovers"),
            "handovers",
            lambda: HandoversPanel(work, door.forms),
            order=70,
        )
    )
    work.doors.handovers = door
    door.count()
