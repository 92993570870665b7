"""What every test stands on: own settings, no network, a frozen clock, a register on request."""

import os
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any  # Any: an address of whatever family

import pytest
from sqlalchemy import Engine

# Cheap keys and a server without TLS; a built program refuses both whatever stands here.
os.environ["HOMEWARD_TEST_PROFILE"] = "1"

from app.clock import FrozenClock  # after the line above on purpose
from app.db.engine import VaultFile
from app.services.places.gazetteer import load_gazetteer
from app.vault.header import DATA
from app.workspace import Workspace
from tests import registers
from tests.registers import Home, PostgresServer

BOTH = ("vault", "postgres")


@pytest.fixture(autouse=True)
def own_settings(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Keep every test's settings apart from one another and from the person running them."""
    folder = tmp_path_factory.getbasetemp() / f"settings-{os.urandom(6).hex()}"
    monkeypatch.setenv("HOMEWARD_SETTINGS_DIR", str(folder))
    return folder


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Refuse every connection that leaves the machine or looks up a name."""
    real = socket.socket.connect

    def connect(self: socket.socket, address: Any) -> None:
        if self.family in {socket.AF_INET, socket.AF_INET6}:
            raise AssertionError("a test reached for the network")
        real(self, address)

    monkeypatch.setattr(socket.socket, "connect", connect)


@pytest.fixture
def frozen_clock() -> FrozenClock:
    """Stand at the morning of 10 March 2021."""
    return FrozenClock(registers.STARTED)


@pytest.fixture(scope="session")
def vault_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Found a vault once; tests copy it."""
    path = tmp_path_factory.mktemp("template") / "vault"
    registers.found_vault(path)
    return path


@pytest.fixture(scope="session")
def gazetteer_template(vault_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Load the places of the program into a vault once; tests copy it."""
    home = registers.copy_vault(vault_template, tmp_path_factory.mktemp("places") / "vault")
    with home.open() as register:
        register.write(load_gazetteer)
    return home.path


@pytest.fixture
def vault_of_places(gazetteer_template: Path, tmp_path: Path, frozen_clock: FrozenClock) -> Home:
    """Lend a founded vault with the places of the program, closed."""
    home = registers.copy_vault(gazetteer_template, tmp_path / "vault")
    home.clock = frozen_clock
    return home


@pytest.fixture(scope="session")
def postgres_server(request: pytest.FixtureRequest) -> PostgresServer:
    """Start one server for the run; skip where none can be started."""
    return registers.start_postgres(registers.run_name(request))


@pytest.fixture
def vault(vault_template: Path, tmp_path: Path, frozen_clock: FrozenClock) -> Home:
    """Lend a founded vault, closed."""
    home = registers.copy_vault(vault_template, tmp_path / "vault")
    home.clock = frozen_clock
    return home


@pytest.fixture
def office(
    postgres_server: PostgresServer, tmp_path: Path, frozen_clock: FrozenClock
) -> Iterator[Home]:
    """Lend a founded register on the server, closed."""
    with postgres_server.database(founded=True) as name:
        yield Home("postgres", postgres_server.profile(tmp_path, name), frozen_clock)


@pytest.fixture(params=BOTH)
def home(request: pytest.FixtureRequest) -> Home:
    """Lend a founded register, closed, on each database."""
    found: Home = request.getfixturevalue("vault" if request.param == "vault" else "office")
    return found


@pytest.fixture
def register(home: Home) -> Iterator[Workspace]:
    """Lend an open register with its founder at work, on each database."""
    with home.open() as workspace:
        yield workspace


@pytest.fixture(params=BOTH)
def empty_place(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Path | VaultFile]:
    """Lend a place without tables on each database: a file yet to be made, or a profile."""
    if request.param == "vault":
        yield VaultFile(tmp_path / DATA, os.urandom(32))
        return
    server: PostgresServer = request.getfixturevalue("postgres_server")
    with server.database(founded=False) as name:
        yield server.profile(tmp_path, name)


@pytest.fixture
def any_engine(home: Home) -> Iterator[Engine]:
    """Lend an engine on a migrated, founded database of each kind, past the workspace."""
    with registers.engine_past_workspace(home) as engine:
        yield engine
