"""A line of the day leads to the place where it is settled."""

from datetime import date
from unittest.mock import Mock
from uuid import uuid4

from app.shapes.today import TodayLine
from app.ui.doors import Doors, Papers
from app.ui.today.leading import Leading
from models.vocabulary.papers import Audience
from models.vocabulary.tasks import TodayKind


def test_a_notice_that_runs_out_leads_to_a_new_one_of_the_same_man() -> None:
    papers, man = Mock(spec=Papers), uuid4()
    leading = Leading(Doors(papers=papers), lambda *_: None, lambda _: None)
    line = TodayLine(TodayKind.NOTICE_RUNS_OUT, uuid4(), man, due=date(2021, 6, 8))
    leading.go(line)
    papers.open_preview.assert_called_once_with((man,), Audience.PUBLIC)
