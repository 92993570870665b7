"""A new epoch of keys inside the register: a fresh data key, and everything sealed to it anew."""

import secrets
from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from sqlalchemy import insert, select, update
from sqlalchemy.orm import Session

from app.errors import DamagedVault, KeysChanged
from app.vault.keys import KEY_BYTES, KeyPairs, UnlockedKeys, decrypt, encrypt, subkey
from app.vault.slots import Slot, resealed
from models.exhibits import Shard
from models.history import CaseKey
from models.staff import EpochKey, Register, Staff

_LABEL = "epoch-keys"
_NONCE = 12
_BATCH = 2000


def next_epoch(keys: UnlockedKeys, pairs: KeyPairs | None = None) -> UnlockedKeys:
    """Return the same person's keys with the data key of an epoch that is yet to begin."""
    fresh = secrets.token_bytes(KEY_BYTES)
    return UnlockedKeys.of(
        keys.register_id, keys.epoch + 1, keys.staff_id, pairs or keys.pairs, fresh
    )


def epoch_data_key(session: Session, keys: UnlockedKeys, epoch: int) -> bytes:
    """Return the data key of the present epoch or of a former one.

    What was sealed in an earlier epoch and never changes (a closed shard of evidence) is opened by
    the key of then. Raises DamagedVault where that key is not kept or was altered.
    """
    if epoch == keys.epoch:
        return keys.data_key
    kept = session.get(EpochKey, epoch)
    found = None
    if kept is not None:
        wrapping = subkey(keys.data_key, _LABEL)
        found = decrypt(wrapping, kept.wrapped, _bound(keys.register_id, epoch))
    if found is None:
        raise DamagedVault("epoch_keys", str(epoch))
    return found


def enter_epoch(
    session: Session, former: UnlockedKeys, present: UnlockedKeys, now: datetime
) -> None:
    """Raise the register's epoch and wrap every kept key by the new data key.

    The open shard of evidence is closed, so that whatever comes later is sealed by the new key.
    Raises KeysChanged where somebody else did so first.
    """
    held = session.scalar(select(Register.epoch).with_for_update())
    if held != former.epoch:
        raise KeysChanged
    _wrap_case_keys(session, former, present)
    _wrap_epoch_keys(session, former, present, now)
    session.execute(update(Shard).where(~Shard.closed).values(closed=True))
    session.execute(update(Register).values(epoch=present.epoch))


def sealed_to_those_at_work(
    session: Session, keys: UnlockedKeys, known: Sequence[Slot], fresh: Sequence[Slot] = ()
) -> tuple[Slot, ...]:
    """Return the slots of the new epoch: everybody who stays, nobody who left.

    Sealed to the public keys kept inside the register, never to those of a slot, which whoever can
    write the folder could exchange (safety.md 3.2). A slot in `fresh` takes the place of the former
    one of the same person. Raises DamagedVault where a slot's keys are not its person's.
    """
    slots = {slot.user_id: slot for slot in (*known, *fresh)}
    at_work = select(Staff).where(Staff.left_at.is_(None)).order_by(Staff.created_at, Staff.id)
    sealed = []
    for member in session.scalars(at_work):
        slot = slots.get(member.id)
        if slot is None:
            continue
        if (slot.sealing_key, slot.signing_key) != (member.sealing_key, member.signing_key):
            raise DamagedVault("vault.json", "public_key")
        sealed.append(resealed(slot, member.sealing_key, keys))
    return tuple(sealed)


def _wrap_case_keys(session: Session, former: UnlockedKeys, present: UnlockedKeys) -> None:
    old, new = ChaCha20Poly1305(former.wrapping_key), ChaCha20Poly1305(present.wrapping_key)
    rows = session.execute(select(CaseKey.case_id, CaseKey.wrapped)).all()
    for start in range(0, len(rows), _BATCH):
        again = []
        for case_id, wrapped in rows[start : start + _BATCH]:
            try:
                key = old.decrypt(wrapped[:_NONCE], wrapped[_NONCE:], case_id.bytes)
            except InvalidTag:
                raise DamagedVault("case_keys", str(case_id)) from None
            nonce = secrets.token_bytes(_NONCE)
            sealed = nonce + new.encrypt(nonce, key, case_id.bytes)
            again.append({"case_id": case_id, "wrapped": sealed})
        session.execute(update(CaseKey), again)


def _wrap_epoch_keys(
    session: Session, former: UnlockedKeys, present: UnlockedKeys, now: datetime
) -> None:
    wrapping = subkey(present.data_key, _LABEL)
    for epoch in session.scalars(select(EpochKey.epoch)).all():
        key = epoch_data_key(session, former, epoch)
        wrapped = encrypt(wrapping, key, _bound(present.register_id, epoch))
        session.execute(update(EpochKey).where(EpochKey.epoch == epoch).values(wrapped=wrapped))
    wrapped = encrypt(wrapping, former.data_key, _bound(present.register_id, former.epoch))
    session.execute(
        insert(EpochKey), [{"epoch": former.epoch, "wrapped": wrapped, "ended_at": now}]
    )


def _bound(register_id: UUID, epoch: int) -> bytes:
    return f"{register_id}|{epoch}".encode("ascii")
