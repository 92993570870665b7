"""Two files become one, nothing is lost, and each way back is exact (AT20, R-13)."""

import random
from collections.abc import Callable
from dataclasses import replace
from uuid import UUID

import pytest
from sqlalchemy import select

from app.db.unit_of_work import Reader, UnitOfWork
from app.errors import (
    BadInput,
    CaseChangedMeanwhile,
    CaseInBin,
    CaseMerged,
    MergeBuiltOn,
    NotAllowed,
    PartOtherFirst,
)
from app.queries.case_file import case_file, case_id_of, case_led_to
from app.queries.case_history import histories
from app.queries.case_list import count_cases, first_rows
from app.queries.case_report import case_report
from app.queries.history import history_of_case
from app.queries.parting import split_preview
from app.queries.search import search
from app.queries.snapshots import status_faults
from app.queries.undoing import last_to_redo, last_to_undo
from app.services.bin import put_into_bin
from app.services.cases import change_case
from app.services.events import add_assertion, record_event
from app.services.merge_rows import CARRIED, STAYS
from app.services.merging import merge_cases
from app.services.not_same import mark_not_same
from app.services.parting import split_cases
from app.services.people import save_name
from app.services.reindexing import index_faults
from app.services.sources import cite_fact
from app.services.undo import undo_entry
from app.shapes.case_list import CaseFilter, CaseSort
from app.shapes.changes import Outcome
from app.shapes.merging import Merged, Thing
from app.shapes.requests.bin import PutIntoBin
from app.shapes.requests.cases import NameForm, SaveName
from app.shapes.requests.evidence import AddAssertion, CiteFact
from app.shapes.requests.merging import MarkNotSame, MergeRequest, SplitCases
from app.workspace import Workspace
from models.all_tables import metadata
from models.cases import Case
from models.codebook import compute
from models.events import Event
from models.imports import ImportRow
from models.merges import NotSame
from models.vocabulary.event_codes import EventCode
from models.vocabulary.merging import MergeField, Whose
from models.vocabulary.roles import Role
from models.vocabulary.status import Admin, Headline
from tests.factories.doubles import (
    Rows,
    choose_at_random,
    decide_two_men,
    every_row_now,
    fill,
    join,
    side,
)
from tests.factories.intentions import as_kept, file_of
from tests.factories.men import ARAM, GOR, missing_man, record, said, seen_in_video
from tests.metrics import record as note
from tests.services.test_bin import register_kind

RUNS = 6
#: What a parting leaves behind on purpose: that there was a merge, and its note in the file.
LEFT_BY_SPLIT = frozenset({"merges"})


def undo_last(register: Workspace) -> None:
    entry = register.read(last_to_undo)
    assert entry is not None
    register.write(lambda u: undo_entry(u, entry))


def redo_last(register: Workspace) -> None:
    entry = register.read(last_to_redo)
    assert entry is not None
    register.write(lambda u: undo_entry(u, entry))


def part(register: Workspace, merged: Merged, *, remember: bool = False) -> None:
    preview = register.read(lambda r: split_preview(r, merged.merge_id))
    request = SplitCases(merged.merge_id, preview.version, "two cousins after all", remember)
    register.write(lambda u: split_cases(u, request))


def without_notes(register: Workspace) -> Rows:
    """Read every row but what a parting leaves behind."""
    notes = set(
        register.read(
            lambda r: r.session.scalars(select(Event.id).where(Event.code == EventCode.A111)).all()
        )
    )
    rows = register.read(lambda r: every_row_now(r, but=LEFT_BY_SPLIT))
    return {key: row for key, row in rows.items() if key[1][0] not in notes}


def doubles(register: Workspace, seed: int) -> tuple[UUID, UUID]:
    """Register one man twice, with everything."""
    chance = random.Random(seed)  # noqa: S311  # the same files at every run
    first, second = missing_man(register), missing_man(register)
    other = missing_man(register, GOR)
    fill(register, first, chance)
    fill(register, second, chance)
    decide_two_men(register, second, other)
    return first, second


