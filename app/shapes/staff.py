"""The member of staff at work, as every floor sees them."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from models.vocabulary.roles import Role


@dataclass(frozen=True, slots=True)
class StaffMember:
    """A person of the office: the name they unlock with and the roles they hold."""

    id: UUID
    name: str
    roles: frozenset[Role]
    left_at: datetime | None = None
