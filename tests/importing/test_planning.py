"""Only numbers and decisions tie a row to a man who is here; names propose, nobody is doubled."""

from dataclasses import replace
from uuid import UUID

import pytest

from app.importing.known import Known, KnownCase
from app.importing.planner import Decision, RowDecision, RowPlan, plan_rows, read_men
from app.importing.rows import RowFault, RowNote
from app.importing.table import records
from app.search.fold import fold_number
from models.vocabulary.accounts import RowOutcome
from models.vocabulary.partial_date import PartialDate
from models.vocabulary.people import IdentifierKind
from tests.importing import invented_lists as lists

HIM, ANOTHER = UUID(int=1), UUID(int=2)
BY_LIST = (IdentifierKind.LIST_ROW, "invented-list", "1")
BY_NUMBER = (IdentifierKind.SERVICE_NUMBER, "tests", fold_number("N-1"))


def planned(
    *rows: str, known: Known | None = None, decisions: dict[int, Decision] | None = None
) -> list[RowPlan]:
    table = [tuple(line.split(",")) for line in lists.text(*rows).splitlines()]
    men = read_men(records(table, lists.profile()), lists.profile())
    return plan_rows(men, known or Known(), decisions)


def here(case_id: UUID = HIM, name: str = "Լուսաձորյան Արամ", born: str = "1999") -> KnownCase:
    return KnownCase(case_id, "HRD-2021-00001", PartialDate.parse_edtf(born), frozenset({name}))


def test_an_empty_register_takes_everybody_as_new() -> None:
    assert {plan.outcome for plan in planned()} == {RowOutcome.NEW}


def test_a_number_ties_a_row_to_a_man_and_brings_what_is_not_known() -> None:
    known = Known({BY_LIST: HIM}, {HIM: here()})
    plan = planned(lists.ROWS[0], known=known)[0]
    assert (plan.outcome, plan.case_id) == (RowOutcome.UPDATED, HIM)
    assert [name.given for name in plan.adds.names] == ["Արամ"]
    assert len(plan.adds.events) == 1
    assert plan.adds.birth
    assert RowNote.BIRTH_DIFFERS in plan.notes


def test_a_decision_ties_a_row_and_a_decision_keeps_it_apart() -> None:
    known = Known({BY_LIST: HIM}, {HIM: here(), ANOTHER: here(ANOTHER)})
    assert planned(lists.ROWS[0], known=known, decisions={2: ANOTHER})[0].case_id == ANOTHER
    apart = planned(lists.ROWS[0], known=known, decisions={2: RowDecision.NEW_MAN})[0]
    assert apart.outcome is RowOutcome.NEW
    left = planned(lists.ROWS[0], known=known, decisions={2: RowDecision.LEAVE_OUT})[0]
    assert (left.outcome, left.reason) == (RowOutcome.REFUSED, RowFault.LEFT_OUT)


def test_a_decision_for_a_case_that_is_not_there_is_refused() -> None:
    plan = planned(lists.ROWS[0], decisions={2: ANOTHER})[0]
    assert (plan.outcome, plan.reason) == (RowOutcome.REFUSED, RowFault.NO_SUCH_CASE)


def test_two_numbers_of_two_men_are_refused() -> None:
    known = Known({BY_LIST: HIM, BY_NUMBER: ANOTHER}, {HIM: here(), ANOTHER: here(ANOTHER)})
    plan = planned(lists.ROWS[0], known=known)[0]
    assert (plan.outcome, plan.reason) == (RowOutcome.REFUSED, RowFault.ID_OF_TWO_MEN)
    assert plan.detail == "HRD-2021-00001, HRD-2021-00001"


def test_a_number_of_a_man_of_other_name_and_birth_is_refused_by_his_case_number() -> None:
    known = Known({BY_LIST: HIM}, {HIM: here(name="Ուրիշյան Պետրոս", born="1950")})
    plan = planned(lists.ROWS[0], known=known)[0]
    assert (plan.outcome, plan.reason) == (RowOutcome.REFUSED, RowFault.ID_OF_ANOTHER)
    assert plan.detail == "HRD-2021-00001"


def test_the_same_row_twice_is_refused_with_the_first_rows_number() -> None:
    plans = planned(lists.ROWS[0], lists.ROWS[1], lists.ROWS[0])
    assert (plans[2].outcome, plans[2].reason) == (RowOutcome.REFUSED, RowFault.SAME_ROW_TWICE)
    assert plans[2].detail == "2"


def test_a_second_row_of_one_man_adds_his_other_name() -> None:
    other = lists.ROWS[0].replace("Լուսաձորյան", "Լուսաձորեան")
    first, second = planned(lists.ROWS[0], other)
    assert (first.outcome, second.outcome) == (RowOutcome.NEW, RowOutcome.UPDATED)
    assert second.first is first
    assert [name.family for name in second.adds.names] == ["Լուսաձորեան"]
    assert not second.adds.events
    assert RowNote.SAME_AS_ROW in second.notes


def test_a_second_row_with_the_number_of_another_man_is_refused() -> None:
    wrong = "7,Ուրիշյան,Պետրոս,,1950,,,,N-1,,,captured,2020-12-20,"
    second = planned(lists.ROWS[0], wrong)[1]
    assert (second.outcome, second.reason) == (RowOutcome.REFUSED, RowFault.ID_OF_ANOTHER)


def test_two_rows_of_one_known_man_do_not_bring_the_same_thing_twice() -> None:
    known = Known({BY_LIST: HIM, BY_NUMBER: HIM}, {HIM: here()})
    again = lists.ROWS[0].replace(",N-1,", ",n-1 ,")
    first, second = planned(lists.ROWS[0], again, known=known)
    assert first.outcome is RowOutcome.UPDATED
    assert (second.outcome, second.case_id) == (RowOutcome.MATCHED, HIM)


@pytest.mark.parametrize("row", lists.ROWS)
def test_homonyms_without_a_common_number_stay_two_men(row: str) -> None:
    number = row.partition(",")[0]
    twin = row.replace(f"{number},", "99,", 1).replace(f"N-{number}", "N-99")
    assert [plan.outcome for plan in planned(row, twin)] == [RowOutcome.NEW, RowOutcome.NEW]


def test_a_number_of_a_case_in_the_bin_refuses_its_row_and_names_the_case() -> None:
    in_bin = replace(here(), in_bin=True)
    plan = planned(lists.ROWS[0], known=Known({BY_LIST: HIM}, {HIM: in_bin}))[0]
    assert (plan.outcome, plan.reason) == (RowOutcome.REFUSED, RowFault.IN_BIN)
    assert plan.detail == in_bin.number
    chosen = planned(lists.ROWS[0], known=Known(cases={HIM: in_bin}), decisions={2: HIM})[0]
    assert chosen.reason == RowFault.IN_BIN


def test_where_a_double_lies_in_the_bin_the_man_who_is_here_is_met() -> None:
    double = replace(here(ANOTHER), in_bin=True)
    known = Known({BY_LIST: HIM, BY_NUMBER: ANOTHER}, {HIM: here(), ANOTHER: double})
    assert planned(lists.ROWS[0], known=known)[0].case_id == HIM
