"""R-44: an older copy of the register put back on the same machine is noticed."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from sqlalchemy import text

from app.shapes.history import Wrong
from app.workspace import Warn
from tests.cases import open_case
from tests.metrics import record
from tests.registers import Home, engine_past_workspace


@contextmanager
def put_back(vault: Home, aside: Path) -> Iterator[None]:
    """Put back the copy kept aside, and the present one afterwards."""
    present = aside.with_name("present")
    shutil.copytree(vault.path, present)
    shutil.rmtree(vault.path)
    shutil.copytree(aside, vault.path)
    yield
    shutil.rmtree(vault.path)
    present.rename(vault.path)


def test_an_older_vault_put_back_is_noticed_20_times(vault: Home, tmp_path: Path) -> None:
    noticed = 0
    for turn in range(20):
        aside = tmp_path / "aside"
        shutil.rmtree(aside, ignore_errors=True)
        shutil.copytree(vault.path, aside)
        with vault.open() as register:
            register.write(partial(open_case, number=f"HRD-2020-{turn:05}"))
        with put_back(vault, aside), vault.open() as register:
            (warning,) = register.warnings
            noticed += warning.what is Warn.OLDER_THAN_SEEN
            assert (warning.seen, warning.found) == (turn + 2, turn + 1)
            assert [one.what for one in register.verify_history()] == [Wrong.CUT_OFF]
        with vault.open() as register:
            assert register.warnings == ()
    record(
        "R-44",
        "older copies put back that were noticed",
        f"{noticed} of 20",
        target="20 of 20",
        holds=noticed == 20,
    )
    assert noticed == 20


def test_working_on_in_an_older_copy_does_not_silence_the_warning(
    vault: Home, tmp_path: Path
) -> None:
    shutil.copytree(vault.path, tmp_path / "aside")
    with vault.open() as register:
        register.write(lambda unit: open_case(unit, "HRD-2020-00001", "the true one"))
    shutil.rmtree(vault.path)
    (tmp_path / "aside").rename(vault.path)

    with vault.open() as register:
        register.write(lambda unit: open_case(unit, "HRD-2020-00001", "another one"))
    with vault.open() as register:
        assert [one.what for one in register.warnings] == [Warn.HISTORY_REWRITTEN]
        assert Wrong.REWRITTEN in {one.what for one in register.verify_history()}
        register.accept_older()
    with vault.open() as register:
        assert register.warnings == ()
        assert register.verify_history() == []


def test_a_shared_register_set_back_is_noticed(office: Home) -> None:
    with office.open() as register:
        register.write(lambda unit: open_case(unit, "HRD-2020-00001"))
    with engine_past_workspace(office) as engine, engine.begin() as connection:
        connection.execute(text("SET session_replication_role = replica"))
        connection.execute(text("DELETE FROM history_entries WHERE seq = 2"))

    with office.open() as register:
        assert [one.what for one in register.warnings] == [Warn.OLDER_THAN_SEEN]


def test_another_machine_knows_nothing_and_warns_of_nothing(
    vault: Home, own_settings: Path
) -> None:
    with vault.open() as register:
        register.write(lambda unit: open_case(unit, "HRD-2020-00001"))
    shutil.rmtree(own_settings)

    with vault.open() as register:
        assert register.warnings == ()
