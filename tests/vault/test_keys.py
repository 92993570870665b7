import sys
import unicodedata
from functools import partial
from uuid import UUID

import pytest

from app import settings
from app.errors import DamagedVault, PassphraseRefused, WeakKeySettings, WrongKey
from app.vault import keys
from app.vault.keys import (
    FLOOR,
    FOR_TESTS,
    MOST_PASSES,
    STRONG,
    KeyPairs,
    KeySettings,
    UnlockedKeys,
    decrypt,
    encrypt,
    seal_to,
    settings_for_new_slots,
    subkey,
    unseal,
)
from app.vault.slots import Slot, make_slot, open_slot
from tests.metrics import record

REGISTER = UUID(int=1)
WORDS = "չորս պատահական բառ"


def unlocked(user: int = 2, epoch: int = 1) -> UnlockedKeys:
    return UnlockedKeys.of(REGISTER, epoch, UUID(int=user), KeyPairs.fresh(), bytes(range(32)))


def test_a_slot_opens_by_its_passphrase_alone() -> None:
    before = unlocked()
    slot = make_slot(before, "Անի", WORDS)

    after = open_slot(Slot.from_json(slot.to_json()), REGISTER, 1, WORDS)

    assert after.data_key == before.data_key
    assert after.sign(b"x") == before.sign(b"x")
    for wrong in ("", " ", WORDS + "ա", WORDS.upper(), "x"):
        with pytest.raises((WrongKey, PassphraseRefused)):
            open_slot(slot, REGISTER, 1, wrong)


def test_a_passphrase_is_the_same_whatever_keyboard_composed_it() -> None:
    words = "пароль й ё и ещё слово"
    slot = make_slot(unlocked(), "Анна", unicodedata.normalize("NFC", words))

    assert open_slot(slot, REGISTER, 1, unicodedata.normalize("NFD", words)).epoch == 1


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("", "empty"),
        ("  ", "empty"),
        (" a b", "outer_spaces"),
        ("a b ", "outer_spaces"),
        ("a\u00a0", "outer_spaces"),
    ],
)
def test_a_passphrase_nobody_could_type_again_is_refused(typed: str, reason: str) -> None:
    with pytest.raises(PassphraseRefused) as refusal:
        make_slot(unlocked(), "Անի", typed)

    assert refusal.value.data["reason"] == reason


