"""A line of the day leads to the place where it is settled."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID, uuid4

from app.shapes.today import TodayLine
from app.ui.doors import Doors, ListToPrint, SheetToPrint
from app.ui.today.leading import Leading
from models.vocabulary.papers import Audience
from models.vocabulary.tasks import TodayKind


class PapersThatAreAsked:
    """Keeps whose papers were asked for."""

    def __init__(self) -> None:
        self.asked: list[tuple[tuple[UUID, ...], Audience | None]] = []

    def open_preview(
        self,
        case_ids: Sequence[UUID],
        audience: Audience | None = None,
        listed: ListToPrint | None = None,
    ) -> None:
        """Keep what was asked for."""
        assert listed is None
        self.asked.append((tuple(case_ids), audience))

    def open_sheet(self, sheet: SheetToPrint) -> None:
        """Show a sheet, which no line of the day leads to."""
        raise AssertionError(sheet)

    def open_issued(self, copy_ids: Sequence[UUID]) -> None:
        """Show copies, which no line of the day leads to."""
        raise AssertionError(copy_ids)

    def open_request(self, request_id: UUID) -> None:
        """Show a request, which no line of the day leads to."""
        raise AssertionError(request_id)


def test_a_notice_that_runs_out_leads_to_a_new_one_of_the_same_man() -> None:
    papers, man = PapersThatAreAsked(), uuid4()
    leading = Leading(Doors(papers=papers), lambda *_: None, lambda _: None)
    line = TodayLine(TodayKind.NOTICE_RUNS_OUT, uuid4(), man, due=date(2021, 6, 8))
    leading.go(line)
    assert papers.asked == [((man,), Audience.PUBLIC)]
