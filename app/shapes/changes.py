"""What a write touched, so that screens re-read only that."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Changes:
    """The things a unit of work touched, each as (kind, id); the kind is the table's name."""

    touched: frozenset[tuple[str, UUID]] = frozenset()

    @classmethod
    def of(cls, kind: str, *ids: UUID) -> "Changes":
        """Name things of one kind."""
        return cls(frozenset((kind, one) for one in ids))

    @classmethod
    def all_of(cls, parts: Iterable["Changes"]) -> "Changes":
        """Join several."""
        return cls(frozenset().union(*(part.touched for part in parts)))

    def __or__(self, other: "Changes") -> "Changes":
        return Changes(self.touched | other.touched)

    def __bool__(self) -> bool:
        return bool(self.touched)

    def ids(self, kind: str) -> frozenset[UUID]:
        """Return the ids touched of one kind."""
        return frozenset(one for touched_kind, one in self.touched if touched_kind == kind)

    def touches(self, kind: str, one: UUID | None = None) -> bool:
        """Say whether a kind, or one thing of it, was touched."""
        return bool(self.ids(kind)) if one is None else (kind, one) in self.touched


NOTHING = Changes()


@dataclass(frozen=True, slots=True)
class Outcome[T]:
    """What a use case answers: its value, and what it touched beyond what the flush shows."""

    value: T
    changes: Changes = NOTHING
