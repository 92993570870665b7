"""Proposes whom of the register the rows of a list may mean, all in one go, with reasons."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.db.unit_of_work import Reader
from app.queries.case_history import batches
from app.queries.finding.alike_in_bulk import alike_in_bulk
from app.queries.lists.rows import faults_of, listed_name, men_open_to
from app.search.listed_man import brief_of_row, is_sure, proposal_of
from app.shapes.like_pairs import LikeMan, PairMan
from app.shapes.likeness import Comparison, Verdict
from app.shapes.lists import Proposal, RowCandidates
from models.lists import ListRow, ListVersion, RowNotHim
from models.vocabulary.deeds import ReadKind
from models.vocabulary.lists import NO_MAN, TIED, RowFault, RowState
from models.vocabulary.roles import Action

_MOST: Final = 5

type Likely = list[tuple[UUID, Comparison]]
"""Cases that a row may mean, the likeliest first."""


def row_candidates(
    reader: Reader, version_id: UUID, rows: Iterable[UUID] | None = None
) -> tuple[RowCandidates, ...]:
    """Give whom each open row of a version may mean, in the order of the rows; or of `rows` only.

    Cases the reader may not see are left out, so are men of whom somebody said that the row does
    not mean them.

    Raises:
        NotAllowed; NotFound.
    """
    reader.allow(Action.READ_CASES)
    reader.get(ListVersion, version_id)
    query = select(ListRow).where(ListRow.version_id == version_id).order_by(ListRow.row_no)
    if rows is None:
        query = query.where(ListRow.state == RowState.OPEN)
    else:
        query = query.where(ListRow.id.in_(list(rows)))
    asked = reader.session.scalars(query).all()
    likely = likely_men(reader.session, asked)
    men = men_open_to(reader, (case_id for found in likely.values() for case_id, _ in found))
    taken = taken_men(reader.session, version_id)
    answer = tuple(_candidates(row, likely.get(row.id, []), men, taken) for row in asked)
    reader.shows(ReadKind.FOUND, (one.man.case_id for row in answer for one in row.men))
    return answer


def likely_men(session: Session, rows: Sequence[ListRow]) -> dict[UUID, Likely]:
    """Give whom rows may mean, hidden men too: whoever shows them asks."""
    looked_for = [row for row in rows if NO_MAN.isdisjoint(faults_of(row.fault))]
    briefs = {at: brief_of_row(listed_name(row)) for at, row in enumerate(looked_for)}
    found = alike_in_bulk(session, briefs)
    rejected = _rejected(session, [row.id for row in looked_for])
    return {
        looked_for[at].id: sorted(
            (one for one in men if one[0] not in rejected[looked_for[at].id]),
            key=lambda one: (-one[1].score, one[0]),
        )
        for at, men in found.items()
    }


def taken_men(session: Session, version_id: UUID) -> dict[UUID, int]:
    """Give the cases that rows of a version are tied to, with the numbers of the rows."""
    found = session.execute(
        select(ListRow.case_id, ListRow.row_no).where(
            ListRow.version_id == version_id,
            ListRow.case_id.is_not(None),
            ListRow.state.in_(TIED),
        )
    )
    return {case_id: row_no for case_id, row_no in found if case_id is not None}


def is_surely_him(row: ListRow, likely: Likely, taken: Mapping[UUID, int]) -> bool:
    """Tell whether an open row may be accepted unseen (AT16)."""
    if not likely or row.state is not RowState.OPEN or likely[0][0] in taken:
        return False
    if not {RowFault.TWO_MEN, RowFault.REPEATED, RowFault.TOO_LONG}.isdisjoint(
        faults_of(row.fault)
    ):
        return False
    rivals = [one for _, one in likely[1:] if one.verdict is not Verdict.DIFFERENT]
    return is_sure(likely[0][1], rivals)


def _rejected(session: Session, row_ids: Sequence[UUID]) -> Mapping[UUID, set[UUID]]:
    found: defaultdict[UUID, set[UUID]] = defaultdict(set)
    for ids in batches(row_ids):
        for row_id, case_id in session.execute(
            select(RowNotHim.row_id, RowNotHim.case_id).where(RowNotHim.row_id.in_(ids))
        ):
            found[row_id].add(case_id)
    return found


def _candidates(
    row: ListRow, likely: Likely, men: Mapping[UUID, PairMan], taken: Mapping[UUID, int]
) -> RowCandidates:
    if not NO_MAN.isdisjoint(faults_of(row.fault)):
        return RowCandidates(row.id, row.row_no, Proposal.NO_MAN)
    seen = [(case_id, one) for case_id, one in likely if case_id in men]
    shown = tuple(LikeMan(men[case_id], one) for case_id, one in seen[:_MOST])
    return RowCandidates(
        row_id=row.id,
        row_no=row.row_no,
        proposal=proposal_of([one for _, one in seen]),
        men=shown,
        sure=is_surely_him(row, likely, taken),
        taken=taken.get(seen[0][0], 0) if seen else 0,
    )
