"""Reads the list of cases, whole and in its order, to be handed out as a table."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import batched

from app.db.unit_of_work import Reader
from app.queries.cases.lines import row_vector, rows
from app.shapes.case_list import CaseFilter, CaseRow, CaseSort
from models.vocabulary.deeds import ReadKind
from models.vocabulary.roles import Action

_AT_ONCE = 500


def case_pages(
    reader: Reader, wanted: CaseFilter, sort: CaseSort, *, descending: bool = False
) -> Iterator[tuple[CaseRow, ...]]:
    """Give the cases that a filter lets through, some hundred at once.

    What is shown of limited cases is noted as exported (R-45).

    Raises:
        NotAllowed.
    """
    reader.allow(Action.ISSUE_REPORT)
    vector = row_vector(reader, wanted, sort, descending=descending)

    def pages() -> Iterator[tuple[CaseRow, ...]]:
        for numbers in batched(vector, _AT_ONCE):
            found = rows(reader, numbers)
            reader.shows(ReadKind.EXPORTED, (row.case_id for row in found))
            yield found

    return pages()
