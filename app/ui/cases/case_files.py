"""Open case files in tabs of the window, remember which are open, walk from man to man."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING
from uuid import UUID

from app.shapes.case_file import CaseFile
from app.shapes.case_list import CaseFilter
from app.ui.cases.case_file_panel import PLACE, CaseFilePanel
from app.ui.cases.deeds import Deeds
from app.ui.cases.sections import sections_of
from app.ui.cases.spoken import tab_title
from app.ui.cases.undo import Undo
from app.ui.kept_state import Json
from app.ui.shell.actions import Action
from app.ui.shell.frame_actions import MAIN
from app.ui.work import Work
from models.vocabulary.roles import Action as Right
from models.vocabulary.roles import may

if TYPE_CHECKING:
    from app.ui.main_window import MainWindow

OPEN = "case.open"


class CaseFiles:
    """The open files of one window."""

    def __init__(self, window: MainWindow, work: Work, undo: Undo) -> None:
        self._window = window
        self._work = work
        self._deeds = Deeds(work, undo)
        self._titles: dict[str, str] = {}
        self._add_actions()

    def open_case(self, case_id: UUID, section: str = "") -> None:
        """Open a man's file in a tab of its own, or come back to it."""
        key = str(case_id)
        self._window.open_file(
            key,
            self._titles.get(key, "…"),
            lambda: self._make(case_id),
            parent="cases",
            argument=section,
        )

    def put_into_bin(self, case_ids: Sequence[UUID]) -> None:
        """Ask why and put cases into the bin; their files close."""
        if case_ids:
            self._deeds.put_into_bin(case_ids, self._window)

    def _make(self, case_id: UUID) -> CaseFilePanel:
        panel = CaseFilePanel(self._work, self._deeds, case_id, self._name)
        panel.in_bin.connect(self._window.files.close_file)
        panel.led_on.connect(self._window.files.rename)
        return panel

    def front(self) -> CaseFilePanel | None:
        """Return the file in front."""
        panel = self._window.files.panel(self._window.files.current_key())
        return panel if isinstance(panel, CaseFilePanel) else None

    def keep(self) -> None:
        """Remember which files are open and which is in front."""
        keys: list[Json] = [
            [key, self._titles[key]] for key in self._open_keys() if key in self._titles
        ]  # fmt: skip
        here, front = self._window.here()
        self._work.store.set(OPEN, {"files": keys, "front": front if here == "files" else ""})

    def restore(self) -> None:
        """Open the files that were open when the person left."""
        kept = self._work.store.get(OPEN)
        if not isinstance(kept, dict) or not isinstance(kept.get("files"), list):
            return
        front = kept.get("front")
        for entry in kept["files"]:  # type: ignore[union-attr]  # a list, looked at above
            if isinstance(entry, list) and len(entry) == 2:
                key, title = str(entry[0]), str(entry[1])
                self._titles[key] = title
                self.open_case(UUID(key))
        if front in self._open_keys():
            self.open_case(UUID(str(front)))
        else:
            self._window.open_page("cases")

    def open_list(self, wanted: CaseFilter) -> None:
        """Show the men of the register that a filter lets through."""
        self._window.open_page("cases", wanted)

    def step(self, by: int) -> None:
        """Open the man above or below this one in the list."""
        file = self.front()
        page = self._window.page("cases")
        neighbour = getattr(page, "neighbour", None)
        if file is None or neighbour is None:
            return
        found = neighbour(file.case_id, by)
        if found is not None:
            self.open_case(found, file.tabs.current())

    def _name(self, file: CaseFile) -> None:
        key, title = str(file.case_id), tab_title(file)
        self._titles[key] = title
        self._window.files.rename(key, title)

    def _add_actions(self) -> None:
        table, doors = self._work.actions, self._work.doors
        if doors.events is not None:
            table.add(
                Action(
                    "case.record",
                    lambda t: t.say("Record event"),
                    "E",
                    "plus",
                    PLACE,
                    footer=lambda t: t.say("record event"),
                ),
                lambda: self._front(CaseFilePanel.record_event),
            )
        table.add(
            Action(
                "case.why",
                lambda t: t.say("Why this headline?"),
                "W",
                "question",
                PLACE,
                footer=lambda t: t.say("why"),
            ),
            lambda: self._front(CaseFilePanel.show_why),
        )
        sections = sections_of(doors)
        table.hint(PLACE, f"1 – {len(sections)}", lambda t: t.say("section"))
        for key, words in sections:
            table.add(Action(f"case.section.{key}", words, "", "", PLACE), self._turner(key))
        table.add(
            Action(
                "case.previous",
                lambda t: t.say("Previous man"),
                "Alt+Up",
                "up",
                PLACE,
                footer=lambda t: t.say("previous man"),
            ),
            lambda: self.step(-1),
        )
        table.add(
            Action(
                "case.next",
                lambda t: t.say("Next man"),
                "Alt+Down",
                "down",
                PLACE,
                footer=lambda t: t.say("next man"),
            ),
            lambda: self.step(1),
        )
        if doors.families is not None:
            table.add(
                Action(
                    "case.log",
                    lambda t: t.say("Log a call"),
                    "L",
                    "phone",
                    PLACE,
                    MAIN,
                    footer=lambda t: t.say("log a call"),
                ),
                lambda: self._front(CaseFilePanel.log_call),
                may=lambda: self._may(Right.LOG_CONTACT),
            )
            table.add(
                Action("case.consent", lambda t: t.say("Record a consent"), "C", "check", PLACE),
                lambda: self._front(CaseFilePanel.record_consent),
                may=lambda: self._may(Right.RECORD_CONSENT),
            )
        if doors.exhibits is not None:
            table.add(
                Action(
                    "case.attach",
                    lambda t: t.say("Attach exhibit …"),
                    "A",
                    "exhibits",
                    PLACE,
                    MAIN,
                    footer=lambda t: t.say("attach exhibit"),
                ),
                lambda: self._front(CaseFilePanel.attach_exhibit),
            )
            table.add(
                Action("case.paste", lambda t: t.say("Paste"), "Ctrl+V", "copy", PLACE),
                lambda: self._front(CaseFilePanel.paste),
            )
        if doors.papers is not None:
            table.add(
                Action(
                    "case.print",
                    lambda t: t.say("Print summary"),
                    "Ctrl+P",
                    "print",
                    PLACE,
                    MAIN,
                    footer=lambda t: t.say("print"),
                ),
                lambda: self._front(CaseFilePanel.print_summary),
            )
            table.add(
                Action(
                    "case.access",
                    lambda t: t.say("Answer a request for access …"),
                    "D",
                    "shield",
                    PLACE,
                    MAIN,
                ),
                lambda: self._front(CaseFilePanel.answer_access),
                may=lambda: self._may(Right.READ_DISCLOSURES),
            )
        if doors.decisions is not None:
            decisions = doors.decisions
            table.add(
                Action("case.decide", lambda t: t.say("Decide by hand"), "H", "edit", PLACE, MAIN),
                lambda: self._front(CaseFilePanel.decide_by_hand),
                may=decisions.may_decide,
            )
            table.add(
                Action(
                    "case.lift",
                    lambda t: t.say("Lift a decision by hand"),
                    "U",
                    "undo",
                    PLACE,
                    MAIN,
                ),
                lambda: self._front(CaseFilePanel.lift_decision),
                may=lambda: decisions.may_decide() and self._decided(),
            )
        table.add(
            Action("case.close", lambda t: t.say("Close this case"), "", "check", PLACE, MAIN),
            lambda: self._front(CaseFilePanel.close_case),
            may=lambda: not self._closed(),
        )
        table.add(
            Action("case.reopen", lambda t: t.say("Open this case again"), "", "", PLACE, MAIN),
            lambda: self._front(CaseFilePanel.reopen_case),
            may=self._closed,
        )

        table.add(
            Action(
                "case.compare",
                lambda t: t.say("Compare with another man …"),
                "",
                "versus",
                PLACE,
                MAIN,
            ),
            lambda: self._front(CaseFilePanel.compare),
            may=lambda: doors.likeness is not None,
        )
        table.add(
            Action("case.bin", lambda t: t.say("Put into the bin"), "", "", PLACE, MAIN),
            lambda: self._front(CaseFilePanel.put_into_bin),
            may=lambda: self._may(Right.REMOVE_CASE),
        )

    def _may(self, right: Right) -> bool:
        return may(self._work.workspace.actor.roles, right)

    def _open_keys(self) -> tuple[str, ...]:
        return self._window.files.keys()

    def _front(self, run: Callable[[CaseFilePanel], object]) -> None:
        file = self.front()
        if file is not None:
            run(file)

    def _turner(self, key: str) -> Callable[[], None]:
        return lambda: self._front(lambda file: file.choose(key))

    def _decided(self) -> bool:
        file = self.front()
        return file is not None and bool(file.to_be_lifted())

    def _closed(self) -> bool:
        file = self.front()
        return file is not None and file.is_closed()
