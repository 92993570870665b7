"""Use cases: a register keeps what it taught on how agreements count, or goes by the defaults."""

from __future__ import annotations

from sqlalchemy import select

from app.db.unit_of_work import UnitOfWork
from app.errors import BadInput
from app.search.weights import own_weights
from app.services.merging.likeness import look_at_everybody_again
from app.shapes.changes import Outcome
from models.desk import LEARNT_WEIGHTS, OfficeFact
from models.vocabulary.roles import Action


def keep_weights(uow: UnitOfWork, text: str) -> Outcome[None]:
    """Compare by these weights from now on (`Weights.to_text`), everybody anew.

    Raises:
        NotAllowed; BadInput: no weights, or of other fields than are compared.
    """
    uow.doing(Action.MERGE_CASES, named="keep_weights")
    if own_weights(text).to_text() != text:
        raise BadInput("weights", "not_weights")
    kept = _kept(uow)
    if kept is None:
        uow.session.add(OfficeFact(key=LEARNT_WEIGHTS, value=text))
    else:
        kept.value = text
    look_at_everybody_again(uow)
    return Outcome(None)


def forget_weights(uow: UnitOfWork) -> Outcome[None]:
    """Compare by the weights that the program comes with again, everybody anew.

    Raises:
        NotAllowed; BadInput: the register has learnt none of its own.
    """
    uow.doing(Action.MERGE_CASES, named="forget_weights")
    kept = _kept(uow)
    if kept is None:
        raise BadInput("weights", "nothing_learnt")
    uow.session.delete(kept)
    look_at_everybody_again(uow)
    return Outcome(None)


def _kept(uow: UnitOfWork) -> OfficeFact | None:
    wanted = select(OfficeFact).where(OfficeFact.key == LEARNT_WEIGHTS)
    return uow.session.scalars(wanted).one_or_none()
