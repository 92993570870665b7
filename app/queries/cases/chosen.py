"""Finds the men of a paper on many: those that answer to a question, in the order of numbers."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import batched
from uuid import UUID

from sqlalchemy import select

from app.db.unit_of_work import Reader
from app.queries.case_history import batches
from app.queries.cases.lines import row_vector
from app.queries.limited_access import lines_open_to
from app.shapes.case_list import CaseFilter, CaseSort
from models.cases import CaseLine
from models.vocabulary.roles import Action

_AT_ONCE = 500


def cases_answering(reader: Reader, wanted: CaseFilter) -> list[UUID]:
    """Give the cases that a filter lets through, by number; none that the asker may not see.

    Raises:
        NotAllowed.
    """
    reader.allow(Action.DRAFT_REPORT)
    found: list[UUID] = []
    for rows in batched(row_vector(reader, wanted, CaseSort.NUMBER), _AT_ONCE):
        lines = select(CaseLine.case_id, CaseLine.row).where(
            CaseLine.row.in_(rows), *lines_open_to(reader)
        )
        ids = {row: case_id for case_id, row in reader.session.execute(lines)}
        found += [ids[row] for row in rows if row in ids]
    return found


def in_order_of_numbers(reader: Reader, case_ids: Iterable[UUID]) -> list[UUID]:
    """Put cases into the order of their numbers, each once.

    One that may not be seen keeps its place behind them, so that reading it is refused.

    Raises:
        NotAllowed.
    """
    reader.allow(Action.READ_CASES)
    wanted = list(dict.fromkeys(case_ids))
    keys = {
        case_id: key
        for ids in batches(wanted)
        for case_id, key in reader.session.execute(
            select(CaseLine.case_id, CaseLine.number_key).where(
                CaseLine.case_id.in_(ids), *lines_open_to(reader)
            )
        )
    }
    return sorted(wanted, key=lambda case_id: (case_id not in keys, keys.get(case_id, "")))
