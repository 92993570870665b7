"""Whatever is typed: an answer, never an exception, on either database."""

import pytest

from app.queries.cases.lines import count_cases
from app.queries.finding.search import search
from app.shapes.case_list import CaseFilter
from app.workspace import Workspace
from tests.queries.register_of_men import Men

HOSTILE = (
    "", " ", "a", "Ա", "-", "՛", "%", "_", "__", "*", '"', "'", "''", '""', "\\", "\\'",
    "NEAR(", "a AND b",
    "NOT", "(((", "a:*", "a & b | !c", "~", "~akobyan", "=akpy", "+x",
    "#PASSPORT##1", "🕯", "🕯 Արամ", "Հakoբյան", "ﬓ", "ⲁⲃⲅ", "王小明",
    "محمد", "עברית", "\x00", "a\x00b", "\ud800",
    "\u202e", "ǅ", "ß", "İ", "ŉ", "½", "²", "a²", "٣", "1e9", "0", "000",
    "x" * 5000, "а " * 2500, "Ա" * 5000, "🕯" * 500, "'" * 300,
    "ՈՒՐԱՐՏՈՒ", "Tigran'; DROP TABLE cases_fts; --", "\u0345", "ªº", "ﷺ",
)  # fmt: skip


@pytest.mark.parametrize("typed", HOSTILE, ids=range(len(HOSTILE)))
def test_anything_may_be_typed(many: Workspace, men: Men, typed: str) -> None:
    many.read(lambda reader: search(reader, typed, 20))
    many.read(lambda reader: count_cases(reader, CaseFilter(text=typed)))
    assert men.aram in {hit.id for hit in many.read(lambda reader: search(reader, "Nmushyan", 20))}
