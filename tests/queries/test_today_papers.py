"""A public notice that runs out is told on the page of the day until it is confirmed or gone."""

from __future__ import annotations

from app.i18n import Translator
from app.jobs.papers.issue import issue_order
from app.queries.today.page import today_page
from app.services.desk.tasks import settle_line
from app.shapes.requests.tasks import LineMeant, SettleLine
from app.shapes.today import TodayLine
from app.wording.today import what_words
from app.workspace import Workspace
from models.vocabulary.papers import Audience
from models.vocabulary.tasks import TodayKind
from tests.factories.men import missing_man
from tests.factories.releases import an_order, colleague

KIND = TodayKind.NOTICE_RUNS_OUT


def waiting(register: Workspace) -> tuple[TodayLine, ...]:
    """Read the notices that wait."""
    page = register.read(lambda reader: today_page(reader, kinds=[KIND]))
    return tuple(line for group in page.groups for line in group.lines)


def later(register: Workspace, days: int) -> None:
    """Let days go by."""
    register.clock.advance(days=days)  # type: ignore[attr-defined]  # the clock of a test


def test_a_notice_waits_from_two_weeks_before_its_day_until_it_is_issued_anew(
    register: Workspace,
) -> None:
    man, second = missing_man(register), colleague(register)
    order = an_order(man, audience=Audience.PUBLIC, recipient="Gyumri town hall", copies=2)
    first = issue_order(register, order, approved_by=second.name)[0]
    later(register, 75)
    assert waiting(register) == ()
    later(register, 2)
    [line] = waiting(register)
    assert (line.case_id, line.subject_id, line.days_over) == (man, first.id, -13)
    told = what_words(line, Translator.open("en"))
    assert first.number in told
    assert "Gyumri town hall" in told
    issue_order(register, order, approved_by=second.name)
    assert waiting(register) == ()


def test_a_notice_that_was_taken_down_is_settled_by_hand(register: Workspace) -> None:
    man, second = missing_man(register), colleague(register)
    issue_order(register, an_order(man, audience=Audience.PUBLIC), approved_by=second.name)
    later(register, 100)
    [line] = waiting(register)
    assert line.days_over == 10
    meant = LineMeant(line.kind, line.subject_id, line.case_id)
    register.write(lambda uow: settle_line(uow, SettleLine(meant, "Taken down by the town hall")))
    assert waiting(register) == ()
