"""From a passphrase to the data key: Argon2id, a sealed box per user, subkeys by label.

Only constructions of the `cryptography` and `argon2-cffi` libraries (safety.md 3.2, 3.3).
"""

import secrets
import time
import unicodedata
from dataclasses import dataclass, field, replace
from uuid import UUID

from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from app import settings
from app.errors import PassphraseRefused

KEY_BYTES = 32
SALT_BYTES = 16
_NONCE_BYTES = 12
_SUITE = Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.CHACHA20_POLY1305)


@dataclass(frozen=True, slots=True)
class KeySettings:
    """What one guess at a passphrase costs (Argon2id)."""

    memory_kib: int
    passes: int
    lanes: int

    def at_least(self, floor: "KeySettings") -> bool:
        """Say whether a guess costs no less than at the floor."""
        return self.memory_kib >= floor.memory_kib and self.passes >= floor.passes


STRONG = KeySettings(memory_kib=256 * 1024, passes=3, lanes=2)
FLOOR = KeySettings(memory_kib=64 * 1024, passes=3, lanes=1)
WANTED_SECONDS = 1.0
MOST_PASSES = 12
"""A register made on a fast computer must open on the slow one of the next room as well."""
CEILING = KeySettings(memory_kib=4 * 1024 * 1024, passes=64, lanes=16)
FOR_TESTS = KeySettings(memory_kib=64, passes=1, lanes=1)


def settings_for_new_slots() -> KeySettings:
    """Return the cost of new slots: strong, but for tests."""
    return FOR_TESTS if settings.test_profiles_allowed() else STRONG


def calibrated() -> KeySettings:
    """Return the cost of a new register's slots: strong, and about a second on this computer.

    Only the passes grow, and only on a computer fast enough: never below strong. A busy moment
    measured as a slow computer costs nothing but passes above the standard.
    """
    cost = settings_for_new_slots()
    if cost != STRONG:
        return cost
    started = time.perf_counter()
    stretch("calibration", bytes(SALT_BYTES), cost)
    per_pass = (time.perf_counter() - started) / cost.passes
    passes = min(max(cost.passes, int(WANTED_SECONDS / per_pass)), MOST_PASSES)
    return replace(cost, passes=passes)


def settings_accepted(cost: KeySettings) -> bool:
    """Say whether a slot may ask for this cost: not weakened, and not absurd either."""
    floor = FOR_TESTS if settings.test_profiles_allowed() else FLOOR
    return (
        cost.at_least(floor)
        and CEILING.at_least(cost)
        and floor.lanes <= cost.lanes <= CEILING.lanes
    )


def normal_passphrase(typed: str) -> str:
    """Return the one form of what was typed, whatever keyboard composed it (NFKC).

    Raises PassphraseRefused for an empty one and for spaces at either end.
    """
    normal = unicodedata.normalize("NFKC", typed)
    if not normal.strip():
        raise PassphraseRefused("empty")
    if normal != normal.strip():
        raise PassphraseRefused("outer_spaces")
    return normal


def stretch(passphrase: str, salt: bytes, cost: KeySettings) -> bytes:
    """Return the key that a passphrase and a salt make, at this cost."""
    return hash_secret_raw(
        secret=normal_passphrase(passphrase).encode("utf-8"),
        salt=salt,
        time_cost=cost.passes,
        memory_cost=cost.memory_kib,
        parallelism=cost.lanes,
        hash_len=KEY_BYTES,
        type=Type.ID,
    )


def encrypt(key: bytes, content: bytes, bound_to: bytes) -> bytes:
    """Encrypt content and authenticate it together with what it is bound to."""
    nonce = secrets.token_bytes(_NONCE_BYTES)
    return nonce + ChaCha20Poly1305(key).encrypt(nonce, content, bound_to)


def decrypt(key: bytes, sealed: bytes, bound_to: bytes) -> bytes | None:
    """Return the content, or None where key, content or binding is not the one it was."""
    try:
        nonce, rest = sealed[:_NONCE_BYTES], sealed[_NONCE_BYTES:]
        return ChaCha20Poly1305(key).decrypt(nonce, rest, bound_to)
    except (InvalidTag, ValueError):
        return None


def seal_to(public_key: bytes, content: bytes, info: bytes) -> bytes:
    """Seal content to a public key by HPKE."""
    return _SUITE.encrypt(content, X25519PublicKey.from_public_bytes(public_key), info)


def unseal(private_key: X25519PrivateKey, sealed: bytes, info: bytes) -> bytes | None:
    """Open what was sealed by HPKE, or None where key, content or info is not the one it was."""
    try:
        return _SUITE.decrypt(sealed, private_key, info)
    except (InvalidTag, ValueError):
        return None


def subkey(data_key: bytes, label: str) -> bytes:
    """Derive the key for one purpose from the data key (HKDF-SHA256)."""
    info = b"homeward/1/" + label.encode("ascii")
    return HKDF(hashes.SHA256(), KEY_BYTES, salt=None, info=info).derive(data_key)


@dataclass(frozen=True, slots=True)
class KeyPairs:
    """A member of staff's two private keys: one opens what is sealed to them, one signs."""

    sealing: X25519PrivateKey = field(repr=False)
    signing: Ed25519PrivateKey = field(repr=False)

    @classmethod
    def fresh(cls) -> "KeyPairs":
        """Make two new pairs."""
        return cls(X25519PrivateKey.generate(), Ed25519PrivateKey.generate())

    @classmethod
    def from_bytes(cls, content: bytes) -> "KeyPairs":
        """Take up what `to_bytes` gave."""
        return cls(
            X25519PrivateKey.from_private_bytes(content[:KEY_BYTES]),
            Ed25519PrivateKey.from_private_bytes(content[KEY_BYTES:]),
        )

    def to_bytes(self) -> bytes:
        """Return both private keys, 64 bytes."""
        return self.sealing.private_bytes_raw() + self.signing.private_bytes_raw()

    @property
    def sealing_public(self) -> bytes:
        """Return the public half others seal to."""
        return self.sealing.public_key().public_bytes_raw()

    @property
    def signing_public(self) -> bytes:
        """Return the public half signatures are checked with."""
        return self.signing.public_key().public_bytes_raw()


@dataclass(frozen=True, slots=True)
class UnlockedKeys:
    """What an opened register holds in memory until the program ends."""

    register_id: UUID
    epoch: int
    staff_id: UUID
    pairs: KeyPairs = field(repr=False)
    data_key: bytes = field(repr=False)
    wrapping_key: bytes = field(repr=False)

    @classmethod
    def of(
        cls, register_id: UUID, epoch: int, staff_id: UUID, pairs: KeyPairs, data_key: bytes
    ) -> "UnlockedKeys":
        """Derive once what is needed often."""
        wrapping = subkey(data_key, "case-keys")
        return cls(register_id, epoch, staff_id, pairs, data_key, wrapping)

    def sign(self, message: bytes) -> bytes:
        """Sign as the member of staff at work (Ed25519)."""
        return self.pairs.signing.sign(message)
