"""R-05: an upgrade from every landed revision keeps every field; one that fails changes nothing.

The ordinary run throws after some operations of every revision; the torture run after each.
"""

import os
import signal
from pathlib import Path

import pytest

from app.db import migrating, schema
from tests.metrics import record
from tests.migrations.ladder import (
    FORMER,
    POINTS,
    Rows,
    fill,
    lost,
    read,
    rows_of,
    unchanged_by_faults_in_office,
    unchanged_by_faults_in_vault,
    vault_at,
    whole_after_kills,
)
from tests.registers import PostgresServer, migrating_engine

EVERY = int(os.environ.get("HOMEWARD_FAULT_EVERY", "7"))
"""Throws after each so many operations: 1 in the torture run."""


def tell(what: str, before: Rows, gone: list[str]) -> None:
    fields = sum(len(row) for rows in before.values() for row in rows.values())
    figure = f"{len(gone)} of {fields} fields lost or altered"
    record("R-05", what, figure, target="0", holds=not gone)


@pytest.mark.parametrize("revision", FORMER)
def test_a_vault_of_every_former_revision_keeps_every_field(revision: str, tmp_path: Path) -> None:
    file = vault_at(revision, tmp_path)
    before = read(file)

    migrating.upgrade_vault(file, tmp_path / "backups")

    gone = lost(before, read(file))
    tell(f"vault from {revision} to {schema.head()}", before, gone)
    assert gone == []


@pytest.mark.parametrize("revision", FORMER)
def test_an_office_of_every_former_revision_keeps_every_field(
    revision: str, postgres_server: PostgresServer, tmp_path: Path
) -> None:
    with (
        postgres_server.database(founded=False) as name,
        migrating_engine(postgres_server.profile(tmp_path, name)) as engine,
    ):
        migrating.migrate_whole(engine, revision)
        with engine.begin() as connection:
            fill(connection)
            before = rows_of(connection)
        migrating.migrate_whole(engine)
        with engine.connect() as connection:
            gone = lost(before, rows_of(connection))
    tell(f"office from {revision} to {schema.head()}", before, gone)
    assert gone == []


@pytest.mark.parametrize("revision", FORMER)
def test_a_fault_after_any_operation_leaves_the_vault_as_it_was(
    revision: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    unchanged, faults = unchanged_by_faults_in_vault(revision, monkeypatch, tmp_path, EVERY)
    record(
        "R-05",
        f"vault at {revision}, exceptions after operations",
        f"{unchanged} of {faults} originals unchanged",
        target="100 %",
        holds=unchanged == faults > 0,
    )
    assert unchanged == faults > 0


@pytest.mark.parametrize("revision", FORMER)
def test_a_fault_after_any_operation_leaves_the_office_as_it_was(
    revision: str,
    monkeypatch: pytest.MonkeyPatch,
    postgres_server: PostgresServer,
    tmp_path: Path,
) -> None:
    with (
        postgres_server.database(founded=False) as name,
        migrating_engine(postgres_server.profile(tmp_path, name)) as engine,
    ):
        unchanged, faults = unchanged_by_faults_in_office(revision, monkeypatch, engine, EVERY)
    record(
        "R-05",
        f"office at {revision}, exceptions after operations",
        f"{unchanged} of {faults} originals unchanged",
        target="100 %",
        holds=unchanged == faults > 0,
    )
    assert unchanged == faults > 0


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no SIGKILL here")
@pytest.mark.parametrize("revision", FORMER[-1:])
def test_a_kill_at_any_point_of_an_upgrade_leaves_a_whole_vault(
    revision: str, tmp_path: Path
) -> None:
    points = POINTS if EVERY == 1 else POINTS[::2]
    good = whole_after_kills(revision, tmp_path, points)
    record(
        "R-05",
        "vault killed at points of the upgrade",
        f"{good} of {len(points)} whole afterwards",
        target="100 %",
        holds=good == len(points),
    )
    assert good == len(points)
