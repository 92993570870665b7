"""Errors, logs that turn over and the launcher: no words of a case, no weak keys."""

import logging
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from app import logs
from app.db.unit_of_work import UnitOfWork
from app.shapes.changes import Outcome
from app.vault.keys import KeyPairs, UnlockedKeys
from app.workspace import Workspace
from models.base import new_id

PLANTED = "Եղևնյան"
ROOT = Path(__file__).resolve().parents[2]


def test_the_text_of_a_database_error_carries_nothing_that_was_being_saved(
    register: Workspace,
) -> None:
    def fails(unit: UnitOfWork) -> Outcome[None]:
        unit.session.execute(text("INSERT INTO nowhere VALUES (:words)"), {"words": PLANTED})
        return Outcome(None)

    with pytest.raises(DBAPIError) as refused:
        register.write(fails)
    assert PLANTED not in str(refused.value)
    assert PLANTED not in repr(refused.value)


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps rights in access lists")
def test_a_log_that_was_turned_over_is_still_its_owners_alone(tmp_path: Path) -> None:
    file = logs.set_up(logging.INFO, tmp_path / "logs")
    former = os.umask(0)
    try:
        for _ in range(12):
            logging.getLogger("homeward.test").info("x" * 200_000)
    finally:
        os.umask(former)
        logs.close()
    kept = list(file.parent.iterdir())
    assert len(kept) > 1
    assert {stat.S_IMODE(one.stat().st_mode) for one in kept} == {0o600}


def test_keys_are_in_no_repr() -> None:
    data_key = bytes(range(32))
    keys = UnlockedKeys.of(new_id(), 1, new_id(), KeyPairs.fresh(), data_key)
    for shown in (repr(keys), str(keys), f"{keys}"):
        assert data_key.hex() not in shown
        assert repr(data_key) not in shown
        assert "Private" not in shown


@pytest.mark.skipif(os.name == "nt", reason="the launcher of Windows is another file")
def test_the_launcher_takes_the_test_profile_from_whoever_works_with_the_program(
    tmp_path: Path,
) -> None:
    launcher = (ROOT / "homeward").read_text("utf-8").splitlines()
    last = launcher[-1].replace("-P -m app", "-c 'import os; print(os.environ)'")
    at = launcher.index("unset HOMEWARD_TEST_PROFILE")
    script = "\n".join((*launcher[at:-1], last))
    (tmp_path / ".venv" / "bin").mkdir(parents=True)
    (tmp_path / ".venv" / "bin" / "python").symlink_to(sys.executable)
    said = subprocess.run(
        ["/bin/sh", "-c", f"here={tmp_path}; venv=$here/.venv\n{script}"],
        env={**os.environ, "HOMEWARD_TEST_PROFILE": "1"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert "HOMEWARD_TEST_PROFILE" not in said.stdout
    assert str(tmp_path) in said.stdout
