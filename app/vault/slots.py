"""A slot: what one member of staff opens the register with.

Every field of a slot is bound to its wrapped private keys, so a changed field opens nothing; the
data key is sealed to the slot's public key together with register, epoch and user, so another
user's box or an older epoch's opens nothing either (R-21).
"""

import base64
import binascii
import json
import secrets
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from uuid import UUID

from app.errors import DamagedVault, NoRecoverySheet, WeakKeySettings, WrongKey
from app.vault.keys import (
    SALT_BYTES,
    KeyPairs,
    KeySettings,
    UnlockedKeys,
    decrypt,
    encrypt,
    seal_to,
    settings_accepted,
    settings_for_new_slots,
    stretch,
    unseal,
)


class SlotKind(StrEnum):
    """What opens a slot."""

    PASSPHRASE = "passphrase"  # noqa: S105  # the name of a kind
    REQUESTED = "requested"
    """A passphrase too, chosen on a colleague's own computer before they knew the register."""
    RECOVERY = "recovery"
    """The code of a printed sheet. It opens nothing but the making of another way in."""


NOWHERE = UUID(int=0)
"""Stands for the register in a slot that was made before its register was known."""


@dataclass(frozen=True, slots=True)
class Slot:
    """One member of staff's way in; all of it may be read by a thief."""

    user_id: UUID
    name: str
    kind: SlotKind
    cost: KeySettings
    salt: bytes
    sealing_key: bytes
    signing_key: bytes
    wrapped: bytes
    data_key: bytes

    def to_json(self) -> dict[str, object]:
        """Return the slot as it stands in `vault.json` or in the table of slots."""
        return {
            **_bound_fields(self),
            "wrapped": _text(self.wrapped),
            "data_key": _text(self.data_key),
        }

    @classmethod
    def from_json(cls, found: object) -> "Slot":
        """Take up what `to_json` gave; raises DamagedVault for anything else."""
        try:
            return _slot_from(found)
        except (KeyError, TypeError, ValueError, AttributeError, OverflowError, binascii.Error):
            raise DamagedVault("vault.json", "slot") from None


def _slot_from(found: object) -> Slot:
    if not isinstance(found, dict):
        raise TypeError("a slot is an object")
    kdf = found["kdf"]
    if kdf["name"] != "argon2id":
        raise ValueError("unknown key derivation")
    return Slot(
        user_id=UUID(found["user_id"]),
        name=str(found["name"]),
        kind=SlotKind(found["kind"]),
        cost=KeySettings(int(kdf["memory_kib"]), int(kdf["passes"]), int(kdf["lanes"])),
        salt=_bytes(kdf["salt"]),
        sealing_key=_bytes(found["sealing_key"]),
        signing_key=_bytes(found["signing_key"]),
        wrapped=_bytes(found["wrapped"]),
        data_key=_bytes(found["data_key"]),
    )


def _text(content: bytes) -> str:
    return base64.b64encode(content).decode("ascii")


def _bytes(content: str) -> bytes:
    return base64.b64decode(content, validate=True)


def _bound_fields(slot: Slot) -> dict[str, object]:
    return {
        "user_id": str(slot.user_id),
        "name": slot.name,
        "kind": slot.kind,
        "kdf": {
            "name": "argon2id",
            "memory_kib": slot.cost.memory_kib,
            "passes": slot.cost.passes,
            "lanes": slot.cost.lanes,
            "salt": _text(slot.salt),
        },
        "sealing_key": _text(slot.sealing_key),
        "signing_key": _text(slot.signing_key),
    }


def _binding(register_id: UUID, slot: Slot) -> bytes:
    # A requested slot was made before its register was known; its kind is bound like the rest.
    bound_to = NOWHERE if slot.kind is SlotKind.REQUESTED else register_id
    fields = {"vault_id": str(bound_to), **_bound_fields(slot)}
    return json.dumps(fields, sort_keys=True, ensure_ascii=True, separators=(",", ":")).encode()


def _seal_info(register_id: UUID, epoch: int, user_id: UUID) -> bytes:
    return f"{register_id}|{epoch}|{user_id}".encode("ascii")


def make_slot(
    unlocked: UnlockedKeys,
    name: str,
    passphrase: str,
    cost: KeySettings | None = None,
    kind: SlotKind = SlotKind.PASSPHRASE,
) -> Slot:
    """Make the slot of the person whose key pairs `unlocked` holds.

    Raises PassphraseRefused.
    """
    chosen = cost or settings_for_new_slots()
    salt = secrets.token_bytes(SALT_BYTES)
    bare = Slot(
        user_id=unlocked.staff_id,
        name=name,
        kind=kind,
        cost=chosen,
        salt=salt,
        sealing_key=unlocked.pairs.sealing_public,
        signing_key=unlocked.pairs.signing_public,
        wrapped=b"",
        data_key=b"",
    )
    wrapped = encrypt(
        stretch(passphrase, salt, chosen),
        unlocked.pairs.to_bytes(),
        _binding(unlocked.register_id, bare),
    )
    return resealed(replace(bare, wrapped=wrapped), bare.sealing_key, unlocked)


def resealed(slot: Slot, sealing_key: bytes, keys: UnlockedKeys) -> Slot:
    """Return a slot with the data key of these keys' epoch sealed to a public key.

    Its person need not be asked: what wraps their private keys stays as it is.
    """
    info = _seal_info(keys.register_id, keys.epoch, slot.user_id)
    return replace(slot, data_key=seal_to(sealing_key, keys.data_key, info))


def open_slot(slot: Slot, register_id: UUID, epoch: int, passphrase: str) -> UnlockedKeys:
    """Open a slot by its passphrase.

    Raises WrongKey, WeakKeySettings (someone lowered the cost of a guess), DamagedVault (the
    passphrase is right but the data key sealed to it is not), PassphraseRefused.
    """
    if not settings_accepted(slot.cost):
        raise WeakKeySettings(slot.name)
    key = stretch(passphrase, slot.salt, slot.cost)
    content = decrypt(key, slot.wrapped, _binding(register_id, slot))
    if content is None:
        raise WrongKey
    pairs = KeyPairs.from_bytes(content)
    if pairs.sealing_public != slot.sealing_key or pairs.signing_public != slot.signing_key:
        raise DamagedVault("vault.json", "public_key")
    return open_by_pairs(slot, register_id, epoch, pairs)


def open_by_pairs(slot: Slot, register_id: UUID, epoch: int, pairs: KeyPairs) -> UnlockedKeys:
    """Open a slot by the private keys it would give; raises DamagedVault."""
    data_key = unseal(pairs.sealing, slot.data_key, _seal_info(register_id, epoch, slot.user_id))
    if data_key is None:
        raise DamagedVault("vault.json", "data_key")
    return UnlockedKeys.of(register_id, epoch, slot.user_id, pairs, data_key)


def recovery_slot(slots: Sequence[Slot]) -> Slot:
    """Return the slot that a recovery sheet opens, the newest where a crash left two.

    Raises NoRecoverySheet.
    """
    found = [slot for slot in slots if slot.kind is SlotKind.RECOVERY]
    if not found:
        raise NoRecoverySheet
    return found[-1]


def refuse_slowly(passphrase: str, cost: KeySettings | None = None) -> WrongKey:
    """Return the error for an unknown user after the time a wrong passphrase would take (R-19)."""
    stretch(passphrase, secrets.token_bytes(SALT_BYTES), cost or settings_for_new_slots())
    return WrongKey()
