"""A case put into the bin is out of everything, and comes back field for field (R-13)."""

import random
from collections.abc import Callable
from typing import Any  # Any: column values
from uuid import UUID

import pytest
from sqlalchemy import select

from app.db.unit_of_work import Reader
from app.errors import BadInput, CaseInBin, NotAllowed, NotFound
from app.queries.accounting.incidents import incident_page, incident_rows
from app.queries.cases.bin import bin_rows, case_in_bin, count_in_bin
from app.queries.cases.file import case_file, case_id_of
from app.queries.cases.lines import count_cases, first_rows, row_vector, rows, rows_of_cases
from app.queries.cases.preview import preview_status
from app.queries.cases.snapshots import status_faults
from app.queries.finding.search import search
from app.queries.history.told import history_of_case
from app.queries.history.undoing import last_to_undo
from app.queries.papers.report_reading import case_report
from app.queries.register.imports import namesakes
from app.services.cases.cases import change_case, register_man
from app.services.cases.events import record_event
from app.services.desk.bin import put_into_bin, restore_from_bin
from app.services.desk.undo import undo_entry
from app.services.exhibits.exhibits import take_in_exhibit
from app.shapes.case_list import CaseFilter, CaseSort
from app.shapes.requests.bin import PutIntoBin, RestoreFromBin
from app.shapes.requests.cases import RegisterMan
from app.shapes.requests.exhibits import LinkTo
from app.workspace import Workspace
from models.base import Base
from models.cases import Case
from models.vocabulary.roles import Role
from tests.factories.intentions import Steps, as_kept, file_of
from tests.factories.men import GOR, missing_man, seen_in_video
from tests.metrics import record
from tests.services.test_exhibits import request_for
from tests.services.test_who_sees_what import at_work_as, limit

ALL = CaseFilter()
WHY = "entered twice"
RUNS = 100

#: What is a trace of the step itself, not of the man.
_TRACES = frozenset({"history_entries", "history_parts", "case_keys"})
_STAMPS = frozenset({"version", "updated_at", "updated_by"})


def put(register: Workspace, *cases: UUID) -> None:
    register.write(lambda u: put_into_bin(u, PutIntoBin(cases, WHY)))


def restore(register: Workspace, *cases: UUID) -> None:
    register.write(lambda u: restore_from_bin(u, RestoreFromBin(cases)))


def every_row(reader: Reader) -> dict[tuple[str, tuple[Any, ...]], dict[str, Any]]:
    """Read every row of every table; of cases, all but what a save stamps."""
    found = {}
    for table in Base.metadata.sorted_tables:
        if table.name in _TRACES:
            continue
        left_out = _STAMPS if table.name == "cases" else frozenset()
        keys = [column.name for column in table.primary_key]
        for row in reader.session.execute(select(table)).mappings():
            found[table.name, tuple(row[key] for key in keys)] = {
                name: value for name, value in row.items() if name not in left_out
            }
    return found


def test_a_hundred_cases_put_into_the_bin_come_back_field_for_field(register: Workspace) -> None:
    steps = Steps(register)
    men = [steps.case, steps.other, *(missing_man(register, GOR) for _ in range(3))]
    for at, man in enumerate(men):
        letter = request_for(register, b"letter %d" % at, LinkTo(man))
        register.write(lambda u, letter=letter: take_in_exhibit(u, letter))  # type: ignore[misc]  # mypy infers no default
    chance = random.Random(13)  # noqa: S311  # which men, the same at every run
    here = register.read(lambda r: count_cases(r, ALL))
    before = register.read(every_row)
    assert {"events", "exhibits", "exhibit_links", "custody_entries", "blobs"} <= {
        table for table, _ in before
    }
    identical = 0
    for _ in range(RUNS):
        some = tuple(chance.sample(men, chance.randint(1, 3)))
        put(register, *some)
        assert register.read(lambda r: count_cases(r, ALL)) == here - len(some)
        if chance.random() < 0.5:
            restore(register, *some)
        else:
            take_back_last(register)
        identical += register.read(every_row) == before
    record(
        "R-13",
        f"random deletes restored identical, {register_kind(register)}",
        f"{identical} of {RUNS}",
        target="100 of 100",
        holds=identical == RUNS,
    )
    assert identical == RUNS
    assert register.verify_history() == []
    assert register.read(status_faults) == []


def register_kind(register: Workspace) -> str:
    """Say on which database a register stands."""
    return register.read(lambda reader: reader.session.get_bind().dialect.name)


def take_back_last(register: Workspace) -> None:
    entry = register.read(last_to_undo)
    assert entry is not None
    register.write(lambda u: undo_entry(u, entry))


