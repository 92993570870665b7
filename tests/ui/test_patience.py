"""Who guesses waits longer each time, also after starting anew; whoever knows does not."""

from pathlib import Path

import pytest

from app.clock import FrozenClock
from app.errors import TooSoon, WrongKey
from app.settings import SettingsFolder
from app.ui.shell.patience import LONGEST_SECONDS, Patience
from app.ui.vault_door import RegisterDoor
from tests.metrics import record
from tests.registers import FOUNDER, PASSPHRASE, STARTED, Home

VAULT = Path("office") / "Վանաձոր"


@pytest.fixture
def clock() -> FrozenClock:
    return FrozenClock(STARTED)


def anew(folder: Path, clock: FrozenClock) -> Patience:
    """Stand for the program started once more."""
    return Patience(SettingsFolder(folder), clock)


def test_each_wrong_passphrase_doubles_the_wait_across_restarts(
    own_settings: Path, clock: FrozenClock
) -> None:
    waits = []
    for _ in range(10):
        waits.append(anew(own_settings, clock).failed(VAULT))
        assert anew(own_settings, clock).seconds_left(VAULT) == waits[-1]
        clock.advance(seconds=waits[-1])
        assert anew(own_settings, clock).seconds_left(VAULT) == 0
    expected = [1, 2, 4, 8, 16, 32, 60, 60, 60, 60]
    record(
        "R-19",
        "seconds to wait after wrong passphrases in the window",
        " ".join(map(str, waits)),
        target="1 2 4 8 16 32 60 60 …",
        holds=waits == expected,
    )
    assert waits == expected


def test_a_clock_put_back_locks_nobody_out(own_settings: Path, clock: FrozenClock) -> None:
    anew(own_settings, clock).failed(VAULT)
    clock.advance(days=-400)
    assert anew(own_settings, clock).seconds_left(VAULT) == LONGEST_SECONDS
    clock.advance(days=401)
    assert anew(own_settings, clock).seconds_left(VAULT) == 0


def test_the_count_says_nothing_of_who_or_where(own_settings: Path, clock: FrozenClock) -> None:
    anew(own_settings, clock).failed(VAULT)
    kept = (own_settings / "patience.json").read_text("utf-8")
    assert "office" not in kept
    assert "Վանաձոր" not in kept


def test_one_vault_pays_not_for_another(own_settings: Path, clock: FrozenClock) -> None:
    anew(own_settings, clock).failed(VAULT)
    assert anew(own_settings, clock).seconds_left(Path("another")) == 0


@pytest.mark.parametrize("broken", ["[]", '{"x": 1}', "no json"])
def test_a_broken_count_stops_nobody(own_settings: Path, clock: FrozenClock, broken: str) -> None:
    own_settings.mkdir(parents=True, exist_ok=True)
    (own_settings / "patience.json").write_text(broken, "utf-8")
    assert anew(own_settings, clock).seconds_left(VAULT) == 0
    assert anew(own_settings, clock).failed(VAULT) == 1


def test_nothing_is_tried_before_its_time_and_the_right_one_forgives(
    own_settings: Path, clock: FrozenClock, vault: Home
) -> None:
    door = RegisterDoor(SettingsFolder(own_settings), clock)
    with pytest.raises(WrongKey):
        door.open(vault.path, FOUNDER, "not this one at all")
    with pytest.raises(TooSoon):
        door.open(vault.path, FOUNDER, PASSPHRASE)
    clock.advance(seconds=1)
    door.open(vault.path, FOUNDER, PASSPHRASE).workspace.close()
    with pytest.raises(WrongKey):
        door.open(vault.path, FOUNDER, "not this one at all")
    assert door.seconds_to_wait(vault.path) == 1


def test_an_unknown_name_is_answered_as_a_wrong_passphrase(
    own_settings: Path, clock: FrozenClock, vault: Home
) -> None:
    door = RegisterDoor(SettingsFolder(own_settings), clock)
    with pytest.raises(WrongKey):
        door.open(vault.path, "Nobody", PASSPHRASE)
    assert door.seconds_to_wait(vault.path) == 1
