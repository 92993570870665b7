"""The key request: a colleague's way in, made on their own computer, that lacks the data key only.

Its private keys are wrapped by their passphrase and it is signed by their own key, so a changed
file is refused; whether it is theirs at all, two people find out by reading its letters to one
another over the telephone.
"""

import base64
import hashlib
import json
import unicodedata
from dataclasses import dataclass, replace
from uuid import UUID

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from app.errors import BadInput, BadRequest, DamagedVault
from app.vault.keys import KEY_BYTES, SALT_BYTES, KeyPairs, UnlockedKeys, settings_accepted
from app.vault.recovery_code import ALPHABET, plain_letters
from app.vault.slots import NOWHERE, Slot, SlotKind, make_slot, resealed
from app.vault.staffing import staff_name
from app.vault.strength import new_passphrase
from models.base import new_id

FORMAT = 1
LARGEST = 64 * 1024
_WHAT = "homeward key request"
_SIGNED = b"homeward key request 1\x00"
_WRAPPED_BYTES = 12 + 2 * KEY_BYTES + 16
_LETTERS = 16


@dataclass(frozen=True, slots=True)
class KeyRequest:
    """Who asks for a way in, and the letters both sides compare."""

    slot: Slot
    fingerprint: str

    @property
    def name(self) -> str:
        """Return the name they will open the register with."""
        return self.slot.name


def make_request(name: str, passphrase: str) -> tuple[bytes, KeyRequest]:
    """Make somebody's key pairs and the file that asks for a way in.

    Raises BadInput, PassphraseRefused.
    """
    pairs = KeyPairs.fresh()
    nobody = UnlockedKeys.of(NOWHERE, 0, new_id(), pairs, bytes(KEY_BYTES))
    slot = make_slot(nobody, staff_name(name), new_passphrase(passphrase), kind=SlotKind.REQUESTED)
    slot = replace(slot, data_key=b"")
    document: dict[str, object] = {"what": _WHAT, "format": FORMAT, "slot": slot.to_json()}
    signed = base64.b64encode(pairs.signing.sign(_SIGNED + _canonical(document))).decode("ascii")
    content = json.dumps({**document, "signature": signed}, ensure_ascii=False, indent=1)
    return content.encode("utf-8") + b"\n", KeyRequest(slot, _fingerprint(document))


def read_request(content: bytes) -> KeyRequest:
    """Take up a request file; raises BadRequest: `not_one`, `newer`, `altered`, `weak`, `name`."""
    if len(content) > LARGEST:
        raise BadRequest("not_one")
    try:
        document = json.loads(content)
    except (ValueError, RecursionError):
        raise BadRequest("not_one") from None
    if not isinstance(document, dict) or document.get("what") != _WHAT:
        raise BadRequest("not_one")
    if document.get("format") != FORMAT:
        raise BadRequest("newer")
    signature = document.pop("signature", None)
    try:
        slot = Slot.from_json(document.get("slot"))
        plain = {**document, "slot": slot.to_json()}
        if plain != document:
            raise BadRequest("altered")
        key = Ed25519PublicKey.from_public_bytes(slot.signing_key)
        key.verify(base64.b64decode(str(signature), validate=True), _SIGNED + _canonical(document))
        _try_sealing(slot)
    except (DamagedVault, InvalidSignature, ValueError):
        raise BadRequest("altered") from None
    _refuse_unfit(slot)
    return KeyRequest(slot, _fingerprint(document))


def sealed_request(request: KeyRequest, keys: UnlockedKeys) -> Slot:
    """Return the slot of a request with the data key sealed to it."""
    return resealed(request.slot, request.slot.sealing_key, keys)


def same_letters(read_out: str, fingerprint: str) -> bool:
    """Say whether letters somebody read out are those of a request, however they were typed."""
    return plain_letters(read_out) == plain_letters(fingerprint)


def _refuse_unfit(slot: Slot) -> None:
    sizes = (len(slot.salt), len(slot.wrapped), len(slot.data_key))
    if slot.kind is not SlotKind.REQUESTED or sizes != (SALT_BYTES, _WRAPPED_BYTES, 0):
        raise BadRequest("altered")
    if not settings_accepted(slot.cost):
        raise BadRequest("weak")
    try:
        fit = staff_name(slot.name) == slot.name
    except BadInput:
        fit = False
    # No direction marks and no invisible letters: what an administrator reads is who comes in.
    if not fit or any(unicodedata.category(char)[0] == "C" for char in slot.name):
        raise BadRequest("name")


def _try_sealing(slot: Slot) -> None:
    """Raise ValueError for a public key that nothing can be sealed to."""
    nobody = UnlockedKeys.of(NOWHERE, 0, UUID(int=0), KeyPairs.fresh(), bytes(KEY_BYTES))
    resealed(slot, slot.sealing_key, nobody)


def _canonical(document: dict[str, object]) -> bytes:
    return json.dumps(document, sort_keys=True, ensure_ascii=True, separators=(",", ":")).encode()


def _fingerprint(document: dict[str, object]) -> str:
    digest = hashlib.sha256(_SIGNED + _canonical(document)).digest()
    number = int.from_bytes(digest) >> 256 - 5 * _LETTERS
    letters = [ALPHABET[number >> 5 * place & 31] for place in range(_LETTERS - 1, -1, -1)]
    return "-".join("".join(letters[start : start + 4]) for start in range(0, _LETTERS, 4))
