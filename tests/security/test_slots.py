"""R-19, R-20, R-21: wrong words, the cost of a guess, and slots changed from outside."""

import base64
import json
import time
from functools import partial
from itertools import product
from pathlib import Path
from typing import Any  # Any: a JSON document

import pytest

from app.errors import DamagedVault, HomewardError, WrongKey
from app.jobs.registers import recovering
from app.vault.header import HEADER, SPARE, Header
from app.vault.keys import FLOOR, KeyPairs, UnlockedKeys, settings_accepted
from app.vault.slots import make_slot, open_slot, refuse_slowly
from models.base import new_id
from models.vocabulary.roles import Role
from tests.metrics import record
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


def test_a_changed_field_of_any_slot_opens_nothing(shared_vault: Home) -> None:
    with shared_vault.open() as register:
        code = " ".join(register.key_desk.new_sheet().lines)
    whole = (shared_vault.path / HEADER).read_bytes()
    accepted = []
    for slot, field in product(range(3), FIELDS):
        rewrite(shared_vault.path, partial(flip_field, slot=slot, field=field))
        ways = (
            lambda: refused(shared_vault, FOUNDER, PASSPHRASE),
            lambda: refused(shared_vault, SECOND, WORDS),
            lambda: refused_sheet(shared_vault, code),
        )
        if not ways[slot]():
            accepted.append((slot, field))
        for name in (HEADER, SPARE):
            (shared_vault.path / name).write_bytes(whole)
    tried = 3 * len(FIELDS)
    record(
        "R-21",
        "altered fields of slots accepted, a recovery sheet's included",
        f"{len(accepted)} of {tried}",
        target="0",
        holds=not accepted,
    )
    assert accepted == []


def flip_field(document: Any, slot: int, field: str) -> None:
    """Put another value into a field of a slot."""
    place = document["slots"][slot]
    *path, last = field.split(".")
    for step in path:
        place = place[step]
    place[last] = flipped(place[last])


def refused_sheet(home: Home, code: str) -> bool:
    """Say whether a recovery sheet is kept out."""
    try:
        recovering.recover(home.path, code, FOUNDER, WORDS, clock=home.clock)
    except HomewardError:
        return True
    return False


@pytest.mark.parametrize("field", [*FIELDS[:2], *FIELDS[3:7], "kdf"])
def test_fields_swapped_between_two_slots_open_nothing(shared_vault: Home, field: str) -> None:
    def swap(document: Any) -> None:
        one, other = document["slots"]
        one[field], other[field] = other[field], one[field]

    rewrite(shared_vault.path, swap)

    kept_out = (
        refused(shared_vault, FOUNDER, PASSPHRASE),
        refused(shared_vault, SECOND, WORDS),
    )
    record(
        "R-21",
        f"slots with {field} swapped accepted",
        f"{kept_out.count(False)} of 2",
        target="0",
        holds=all(kept_out),
    )
    assert all(kept_out)


def test_an_older_epoch_replayed_opens_nothing(vault: Home) -> None:
    with vault.open() as register:
        register.add_staff(SECOND, frozenset({Role.INTAKE}), WORDS)
    before = (vault.path / HEADER).read_bytes()
    with vault.open() as register:
        register.key_desk.remove(SECOND)
    after = (vault.path / HEADER).read_bytes()
    tries = []
    for header, shift in ((before, 0), (before, 1), (after, -1), (after, 1)):
        for name in (HEADER, SPARE):
            (vault.path / name).write_bytes(header)
        rewrite(vault.path, partial(shift_epoch, by=shift))
        tries += [refused(vault, FOUNDER, PASSPHRASE), refused(vault, SECOND, WORDS)]
    record(
        "R-21",
        "old epochs replayed, accepted",
        f"{tries.count(False)} of {len(tries)}",
        target="0",
        holds=all(tries),
    )
    assert all(tries)


def shift_epoch(document: Any, by: int) -> None:
    """Put another number of the epoch into the header."""
    document["epoch"] += by


def test_another_registers_number_opens_nothing(vault: Home) -> None:
    def change(document: Any) -> None:
        document["vault_id"] = flipped(document["vault_id"])

    rewrite(vault.path, change)

    with pytest.raises((WrongKey, DamagedVault)):
        vault.open()


def test_1000_wrong_passphrases_open_nothing(vault: Home) -> None:
    opened = [n for n in range(1000) if not refused(vault, FOUNDER, f"{PASSPHRASE} {n}")]

    record(
        "R-19",
        "wrong passphrases that opened",
        f"{len(opened)} of 1,000",
        target="0",
        holds=not opened,
    )
    assert opened == []


def test_a_wrong_guess_at_full_cost_takes_its_time_and_memory(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("HOMEWARD_TEST_PROFILE")
    keys = UnlockedKeys.of(new_id(), 1, new_id(), KeyPairs.fresh(), bytes(32))
    slot = make_slot(keys, SECOND, WORDS)
    times = []
    for guess in ("wrong", "wrong again", "and again"):
        begun = time.perf_counter()
        with pytest.raises(WrongKey):
            open_slot(slot, keys.register_id, 1, guess)
        times.append(time.perf_counter() - begun)
    unknown = time.perf_counter()
    refuse_slowly("somebody unknown", slot.cost)
    unknown = time.perf_counter() - unknown
    quickest = min(*times, unknown)
    record(
        "R-19",
        "quickest wrong guess, a name unknown included",
        f"{quickest:.2f} s",
        target="at least 0.3 s",
        holds=quickest >= 0.3,
    )
    record(
        "R-20",
        "cost of a guess",
        f"{slot.cost.memory_kib // 1024} MiB, {slot.cost.passes} passes, {min(times):.2f} s",
        target="at least 64 MiB, 3 passes",
        holds=slot.cost.at_least(FLOOR),
    )
    assert slot.cost.at_least(FLOOR)


def test_the_window_cannot_tell_an_unknown_name_from_a_wrong_passphrase(vault: Home) -> None:
    told = set()
    for user, words in ((FOUNDER, "wrong words"), ("nobody", PASSPHRASE)):
        with pytest.raises(WrongKey) as error:
            vault.open(user, words)
        told.add((error.value.code, str(error.value.data)))
    assert len(told) == 1


def test_what_a_guess_costs_can_be_read_from_the_header(vault: Home) -> None:
    header = Header.from_bytes((vault.path / HEADER).read_bytes())

    assert all(settings_accepted(slot.cost) for slot in header.slots)
