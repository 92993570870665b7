"""Men read together for their papers are told exactly as each of them would be alone."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest

from app.clock import FrozenClock
from app.errors import CaseInBin, HomewardError, NotAllowed, NotFound
from app.jobs.papers.many_drafts import draft_orders
from app.queries.papers.report_reading import ReportRead, reports_read
from app.shapes.requests.exhibits import LinkTo
from app.workspace import Workspace
from models.vocabulary.deeds import ReadKind
from models.vocabulary.families import ConsentAnswer, ConsentScope
from models.vocabulary.lists import Reply
from models.vocabulary.roles import Role
from tests.factories.doubles import doubles
from tests.factories.exhibits import keep_plainly
from tests.factories.men import GOR, missing_man, well_known_man
from tests.factories.releases import issue
from tests.jobs.test_many_drafts import orders
from tests.services.test_bin import put
from tests.services.test_families import call, consent, log, relative
from tests.services.test_limited_reads import limited_man, reads
from tests.services.test_submissions import COMMISSION, COURT, answer, sent
from tests.services.test_translations import certified, keep
from tests.services.test_who_sees_what import at_work_as

NOBODY = UUID(int=7)


def read(register: Workspace, *men: UUID) -> dict[UUID, ReportRead]:
    return register.read(lambda reader: reports_read(reader, men))


def four_men(register: Workspace) -> tuple[UUID, ...]:
    """Register two men with something of everything, one who is known well, one hardly."""
    first, second = doubles(register, 3)
    third, fourth = well_known_man(register), missing_man(register, GOR)
    answer(register, sent(register, COURT, first, third), (first, third), Reply.REFUSED)
    sent(register, COMMISSION, third, second)
    mother = relative(register, third)
    consent(register, third, mother, **{ConsentScope.SHARE_ICRC: ConsentAnswer.YES})
    for when in (date(2021, 3, 19), date(2021, 3, 15)):
        log(register, call(register, third, mother, next_on=when))
    issue(register, third)
    letter = keep_plainly(
        register, b"a letter of two", LinkTo(case_id=second), LinkTo(case_id=third)
    )
    keep(register, certified(letter.exhibit_id))
    return first, second, third, fourth


def test_men_read_together_are_told_as_each_would_be_alone(register: Workspace) -> None:
    men = four_men(register)
    together = read(register, *men)
    assert list(together) == list(men)
    for field in ("asked", "disclosed", "exhibits", "next_call", "disagreements", "family"):
        told = [bool(getattr(one.report, field)) for one in together.values()]
        assert True in told, field
        assert False in told, field
    assert together[men[2]].report.next_call == date(2021, 3, 15)
    assert together[men[2]].shown == {men[1], men[2]}
    notes = [note for one in together.values() for note in one.report.exhibits]
    assert any(note.custody for note in notes)
    assert len([note for note in notes if note.translations]) == 2
    for roles in (register.actor.roles, {Role.ANALYST}):  # an analyst reads nothing of families
        at_work_as(register, *roles)
        together = read(register, *men)
        assert all(together[man] == read(register, man)[man] for man in men)
    assert not any(one.report.family or one.report.next_call for one in together.values())


def test_one_man_whom_nobody_may_print_refuses_all_who_are_read_with_him(
    register: Workspace,
) -> None:
    there, binned = missing_man(register, GOR), missing_man(register)
    put(register, binned)
    limited = limited_man(register)

    def refusal(*wanted: UUID) -> type[HomewardError]:
        with pytest.raises(HomewardError) as refused:
            read(register, *wanted)
        return type(refused.value)

    assert refusal(there, NOBODY) is NotFound
    assert refusal(there, binned) is CaseInBin
    at_work_as(register, Role.INTAKE)
    assert refusal(there, limited) is refusal(limited) is NotAllowed


def test_a_paper_of_many_notes_whom_its_exhibits_speak_of_when_it_leaves(
    register: Workspace, frozen_clock: FrozenClock
) -> None:
    limited = limited_man(register)
    first, second = missing_man(register, GOR), missing_man(register)
    keep_plainly(register, b"a letter of two", LinkTo(case_id=second), LinkTo(case_id=limited))
    frozen_clock.advance(hours=1)
    before = len(reads(register))
    drafts = draft_orders(register, orders(first, second), ReadKind.EXPORTED)
    next(drafts)
    assert reads(register)[before:] == []
    next(drafts)
    assert reads(register)[before:] == [(limited, ReadKind.EXPORTED)]
    drafts.close()
