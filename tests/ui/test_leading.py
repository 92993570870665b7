"""A line of the day leads to the place where it is settled."""

from datetime import date
from unittest.mock import Mock
from uuid import uuid4

from app.shapes.today import TodayLine
from app.ui.doors import Doors, Handovers, Papers, Submissions
from app.ui.today.leading import Leading
from models.vocabulary.papers import Audience
from models.vocabulary.tasks import TodayKind


def test_a_notice_that_runs_out_leads_to_a_new_one_of_the_same_man() -> None:
    papers, man = Mock(spec=Papers), uuid4()
    leading = Leading(Doors(papers=papers), lambda *_: None, lambda _: None)
    line = TodayLine(TodayKind.NOTICE_RUNS_OUT, uuid4(), man, due=date(2021, 6, 8))
    leading.go(line)
    papers.open_preview.assert_called_once_with((man,), Audience.PUBLIC)


def test_a_window_that_closes_leads_to_the_page_that_makes_its_draft() -> None:
    submissions, man = Mock(spec=Submissions), uuid4()
    leading = Leading(Doors(submissions=submissions), lambda *_: None, lambda _: None)
    leading.go(TodayLine(TodayKind.WINDOW_CLOSES, man, man, due=date(2021, 3, 13)))
    submissions.show_window_of.assert_called_once_with(man)


def test_an_identity_to_verify_leads_to_the_man_among_those_who_came() -> None:
    handovers, man, handover = Mock(spec=Handovers), uuid4(), uuid4()
    leading = Leading(Doors(handovers=handovers), lambda *_: None, lambda _: None)
    leading.go(TodayLine(TodayKind.VERIFY_IDENTITY, uuid4(), man, at=handover))
    handovers.open_handover.assert_called_once_with(handover, man)