def test_a_real_slot_costs_256_mib_three_times(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("HOMEWARD_TEST_PROFILE")

    assert settings_for_new_slots() == STRONG
    assert KeySettings(256 * 1024, 3, 2) == STRONG
    slot = make_slot(unlocked(), "Անի", WORDS)
    assert slot.cost.at_least(FLOOR)
    assert open_slot(slot, REGISTER, 1, WORDS).epoch == 1


def test_a_built_program_refuses_the_test_profile(monkeypatch: pytest.MonkeyPatch) -> None:
    slot = make_slot(unlocked(), "Անի", WORDS)
    monkeypatch.setattr(sys, "frozen", True, raising=False)

    assert not settings.test_profiles_allowed()
    assert settings_for_new_slots() == STRONG
    with pytest.raises(WeakKeySettings):
        open_slot(slot, REGISTER, 1, WORDS)


def test_a_slot_below_the_floor_is_refused_20_times(monkeypatch: pytest.MonkeyPatch) -> None:
    slot = make_slot(unlocked(), "Անի", WORDS)
    monkeypatch.delenv("HOMEWARD_TEST_PROFILE")
    costs = [KeySettings(memory, 3, 2) for memory in range(1024, 64 * 1024, 4 * 1024)]
    costs += [KeySettings(64 * 1024, 1, 2), KeySettings(64 * 1024, 2, 1), KeySettings(256, 1, 1)]
    costs += [KeySettings(1 << 30, 3, 2)]
    assert len(costs) >= 20
    accepted = 0
    for cost in costs:
        weakened = slot.to_json()
        kdf = weakened["kdf"]
        assert isinstance(kdf, dict)
        weakened["kdf"] = kdf | {"memory_kib": cost.memory_kib, "passes": cost.passes}
        try:
            open_slot(Slot.from_json(weakened), REGISTER, 1, WORDS)
            accepted += 1
        except WeakKeySettings:
            continue
    record(
        "R-20",
        "weakened slots accepted",
        f"{accepted} of {len(costs)}",
        target="0",
        holds=accepted == 0,
    )
    assert accepted == 0


def test_a_new_register_costs_about_a_second_and_never_less_than_strong(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("HOMEWARD_TEST_PROFILE")
    for seconds, passes in ((0.3, 10), (0.75, 4), (1.0, 3), (9.0, 3), (0.001, MOST_PASSES)):
        moments = iter((0.0, seconds))
        monkeypatch.setattr("time.perf_counter", partial(next, moments))
        monkeypatch.setattr(keys, "stretch", lambda *_: b"")
        assert keys.calibrated() == KeySettings(STRONG.memory_kib, passes, STRONG.lanes)


def test_every_field_of_a_slot_is_bound_to_what_it_wraps() -> None:
    slot = make_slot(unlocked(), "Անի", WORDS).to_json()
    other = make_slot(unlocked(user=3), "Նարեկ", WORDS).to_json()
    kdf, other_kdf = slot["kdf"], other["kdf"]
    assert isinstance(kdf, dict)
    assert isinstance(other_kdf, dict)
    altered: list[dict[str, object]] = [{**slot, field: other[field]} for field in other]
    altered += [{**slot, "kdf": kdf | {"salt": other_kdf["salt"]}}]
    altered += [{**slot, "kdf": kdf | {name: int(kdf[name]) * 2}} for name in ("memory_kib",)]
    altered += [{**slot, "kdf": kdf | {name: int(kdf[name]) + 1}} for name in ("passes", "lanes")]
    altered += [{**slot, "kind": "recovery"}]
    accepted = []
    for fields in altered:
        if fields == slot:
            continue
        try:
            open_slot(Slot.from_json(fields), REGISTER, 1, WORDS)
            accepted.append(fields)
        except (WrongKey, DamagedVault, WeakKeySettings):
            continue
    assert accepted == []


def test_a_slot_opens_neither_another_register_nor_another_epoch() -> None:
    slot = make_slot(unlocked(), "Անի", WORDS)

    with pytest.raises(WrongKey):
        open_slot(slot, UUID(int=9), 1, WORDS)
    with pytest.raises(DamagedVault) as damage:
        open_slot(slot, REGISTER, 2, WORDS)
    assert damage.value.data["reason"] == "data_key"


def test_what_is_sealed_to_a_person_opens_only_with_its_purpose() -> None:
    pairs = KeyPairs.fresh()
    sealed = seal_to(pairs.sealing_public, b"data key" * 4, b"purpose")

    assert unseal(pairs.sealing, sealed, b"purpose") == b"data key" * 4
    assert unseal(pairs.sealing, sealed, b"other") is None
    assert unseal(KeyPairs.fresh().sealing, sealed, b"purpose") is None
    assert unseal(pairs.sealing, b"short", b"purpose") is None


def test_what_is_encrypted_is_bound_to_its_place() -> None:
    key = bytes(32)

    assert decrypt(key, encrypt(key, b"words", b"here"), b"here") == b"words"
    assert decrypt(key, encrypt(key, b"words", b"here"), b"there") is None
    assert decrypt(key, b"", b"here") is None


def test_each_purpose_has_a_key_of_its_own() -> None:
    labels = ("case-keys", "evidence", "backups", "blind-index")

    assert len({subkey(bytes(32), label) for label in labels} | {bytes(32)}) == 5


def test_keys_do_not_show_themselves() -> None:
    shown = repr(unlocked())

    assert bytes(range(32)).hex() not in shown
    assert repr(bytes(range(32))) not in shown


def test_tests_use_cheap_keys() -> None:
    assert keys.settings_for_new_slots() == FOR_TESTS
