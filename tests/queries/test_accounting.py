"""The accounting sheet: each man on one line, today and as it was known."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest
from sqlalchemy import update

from app.clock import FrozenClock
from app.db.unit_of_work import UnitOfWork
from app.errors import BadInput
from app.queries.accounting.sheet import (
    accounting_sheet,
    key_days,
    names_of_line,
    numbers_of_lines,
    scope_name,
)
from app.services.cases.cases import change_case, register_man
from app.services.cases.incidents import add_unit, open_incident
from app.services.desk.bin import put_into_bin
from app.shapes.accounting import WHOLE_REGISTER, LineNames, Scope
from app.shapes.case_list import CaseFilter
from app.shapes.changes import Outcome
from app.shapes.requests.bin import PutIntoBin
from app.shapes.requests.cases import NameForm, RegisterMan, ServiceDetails
from app.shapes.requests.evidence import RecordEvent
from app.shapes.requests.incidents import AddUnit, OpenIncident
from app.workspace import Workspace
from models.cases import FacetSnapshot
from models.vocabulary.event_codes import EventCode
from models.vocabulary.roles import Role
from models.vocabulary.status import AccountingLine as Line
from tests.factories.intentions import as_kept, file_of
from tests.factories.men import ARAM, GOR, day, record, reported, said, seen_in_video

MONDAY, TUESDAY, WEDNESDAY = date(2021, 3, 8), date(2021, 3, 9), date(2021, 3, 10)
THIRD = (NameForm("Ծովասարյան", "Լևոն"), NameForm("Цовасарян", "Левон"))


class Lost:
    """Three men of an incident and one beside it, entered over three days."""

    def __init__(self, register: Workspace, clock: FrozenClock) -> None:
        self.register = register
        clock.advance(days=-2)
        self.incident = register.write(
            lambda u: open_incident(u, OpenIncident("The ridge", "Լեռնաշղթա", "Хребет"))
        ).value
        brigade = register.write(lambda u: add_unit(u, AddUnit("Brigade 1"))).value
        self.unit = brigade
        battery = register.write(lambda u: add_unit(u, AddUnit("Battery", parent_id=brigade)))
        self.aram = self.enter(ARAM, ServiceDetails(unit_id=battery.value))
        self.gor = self.enter(GOR)
        clock.advance(days=1)
        self.third = self.enter(THIRD)
        record(register, seen_in_video(self.gor))
        clock.advance(days=1)
        record(register, home_again(self.aram))
        self.beside = register.write(
            lambda u: register_man(u, RegisterMan(names=GOR, report=reported()))
        ).value.case_id

    def enter(self, names: tuple[NameForm, ...], service: ServiceDetails | None = None) -> UUID:
        request = RegisterMan(
            names=names, incident_id=self.incident, report=reported(), service=service
        )
        return self.register.write(lambda u: register_man(u, request)).value.case_id

    def sums(self, scope: Scope, known: date | None = None) -> dict[Line, int]:
        sheet = self.register.read(lambda r: accounting_sheet(r, scope, known))
        assert sheet.adds_up
        return {line.key: line.count for line in sheet.lines}


def home_again(case_id: UUID) -> RecordEvent:
    """Let two checks say that it is he who came."""
    return RecordEvent(
        (case_id,), EventCode.R67, day("2021-02-28"), said_by=(said("Commission", "A1"),)
    )


@pytest.fixture
def lost(register: Workspace, frozen_clock: FrozenClock) -> Lost:
    return Lost(register, frozen_clock)


def test_a_sheet_of_a_past_day_says_what_was_known_that_evening(lost: Lost) -> None:
    ridge = Scope(incident_id=lost.incident)
    assert lost.sums(ridge, date(2021, 3, 7)) == {}
    assert lost.sums(ridge, MONDAY) == {Line.NO_INFORMATION: 2}
    assert lost.sums(ridge, TUESDAY) == {Line.HELD_NOT_ACKNOWLEDGED: 1, Line.NO_INFORMATION: 2}
    today = {Line.RETURNED_VERIFIED: 1, Line.HELD_NOT_ACKNOWLEDGED: 1, Line.NO_INFORMATION: 1}
    assert lost.sums(ridge) == lost.sums(ridge, WEDNESDAY) == today
    assert lost.sums(WHOLE_REGISTER)[Line.NO_INFORMATION] == 2
    assert lost.register.read(lambda r: key_days(r, ridge)) == (WEDNESDAY, TUESDAY, MONDAY)
    sheet = lost.register.read(lambda r: accounting_sheet(r, ridge, WEDNESDAY, since=MONDAY))
    assert [line.delta for line in sheet.lines] == [1, 1, -1]
    assert sheet.total_delta == 1
    with pytest.raises(BadInput):
        lost.register.read(lambda r: accounting_sheet(r, ridge, date(2021, 3, 11)))


def test_snapshots_that_name_no_line_are_read_by_their_facets(lost: Lost) -> None:
    ridge, whole = Scope(incident_id=lost.incident), WHOLE_REGISTER

    def forget(unit: UnitOfWork) -> Outcome[None]:
        unit.session.execute(update(FacetSnapshot).values(accounting=""))
        return Outcome(None)

    told = [lost.sums(scope, day) for scope in (ridge, whole) for day in (MONDAY, TUESDAY)]
    numbers = lost.register.read(lambda r: numbers_of_lines(r, ridge, TUESDAY))
    lost.register.write(forget)
    assert told == [lost.sums(scope, day) for scope in (ridge, whole) for day in (MONDAY, TUESDAY)]
    assert numbers == lost.register.read(lambda r: numbers_of_lines(r, ridge, TUESDAY))
    names = lost.register.read(
        lambda r: names_of_line(r, ridge, TUESDAY, Line.HELD_NOT_ACKNOWLEDGED)
    )
    assert [man.case_id for man in names.men] == [lost.gor]


def test_the_men_behind_a_number_come_a_page_at_a_time(lost: Lost) -> None:
    ridge = Scope(incident_id=lost.incident)
    numbers = lost.register.read(lambda r: numbers_of_lines(r, ridge, MONDAY))

    def page(at: int) -> LineNames:
        return lost.register.read(
            lambda r: names_of_line(r, ridge, MONDAY, Line.NO_INFORMATION, offset=at, limit=1)
        )

    pages = page(0), page(1)
    assert [page.total for page in pages] == [2, 2]
    assert tuple(man.number for page in pages for man in page.men) == numbers[Line.NO_INFORMATION]
    assert pages[0].men[0].name == "Նմուշյան Արամ"


def test_a_unit_counts_those_below_it_and_a_filter_what_it_meant_then(lost: Lost) -> None:
    assert lost.sums(Scope(unit_id=lost.unit)) == {Line.RETURNED_VERIFIED: 1}
    seen = Scope(incident_id=lost.incident, wanted=CaseFilter(text="status:S22"))
    assert lost.sums(seen) == {Line.HELD_NOT_ACKNOWLEDGED: 1}
    assert lost.sums(seen, MONDAY) == {}, "on Monday nobody had seen him"
    held = Scope(wanted=CaseFilter(text="held:confirmed OR home:verified"))
    assert lost.sums(held, TUESDAY) == {Line.HELD_NOT_ACKNOWLEDGED: 1}
    assert lost.sums(held, WEDNESDAY) == {Line.RETURNED_VERIFIED: 1, Line.HELD_NOT_ACKNOWLEDGED: 1}
    assert sum(lost.sums(Scope(wanted=CaseFilter(text="is:open -held:confirmed"))).values()) == 3
    name = lost.register.read(lambda r: scope_name(r, seen))
    assert (name.title_in("ru"), name.question) == ("Хребет", "status:S22")


def test_a_limited_man_is_counted_by_number_and_never_named_nor_found_by_asking(
    lost: Lost,
) -> None:
    register, ridge = lost.register, Scope(incident_id=lost.incident)
    file = file_of(register, lost.gor)
    hidden = as_kept(file, access_limited=True, reason="his brother serves there")
    register.write(lambda u: change_case(u, hidden))
    register.actor = replace(register.actor, roles=frozenset({Role.INTAKE}))
    sheet = register.read(lambda r: accounting_sheet(r, ridge))
    assert (sheet.total, sheet.unnamed) == (3, 1)
    names = register.read(lambda r: names_of_line(r, ridge, None, Line.HELD_NOT_ACKNOWLEDGED))
    assert (names.men, names.unnamed) == ((), 1)
    assert Line.HELD_NOT_ACKNOWLEDGED not in register.read(lambda r: numbers_of_lines(r, ridge))
    asked = Scope(incident_id=lost.incident, wanted=CaseFilter(text="Գոռ"))
    told = register.read(lambda r: accounting_sheet(r, asked))
    assert (told.total, told.without_limited) == (0, True)


def test_a_file_in_the_bin_is_no_man_of_any_day(lost: Lost) -> None:
    lost.register.write(lambda u: put_into_bin(u, PutIntoBin((lost.aram,), "entered twice")))
    ridge = Scope(incident_id=lost.incident)
    assert lost.sums(ridge, MONDAY) == {Line.NO_INFORMATION: 1}
    assert sum(lost.sums(ridge).values()) == 2
