"""The register as a list: sorts that are total and stable, filters that mean what they say."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial
from itertools import pairwise

import pytest

from app.queries.cases.file import case_file
from app.queries.cases.lines import count_cases, first_rows, row_vector, rows, rows_of_cases
from app.services.cases.cases import close_case
from app.shapes.case_list import CaseFilter, CaseRow, CaseSort
from app.shapes.requests.cases import CloseCase
from app.workspace import Workspace
from models.vocabulary.accounts import ClosureReason
from tests.factories.men import missing_man, record, seen_in_video
from tests.queries.register_of_men import Men

EVERYBODY = CaseFilter()


def listed(
    register: Workspace,
    wanted: CaseFilter = EVERYBODY,
    sort: CaseSort = CaseSort.NUMBER,
    *,
    descending: bool = False,
) -> tuple[CaseRow, ...]:
    return register.read(
        lambda r: rows(r, row_vector(r, wanted, sort, descending=descending))
    )  # fmt: skip


@pytest.mark.parametrize("sort", CaseSort)
def test_every_sort_is_total_and_turns_round_exactly(
    many: Workspace, men: Men, sort: CaseSort
) -> None:
    up = many.read(lambda r: row_vector(r, EVERYBODY, sort))
    down = many.read(lambda r: row_vector(r, EVERYBODY, sort, descending=True))

    assert sorted(up) == sorted(set(up))
    assert len(up) == len(men.all)
    assert list(down) == list(reversed(up))
    assert many.read(lambda r: row_vector(r, EVERYBODY, sort)) == up


@pytest.mark.parametrize("sort", CaseSort)
@pytest.mark.parametrize("descending", [False, True])
def test_the_first_rows_are_the_head_of_the_vector(
    many: Workspace, men: Men, sort: CaseSort, descending: bool
) -> None:
    whole = listed(many, EVERYBODY, sort, descending=descending)
    for limit in (1, 5, 60):
        head = many.read(
            partial(first_rows, wanted=EVERYBODY, sort=sort, descending=descending, limit=limit)
        )
        assert head == whole[:limit]


def test_rows_come_in_the_order_asked_for_and_leave_out_who_is_gone(
    many: Workspace, men: Men
) -> None:
    vector = many.read(lambda r: row_vector(r, EVERYBODY, CaseSort.NAME))
    mixed = [vector[3], 10**9, vector[0], vector[3]]

    found = many.read(lambda r: rows(r, mixed))

    assert [row.row for row in found] == [vector[3], vector[0], vector[3]]
    assert many.read(lambda r: rows(r, [])) == ()


def test_numbers_dates_and_headlines_sort_as_they_read(many: Workspace, men: Men) -> None:
    numbers = [row.number for row in listed(many)]
    assert numbers == sorted(numbers)
    for sort, key in (
        (CaseSort.BORN, lambda row: row.born.sort_key),
        (CaseSort.LAST, lambda row: row.last.sort_key),
        (CaseSort.HEADLINE, lambda row: row.headline),
    ):
        keys: list[str] = [key(row) for row in listed(many, sort=sort)]  # type: ignore[no-untyped-call]  # a lambda
        assert keys == sorted(keys), sort


def test_armenian_names_sort_by_their_alphabet(many: Workspace, men: Men) -> None:
    alphabet = "աբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփքօֆ"
    names = [row.name.casefold() for row in listed(many, sort=CaseSort.NAME)]
    armenian = [name for name in names if name[0] in alphabet]

    assert len(armenian) >= 10
    for one, other in pairwise(armenian):
        assert alphabet.index(one[0]) <= alphabet.index(other[0])


FILTERS: list[tuple[CaseFilter, Callable[[CaseRow, Men], bool]]] = [
    (CaseFilter(headlines=("S24", "S41")), lambda row, _: row.headline in {"S24", "S41"}),
    (CaseFilter(fates=("UNKNOWN",)), lambda row, _: row.fate == "UNKNOWN"),
    (CaseFilter(custodies=("CONFIRMED",)), lambda row, _: row.custody == "CONFIRMED"),
    (CaseFilter(acks=("ACKNOWLEDGED",)), lambda row, _: row.ack == "ACKNOWLEDGED"),
    (CaseFilter(homes=("HOME",)), lambda row, _: row.home == "HOME"),
    (CaseFilter(text="քարաբերդյան"), lambda row, _: "Քարաբերդյան" in row.name),
    (CaseFilter(text="քարաբերդյան գոռ1"), lambda row, _: row.name.startswith("Քարաբերդյան Գոռ1")),
]


@pytest.mark.parametrize(("wanted", "means"), FILTERS)
def test_a_filter_lets_through_exactly_who_it_means(
    many: Workspace, men: Men, wanted: CaseFilter, means: Callable[[CaseRow, Men], bool]
) -> None:
    everybody = listed(many)
    meant = tuple(row for row in everybody if means(row, men))

    assert listed(many, wanted) == meant
    assert many.read(lambda r: count_cases(r, wanted)) == len(meant)


def test_the_invented_register_has_somebody_for_most_filters(many: Workspace, men: Men) -> None:
    everybody = listed(many)
    somebody = [any(means(row, men) for row in everybody) for _, means in FILTERS]
    assert sum(somebody) >= 5
    assert {row.headline for row in everybody} >= {"S00", "S10", "S41"}


def test_incident_place_and_chips_narrow(many: Workspace, men: Men) -> None:
    everybody = listed(many)
    of_incident = listed(many, CaseFilter(incident_id=men.incident))
    assert of_incident == tuple(row for row in everybody if row.incident_id == men.incident)
    assert 0 < len(of_incident) < len(everybody)
    there = listed(many, CaseFilter(place_id=men.place))
    assert there == tuple(row for row in everybody if row.place and row.place.id == men.place)
    assert there
    chips = {chip for row in everybody for chip in row.chips}
    for chip in chips:
        assert listed(many, CaseFilter(chips=(chip,))) == tuple(
            row for row in everybody if chip in row.chips
        )
    assert chips
    mine = CaseFilter(officer_id=many.actor.id)
    assert listed(many, mine) == everybody
    assert listed(many, replace(mine, officer_id=men.place)) == ()


@pytest.mark.parametrize(
    ("since", "until"),
    [
        (date(2020, 12, 1), None),
        (None, date(2020, 11, 15)),
        (date(2020, 12, 10), date(2020, 12, 14)),
        (date(2019, 1, 1), date(2019, 12, 31)),
    ],
)
def test_the_last_known_date_narrows_by_what_is_possible(
    many: Workspace, men: Men, since: date | None, until: date | None
) -> None:
    def possible(row: CaseRow) -> bool:
        if row.last.edtf is None:
            return False
        late_enough = since is None or row.last.latest is None or row.last.latest >= since
        early_enough = until is None or row.last.earliest is None or row.last.earliest <= until
        return late_enough and early_enough

    found = listed(many, CaseFilter(last_from=since, last_to=until))
    assert found == tuple(row for row in listed(many) if possible(row))


def test_no_sign_of_life_means_none_or_none_since(many: Workspace, men: Men) -> None:
    day = date(2021, 1, 1)
    found = listed(many, CaseFilter(no_sign_of_life_before=day))
    assert found == tuple(
        row for row in listed(many) if row.sign_of_life is None or row.sign_of_life < day
    )
    assert 0 < len(found) < len(men.all)


def test_closed_files_can_be_left_out(register: Workspace) -> None:
    first, second = missing_man(register), missing_man(register)
    version = register.read(lambda reader: case_file(reader, first)).version
    request = CloseCase(first, version, ClosureReason.OUTSIDE_MANDATE)
    register.write(lambda unit: close_case(unit, request))

    still_open = listed(register, CaseFilter(with_closed=False))
    assert [row.case_id for row in still_open] == [second]
    (row,) = register.read(lambda r: rows_of_cases(r, [first]))
    assert row.closed
    assert len(listed(register)) == 2


def test_a_row_keeps_its_number_when_its_case_is_saved(register: Workspace) -> None:
    men = [missing_man(register) for _ in range(3)]
    before = {row.case_id: row.row for row in listed(register)}

    record(register, seen_in_video(men[1]))

    assert {row.case_id: row.row for row in listed(register)} == before
