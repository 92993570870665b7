"""A list of cases is printed with the columns that were chosen, and says which cases it holds."""

from datetime import date
from uuid import uuid4

import pytest

from app.errors import BadInput
from app.reports.case_list_sheet import case_list_sheet, lies_across
from app.reports.document import DataTable, Format
from app.reports.paper_words import PaperWords
from app.shapes.case_list import CaseRow, CaseSort
from app.shapes.case_list_paper import (
    USUAL_COLUMNS,
    CaseColumn,
    CaseListPaper,
    ListedCase,
    PageTurn,
)
from app.shapes.case_report import Wording
from app.shapes.filter_query import CodeIn, QueryKey, QueryNode
from app.wording.vocabulary import label
from models.vocabulary.partial_date import PartialDate
from tests.factories.papers import draft_context

NAMES = (CaseColumn.NUMBER, CaseColumn.NAME_HY, CaseColumn.NAME_RU, CaseColumn.NAME_EN)


def a_case() -> ListedCase:
    row = CaseRow(
        row=1,
        case_id=uuid4(),
        number="HRD-2020-00123",
        name="Նմուշյան Արամ Սուրենի",
        name_second="Nmushyan Aram",
        born=PartialDate.parse_edtf("2001-04-24"),
        unit="",
        unit_hy="",
        unit_ru="",
        place=None,
        place_text="near a mill",
        last=PartialDate.parse_edtf("[2020-12-13..2020-12-16]"),
        headline="S23",
        fate="UNKNOWN",
        custody="CONFIRMED",
        ack="DENIED",
        home="NOT_LISTED",
        contested=frozenset(),
        chips=(),
        sign_of_life=date(2020, 12, 15),
        incident_id=None,
        closed=False,
    )
    names = Wording("Nmushyan Aram", "Նմուշյան Արամ Սուրենի", "Нмушян Арам Суренович")
    return ListedCase(row, names, "PRIVATE", "K. Ejyan")


def a_paper(
    columns: tuple[CaseColumn, ...], asked: QueryNode | None = None, men: int = 1
) -> CaseListPaper:
    cases = tuple(a_case() for _ in range(men))
    return CaseListPaper(cases, columns, CaseSort.NAME, True, PageTurn.AUTO, asked)


@pytest.mark.parametrize("lang", ["en", "hy", "ru"])
def test_every_column_says_something_in_every_language(lang: str) -> None:
    words = PaperWords(lang)
    half = len(CaseColumn) // 2
    for columns in (tuple(CaseColumn)[:half], tuple(CaseColumn)[half:]):
        document = case_list_sheet(a_paper(columns), words, draft_context())
        table = next(block for block in document.blocks if isinstance(block, DataTable))
        assert all(any(run.text for run in cell) for cell in table.rows[0].cells)
        assert all(column.head for column in table.columns)
    assert "near a mill" in str(case_list_sheet(a_paper(USUAL_COLUMNS), words, draft_context()))


def test_the_page_lies_as_the_columns_need_and_too_many_are_refused() -> None:
    assert not lies_across(USUAL_COLUMNS[:4], PageTurn.AUTO)
    assert lies_across(USUAL_COLUMNS, PageTurn.LANDSCAPE)
    assert lies_across((*NAMES, *USUAL_COLUMNS[2:]), PageTurn.AUTO)
    for columns, turn in ((), PageTurn.AUTO), (tuple(CaseColumn), PageTurn.AUTO):
        with pytest.raises(BadInput):
            lies_across(columns, turn)
    document = case_list_sheet(a_paper(USUAL_COLUMNS[:4]), PaperWords("en"), draft_context())
    assert document.format is Format.PORTRAIT


def test_the_list_says_which_cases_it_holds_and_how_they_are_sorted() -> None:
    asked = CodeIn(QueryKey.HELD, ("CONFIRMED",))
    told = str(case_list_sheet(a_paper(NAMES, asked), PaperWords("en"), draft_context()).blocks)
    assert label("custody", "CONFIRMED", "en") in told
    assert "The last comes first." in told
    nobody = case_list_sheet(a_paper(NAMES, asked, men=0), PaperWords("en"), draft_context())
    assert "lets nobody through" in str(nobody.blocks)
