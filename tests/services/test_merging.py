"""Two files become one, nothing is lost, and each way back is exact (AT20, R-13)."""

import random
from collections.abc import Callable
from dataclasses import replace
from uuid import UUID

import pytest

from app.db.unit_of_work import Reader, UnitOfWork
from app.errors import (
    BadInput,
    CaseChangedMeanwhile,
    CaseInBin,
    CaseMerged,
    NotAllowed,
)
from app.queries.case_history import histories
from app.queries.cases.file import case_file, case_id_of, case_led_to
from app.queries.cases.lines import count_cases, first_rows
from app.queries.cases.snapshots import status_faults
from app.queries.finding.search import search
from app.queries.history.told import history_list, history_of_case
from app.queries.papers.report_reading import case_report
from app.services.cases.cases import change_case
from app.services.cases.events import record_event
from app.services.cases.people import save_name
from app.services.desk.bin import put_into_bin
from app.services.finding.reindexing import index_faults
from app.services.merging.merging import merge_cases
from app.services.merging.not_same import mark_not_same
from app.services.merging.rows import CARRIED, STAYS
from app.services.sources import cite_fact
from app.shapes.case_list import CaseFilter, CaseSort
from app.shapes.changes import Outcome
from app.shapes.requests.bin import PutIntoBin
from app.shapes.requests.cases import NameForm, SaveName
from app.shapes.requests.evidence import CiteFact
from app.shapes.requests.merging import MarkNotSame, MergeRequest
from app.workspace import Workspace
from models.all_tables import metadata
from models.cases import Case
from models.codebook import compute
from models.vocabulary.event_codes import EventCode
from models.vocabulary.merging import MergeField, Whose
from models.vocabulary.roles import Role
from models.vocabulary.status import Admin, Headline
from tests.factories.doubles import (
    Rows,
    choose_at_random,
    doubles,
    every_row_now,
    join,
    part,
    side,
    without_notes,
)
from tests.factories.intentions import as_kept, file_of
from tests.factories.men import ARAM, GOR, missing_man, record, said, seen_in_video
from tests.metrics import record as note
from tests.services.test_bin import register_kind
from tests.services.test_undo import do_again, take_back_last

RUNS = 4


def test_every_column_that_points_at_a_case_or_a_person_is_handled() -> None:
    pointing = {
        (table.name, column.name)
        for table in metadata.tables.values()
        for column in table.columns
        for key in column.foreign_keys
        if key.column.table.name in {"cases", "people"}
    }
    assert pointing == CARRIED | STAYS.keys(), (
        "say in app/services/merging/rows.py what becomes of it"
    )
    assert not CARRIED & STAYS.keys()


def test_random_files_joined_and_undone_and_parted_are_as_they_were(register: Workspace) -> None:
    identical = 0
    for seed in range(RUNS):
        chance = random.Random(1000 + seed)  # noqa: S311  # the same choices at every run
        first, second = doubles(register, seed)
        before, here = register.read(every_row_now), register.read(lambda r: count_cases(r, ALL))
        names = _texts(before)
        join(register, first, second, choose_at_random(chance))
        joined = register.read(every_row_now)
        assert register.read(lambda r: count_cases(r, ALL)) == here - 1
        assert names <= _texts(joined), "no word of either file is lost"
        assert register.read(status_faults) == []
        take_back_last(register)
        assert register.read(every_row_now) == before
        do_again(register)
        assert register.read(every_row_now) == joined
        take_back_last(register)
        bare = without_notes(register)
        merged = join(register, first, second, choose_at_random(chance))
        together = register.read(every_row_now)
        part(register, merged)
        assert without_notes(register) == bare
        take_back_last(register)
        assert register.read(every_row_now) == together
        take_back_last(register)
        identical += register.read(every_row_now) == before
    note(
        "R-13",
        f"random merges undone and parted to the last field, {register_kind(register)}",
        f"{identical} of {RUNS}",
        target=f"{RUNS} of {RUNS}",
        holds=identical == RUNS,
    )
    assert identical == RUNS
    assert register.verify_history() == []
    assert register.read(status_faults) == []
    assert register.read(index_faults) == []


def _texts(rows: Rows) -> set[str]:
    kept = ("person_names", "identifiers", "relatives", "events", "assertions", "citations")
    return {
        str(row[column])
        for (table, _), row in rows.items()
        if table in kept
        for column in ("full_as_written", "full_name", "value", "narrative", "words")
        if column in row
    }


ALL = CaseFilter(with_closed=True)


