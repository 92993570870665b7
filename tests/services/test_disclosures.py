"""Papers leave by a record: asked for, approved by another, issued in copies, or refused."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any  # Any: fields of a request, by name
from uuid import UUID

import pytest

from app.errors import BadInput, CaseChangedMeanwhile, NotAllowed, NotFound, PaperNotReleased
from app.i18n import Translator
from app.queries.cases.file import case_file
from app.queries.history.told import history_of_case
from app.queries.history.undoing import last_to_undo
from app.queries.papers.disclosures import (
    count_waiting_for_me,
    disclosure,
    disclosure_log,
    disclosures_of_case,
    my_requests,
    waiting_for_me,
)
from app.services.cases.cases import change_case
from app.services.desk.bin import put_into_bin
from app.services.papers.disclosures import (
    approve_paper,
    ask_approval,
    note_handed_out,
    record_issue,
    refuse_paper,
    take_back_request,
)
from app.shapes.disclosures import GateKind, LogFilter
from app.shapes.papers import PaperOrder
from app.shapes.requests.bin import PutIntoBin
from app.shapes.requests.cases import ChangeCase
from app.shapes.requests.disclosures import (
    ApprovePaper,
    IssuedCopy,
    RecordIssue,
    RefusePaper,
    TakeBackRequest,
)
from app.wording.errors import sentence
from app.workspace import Workspace
from models.vocabulary.families import ConsentAnswer, ConsentScope
from models.vocabulary.papers import Audience, DisclosureState
from models.vocabulary.roles import Role
from tests.factories.doubles import join
from tests.factories.men import GOR, missing_man
from tests.factories.releases import (
    CASEWORKER,
    an_order,
    answered,
    at_work,
    colleague,
    read_state,
    stub_pages,
)


def recorded(register: Workspace, order: PaperOrder, by: str = "") -> tuple[IssuedCopy, ...]:
    """Issue an order with stand-ins for its pages."""
    request = RecordIssue(order, read_state(register), approved_by=by)
    return register.write(lambda uow: record_issue(uow, request, stub_pages)).value


def changed(register: Workspace, man: UUID, **more: Any) -> ChangeCase:
    """Ask to change something of a case."""
    file = register.read(lambda reader: case_file(reader, man))
    nothing = ChangeCase(man, file.version, None, None, "", "", "", "", "", access_limited=False)
    return replace(nothing, **more)


def gates(register: Workspace, order: PaperOrder, by: str = "") -> list[GateKind]:
    """Say what keeps an order from being issued."""
    with pytest.raises(PaperNotReleased) as caught:
        recorded(register, order, by)
    return [gate.kind for gate in caught.value.data["gates"]]  # type: ignore[attr-defined]  # a tuple of gates


def test_every_copy_has_a_number_and_a_code_of_its_own_and_is_kept(register: Workspace) -> None:
    man = missing_man(register)
    copies = recorded(register, an_order(man, copies=3))
    assert [copy.number for copy in copies] == ["D-2021-0001", "D-2021-0002", "D-2021-0003"]
    assert len({copy.code for copy in copies}) == 3
    lines = register.read(lambda reader: disclosures_of_case(reader, man))
    assert [(line.copy_no, line.copies, line.state) for line in lines] == [
        (at, 3, DisclosureState.ISSUED) for at in (1, 2, 3)
    ]
    assert all(line.men[0].case_id == man and line.history_seq for line in lines)
    assert recorded(register, an_order(man))[0].number == "D-2021-0004"


def test_a_paper_without_recipient_purpose_or_basis_is_not_issued(register: Workspace) -> None:
    man = missing_man(register)
    for gap in ({"recipient": " "}, {"purpose": ""}, {"basis": None}, {"copies": 0}):
        with pytest.raises(BadInput):
            recorded(register, an_order(man, **gap))
    with pytest.raises(BadInput):
        recorded(register, an_order())
    assert register.read(disclosure_log).total == 0


def test_an_issue_is_one_entry_of_the_history_and_is_never_undone(register: Workspace) -> None:
    man = missing_man(register)
    before = len(register.read(lambda reader: history_of_case(reader, man)))
    recorded(register, an_order(man, copies=2))
    lines = register.read(lambda reader: history_of_case(reader, man))
    assert [line.action for line in lines[before:]] == ["issue_paper"]
    last = register.read(last_to_undo)
    assert last is not None
    assert last.action == "register_man"
    assert register.verify_history() == []


def test_what_the_file_lacks_or_the_family_refused_keeps_the_paper_in(register: Workspace) -> None:
    man = missing_man(register)
    answered(register, man, ConsentScope.SHARE_ICRC, ConsentAnswer.NO)
    order = an_order(man, audience=Audience.ICRC)
    assert gates(register, order) == [GateKind.NOT_AGREED, GateKind.MINIMUM]
    with pytest.raises(PaperNotReleased) as caught:
        recorded(register, order)
    told = sentence(caught.value, Translator.open("en"))
    assert "Նմուշյան Մարո" in told
    assert register.read(disclosure_log).total == 0


def test_whoever_prepared_a_paper_does_not_approve_it(register: Workspace) -> None:
    man = missing_man(register)
    order = an_order(man, audience=Audience.PUBLIC)
    other = colleague(register)
    colleague(register, "Gor Orinakyan", CASEWORKER)
    assert gates(register, order) == [GateKind.SECOND_PERSON]
    assert gates(register, order, register.actor.name) == [GateKind.OWN_PAPER]
    assert gates(register, order, "Gor Orinakyan") == [GateKind.MAY_NOT_APPROVE]
    assert gates(register, order, "Nobody") == [GateKind.MAY_NOT_APPROVE]
    issued = recorded(register, order, by=other.name)[0]
    line = register.read(lambda reader: disclosure(reader, issued.id))
    assert (line.decided_by, line.named_by_another) == (other.name, True)
    assert line.expires_on == date(2021, 3, 10) + timedelta(days=90)


def test_a_colleague_finds_the_request_and_issues_it_by_approving(register: Workspace) -> None:
    man = missing_man(register)
    founder, other = register.actor, colleague(register)
    asked = register.write(lambda uow: ask_approval(uow, an_order(man, audience=Audience.PUBLIC)))
    assert register.read(waiting_for_me) == ()
    own = register.read(my_requests)[0]
    request = ApprovePaper(asked.value, own.version, read_state(register))
    with pytest.raises(PaperNotReleased):
        register.write(lambda uow: approve_paper(uow, request, stub_pages))
    at_work(register, other)
    assert register.read(count_waiting_for_me) == 1
    waits = register.read(waiting_for_me)[0]
    assert (waits.number, waits.code, waits.prepared_by) == ("", "", founder.name)
    copy = register.write(lambda uow: approve_paper(uow, request, stub_pages)).value[0]
    line = register.read(lambda reader: disclosure(reader, copy.id))
    assert (line.id, line.number, line.named_by_another) == (asked.value, "D-2021-0001", False)
    assert (line.prepared_by, line.decided_by) == (founder.name, other.name)
    with pytest.raises(BadInput):
        register.write(lambda uow: approve_paper(uow, request, stub_pages))


def test_a_request_is_refused_with_a_reason_or_taken_back_by_whoever_asked(
    register: Workspace,
) -> None:
    man = missing_man(register)
    order = an_order(man, audience=Audience.PUBLIC)
    founder, other = register.actor, colleague(register)
    first, second = (register.write(lambda uow: ask_approval(uow, order)).value for _ in range(2))
    own = TakeBackRequest(first, 1)
    with pytest.raises(PaperNotReleased):
        register.write(lambda uow: refuse_paper(uow, RefusePaper(second, 1, "Not now")))
    at_work(register, other)
    with pytest.raises(BadInput):
        register.write(lambda uow: take_back_request(uow, own))
    with pytest.raises(BadInput):
        register.write(lambda uow: refuse_paper(uow, RefusePaper(second, 1, " ")))
    register.write(lambda uow: refuse_paper(uow, RefusePaper(second, 1, "Ask the family first")))
    at_work(register, founder)
    register.write(lambda uow: take_back_request(uow, own))
    log = register.read(disclosure_log).lines
    assert {(line.state, line.refusal_reason) for line in log} == {
        (DisclosureState.TAKEN_BACK, ""),
        (DisclosureState.REFUSED, "Ask the family first"),
    }


def test_a_file_written_in_since_it_was_read_is_read_again_first(register: Workspace) -> None:
    man = missing_man(register)
    stale = read_state(register)
    rang = changed(register, man, remark="rang again")
    register.write(lambda uow: change_case(uow, rang))
    request = RecordIssue(an_order(man), stale)
    with pytest.raises(CaseChangedMeanwhile):
        register.write(lambda uow: record_issue(uow, request, stub_pages))
    recorded(register, an_order(man))
    recorded(register, an_order(man))  # that a paper was issued changed nothing of what it says


def test_a_newer_paper_takes_the_place_of_the_one_before_for_the_same_reader(
    register: Workspace,
) -> None:
    man, other = missing_man(register), missing_man(register, GOR)
    first = recorded(register, an_order(man, copies=2))
    recorded(register, an_order(man, recipient="Another office"))
    recorded(register, an_order(man, lang="ru"))
    recorded(register, an_order(man, other))
    newer = recorded(register, an_order(man, recipient=" state  COMMISSION"))[0]
    lines = {
        line.number: line.superseded_by
        for line in register.read(lambda reader: disclosures_of_case(reader, man))
        if line.superseded_by
    }
    assert lines == {copy.number: newer.number for copy in first}


def test_a_copy_is_handed_out_once(register: Workspace) -> None:
    copy = recorded(register, an_order(missing_man(register)))[0]
    register.write(lambda uow: note_handed_out(uow, copy.id))
    with pytest.raises(BadInput):
        register.write(lambda uow: note_handed_out(uow, copy.id))


def test_the_log_is_searched_and_shows_a_caseworker_his_own(register: Workspace) -> None:
    man = missing_man(register)
    member = colleague(register, roles=CASEWORKER)
    copy = recorded(register, an_order(man))[0]
    for found, wanted in (
        (1, LogFilter(text="hrd-2021-00001")),
        (1, LogFilter(text=copy.code)),
        (1, LogFilter(case_id=man, audience=Audience.INTERNAL, since=date(2021, 3, 10))),
        (0, LogFilter(until=date(2021, 3, 9))),
        (0, LogFilter(text="100%")),
    ):
        assert register.read(lambda reader, w=wanted: disclosure_log(reader, w)).total == found  # type: ignore[misc]  # mypy infers no default
    at_work(register, member)
    assert register.read(disclosure_log).total == 0


def limit(register: Workspace, man: UUID) -> None:
    """Limit access to a case."""
    request = changed(register, man, access_limited=True)
    register.write(lambda uow: change_case(uow, request))


def test_a_limited_man_is_neither_named_nor_searched_for_in_the_log(register: Workspace) -> None:
    man, other = missing_man(register), missing_man(register, GOR)
    both = recorded(register, an_order(man, other))[0]
    alone = recorded(register, an_order(man))[0]
    limit(register, man)
    clerk = colleague(register, roles=frozenset({Role.INTAKE}))
    at_work(register, clerk)
    line = register.read(lambda reader: disclosure(reader, both.id))
    assert ([one.case_id for one in line.men], line.hidden) == ([other], 1)
    with pytest.raises(NotFound):
        register.read(lambda reader: disclosure(reader, alone.id))
    with pytest.raises(NotAllowed):
        register.read(lambda reader: disclosures_of_case(reader, man))


def test_what_was_disclosed_of_a_man_goes_with_him_when_files_become_one(
    register: Workspace,
) -> None:
    man, twin = missing_man(register), missing_man(register, GOR)
    recorded(register, an_order(man, twin))
    recorded(register, an_order(twin))
    join(register, man, twin)
    lines = register.read(lambda reader: disclosures_of_case(reader, man))
    assert [line.number for line in lines] == ["D-2021-0001", "D-2021-0002"]
    assert lines[1].men[0].number == "HRD-2021-00002"


def test_a_request_on_a_man_in_the_bin_can_still_be_refused(register: Workspace) -> None:
    man = missing_man(register)
    other = colleague(register)
    asked = register.write(lambda uow: ask_approval(uow, an_order(man))).value
    register.write(lambda uow: put_into_bin(uow, PutIntoBin((man,), "Entered by mistake")))
    at_work(register, other)
    request = ApprovePaper(asked, 1, read_state(register))
    with pytest.raises(NotFound):
        register.write(lambda uow: approve_paper(uow, request, stub_pages))
    register.write(lambda uow: refuse_paper(uow, RefusePaper(asked, 1, "He is in the bin")))
