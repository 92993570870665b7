"""Use cases on the bin: a case leaves the register whole and comes back as it was (R-13).

Nothing is deleted. A case in the bin is out of every list, count, search, sum, proposal and paper,
and nobody saves anything in it; its number stays its own. Its line and its snapshots are kept, so
that it comes back field for field, and so that what was known on an earlier day stays true.
"""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select

from app.db.unit_of_work import UnitOfWork
from app.errors import BadInput, NotFound
from app.queries.case_history import batches
from app.queries.merged import refuse_merged_in
from app.services.typed_text import line, reason
from app.shapes.changes import Changes, Outcome
from app.shapes.requests.bin import PutIntoBin, RestoreFromBin
from models.cases import Case
from models.vocabulary.roles import Action


def put_into_bin(uow: UnitOfWork, request: PutIntoBin) -> Outcome[None]:
    """Put cases into the bin; all of them or none.

    Raises:
        NotAllowed; NotFound; BadInput: no case, no reason, or it lies there already; CaseMerged.
    """
    uow.doing(Action.REMOVE_CASE, named="put_into_bin")
    why = reason(request.reason)
    now = uow.clock.now()
    refuse_merged_in(uow.session, request.case_ids)
    for case in _cases(uow, request.case_ids):
        if case.removed_at is not None:
            raise BadInput("case", "in_bin")
        case.removed_at = now
        case.removed_reason = why
    uow.because(why)
    return Outcome(None, Changes.of("cases", *request.case_ids))


def restore_from_bin(uow: UnitOfWork, request: RestoreFromBin) -> Outcome[None]:
    """Take cases out of the bin again, as they were; all of them or none.

    Raises:
        NotAllowed; NotFound; BadInput: no case, or it does not lie there.
    """
    uow.doing(Action.REMOVE_CASE, named="restore_from_bin")
    for case in _cases(uow, request.case_ids):
        if case.removed_at is None:
            raise BadInput("case", "not_in_bin")
        case.removed_at = None
        case.removed_reason = ""
    uow.because(line(request.reason, "reason", limit=500))
    return Outcome(None, Changes.of("cases", *request.case_ids))


def _cases(uow: UnitOfWork, ids: Sequence[UUID]) -> list[Case]:
    if not ids:
        raise BadInput("case", "missing")
    wanted = list(dict.fromkeys(ids))
    found = {
        case.id: case
        for some in batches(wanted)
        for case in uow.session.scalars(select(Case).where(Case.id.in_(some)))
    }
    for case_id in wanted:
        if case_id not in found:
            raise NotFound("cases", case_id)
    return [found[case_id] for case_id in wanted]
