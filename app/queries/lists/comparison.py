"""Holds two lists, or two versions of one, against each other."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import select

from app.db.unit_of_work import Reader
from app.queries.finding.likeness import weights_in_use
from app.queries.lists.pages import side_of
from app.queries.lists.rows import rows_of_version
from app.search.list_difference import match_rows
from app.shapes.lists import ListDifference
from models.lists import ListRow
from models.vocabulary.lists import TIED
from models.vocabulary.roles import Action


def compare_lists(reader: Reader, version_a: UUID, version_b: UUID) -> ListDifference:
    """Say who is on one and not on the other, who is written otherwise, who was answered anew.

    Rows that were decided to mean one man are matched by him, whether the reader may see him or
    not: no name is shown by it that does not stand on the lists.

    Raises:
        NotAllowed; NotFound.
    """
    reader.allow(Action.READ_CASES)
    a, b = side_of(reader, version_a), side_of(reader, version_b)
    matched = match_rows(
        rows_of_version(reader, version_a),
        rows_of_version(reader, version_b),
        _cases(reader, version_a) | _cases(reader, version_b),
        weights_in_use(reader.session),
    )
    return ListDifference(
        a=a,
        b=b,
        pairs=tuple(matched.pairs),
        only_a=tuple(matched.only_a),
        only_b=tuple(matched.only_b),
        unclear_a=tuple(matched.unclear_a),
        unclear_b=tuple(matched.unclear_b),
        left_out=matched.left_out,
    )


def _cases(reader: Reader, version_id: UUID) -> dict[UUID, UUID]:
    found = reader.session.execute(
        select(ListRow.id, ListRow.case_id).where(
            ListRow.version_id == version_id,
            ListRow.case_id.is_not(None),
            ListRow.state.in_(TIED),
        )
    )
    return {row_id: case_id for row_id, case_id in found if case_id is not None}
