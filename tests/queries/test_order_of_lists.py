"""The vector of a list and its first rows come in one order, with and without a text."""

from functools import partial
from itertools import product

from app.queries.cases.lines import first_rows, row_vector
from app.shapes.case_list import CaseFilter, CaseSort
from app.workspace import Workspace
from tests.factories.men import ARAM, GOR, missing_man, record, seen_in_video


def test_a_searched_list_keeps_the_order_of_the_whole_one(register: Workspace) -> None:
    for names, born in ((GOR, "2000"), (ARAM, "2001-04-24"), (GOR, "1999"), (ARAM, "1998-05")):
        record(register, seen_in_video(missing_man(register, names, born)))
    for wanted, sort, descending in product(
        (CaseFilter(), CaseFilter(text="HRD-2021"), CaseFilter(text="նմուշյան")),
        CaseSort,
        (False, True),
    ):
        at_once = partial(first_rows, wanted=wanted, sort=sort, descending=descending)
        whole = partial(row_vector, wanted=wanted, sort=sort, descending=descending)
        vector, rows = register.read(whole), register.read(at_once)
        assert list(vector) == [row.row for row in rows], (wanted, sort, descending)
        assert len(rows) == (2 if wanted.text == "նմուշյան" else 4)
