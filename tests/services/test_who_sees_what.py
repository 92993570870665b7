"""Limited cases, families and confidential sources stay with those who may see them."""

from dataclasses import replace
from uuid import UUID

import pytest

from app.db.unit_of_work import Reader
from app.errors import NotAllowed
from app.queries.accounting.incidents import incident_page
from app.queries.cases.file import case_file
from app.queries.cases.lines import count_cases, first_rows, row_vector, rows, rows_of_cases
from app.queries.finding.search import search
from app.queries.history.told import history_of_case, history_of_register
from app.queries.papers.report_reading import case_report
from app.queries.register.imports import namesakes
from app.queries.sources import find_sources
from app.services.cases.cases import change_case
from app.services.cases.events import record_event
from app.services.cases.incidents import open_incident
from app.services.cases.people import save_relative
from app.services.claims import record_claim
from app.services.sources import cite_fact
from app.shapes.case_list import CaseFilter, CaseSort
from app.shapes.requests.cases import ChangeCase, RelativeDetails, SaveRelative
from app.shapes.requests.evidence import CiteFact, NewSource, SaidBy
from app.shapes.requests.incidents import OpenIncident, RecordClaim
from app.workspace import Workspace
from models.vocabulary.accounts import ClaimCategory, ClaimForm, SourceKind
from models.vocabulary.evidence import Credibility, Reliability
from models.vocabulary.people import Relation
from models.vocabulary.roles import Role
from models.vocabulary.status import Chip
from tests.factories.men import missing_man, seen_in_video

PLANTED = "Եղևնյան"
ALL = CaseFilter()


def at_work_as(register: Workspace, *roles: Role) -> None:
    register.actor = replace(register.actor, roles=frozenset(roles))


def limit(register: Workspace, case_id: UUID) -> None:
    file = register.read(lambda r: case_file(r, case_id))
    form = ChangeCase(
        case_id, file.version, None, None, "", "", "", "", "", access_limited=True, urgent=False,
        reason="negotiations",
    )  # fmt: skip
    register.write(lambda u: change_case(u, form))


def test_a_limited_case_is_open_to_those_who_may_and_marked(register: Workspace) -> None:
    case_id = missing_man(register)
    limit(register, case_id)
    for role in (Role.CASEWORKER, Role.ANALYST, Role.SUPERVISOR, Role.DATA_PROTECTION):
        at_work_as(register, role)
        assert Chip.RESTRICTED in register.read(lambda r: case_file(r, case_id)).status.chips
        assert register.read(lambda r: count_cases(r, ALL)) == 1


def test_for_everybody_else_a_limited_case_is_not_there(register: Workspace) -> None:
    case_id, other = missing_man(register), missing_man(register)
    row = register.read(lambda r: rows_of_cases(r, [case_id]))[0].row
    limit(register, case_id)
    at_work_as(register, Role.INTAKE)

    def seen(reader: Reader) -> set[UUID]:
        found = {line.case_id for line in first_rows(reader, ALL, CaseSort.NAME)}
        found |= {line.case_id for line in rows(reader, [row])}
        found |= {line.case_id for line in rows_of_cases(reader, [case_id, other])}
        found |= {hit.id for hit in search(reader, "Նմուշյան")}
        assert len(row_vector(reader, ALL, CaseSort.NAME)) == count_cases(reader, ALL) == 1
        return found

    assert register.read(seen) == {other}
    for query in (case_file, case_report, history_of_case):
        with pytest.raises(NotAllowed):
            register.read(lambda r, q=query: q(r, case_id))  # type: ignore[misc]  # mypy infers no default


def test_a_list_finds_no_namesake_in_a_limited_case_for_those_who_may_not_open_it(
    register: Workspace,
) -> None:
    case_id, other = missing_man(register), missing_man(register)

    def found(reader: Reader) -> set[UUID]:
        return set(namesakes(reader, [case_id, other]))

    assert register.read(found) == {case_id, other}
    limit(register, case_id)
    assert register.read(found) == {case_id, other}
    at_work_as(register, Role.INTAKE)
    assert register.read(found) == {other}


