"""R-19, R-20, R-21: wrong words, the cost of a guess, and slots changed from outside."""

import base64
import json
from pathlib import Path
from typing import Any  # Any: a JSON document

import pytest

from app.errors import DamagedVault, HomewardError, WrongKey
from app.vault.header import HEADER, SPARE, Header
from app.vault.keys import settings_accepted
from models.vocabulary.roles import Role
from tests.registers import FOUNDER, PASSPHRASE, Home

SECOND = "Նարեկ Քարաբերդյան"
WORDS = "globe conductor hat bathtub fetch pullover"


def rewrite(folder: Path, change: Any) -> None:
    """Change the header as somebody would who knows how its sum is made."""
    from app.vault import header

    document = json.loads((folder / HEADER).read_bytes())
    change(document)
    document.pop("sum")
    document["sum"] = header._sum(document)
    for name in (HEADER, SPARE):
        (folder / name).write_text(json.dumps(document, ensure_ascii=False), "utf-8")


def flipped(value: object) -> object:
    """Return a value of the same kind that is another one."""
    if isinstance(value, int):
        return value + 1
    text = str(value)
    try:
        raw = bytearray(base64.b64decode(text, validate=True))
    except ValueError:
        return text[:-1] + ("a" if text[-1] != "a" else "b")
    if not raw:
        return text + "x"
    raw[len(raw) // 2] ^= 1
    return base64.b64encode(bytes(raw)).decode("ascii")


@pytest.fixture
def shared_vault(vault: Home) -> Home:
    """Lend a vault two members of staff may open."""
    with vault.open() as register:
        register.add_staff(SECOND, frozenset({Role.INTAKE}), WORDS)
    return vault


def refused(home: Home, user: str, passphrase: str) -> bool:
    """Say whether somebody is kept out."""
    try:
        home.open(user, passphrase).close()
    except HomewardError:
        return True
    return False


FIELDS = [
    "user_id", "name", "kind", "sealing_key", "signing_key", "wrapped", "data_key",
    "kdf.name", "kdf.memory_kib", "kdf.passes", "kdf.lanes", "kdf.salt",
]  # fmt: skip


@pytest.mark.parametrize("slot", [0, 1])
@pytest.mark.parametrize("field", FIELDS)
def test_a_changed_field_of_a_slot_opens_nothing(shared_vault: Home, field: str, slot: int) -> None:
    def change(document: Any) -> None:
        place = document["slots"][slot]
        *path, last = field.split(".")
        for step in path:
            place = place[step]
        place[last] = flipped(place[last])

    rewrite(shared_vault.path, change)

    user, words = ((FOUNDER, PASSPHRASE), (SECOND, WORDS))[slot]
    assert refused(shared_vault, user, words)


@pytest.mark.parametrize("field", [*FIELDS[:2], *FIELDS[3:7], "kdf"])
def test_fields_swapped_between_two_slots_open_nothing(shared_vault: Home, field: str) -> None:
    def swap(document: Any) -> None:
        one, other = document["slots"]
        one[field], other[field] = other[field], one[field]

    rewrite(shared_vault.path, swap)

    assert refused(shared_vault, FOUNDER, PASSPHRASE)
    assert refused(shared_vault, SECOND, WORDS)


def test_an_older_epoch_replayed_opens_nothing(vault: Home) -> None:
    rewrite(vault.path, lambda document: document.update(epoch=document["epoch"] - 1))
    assert refused(vault, FOUNDER, PASSPHRASE)
    rewrite(vault.path, lambda document: document.update(epoch=document["epoch"] + 2))
    assert refused(vault, FOUNDER, PASSPHRASE)


def test_another_registers_number_opens_nothing(vault: Home) -> None:
    def change(document: Any) -> None:
        document["vault_id"] = flipped(document["vault_id"])

    rewrite(vault.path, change)

    with pytest.raises((WrongKey, DamagedVault)):
        vault.open()


def test_1000_wrong_passphrases_open_nothing(vault: Home) -> None:
    opened = [n for n in range(1000) if not refused(vault, FOUNDER, f"{PASSPHRASE} {n}")]

    assert opened == []


def test_what_a_guess_costs_can_be_read_from_the_header(vault: Home) -> None:
    header = Header.from_bytes((vault.path / HEADER).read_bytes())

    assert all(settings_accepted(slot.cost) for slot in header.slots)
