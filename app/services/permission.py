"""Roles are asked here, below every face (decisions.md, Data 1; R-29)."""

from app.db.unit_of_work import Reader, UnitOfWork
from app.errors import NotAllowed
from models.vocabulary.roles import Action, may


def require(unit: UnitOfWork | Reader, action: Action) -> None:
    """Let the member of staff at work pass, or refuse.

    Raises:
        NotAllowed: no role of theirs allows the action.
    """
    roles = unit.actor.roles
    if not may(roles, action):
        raise NotAllowed(action, tuple(sorted(roles)))
