"""The chain of history: how an entry is hashed and signed, and how the whole is verified."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Protocol
from uuid import UUID

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.shapes.history import Problem, Wrong
from models.history import HistoryEntry, HistoryPart
from models.staff import FormerKey, Staff

FIRST = bytes(32)
"""What stands as the former hash of entry 1."""

_SIGNED = b"homeward history 1\x00"
_BATCH = 1000


class Head(Protocol):
    """An entry remembered elsewhere."""

    @property
    def seq(self) -> int:
        """Return its number."""
        ...

    @property
    def hash(self) -> bytes:
        """Return its hash."""
        ...


class PartsHash:
    """The running hash over the sealed parts of one entry, in their order."""

    def __init__(self) -> None:
        self._hash = sha256()
        self.count = 0

    def add(self, case_id: UUID, sealed: bytes) -> None:
        """Take in the next part."""
        self._hash.update(case_id.bytes + sha256(sealed).digest())
        self.count += 1

    def digest(self) -> bytes:
        """Return the hash over all parts so far."""
        return self._hash.digest()


def entry_hash(register_id: UUID, entry: HistoryEntry) -> bytes:
    """Return the hash over everything an entry says and over the entry before it."""
    fields = (
        register_id.bytes,
        entry.seq.to_bytes(8),
        entry.id.bytes,
        entry.at.isoformat(timespec="microseconds").encode("ascii"),
        entry.actor_id.bytes,
        entry.action.encode("utf-8"),
        entry.parts.to_bytes(4),
        entry.parts_hash,
        entry.prev_hash,
    )
    total = sha256(_SIGNED)
    for one in fields:
        total.update(len(one).to_bytes(4) + one)
    return total.digest()


def signed_message(digest: bytes) -> bytes:
    """Return the bytes a member of staff signs for an entry of this hash."""
    return _SIGNED + digest


@dataclass(slots=True)
class _Author:
    """The signing keys of one member of staff, and up to which entry each may have signed."""

    present: Ed25519PublicKey | None
    """None for whoever left: nothing new is theirs."""
    former: list[tuple[int, Ed25519PublicKey]] = field(default_factory=list)

    def key_at(self, seq: int) -> Ed25519PublicKey | None:
        """Return the one key that may have signed an entry."""
        return next((key for until, key in self.former if seq <= until), self.present)


def _authors(session: Session) -> dict[UUID, _Author]:
    found: dict[UUID, _Author] = {}
    for staff_id, key, left_at in session.execute(
        select(Staff.id, Staff.signing_key, Staff.left_at)
    ):
        present = None if left_at else Ed25519PublicKey.from_public_bytes(key)
        found[staff_id] = _Author(present)
    former = select(FormerKey.staff_id, FormerKey.signing_key, FormerKey.until_seq)
    for staff_id, key, until in session.execute(former.order_by(FormerKey.until_seq)):
        found[staff_id].former.append((until, Ed25519PublicKey.from_public_bytes(key)))
    return found


def head_of(session: Session) -> HistoryEntry | None:
    """Return the last entry."""
    return session.scalars(
        select(HistoryEntry).order_by(HistoryEntry.seq.desc()).limit(1)
    ).one_or_none()


def hash_at(session: Session, seq: int) -> bytes | None:
    """Return the hash of one entry, None where there is none."""
    return session.scalar(select(HistoryEntry.hash).where(HistoryEntry.seq == seq))


def verify(session: Session, register_id: UUID, anchor: Head | None = None) -> list[Problem]:
    """Walk the whole chain and name everything that is wrong with it, in order of entries.

    With an anchor, an end cut off and a history written anew are found as well (R-43).
    """
    authors = _authors(session)
    parts = _hashed_parts(session)
    problems: list[Problem] = []
    seq, former = 0, FIRST
    entries = session.scalars(
        select(HistoryEntry)
        .order_by(HistoryEntry.seq)
        .execution_options(yield_per=_BATCH, populate_existing=True)
    )
    for entry in entries:
        if entry.seq != seq + 1:
            problems.append(Problem(Wrong.MISSING, seq + 1))
        elif entry.prev_hash != former:
            problems.append(Problem(Wrong.BROKEN, entry.seq))
        sealed = parts.pop(entry.id, PartsHash())
        problems.extend(_wrong_with(entry, sealed, register_id, authors.get(entry.actor_id)))
        if anchor is not None and entry.seq == anchor.seq and entry.hash != anchor.hash:
            problems.append(Problem(Wrong.REWRITTEN, entry.seq))
        seq, former = entry.seq, entry.hash
    problems.extend(Problem(Wrong.STRAY, seq) for _ in parts)
    if anchor is not None and seq < anchor.seq:
        problems.append(Problem(Wrong.CUT_OFF, seq))
    return problems


def _wrong_with(
    entry: HistoryEntry, sealed: PartsHash, register_id: UUID, author: _Author | None
) -> Iterator[Problem]:
    if (sealed.count, sealed.digest()) != (entry.parts, entry.parts_hash) or entry_hash(
        register_id, entry
    ) != entry.hash:
        yield Problem(Wrong.ALTERED, entry.seq)
    if author is None:
        yield Problem(Wrong.UNKNOWN_AUTHOR, entry.seq)
        return
    if not _signed_by(author.key_at(entry.seq), entry):
        yield Problem(Wrong.FORGED, entry.seq)


def _signed_by(key: Ed25519PublicKey | None, entry: HistoryEntry) -> bool:
    try:
        if key is not None:
            key.verify(entry.signature, signed_message(entry.hash))
    except InvalidSignature:
        return False
    return key is not None


def _hashed_parts(session: Session) -> dict[UUID, PartsHash]:
    found: dict[UUID, PartsHash] = {}
    rows = session.execute(
        select(HistoryPart.entry_id, HistoryPart.case_id, HistoryPart.sealed)
        .order_by(HistoryPart.entry_id, HistoryPart.position)
        .execution_options(yield_per=_BATCH)
    )
    for entry_id, case_id, sealed in rows:
        found.setdefault(entry_id, PartsHash()).add(case_id, sealed)
    return found