def test_a_case_in_the_bin_is_out_of_every_list_count_search_sum_and_paper(
    register: Workspace,
) -> None:
    steps = Steps(register)
    [line] = register.read(lambda r: rows_of_cases(r, [steps.case]))
    assert register.read(lambda r: namesakes(r, [steps.case]))
    number = line.number
    put(register, steps.case)

    looks: dict[str, Callable[[Reader], object]] = {
        "count": lambda r: count_cases(r, ALL) == 1,
        "first rows": lambda r: (
            [x.case_id for x in first_rows(r, ALL, CaseSort.NAME)] == [steps.other]
        ),
        "vector": lambda r: line.row not in row_vector(r, ALL, CaseSort.NUMBER),
        "window": lambda r: rows(r, [line.row]) == (),
        "touched": lambda r: rows_of_cases(r, [steps.case]) == (),
        "search by name": lambda r: search(r, "Նմուշյան") == (),
        "search by number": lambda r: search(r, number) == (),
        "incidents": lambda r: [x.cases for x in incident_rows(r)] == [0],
        "sum": lambda r: incident_page(r, steps.incident).by_line == {},
        "claims beside": lambda r: (
            (beside := incident_page(r, steps.incident).claims[0].compared) and beside.ours == 0
        ),
        "proposals": lambda r: namesakes(r, [steps.case]) == {},
        "bin": lambda r: [row.number for row in bin_rows(r)] == [number],
    }
    failed = [name for name, look in looks.items() if not register.read(look)]
    assert failed == []
    for opening in (
        lambda r: case_file(r, steps.case),
        lambda r: case_report(r, steps.case),
        lambda r: case_id_of(r, number),
        lambda r: preview_status(r, seen_in_video(steps.case)),
    ):
        with pytest.raises(CaseInBin):
            register.read(opening)


def test_nobody_saves_anything_in_a_case_that_lies_in_the_bin(register: Workspace) -> None:
    case_id, other = missing_man(register), missing_man(register, GOR)
    form = as_kept(file_of(register, case_id), remark="seen")
    put(register, case_id)
    with pytest.raises(CaseInBin):
        register.write(lambda u: change_case(u, form))
    both = seen_in_video(case_id)
    with pytest.raises(CaseInBin):
        register.write(lambda u: record_event(u, both))
    assert len(file_of(register, other).events) == 1


def test_the_bin_says_who_put_what_there_when_and_why(register: Workspace) -> None:
    case_id = missing_man(register)
    put(register, case_id)
    [row] = register.read(bin_rows)
    assert (row.name, row.reason) == ("Նմուշյան Արամ", WHY)
    assert row.removed_by == register.actor.name
    assert row.removed_at == register.clock.now()
    [*_, last] = register.read(lambda r: history_of_case(r, case_id))
    assert (last.action, last.reason) == ("put_into_bin", WHY)


def test_several_cases_go_in_one_step_or_not_at_all(register: Workspace) -> None:
    first, second = missing_man(register), missing_man(register, GOR)
    put(register, first)
    with pytest.raises(BadInput):
        put(register, first, second)
    assert register.read(count_in_bin) == 1
    restore(register, first)
    before = register.read(lambda r: len(history_of_case(r, second)))
    put(register, first, second)
    assert register.read(lambda r: len(history_of_case(r, second))) == before + 1
    with pytest.raises(BadInput):
        register.write(lambda u: put_into_bin(u, PutIntoBin((second,), "  ")))


def test_a_number_in_the_bin_is_never_given_again(register: Workspace) -> None:
    case_id = missing_man(register)
    number = file_of(register, case_id).number
    put(register, case_id)
    following = register.write(lambda u: register_man(u, RegisterMan(GOR))).value
    assert following.number > number
    with pytest.raises(BadInput):
        register.write(lambda u: register_man(u, RegisterMan(GOR, number=number)))


def test_a_case_is_found_in_the_bin_by_its_number(register: Workspace) -> None:
    case_id = missing_man(register)
    number = file_of(register, case_id).number
    with pytest.raises(NotFound):
        register.read(lambda r: case_in_bin(r, number))
    put(register, case_id)
    assert register.read(lambda r: case_in_bin(r, number.lower())) == case_id


def test_only_supervisors_empty_and_fill_the_bin(register: Workspace) -> None:
    case_id = missing_man(register)
    for role in Role:
        at_work_as(register, role)
        if role is Role.SUPERVISOR:
            put(register, case_id)
            restore(register, case_id)
        else:
            with pytest.raises(NotAllowed):
                put(register, case_id)


def test_a_limited_case_in_the_bin_is_not_there_for_those_who_may_not_open_it(
    register: Workspace,
) -> None:
    case_id = missing_man(register)
    limit(register, case_id)
    put(register, case_id)
    assert register.read(count_in_bin) == 1
    at_work_as(register, Role.INTAKE)
    assert register.read(bin_rows) == ()
    assert register.read(count_in_bin) == 0


def test_a_case_that_lies_in_the_bin_is_still_in_the_tables(register: Workspace) -> None:
    case_id = missing_man(register)
    put(register, case_id)
    kept = register.read(lambda r: r.session.get_one(Case, case_id).removed_reason)
    assert kept == WHY
