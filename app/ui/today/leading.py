"""Lead from a line of the day to the place where it is settled."""

from __future__ import annotations

from collections.abc import Callable

from app.shapes.today import TodayLine
from app.ui.doors import Doors
from models.vocabulary.papers import Audience
from models.vocabulary.tasks import TodayKind

#: The section of a man's file where a line about him is settled.
_SECTIONS = {
    TodayKind.CALL_DUE: "family",
    TodayKind.CONSENT_CONFLICT: "family",
    TodayKind.FAMILY_FIRST: "family",
    TodayKind.WINDOW_CLOSES: "submissions",
    TodayKind.OVERRIDE_EXPIRES: "overview",
    TodayKind.NOTICE_RUNS_OUT: "family",
    TodayKind.HEALTH_REPORT_DUE: "timeline",
    TodayKind.NO_SIGN_OF_LIFE: "timeline",
    TodayKind.IDENTIFICATION: "timeline",
    TodayKind.TASK: "tasks",
}
_PAGES = {
    TodayKind.IMPORT_REFUSED: "imports",
    TodayKind.DRAFT: "drafts",
}


class Leading:
    """Opens the place of a line; `open_page` opens a section of the window by its id."""

    def __init__(
        self,
        doors: Doors,
        open_page: Callable[..., object],
        change_task: Callable[[TodayLine], object],
    ) -> None:
        self._doors = doors
        self._open_page = open_page
        self._change_task = change_task

    def go(self, line: TodayLine) -> None:
        """Open the place where a line is settled."""
        if not self._to_a_door(line):
            self._to_the_man(line)

    def _to_a_door(self, line: TodayLine) -> bool:
        """Open a page that belongs to the kind; False where the man's file is the place."""
        doors, thing = self._doors, line.subject_id
        match line.kind:
            case TodayKind.ANSWER_DUE | TodayKind.NO_ANSWER if doors.submissions is not None:
                doors.submissions.open_submission(thing)
            case TodayKind.WINDOW_CLOSES if doors.submissions is not None and line.case_id:
                doors.submissions.show_window_of(line.case_id)
            case TodayKind.VERIFY_IDENTITY | TodayKind.CHECKLIST if (
                doors.handovers is not None and line.at is not None
            ):
                doors.handovers.open_handover(line.at, line.case_id)
            case TodayKind.NOTICE_RUNS_OUT if doors.papers is not None and line.case_id:
                doors.papers.open_preview((line.case_id,), Audience.PUBLIC)
            case TodayKind.LIST_ROWS if doors.lists is not None:
                doors.lists.open_list(thing)
            case TodayKind.DUPLICATES if doors.pairs is not None:
                doors.pairs.open_pairs()
            case TodayKind.BACKUP:
                self._open_page("office", "backups")
            case TodayKind.TASK if line.case_id is None:
                self._change_task(line)
            case kind if kind in _PAGES:
                self._open_page(_PAGES[kind])
            case _:
                return False
        return True

    def _to_the_man(self, line: TodayLine) -> None:
        if line.case_id is not None and self._doors.cases is not None:
            self._doors.cases.open_case(line.case_id, _SECTIONS.get(line.kind, ""))
