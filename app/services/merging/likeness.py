"""Keeps the pairs of men who look like one: proposed by the machine, computed again at will."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import bindparam, delete, insert, or_, select, update

from app.db.unit_of_work import UnitOfWork
from app.search.reason_text import pack_reasons, tier_kept
from app.services.permission import require
from app.shapes.changes import Outcome
from app.shapes.like_pairs import FoundPair
from models.cases import CaseLine
from models.finding import CaseBrief
from models.merges import LikePair
from models.vocabulary.roles import Action

_AT_ONCE = 500


def forget_stale_pairs(uow: UnitOfWork) -> Outcome[int]:
    """Forget the pairs of men who have changed since they were looked at, or are gone.

    Raises:
        NotAllowed.
    """
    require(uow, Action.READ_CASES)
    changed = select(CaseBrief.row).where(CaseBrief.compared.is_(False))
    here = select(CaseLine.row)
    gone = uow.session.execute(
        delete(LikePair).where(
            or_(
                LikePair.first_row.in_(changed),
                LikePair.second_row.in_(changed),
                LikePair.first_row.not_in(here),
                LikePair.second_row.not_in(here),
            )
        )
    )
    return Outcome(gone.rowcount)  # type: ignore[attr-defined]  # of a DELETE


def look_at_everybody_again(uow: UnitOfWork) -> None:
    """Forget every pair, and that anybody was compared: what decides it has changed."""
    uow.session.execute(delete(LikePair))
    uow.session.execute(
        update(CaseBrief).where(CaseBrief.compared.is_(True)).values(compared=False)
    )


def keep_pairs(
    uow: UnitOfWork, looked_at: Sequence[tuple[int, str]], found: Sequence[FoundPair]
) -> Outcome[int]:
    """Keep the pairs of men who were looked at, and that they were.

    `looked_at` holds row and brief: who was changed in the meantime is looked at again.

    Raises:
        NotAllowed.
    """
    require(uow, Action.READ_CASES)
    pairs = {(one.first_row, one.second_row): one.comparison for one in found}
    rows = [row for row, _ in looked_at]
    for start in range(0, len(rows), _AT_ONCE):
        some = rows[start : start + _AT_ONCE]
        kept = uow.session.execute(
            select(LikePair.first_row, LikePair.second_row).where(
                or_(LikePair.first_row.in_(some), LikePair.second_row.in_(some))
            )
        )
        for first, second in kept:
            pairs.pop((first, second), None)
    if pairs:
        uow.session.execute(
            insert(LikePair),
            [
                {
                    "first_row": first,
                    "second_row": second,
                    "score": comparison.score,
                    "tier": tier_kept(comparison),
                    "reasons": pack_reasons(comparison),
                }
                for (first, second), comparison in pairs.items()
            ],
        )
    if looked_at:
        uow.session.connection().execute(
            update(CaseBrief)
            .where(CaseBrief.row == bindparam("at"), CaseBrief.brief == bindparam("seen"))
            .values(compared=True),
            [{"at": row, "seen": brief} for row, brief in looked_at],
        )
    return Outcome(len(pairs))
