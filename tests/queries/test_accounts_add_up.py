"""The published accounts of domain.md 8: our own count stands beside each, by the same words."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from uuid import UUID

import pytest

from app.clock import FrozenClock
from app.db.unit_of_work import UnitOfWork
from app.queries.accounting import accounting_sheet
from app.queries.accounting_paper import accounting_paper
from app.queries.incidents import incident_page
from app.services.cases import register_man
from app.services.claims import record_claim
from app.services.events import record_event
from app.services.incidents import open_incident
from app.shapes.accounting import Scope
from app.shapes.accounting_paper import Answered
from app.shapes.changes import Outcome
from app.shapes.claims import Standing
from app.shapes.requests.cases import NameForm, RegisterMan
from app.shapes.requests.evidence import RecordEvent
from app.shapes.requests.incidents import OpenIncident, RecordClaim
from app.workspace import Workspace
from models.vocabulary.accounts import ClaimCategory, ClaimForm, SourceKind
from models.vocabulary.event_codes import EventCode
from models.vocabulary.evidence import EventTrait
from models.vocabulary.status import AccountingLine as Line
from models.vocabulary.status import Ack, Legal, Rule39
from tests.factories.men import day, said, seen_in_video
from tests.registers import Home

WRITTEN = frozenset({EventTrait.IN_WRITING, EventTrait.TWO_IDENTIFIERS})
GOVERNMENT = SourceKind.STATE_COMMISSION_ADVERSE


class Accounts:
    """Men of one incident by the hundred, and what happened to many at once."""

    def __init__(self, register: Workspace, title: str) -> None:
        self.register = register
        self.incident = register.write(lambda u: open_incident(u, OpenIncident(title))).value

    def men(self, count: int) -> tuple[UUID, ...]:
        """Register invented men, all at once: a commit a man would take long."""
        found: list[UUID] = []

        def enter(unit: UnitOfWork) -> Outcome[None]:
            for n in range(count):
                name = NameForm("Նմուշյան", f"Անուն{n}")
                request = RegisterMan(names=(name,), incident_id=self.incident)
                found.append(register_man(unit, request).value.case_id)
            return Outcome(None)

        self.register.write(enter)
        return tuple(found)

    def happened(self, men: tuple[UUID, ...], code: EventCode, when: str, **more: object) -> None:
        by = said("The Government", "A1", GOVERNMENT)
        if code in {EventCode.R67, EventCode.L47, EventCode.L48}:
            by = said("The Court", "A1", SourceKind.ECHR)
        request = RecordEvent(men, code, day(when), said_by=(by,), **more)  # type: ignore[arg-type]  # fields by name
        self.register.write(lambda u: record_event(u, request))

    def seen(self, men: tuple[UUID, ...]) -> None:
        request = replace(seen_in_video(men[0]), case_ids=men, warning_reason="as it was seen")
        self.register.write(lambda u: record_event(u, request))

    def standing(self, category: ClaimCategory, number: int, as_of: str) -> Standing:
        request = RecordClaim(
            category,
            ClaimForm.EXACT,
            said("A report", "B2", SourceKind.NGO),
            number_from=number,
            as_of=day(as_of),
            incident_id=self.incident,
        )
        claim = self.register.write(lambda u: record_claim(u, request)).value
        page = self.register.read(lambda r: incident_page(r, self.incident))
        found = next(one.compared for one in page.claims if one.id == claim)
        assert found is not None
        return found.standing

    def line(self, key: Line) -> int:
        scope = Scope(incident_id=self.incident)
        sheet = self.register.read(lambda r: accounting_sheet(r, scope))
        assert sheet.adds_up
        found = sheet.line(key)
        return found.count if found is not None else 0


@pytest.fixture
def accounts(vault: Home) -> Iterator[Callable[[str], Accounts]]:
    with vault.open() as register:
        yield lambda title: Accounts(register, title)


def test_the_replies_of_the_government_to_the_court_are_counted_as_they_were_given(
    accounts: Callable[[str], Accounts],
) -> None:
    of_court = accounts("Named before the Court")
    men = of_court.men(249)
    acknowledged, unknown, home, dead = men[:72], men[72:184], men[184:242], men[242:]
    of_court.happened(men[:229], EventCode.L47, "2020-12-20")
    of_court.happened(men[229:], EventCode.L48, "2020-12-20", says=Rule39.SUSPENDED.value)
    of_court.happened(
        acknowledged, EventCode.D20, "2021-01-20", says=Ack.ACK_OFFICIAL.value, traits=WRITTEN
    )
    of_court.happened(unknown, EventCode.D21, "2021-01-20", says=Ack.NOT_IDENTIFIED.value)
    of_court.happened(home, EventCode.R67, "2021-01-28")
    of_court.happened(dead, EventCode.X80, "2020-12-01")
    of_court.seen(
        dead[:6]
    )  # filmed alive two weeks after the day on which they are said to have died

    scope = Scope(incident_id=of_court.incident)
    paper = of_court.register.read(lambda r: accounting_paper(r, scope))
    found = {row.key: row.count for row in paper.answers}
    assert found == {
        Answered.REPATRIATED: 58,
        Answered.DECEASED: 7,
        Answered.ACK_OFFICIAL: 72,
        Answered.NOT_IDENTIFIED: 112,
    }
    [said_dead] = [row for row in paper.answers if row.key is Answered.DECEASED]
    assert said_dead.contested == 6
    assert dict(paper.measures.rows) == {"APPLIED": 229, "SUSPENDED": 20}
    assert (paper.sheet.total, paper.sheet.adds_up) == (249, True)
    assert of_court.line(Line.HELD_ACKNOWLEDGED) == 72


def test_62_is_accounted_for_twice_on_two_days_and_video_is_not_acknowledgement(
    accounts: Callable[[str], Accounts], frozen_clock: FrozenClock
) -> None:
    tried = accounts("Tried in four groups")
    men = tried.men(62)
    tried.seen(men)
    assert (tried.line(Line.HELD_NOT_ACKNOWLEDGED), tried.line(Line.HELD_ACKNOWLEDGED)) == (62, 0)
    tried.happened(
        men[3:], EventCode.D20, "2021-02-01", says=Ack.ACK_OFFICIAL.value, traits=WRITTEN
    )
    assert tried.line(Line.HELD_NOT_ACKNOWLEDGED) == 3
    assert tried.standing(ClaimCategory.ACKNOWLEDGED, 59, "2021-03-10") is Standing.SAME
    tried.happened(men[:3], EventCode.R67, "2021-03-01")
    tried.happened(men[12:], EventCode.L43, "2021-03-02", says=Legal.CONVICTED.value)
    for category, number in (
        (ClaimCategory.RETURNED, 3),
        (ClaimCategory.CONVICTED, 50),
        (ClaimCategory.HELD, 9 + 50),
        (ClaimCategory.CAPTURED, 62),
    ):
        assert tried.standing(category, number, "2021-03-10") is Standing.SAME, category
    frozen_clock.advance(days=30)
    tried.happened((*men[3:12], *men[12:29]), EventCode.R67, "2021-04-01")
    for category, number, as_of, standing in (
        (ClaimCategory.RETURNED, 29, "2021-04-09", Standing.SAME),
        (ClaimCategory.CONVICTED, 33, "2021-04-09", Standing.SAME),
        (ClaimCategory.CONVICTED, 50, "2021-03-10", Standing.SAME),
        (ClaimCategory.CONVICTED, 33, "2021-03-10", Standing.WE_MORE),
    ):
        assert tried.standing(category, number, as_of) is standing, (category, as_of)
