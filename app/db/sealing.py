"""Sealing of history: each case by its own random key, wrapped by a key from the data key."""

import json
import secrets
import zlib
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from enum import Enum
from functools import cache
from hashlib import sha256
from typing import Any, Protocol  # Any: a column value or a JSON value of whatever type
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from app.errors import DamagedVault
from models.history import CaseKey

_NONCE = 12
_LOOKUP = 500
_FAST = 1
_LONG_BYTES = 64


class Keys(Protocol):
    """What the history needs of an unlocked register."""

    @property
    def register_id(self) -> UUID:
        """Return which register this is."""
        ...

    @property
    def wrapping_key(self) -> bytes:
        """Return the key that wraps the keys of cases."""
        ...

    def sign(self, message: bytes) -> bytes:
        """Sign as the member of staff at work."""
        ...


class CaseKeys:
    """The keys of cases, unwrapped as they are needed and made where a case has none yet."""

    def __init__(self, session: Session, keys: Keys) -> None:
        self._session = session
        self._wrapping = ChaCha20Poly1305(keys.wrapping_key)
        self._known: dict[UUID, ChaCha20Poly1305] = {}

    def find(self, case_id: UUID) -> ChaCha20Poly1305 | None:
        """Return the key of a case, None where the case was erased or never written."""
        if case_id not in self._known:
            self._look_up([case_id])
        return self._known.get(case_id)

    def find_or_make(self, case_ids: Iterable[UUID]) -> Mapping[UUID, ChaCha20Poly1305]:
        """Return the keys of cases, making those that are missing."""
        unknown = [case_id for case_id in dict.fromkeys(case_ids) if case_id not in self._known]
        for start in range(0, len(unknown), _LOOKUP):
            self._look_up(unknown[start : start + _LOOKUP])
        fresh = []
        for case_id in unknown:
            if case_id not in self._known:
                key = secrets.token_bytes(32)
                nonce = secrets.token_bytes(_NONCE)
                wrapped = nonce + self._wrapping.encrypt(nonce, key, case_id.bytes)
                fresh.append({"case_id": case_id, "wrapped": wrapped})
                self._known[case_id] = ChaCha20Poly1305(key)
        if fresh:
            self._session.execute(insert(CaseKey), fresh)
        return self._known

    def _look_up(self, case_ids: Sequence[UUID]) -> None:
        rows = self._session.execute(
            select(CaseKey.case_id, CaseKey.wrapped).where(CaseKey.case_id.in_(case_ids))
        )
        for case_id, wrapped in rows:
            try:
                key = self._wrapping.decrypt(wrapped[:_NONCE], wrapped[_NONCE:], case_id.bytes)
            except InvalidTag:
                raise DamagedVault("case_keys", str(case_id)) from None
            self._known[case_id] = ChaCha20Poly1305(key)


@cache
def _encoder() -> json.JSONEncoder:
    return json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), default=plain)


def seal(key: ChaCha20Poly1305, entry_id: UUID, case_id: UUID, content: object) -> bytes:
    """Seal one part of an entry, bound to its entry and its case."""
    words = _encoder().encode(content)
    packed = zlib.compress(words.encode("utf-8", "surrogatepass"), _FAST)
    nonce = secrets.token_bytes(_NONCE)
    return nonce + key.encrypt(nonce, packed, entry_id.bytes + case_id.bytes)


def unseal(key: ChaCha20Poly1305, entry_id: UUID, case_id: UUID, sealed: bytes) -> Any | None:
    """Return what was sealed, or None where it was altered or belongs elsewhere."""
    try:
        packed = key.decrypt(sealed[:_NONCE], sealed[_NONCE:], entry_id.bytes + case_id.bytes)
    except (InvalidTag, ValueError):
        return None
    return json.loads(zlib.decompress(packed).decode("utf-8", "surrogatepass"))


def plain(value: object) -> str | int | float | bool | list[str] | None:
    """Return a column's value as the history keeps it; long bytes as their hash."""
    if isinstance(value, UUID):  # first, for nearly every value JSON does not know is one
        return value.hex
    if isinstance(value, Enum):
        return str(value.value)
    if value is None or isinstance(value, str | int | float):
        return value
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, bytes):
        return _plain_bytes(value)
    if isinstance(value, set | frozenset | list | tuple):
        return sorted(str(one) for one in value)
    if isinstance(value, Mapping):
        return json.dumps(value, ensure_ascii=False, sort_keys=True, default=str)
    return str(value)


def _plain_bytes(value: bytes) -> str:
    if len(value) <= _LONG_BYTES:
        return value.hex()
    return f"sha256:{sha256(value).hexdigest()} ({len(value)} bytes)"
