import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, inspect, text
from sqlalchemy.exc import DBAPIError

from app import paths
from app.db import migrating, schema
from app.db.engine import VaultFile, Way, vault_engine
from app.errors import HomewardError, NewerVault, UpgradeFailed
from models.base import Base
from tests.metrics import record
from tests.registers import Home, engine_past_workspace, migrating_engine

ROOT = Path(__file__).parents[2]


@pytest.fixture
def empty_engine(empty_place: Path | VaultFile) -> Iterator[Engine]:
    """Lend an engine on a place without tables, on each database."""
    if isinstance(empty_place, VaultFile):
        empty_place.path.touch(0o600)
    with migrating_engine(empty_place) as engine:
        yield engine


@pytest.fixture
def own_migrations(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Lend a copy of the revisions a test may add its own to."""
    copy = tmp_path / "migrations"
    shutil.copytree(paths.migrations(), copy, ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.setattr(paths, "migrations", lambda: copy)
    return copy


_REVISION = '''"""Added by a test."""

import os

import sqlalchemy as sa
from alembic import op

from migrations import helpers

revision = "9999"
down_revision = "{after}"
branch_labels = None
depends_on = None


def upgrade() -> None:
{body}'''


def add_revision(folder: Path, after: str, body: str) -> None:
    revision = _REVISION.format(after=after, body=body)
    (folder / "versions" / "9999_added.py").write_text(revision, "utf-8")


def tables(engine: Engine) -> set[str]:
    return set(inspect(engine).get_table_names())


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_revisions_are_one_line_with_one_head() -> None:
    script = ScriptDirectory.from_config(migrating.alembic_config())
    numbers = [revision.revision for revision in reversed(list(script.walk_revisions()))]

    assert script.get_heads() == [schema.head()]
    assert tuple(numbers) == schema.known_revisions()
    assert numbers == [f"{place:04d}" for place in range(1, len(numbers) + 1)]


def test_the_migrated_schema_is_what_the_models_say(empty_engine: Engine) -> None:
    from migrations.comparing import known_name, type_differs

    migrating.migrate_whole(empty_engine)

    with empty_engine.connect() as connection:
        context = MigrationContext.configure(
            connection, opts={"compare_type": type_differs, "include_name": known_name}
        )
        assert compare_metadata(context, Base.metadata) == []


def test_every_step_of_the_ladder_can_be_stood_on(empty_engine: Engine) -> None:
    script = ScriptDirectory.from_config(migrating.alembic_config())
    for revision in reversed(list(script.walk_revisions())):
        migrating.migrate_whole(empty_engine, revision.revision)
        with empty_engine.connect() as connection:
            assert schema.revision_of(connection) == revision.revision
    with empty_engine.connect() as connection:
        assert schema.state_of(connection) is schema.SchemaState.CURRENT


def test_a_migration_that_fails_leaves_nothing(empty_engine: Engine, own_migrations: Path) -> None:
    add_revision(
        own_migrations,
        schema.head(),
        '    op.create_table("half", sa.Column("id", sa.Integer()))\n'
        '    op.execute("INSERT INTO half VALUES (1)")\n'
        '    op.execute("this is no statement")\n',
    )

    with pytest.raises(DBAPIError):
        migrating.migrate_whole(empty_engine)

    assert tables(empty_engine) == set()


def test_altering_a_parent_keeps_its_children_and_triggers(
    any_engine: Engine, own_migrations: Path
) -> None:
    add_revision(
        own_migrations,
        schema.head(),
        '    op.create_table("parents", sa.Column("id", sa.Integer(), primary_key=True),\n'
        '        sa.Column("word", sa.String(10)))\n'
        '    op.create_table("children", sa.Column("id", sa.Integer(), primary_key=True),\n'
        '        sa.Column("parent", sa.Integer(),\n'
        '        sa.ForeignKey("parents.id", ondelete="CASCADE")))\n'
        '    helpers.append_only("parents")\n'
        '    op.execute("INSERT INTO parents VALUES (1, NULL)")\n'
        '    op.execute("INSERT INTO children VALUES (1, 1)")\n'
        '    with helpers.batch("parents") as table:\n'
        '        table.alter_column("word", type_=sa.Text(), existing_type=sa.String(10))\n',
    )

    migrating.migrate_whole(any_engine)

    with any_engine.connect() as connection:
        assert connection.execute(text("SELECT count(*) FROM children")).scalar_one() == 1
    with pytest.raises(DBAPIError, match="append-only"), any_engine.begin() as connection:
        connection.execute(text("DELETE FROM parents"))


def test_broken_references_stop_a_migration(vault: Home, own_migrations: Path) -> None:
    add_revision(
        own_migrations,
        schema.head(),
        "    op.execute(\"INSERT INTO slots (staff_id, slot) VALUES ('nobody', '')\")\n",
    )
    before = digest(vault.path / "data.db")

    with pytest.raises(UpgradeFailed):
        vault.open()

    assert digest(vault.path / "data.db") == before


def test_an_older_register_is_upgraded_and_the_original_kept(
    vault: Home, own_migrations: Path
) -> None:
    former = schema.head()
    add_revision(
        own_migrations, former, '    op.create_table("added", sa.Column("id", sa.Integer()))\n'
    )

    with vault.open() as workspace:
        assert workspace.verify_history() == []
        assert workspace.warnings == ()

    with engine_past_workspace(vault) as engine:
        assert "added" in tables(engine)
    assert (vault.path / "backups" / f"data-{former}.db").is_file()
    assert not list(vault.path.glob("*.upgrading*"))


@pytest.mark.parametrize("failure", ["raise LookupError", 'op.execute("no statement")'])
def test_an_upgrade_that_fails_leaves_the_original(
    vault: Home, own_migrations: Path, failure: str
) -> None:
    add_revision(
        own_migrations,
        schema.head(),
        f'    op.create_table("half", sa.Column("id", sa.Integer()))\n    {failure}\n',
    )
    before = digest(vault.path / "data.db")

    with pytest.raises((UpgradeFailed, LookupError)):
        vault.open()

    assert digest(vault.path / "data.db") == before
    assert not list(vault.path.glob("*.upgrading*"))
    (own_migrations / "versions" / "9999_added.py").unlink()
    vault.open().close()


def test_an_upgrade_killed_in_the_middle_leaves_the_original(
    vault: Home, own_migrations: Path
) -> None:
    add_revision(
        own_migrations,
        schema.head(),
        '    op.create_table("half", sa.Column("id", sa.Integer()))\n    os._exit(9)\n',
    )
    before = digest(vault.path / "data.db")
    script = (
        "from pathlib import Path\nimport sys\nfrom app import paths\n"
        "from tests.registers import Home\n"
        "paths.migrations = lambda: Path(sys.argv[2])\n"
        "Home('vault', Path(sys.argv[1])).open()\n"
    )

    done = subprocess.run(
        [sys.executable, "-c", script, str(vault.path), str(own_migrations)],
        cwd=ROOT,
        check=False,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
    )

    assert done.returncode == 9
    assert digest(vault.path / "data.db") == before
    (own_migrations / "versions" / "9999_added.py").unlink()
    with vault.open() as workspace:
        assert workspace.verify_history() == []
    with engine_past_workspace(vault) as engine:
        assert "half" not in tables(engine)


def test_a_newer_register_is_refused_and_not_touched(home: Home) -> None:
    with engine_past_workspace(home) as engine, engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '7777'"))
    files = sorted(home.path.rglob("*.*")) if home.kind == "vault" else []
    before = [digest(file) for file in files if file.is_file()]

    with pytest.raises(NewerVault) as refusal:
        home.open()

    changed = [digest(file) for file in files if file.is_file()] != before
    record(
        "R-06",
        f"newer {home.kind} refused",
        "refused, files changed" if changed else "refused, 0 bytes changed",
        target="refused, 0 bytes changed",
        holds=not changed,
    )
    assert refusal.value.data["found"] == "7777"
    assert not changed


def test_an_older_shared_register_waits_for_its_administrator(
    office: Home, own_migrations: Path
) -> None:
    from app.vault.office import upgrade_office

    add_revision(
        own_migrations,
        schema.head(),
        '    op.create_table("added", sa.Column("id", sa.Integer()))\n',
    )

    with pytest.raises(HomewardError) as refusal:
        office.open()
    assert refusal.value.code == "schema_behind"
    upgrade_office(office.path)
    office.open().close()


def test_a_fresh_file_belongs_to_its_owner_alone(tmp_path: Path) -> None:
    file = VaultFile(tmp_path / "data.db", os.urandom(32))

    migrating.build_vault(file)

    assert file.path.stat().st_mode & 0o777 == 0o600
    engine = vault_engine(file, Way.READ)
    with engine.connect() as connection:
        assert schema.state_of(connection) is schema.SchemaState.CURRENT
    engine.dispose()


def test_opening_a_register_loads_no_migration_tool(vault: Home) -> None:
    script = (
        "import sys\nfrom pathlib import Path\nfrom tests.registers import Home\n"
        "Home('vault', Path(sys.argv[1])).open().close()\n"
        "assert 'alembic' not in sys.modules\n"
    )

    subprocess.run(
        [sys.executable, "-c", script, str(vault.path)],
        cwd=ROOT,
        check=True,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
    )
