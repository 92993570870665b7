"""The use case of who opens the key to the witness codes of a case."""

from __future__ import annotations

from app.db.unit_of_work import UnitOfWork
from app.errors import BadInput
from app.services.typed_text import line
from app.shapes.changes import Changes, Outcome
from app.shapes.sealed_key import OpenSealedKey
from models.cases import Case, CaseRead
from models.vocabulary.deeds import ReadKind
from models.vocabulary.roles import Action


def open_sealed_key(uow: UnitOfWork, request: OpenSealedKey) -> Outcome[None]:
    """Note who opens the key to the witness codes of a case, and why, before it is opened.

    Every opening is noted, not only of cases of limited access: it names people who could be
    killed for having spoken.

    Raises:
        NotAllowed; NotFound; BadInput: no reason.
    """
    uow.doing(Action.READ_SENSITIVE, named="open_sealed_key")
    case = uow.get(Case, request.case_id)
    reason = line(request.reason, "reason", limit=500)
    if not reason:
        raise BadInput("reason", "missing")
    uow.because(reason)
    uow.session.add(CaseRead(case_id=case.id, how=ReadKind.EXPORTED))
    return Outcome(None, Changes.of("cases", case.id))