def test_the_survivor_has_everything_and_the_other_file_leads_to_him(register: Workspace) -> None:
    first, second = missing_man(register), missing_man(register, GOR)
    record(register, seen_in_video(second))
    merged = join(register, first, second)
    file = file_of(register, first)
    assert file.names[0].form.full_as_written.startswith("Նմուշյան")
    assert len(file.names) == len(ARAM) + len(GOR)
    assert {event.code for event in file.events} == {EventCode.E01, EventCode.C12}
    assert len(file.events) == 3
    assert register.read(lambda r: count_cases(r, ALL)) == 1
    assert register.read(lambda r: case_led_to(r, merged.absorbed_number)) == first
    [hit] = register.read(lambda r: search(r, merged.absorbed_number))
    assert hit.number == merged.number
    for opening in (
        lambda r: case_file(r, second),
        lambda r: case_report(r, second),
        lambda r: case_id_of(r, merged.absorbed_number),
    ):
        with pytest.raises(CaseMerged) as led:
            register.read(opening)
        assert led.value.data["survivor"] == merged.number
        assert led.value.data["survivor_id"] == first
    left = register.read(lambda r: _left(r, second))
    assert left == (Admin.MERGED, first, Headline.S90)
    told = register.read(lambda r: history_of_case(r, first))
    assert [(line.action, line.numbers) for line in told] == [
        ("register_man", ()),
        ("register_man", (merged.absorbed_number,)),
        ("record_event", (merged.absorbed_number,)),
        ("merge_cases", ()),
    ]
    [newest, *_] = register.read(history_list)
    changes = [(one.entity_id, one.field) for one in newest.changes]
    assert len(changes) == len(set(changes)), "what belongs to both files is told once"
    for case_id in (first, second):
        [*_, last] = register.read(lambda r, c=case_id: history_of_case(r, c))  # type: ignore[misc]  # mypy infers no default
        assert (last.action, last.reason) == ("merge_cases", "one mother, one photograph")
        assert any(change.entity == "person_names" for change in last.changes)


def _left(reader: Reader, case_id: UUID) -> tuple[Admin, UUID | None, Headline]:
    case = reader.session.get_one(Case, case_id)
    status = compute(histories(reader.session, [case_id])[case_id], reader.clock.today())
    return case.admin, case.merged_into_id, status.headline


def test_nobody_saves_anything_in_a_file_that_was_taken_in(register: Workspace) -> None:
    first, second = missing_man(register), missing_man(register, GOR)
    form = as_kept(file_of(register, second), remark="seen")
    join(register, first, second)
    now = register.read(lambda r: r.session.get_one(Case, second).version)
    for save in (
        lambda u: change_case(u, replace(form, version=now)),
        lambda u: record_event(u, seen_in_video(second)),
        lambda u: save_name(u, SaveName(second, NameForm("Ափսեյան"))),
        lambda u: put_into_bin(u, PutIntoBin((second,), "entered twice")),
        lambda u: mark_not_same(u, MarkNotSame(first, second)),
    ):
        with pytest.raises(CaseMerged):
            register.write(save)


def test_whose_word_is_kept_is_chosen_and_the_other_stays_with_its_source(
    register: Workspace,
) -> None:
    first, second = missing_man(register), missing_man(register, GOR, "1999")
    for case_id, words in ((first, "his passport"), (second, "his brother")):
        register.write(_cite_birth(case_id, words))
    join(
        register, first, second, {MergeField.BIRTH: Whose.ABSORBED, MergeField.NAME: Whose.ABSORBED}
    )
    file = file_of(register, first)
    assert file.details.birth.edtf == "1999"
    assert {c.words: c.states for c in file.citations} == {
        "his passport": "2001-04-24",
        "his brother": "",
    }
    [row] = register.read(lambda r: first_rows(r, ALL, CaseSort.NAME))
    assert row.name == "Քարաբերդյան Գոռ"
    take_back_last(register)
    assert {c.states for c in file_of(register, first).citations} == {""}


def _cite_birth(case_id: UUID, words: str) -> Callable[[UnitOfWork], Outcome[UUID]]:
    return lambda u: cite_fact(u, CiteFact(case_id, case_id, "birth", said(words, words=words)))


def test_long_texts_are_both_kept_and_what_guards_a_man_is_never_lost(register: Workspace) -> None:
    first, second = missing_man(register), missing_man(register, GOR)
    for case_id, remark, limited in ((first, "his father called", False), (second, "seen", True)):
        form = as_kept(file_of(register, case_id), remark=remark, access_limited=limited)
        register.write(lambda u, f=form: change_case(u, f))  # type: ignore[misc]  # mypy infers no default
    number = file_of(register, second).number
    join(register, first, second)
    file = file_of(register, first)
    assert file.remark == f"his father called\n\n{number}: seen"
    assert file.access_limited
    take_back_last(register)
    assert not file_of(register, first).access_limited


def test_nothing_is_merged_that_somebody_changed_or_threw_away_meanwhile(
    register: Workspace,
) -> None:
    first, second = missing_man(register), missing_man(register, GOR)
    stale = MergeRequest(side(register, first), side(register, second), {}, "one man")
    form = as_kept(file_of(register, second), remark="seen")
    register.write(lambda u: change_case(u, form))
    with pytest.raises(CaseChangedMeanwhile):
        register.write(lambda u: merge_cases(u, stale))
    itself = MergeRequest(side(register, first), side(register, first), {}, "one man")
    with pytest.raises(BadInput):
        register.write(lambda u: merge_cases(u, itself))
    fresh = MergeRequest(side(register, first), side(register, second), {}, "one man")
    register.write(lambda u: put_into_bin(u, PutIntoBin((second,), "entered twice")))
    with pytest.raises(CaseInBin):
        register.write(lambda u: merge_cases(u, fresh))
    take_back_last(register)
    fresh = MergeRequest(side(register, first), side(register, second), {}, "one man")
    register.actor = replace(register.actor, roles=frozenset({Role.CASEWORKER}))
    with pytest.raises(NotAllowed):
        register.write(lambda u: merge_cases(u, fresh))
