"""The page of the day: each line comes with what calls for it, goes with what settles it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any  # Any: use cases of every shape
from uuid import UUID

import pytest

from app.clock import FrozenClock
from app.db.unit_of_work import UnitOfWork
from app.errors import BadInput, NotAllowed, NotFound
from app.queries.cases.file import case_file
from app.queries.history.undoing import last_to_undo
from app.queries.today.page import count_due, due_dates, today_page
from app.queries.today.tasks import colleagues, task, tasks_of_case
from app.services.backups import note_backup
from app.services.cases.cases import change_case
from app.services.cases.overrides import lift_override, set_override
from app.services.desk.bin import put_into_bin
from app.services.desk.desk import drop_draft, keep_draft
from app.services.desk.tasks import (
    assign_line,
    change_task,
    end_task,
    put_off_line,
    set_task,
    settle_line,
    take_line_back,
)
from app.services.desk.undo import undo_entry
from app.services.merging.not_same import mark_not_same
from app.shapes.backups import BackupMadeNow, BackupPlaceKind
from app.shapes.changes import Outcome
from app.shapes.requests.bin import PutIntoBin
from app.shapes.requests.cases import LiftOverride, SetOverride
from app.shapes.requests.evidence import RecordEvent
from app.shapes.requests.merging import MarkNotSame
from app.shapes.requests.tasks import (
    AssignLine,
    ChangeTask,
    EndTask,
    LineMeant,
    PutOffLine,
    SetTask,
    SettleLine,
    TakeLineBack,
)
from app.shapes.today import TodayLine, TodayPage
from app.workspace import Workspace
from models.families import FamilyContact
from models.imports import ImportBatch, KeptFile
from models.lists import ListRow, ListVersion, NameList
from models.vocabulary.accounts import SourceKind
from models.vocabulary.event_codes import EventCode, Extra
from models.vocabulary.families import ContactHow, ContactOutcome
from models.vocabulary.lists import ListDirection, ListOrigin, ListType, RowState
from models.vocabulary.roles import Action, Role
from models.vocabulary.status import Facet, Fate
from models.vocabulary.tasks import TaskState, TodayKind
from tests.factories.intentions import as_kept, file_of
from tests.factories.men import ARAM, GOR, day, missing_man, record, said

WHY = "his mother heard him on the phone"
PASSWORD = "մեկ այլ շատ երկար գաղտնաբառ այստեղ"


def page(register: Workspace, *, mine: bool = False) -> TodayPage:
    return register.read(lambda r: today_page(r, mine))


def lines(register: Workspace, kind: TodayKind, *, mine: bool = False) -> tuple[TodayLine, ...]:
    found = register.read(lambda r: today_page(r, mine, [kind]))
    return found.groups[0].lines if found.groups else ()


def do(register: Workspace, use_case: Callable[[UnitOfWork], Outcome[Any]]) -> Any:
    return register.write(use_case).value


def plainly(register: Workspace, *rows: object) -> None:
    """Keep rows of which nothing else here is asked."""

    def keep(uow: UnitOfWork) -> Outcome[None]:
        uow.doing(Action.EDIT_CASE, named="change_case")
        for row in rows:
            uow.session.add(row)
            uow.session.flush()
        return Outcome(None)

    register.write(keep)


def meant(line: TodayLine) -> LineMeant:
    return LineMeant(line.kind, line.subject_id, line.case_id)


def backup(made_at: datetime, seq: int) -> BackupMadeNow:
    return BackupMadeNow(BackupPlaceKind.OWN, Path("/copies/day/one.homeward"), made_at, 1, seq, ())


def override(register: Workspace, case_id: UUID, days: int) -> UUID:
    until = register.clock.today() + timedelta(days=days)
    form = SetOverride(case_id, Facet.FATE, Fate.ALIVE_INDICATED.value, WHY, "note 7", until)
    one: UUID = do(register, lambda u: set_override(u, form))
    return one


def test_a_decision_by_hand_stands_there_two_weeks_before_its_day_until_it_is_settled(
    register: Workspace, frozen_clock: FrozenClock
) -> None:
    case_id = missing_man(register)
    first = override(register, case_id, 20)
    assert lines(register, TodayKind.OVERRIDE_EXPIRES) == ()
    frozen_clock.advance(days=7)
    [line] = lines(register, TodayKind.OVERRIDE_EXPIRES)
    assert (line.case_id, line.days_over, line.code) == (case_id, -13, "FATE")
    frozen_clock.advance(days=15)
    assert lines(register, TodayKind.OVERRIDE_EXPIRES)[0].days_over == 2
    override(register, case_id, 60)
    assert lines(register, TodayKind.OVERRIDE_EXPIRES) == ()
    frozen_clock.advance(days=50)
    [line] = lines(register, TodayKind.OVERRIDE_EXPIRES)
    assert line.subject_id != first
    do(register, lambda u: lift_override(u, LiftOverride(line.subject_id, 1, "another came")))
    assert lines(register, TodayKind.OVERRIDE_EXPIRES) == ()


def test_a_health_report_is_due_by_the_day_in_the_last_one_until_the_next_comes(
    register: Workspace,
) -> None:
    case_id = missing_man(register)
    icrc = said("Delegate", "A1", SourceKind.ICRC)
    record(register, RecordEvent((case_id,), EventCode.D21, day("2021-02-01"), said_by=(icrc,)))

    def report(when: str, due: str) -> None:
        particulars = {Extra.NEXT_DUE.value: due}
        record(
            register,
            RecordEvent(
                (case_id,), EventCode.D28, day(when), particulars=particulars, said_by=(icrc,)
            ),
        )

    report("2021-03-01", "08.03.2021")
    [line] = lines(register, TodayKind.HEALTH_REPORT_DUE)
    assert (line.case_id, line.days_over) == (case_id, 2)
    report("2021-03-09", "16.03.2021")
    assert lines(register, TodayKind.HEALTH_REPORT_DUE) == ()


def test_silence_of_sixty_days_is_told_until_he_is_heard_of_and_grows_by_itself(
    register: Workspace, frozen_clock: FrozenClock
) -> None:
    case_id = missing_man(register)  # reported on 16 December; today is 10 March
    [line] = lines(register, TodayKind.NO_SIGN_OF_LIFE)
    assert (line.case_id, line.days_over) == (case_id, 24)
    letter = RecordEvent((case_id,), EventCode.E02, day("2021-03-01"), said_by=(said("Mother"),))
    record(register, letter)
    assert lines(register, TodayKind.NO_SIGN_OF_LIFE) == ()
    frozen_clock.advance(days=53)
    assert len(lines(register, TodayKind.NO_SIGN_OF_LIFE)) == 1


def test_word_of_a_death_asks_that_two_tell_the_family_in_person(register: Workspace) -> None:
    case_id = missing_man(register)
    rumour = RecordEvent((case_id,), EventCode.X80, day("2021-02-01"), said_by=(said("A post"),))
    record(register, rumour)
    [line] = lines(register, TodayKind.FAMILY_FIRST)
    assert (line.case_id, line.code[:2]) == (case_id, "S5")
    by = register.actor.id

    def told(how: ContactHow, second: UUID | None) -> None:
        contact = FamilyContact(
            case_id=case_id, how=how, outcome=ContactOutcome.REACHED, sensitive=True,
            happened_at=register.clock.now(), staff_id=by, second_staff_id=second,
        )  # fmt: skip
        plainly(register, contact)

    told(ContactHow.PHONE, by)
    told(ContactHow.VISIT, None)
    assert len(lines(register, TodayKind.FAMILY_FIRST)) == 1
    told(ContactHow.VISIT, by)
    assert lines(register, TodayKind.FAMILY_FIRST) == ()


def test_an_identification_waits_for_a_second_one(register: Workspace) -> None:
    case_id = missing_man(register)

    def recognised(who: str, kind: SourceKind) -> None:
        record(
            register,
            RecordEvent(
                (case_id,), EventCode.C13, day("2020-12-20"), figure="V12-P07",
                said_by=(said(who, "B2", kind),),
            ),
        )  # fmt: skip

    recognised("Mother", SourceKind.FAMILY)
    [line] = lines(register, TodayKind.IDENTIFICATION)
    assert (line.case_id, line.about) == (case_id, "V12-P07")
    recognised("Comrade", SourceKind.FELLOW_SERVICEMAN)
    assert len(lines(register, TodayKind.IDENTIFICATION)) == 1


def test_rows_of_the_newest_version_of_a_list_wait_until_they_are_decided(
    register: Workspace,
) -> None:
    of = NameList(
        number="L-001", kind=ListType.TRACING, direction=ListDirection.IN, title="From the ministry"
    )
    old, new = (ListVersion(list_id=of.id, version_no=no, origin=ListOrigin.TYPED) for no in (1, 2))
    decided = ListRow(version_id=new.id, row_no=2, verbatim="[]", state=RowState.NO_MATCH)
    waiting = ListRow(version_id=new.id, row_no=1, verbatim="[]")
    plainly(
        register, of, old, new, decided, waiting, ListRow(version_id=old.id, row_no=1, verbatim="")
    )
    [line] = lines(register, TodayKind.LIST_ROWS)
    assert (line.subject_id, line.number, line.count) == (of.id, "L-001", 1)


def test_refused_rows_of_an_import_wait_until_somebody_has_seen_to_them(
    register: Workspace,
) -> None:
    file = KeptFile(
        sha256="0" * 64, size=1, original_name="roster.xlsx", received_at=register.clock.now()
    )
    batch = ImportBatch(file_id=file.id, profile="roster", rows=73, refused=3)
    plainly(register, file, batch)
    [line] = lines(register, TodayKind.IMPORT_REFUSED)
    assert (line.who, line.count) == ("roster.xlsx", 3)
    do(register, lambda u: settle_line(u, SettleLine(meant(line), "told the ministry")))
    assert lines(register, TodayKind.IMPORT_REFUSED) == ()
    do(register, lambda u: take_line_back(u, TakeLineBack(meant(line))))
    assert len(lines(register, TodayKind.IMPORT_REFUSED)) == 1
    with pytest.raises(BadInput):
        do(register, lambda u: settle_line(u, SettleLine(LineMeant(TodayKind.DRAFT, file.id))))


def test_the_backup_is_asked_for_when_the_last_verified_one_is_behind(
    register: Workspace, frozen_clock: FrozenClock
) -> None:
    assert lines(register, TodayKind.BACKUP)[0].due is None
    now = frozen_clock.now()
    seq = 10_000
    do(register, lambda u: note_backup(u, backup(now, seq)))
    frozen_clock.advance(days=9)
    assert lines(register, TodayKind.BACKUP) == ()
    assert page(register).verified_at == now
    do(register, lambda u: note_backup(u, backup(frozen_clock.now(), 0)))
    frozen_clock.advance(days=5)
    missing_man(register)
    assert lines(register, TodayKind.BACKUP)[0].days_over == 3


def test_drafts_are_ones_own_and_go_when_they_are_dropped(register: Workspace) -> None:
    case_id = missing_man(register)
    register.write(lambda u: keep_draft(u, "record_event", str(case_id), "{}"))
    [line] = lines(register, TodayKind.DRAFT)
    assert (line.case_id, line.code) == (case_id, "record_event")
    register.write(lambda u: drop_draft(u, "record_event", str(case_id)))
    assert lines(register, TodayKind.DRAFT) == ()


def test_a_task_is_set_changed_done_and_each_step_is_taken_back(register: Workspace) -> None:
    case_id = missing_man(register)
    today = register.clock.today()
    form = SetTask("Ask the hospital", due_on=today - timedelta(days=2), case_id=case_id)
    one = do(register, lambda u: set_task(u, form))
    [line] = lines(register, TodayKind.TASK)
    assert (line.subject_id, line.about, line.days_over) == (one, "Ask the hospital", 2)
    [member] = register.read(colleagues)
    do(
        register,
        lambda u: change_task(u, ChangeTask(one, 1, "Ask twice", "", None, member.id)),
    )
    assert lines(register, TodayKind.TASK)[0].assigned_name == member.name
    do(register, lambda u: end_task(u, EndTask(one, 2, TaskState.DONE, "he was there")))
    assert lines(register, TodayKind.TASK) == ()
    kept = register.read(lambda r: tasks_of_case(r, case_id))
    assert [done.ended_remark for done in kept.ended] == ["he was there"]
    with pytest.raises(BadInput):
        do(register, lambda u: end_task(u, EndTask(one, 3)))
    for subject in ("Ask twice", "Ask the hospital", None):
        entry = register.read(last_to_undo)
        assert entry is not None
        register.write(lambda u, e=entry: undo_entry(u, e))  # type: ignore[misc]  # mypy infers no default
        shown = [one.about for one in lines(register, TodayKind.TASK)]
        assert shown == ([subject] if subject else [])


def test_a_task_needs_something_to_do_and_somebody_at_work(register: Workspace) -> None:
    for wrong in (SetTask("  "), SetTask("Ring", assigned_to=register.register_id)):
        with pytest.raises(BadInput):
            do(register, lambda u, f=wrong: set_task(u, f))  # type: ignore[misc]  # as above
    one = do(register, lambda u: set_task(u, SetTask("Ring")))
    with pytest.raises(BadInput):
        do(register, lambda u: end_task(u, EndTask(one, 1, TaskState.DROPPED)))
    assert register.read(lambda r: task(r, one)).state is TaskState.OPEN


def test_a_line_that_is_put_off_comes_back_on_its_day_and_never_later_than_in_ninety_days(
    register: Workspace, frozen_clock: FrozenClock
) -> None:
    missing_man(register)
    [line] = lines(register, TodayKind.NO_SIGN_OF_LIFE)
    today = frozen_clock.today()
    for days, why in ((0, "later"), (91, "later"), (10, " ")):
        until = today + timedelta(days=days)
        with pytest.raises(BadInput):
            do(register, lambda u, d=until, w=why: put_off_line(u, PutOffLine(meant(line), d, w)))  # type: ignore[misc]  # as above
    until = today + timedelta(days=10)
    do(register, lambda u: put_off_line(u, PutOffLine(meant(line), until, "a visit is agreed")))
    assert lines(register, TodayKind.NO_SIGN_OF_LIFE) == ()
    assert page(register).put_off == 1
    frozen_clock.advance(days=10)
    assert lines(register, TodayKind.NO_SIGN_OF_LIFE)[0].key == line.key


def test_mine_is_what_was_handed_to_me_and_what_is_nobodys(register: Workspace) -> None:
    other = register.add_staff("Վահան Լուսինյան", frozenset({Role.CASEWORKER}), PASSWORD).value
    aram, gor = missing_man(register), missing_man(register, GOR, "1999")
    assert len(lines(register, TodayKind.NO_SIGN_OF_LIFE, mine=True)) == 2
    before = register.read(count_due)
    line = next(one for one in lines(register, TodayKind.NO_SIGN_OF_LIFE) if one.case_id == aram)
    do(register, lambda u: assign_line(u, AssignLine(meant(line), other.id)))
    shown = lines(register, TodayKind.NO_SIGN_OF_LIFE)
    assert {one.case_id: one.assigned_name for one in shown} == {aram: other.name, gor: ""}
    assert [one.case_id for one in lines(register, TodayKind.NO_SIGN_OF_LIFE, mine=True)] == [gor]
    assert register.read(count_due) == before - 1
    register.actor = other  # the other man is the founder's, who registered him
    assert [one.case_id for one in lines(register, TodayKind.NO_SIGN_OF_LIFE, mine=True)] == [aram]


def test_nothing_of_a_limited_man_or_of_one_in_the_bin_shows(register: Workspace) -> None:
    aram, gor = missing_man(register), missing_man(register, GOR, "1999")
    do(register, lambda u: set_task(u, SetTask("Ask the hospital", case_id=aram)))
    task_id = lines(register, TodayKind.TASK)[0].subject_id
    silent = next(one for one in lines(register, TodayKind.NO_SIGN_OF_LIFE) if one.case_id == aram)
    until = register.clock.today() + timedelta(days=1)
    file = file_of(register, aram)
    form = as_kept(file, access_limited=True, reason="negotiations")
    register.write(lambda u: change_case(u, form))
    founder = register.actor
    register.actor = replace(founder, roles=frozenset({Role.INTAKE}))
    seen = page(register)
    assert {one.case_id for group in seen.groups for one in group.lines} == {gor, None}
    assert all(group.count == 1 for group in seen.groups)
    with pytest.raises(NotAllowed):
        register.read(lambda r: tasks_of_case(r, aram))
    with pytest.raises(NotFound):
        register.read(lambda r: task(r, task_id))
    with pytest.raises(NotAllowed):
        do(register, lambda u: put_off_line(u, PutOffLine(meant(silent), until, "later")))
    register.actor = founder
    do(register, lambda u: put_into_bin(u, PutIntoBin((aram, gor), "another war")))
    assert {group.kind for group in page(register).groups} == {TodayKind.BACKUP}


def test_who_may_not_read_of_families_gets_no_line_of_them(register: Workspace) -> None:
    case_id = missing_man(register)
    rumour = RecordEvent((case_id,), EventCode.X80, day("2021-02-01"), said_by=(said("A post"),))
    record(register, rumour)
    register.actor = replace(register.actor, roles=frozenset({Role.ANALYST}))
    assert TodayKind.FAMILY_FIRST not in {group.kind for group in page(register).groups}
    register.actor = replace(register.actor, roles=frozenset({Role.ADMINISTRATOR}))
    assert {group.kind for group in page(register).groups} <= {TodayKind.BACKUP, TodayKind.DRAFT}


def test_pairs_wait_until_they_are_decided_and_the_order_is_always_one(
    register: Workspace,
) -> None:
    first, second = missing_man(register, ARAM[:1]), missing_man(register, ARAM[1:2])
    from app.jobs.likeness_job import look_for_pairs

    look_for_pairs(register)
    [line] = lines(register, TodayKind.DUPLICATES)
    assert (line.count, line.subject_id) == (1, register.register_id)
    for subject in ("b", "a"):
        do(register, lambda u, s=subject: set_task(u, SetTask(s)))  # type: ignore[misc]  # as above
    assert page(register) == page(register)
    do(register, lambda u: mark_not_same(u, MarkNotSame(first, second)))
    assert lines(register, TodayKind.DUPLICATES) == ()


def test_a_calendar_gets_days_and_numbers_and_no_name(register: Workspace) -> None:
    case_id = missing_man(register)
    until = register.clock.today() + timedelta(days=3)
    do(register, lambda u: set_task(u, SetTask("Ask Aram’s mother", "", until, None, case_id)))
    [due] = register.read(due_dates)
    number = register.read(lambda r: case_file(r, case_id)).number
    assert (due.on, due.kind, due.number) == (until, TodayKind.TASK, number)
    assert "Aram" not in repr(due)