def test_every_column_that_points_at_a_case_or_a_person_is_handled() -> None:
    pointing = {
        (table.name, column.name)
        for table in metadata.tables.values()
        for column in table.columns
        for key in column.foreign_keys
        if key.column.table.name in {"cases", "people"}
    }
    assert pointing == CARRIED | STAYS.keys(), (
        "say in app/services/merge_rows.py what becomes of it"
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
        undo_last(register)
        assert register.read(every_row_now) == before
        redo_last(register)
        assert register.read(every_row_now) == joined
        undo_last(register)
        bare = without_notes(register)
        merged = join(register, first, second, choose_at_random(chance))
        together = register.read(every_row_now)
        part(register, merged)
        assert without_notes(register) == bare
        undo_last(register)
        assert register.read(every_row_now) == together
        undo_last(register)
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
    undo_last(register)
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
    undo_last(register)
    assert not file_of(register, first).access_limited


def test_a_merge_after_which_more_was_entered_is_parted_and_not_undone(register: Workspace) -> None:
    first, second = missing_man(register), missing_man(register, GOR)
    seen = record(register, seen_in_video(second))
    merged = join(register, first, second)
    entry = register.read(last_to_undo)
    assert entry is not None
    record(register, seen_in_video(first, "2020-12-20"))
    letter = said("A letter", "C3", account=seen_in_video(first).occurred)
    register.write(lambda u: add_assertion(u, AddAssertion(seen, letter)))
    form = as_kept(file_of(register, first), remark="called")
    register.write(lambda u: change_case(u, form))
    with pytest.raises(MergeBuiltOn):
        register.write(lambda u: undo_entry(u, entry))
    preview = register.read(lambda r: split_preview(r, merged.merge_id))
    assert preview.stays == {Thing.EVENTS: 1, Thing.ACCOUNTS: 2}
    assert preview.goes_back[Thing.NAMES] == len(GOR)
    assert preview.goes_back[Thing.ACCOUNTS] == 4
    part(register, merged)
    one, other = file_of(register, first), file_of(register, second)
    assert one.remark == "called"
    assert len(one.events) == 2
    seen_again = other.event(seen)
    assert seen_again is not None
    assert len(seen_again.assertions) == 3
    assert other.admin is Admin.OPEN
    assert register.read(status_faults) == []


def test_fields_changed_since_stay_and_are_named(register: Workspace) -> None:
    first, second = missing_man(register), missing_man(register, GOR)
    form = as_kept(file_of(register, second), remark="seen")
    register.write(lambda u: change_case(u, form))
    merged = join(register, first, second)
    later = as_kept(file_of(register, first), remark="seen twice")
    register.write(lambda u: change_case(u, later))
    preview = register.read(lambda r: split_preview(r, merged.merge_id))
    assert preview.fields_stay == (MergeField.REMARK,)
    part(register, merged)
    assert file_of(register, first).remark == "seen twice"
    assert file_of(register, second).remark == "seen"


def test_a_merge_of_merged_files_leads_on_and_is_parted_from_its_end(register: Workspace) -> None:
    first, second = missing_man(register), missing_man(register, GOR)
    third = missing_man(register)
    numbers = [file_of(register, one).number for one in (first, second, third)]
    before = without_notes(register)
    inner = join(register, first, second)
    outer = join(register, third, first)
    for number in numbers:
        assert register.read(lambda r, n=number: case_led_to(r, n)) == third  # type: ignore[misc]  # mypy infers no default
        [hit] = register.read(lambda r, n=number: search(r, n))  # type: ignore[misc]  # as above
        assert hit.id == third
    with pytest.raises(PartOtherFirst) as refused:
        part(register, inner)
    assert refused.value.data == {"number": numbers[0], "survivor": numbers[2]}
    assert register.read(lambda r: split_preview(r, inner.merge_id)).first_part_from == numbers[2]
    part(register, outer)
    part(register, inner)
    assert without_notes(register) == before


def test_rows_of_lists_follow_their_man_there_and_back(register: Workspace) -> None:
    first, second = doubles(register, 3)

    def about(case_id: UUID) -> int:
        rows = select(ImportRow).where(ImportRow.case_id == case_id)
        return len(register.read(lambda r: r.session.scalars(rows).all()))

    join(register, first, second)
    assert (about(first), about(second)) == (2, 0)
    undo_last(register)
    assert (about(first), about(second)) == (1, 1)
    redo_last(register)
    assert (about(first), about(second)) == (2, 0)


def test_who_is_another_man_than_the_one_is_another_man_than_the_two(register: Workspace) -> None:
    first, second = missing_man(register), missing_man(register)
    other = missing_man(register, GOR)
    register.write(lambda u: mark_not_same(u, MarkNotSame(second, other, "brothers")))

    def pairs() -> set[frozenset[UUID]]:
        rows = register.read(lambda r: r.session.execute(select(NotSame)).scalars().all())
        return {frozenset((row.first_id, row.second_id)) for row in rows}

    merged = join(register, first, second)
    assert pairs() == {frozenset((second, other)), frozenset((first, other))}
    part(register, merged, remember=True)
    assert pairs() == {frozenset((second, other)), frozenset((first, second))}


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
    undo_last(register)
    fresh = MergeRequest(side(register, first), side(register, second), {}, "one man")
    register.actor = replace(register.actor, roles=frozenset({Role.CASEWORKER}))
    with pytest.raises(NotAllowed):
        register.write(lambda u: merge_cases(u, fresh))


def test_an_undone_merge_is_not_done_again_over_what_was_entered_since(register: Workspace) -> None:
    first, second = missing_man(register), missing_man(register, GOR)
    join(register, first, second)
    undo_last(register)
    again = register.read(last_to_redo)
    assert again is not None
    record(register, seen_in_video(second))
    with pytest.raises(CaseChangedMeanwhile):
        register.write(lambda u: undo_entry(u, again))
    assert len(file_of(register, second).events) == 2


def test_what_was_entered_before_a_merge_is_taken_back_where_it_is_now(
    register: Workspace,
) -> None:
    first, second = missing_man(register), missing_man(register, GOR)
    name = file_of(register, second).names[0]
    misspelt = SaveName(second, NameForm("Քարաբերթյան", "Գոռ"), name.id, name.version)
    register.write(lambda u: save_name(u, misspelt))
    entry = register.read(last_to_undo)
    assert entry is not None
    join(register, first, second, {MergeField.NAME: Whose.ABSORBED})
    assert _name_in_list(register) == "Քարաբերթյան Գոռ"
    register.write(lambda u: undo_entry(u, entry))
    assert _name_in_list(register) == "Քարաբերդյան Գոռ"
    assert register.read(status_faults) == []


def _name_in_list(register: Workspace) -> str:
    [row] = register.read(lambda r: first_rows(r, ALL, CaseSort.NAME))
    return row.name