def test_nobody_writes_in_a_case_they_may_not_open(register: Workspace) -> None:
    case_id, other = missing_man(register), missing_man(register)
    limit(register, case_id)
    founder = register.actor
    at_work_as(register, Role.INTAKE)
    seen = replace(seen_in_video(case_id), said_by=())
    with pytest.raises(NotAllowed):
        register.write(lambda u: record_event(u, seen))
    with pytest.raises(NotAllowed):
        register.write(lambda u: record_event(u, replace(seen, case_ids=(other, case_id))))
    register.write(lambda u: record_event(u, replace(seen, case_ids=(other,))))
    register.actor = founder
    assert len(register.read(lambda r: case_file(r, case_id)).events) == 1


def test_the_history_shows_no_family_to_whoever_may_not_see_it(register: Workspace) -> None:
    case_id = missing_man(register)
    mother = RelativeDetails(Relation.MOTHER, PLANTED, phone="091 000000")
    register.write(lambda u: save_relative(u, SaveRelative(case_id, mother)))
    assert PLANTED in repr(register.read(lambda r: history_of_case(r, case_id)))
    at_work_as(register, Role.ANALYST)
    lines = register.read(lambda r: history_of_case(r, case_id))
    assert lines[-1].action == "save_relative"
    assert PLANTED not in repr(lines)
    assert PLANTED not in repr(register.read(lambda r: case_file(r, case_id)))


def test_a_confidential_source_is_named_in_nothing_that_is_read(register: Workspace) -> None:
    case_id = missing_man(register)
    incident = register.write(lambda u: open_incident(u, OpenIncident("Lost contact"))).value
    witness = NewSource(
        SourceKind.FELLOW_SERVICEMAN, PLANTED, PLANTED, PLANTED, confidential=True,
        sealed_name=PLANTED, contact=PLANTED, remark=PLANTED, independence_group=PLANTED,
    )  # fmt: skip
    said = SaidBy(witness, reliability=Reliability.F, credibility=Credibility.SIX, words="He lives")
    register.write(lambda u: record_event(u, replace(seen_in_video(case_id), said_by=(said,))))
    register.write(lambda u: cite_fact(u, CiteFact(case_id, case_id, "birth", said, "2002")))
    claim = RecordClaim(
        ClaimCategory.MISSING, ClaimForm.EXACT, said, number_from=62, incident_id=incident
    )
    register.write(lambda u: record_claim(u, claim))
    assert PLANTED in repr(register.read(history_of_register)), "whoever may see it can"
    at_work_as(register, Role.INTAKE)
    shown = [
        register.read(lambda r: case_file(r, case_id)),
        register.read(lambda r: case_report(r, case_id)),
        register.read(lambda r: incident_page(r, incident)),
        register.read(lambda r: find_sources(r, "")),
        register.read(lambda r: find_sources(r, "W-000")),
        register.read(lambda r: history_of_case(r, case_id)),
        register.read(history_of_register),
        register.read(lambda r: search(r, "W-0001")),
    ]
    assert [bool(one) for one in shown] == [True] * len(shown)
    assert PLANTED not in repr(shown)
    assert register.read(lambda r: search(r, PLANTED)) == ()


def test_grades_are_given_only_by_those_who_may(register: Workspace) -> None:
    case_id = missing_man(register)
    at_work_as(register, Role.INTAKE)
    graded = SaidBy(
        NewSource(SourceKind.FAMILY, "Father"),
        reliability=Reliability.B,
        credibility=Credibility.TWO,
    )
    with pytest.raises(NotAllowed):
        register.write(lambda u: cite_fact(u, CiteFact(case_id, case_id, "birth", graded)))
    plain = replace(graded, reliability=Reliability.F, credibility=Credibility.SIX)
    register.write(lambda u: cite_fact(u, CiteFact(case_id, case_id, "birth", plain)))
