"""Two files that were joined are parted again: each gets back what was his (AT20, R-13)."""

from uuid import UUID

import pytest
from sqlalchemy import select

from app.errors import (
    CaseChangedMeanwhile,
    MergeBuiltOn,
    PartOtherFirst,
)
from app.queries.cases.file import case_led_to
from app.queries.cases.lines import first_rows
from app.queries.cases.snapshots import status_faults
from app.queries.finding.search import search
from app.queries.history.undoing import last_to_redo, last_to_undo
from app.queries.merging.parting import split_preview
from app.services.cases.cases import change_case
from app.services.cases.events import add_assertion
from app.services.cases.people import save_name
from app.services.desk.undo import undo_entry
from app.services.merging.not_same import mark_not_same
from app.shapes.case_list import CaseFilter, CaseSort
from app.shapes.merging import Thing
from app.shapes.requests.cases import NameForm, SaveName
from app.shapes.requests.evidence import AddAssertion
from app.shapes.requests.merging import MarkNotSame
from app.workspace import Workspace
from models.imports import ImportRow
from models.merges import NotSame
from models.vocabulary.merging import MergeField, Whose
from models.vocabulary.status import Admin
from tests.factories.doubles import (
    doubles,
    join,
    part,
    without_notes,
)
from tests.factories.intentions import as_kept, file_of
from tests.factories.men import GOR, missing_man, record, said, seen_in_video
from tests.services.test_undo import do_again, take_back_last

ALL = CaseFilter(with_closed=True)


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
    take_back_last(register)
    assert (about(first), about(second)) == (1, 1)
    do_again(register)
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


def test_an_undone_merge_is_not_done_again_over_what_was_entered_since(register: Workspace) -> None:
    first, second = missing_man(register), missing_man(register, GOR)
    join(register, first, second)
    take_back_last(register)
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
