"""Files in the evidence store, and what a file is before it is there."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """What a file is, before anything else is done with it: its bytes counted and hashed."""

    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class KeptFile:
    """A file in the evidence store; `shard` is None in a shared office."""

    id: UUID
    size: int
    sha256: str
    shard: int | None = None
