"""Lends a small register that nobody writes into, made once on each database."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.clock import FrozenClock
from app.settings import SettingsFolder
from app.workspace import Workspace, open_register
from tests import registers
from tests.queries.register_of_men import Men, men_of


@pytest.fixture(scope="session", params=["vault", "postgres"])
def kept(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Workspace, Men]]:
    """Make the register once."""
    folder = tmp_path_factory.mktemp("men")
    if request.param == "vault":
        template = request.getfixturevalue("vault_template")
        place = registers.copy_vault(template, folder / "vault").path
        yield from _filled(place, folder)
        return
    server: registers.PostgresServer = request.getfixturevalue("postgres_server")
    with server.database(founded=True) as name:
        yield from _filled(server.profile(folder, name), folder)


def _filled(place: Path, folder: Path) -> Iterator[tuple[Workspace, Men]]:
    with open_register(
        place,
        registers.FOUNDER,
        registers.PASSPHRASE,
        clock=FrozenClock(registers.STARTED),
        settings=SettingsFolder(folder),
    ) as workspace:
        yield workspace, men_of(workspace)


@pytest.fixture
def many(kept: tuple[Workspace, Men]) -> Workspace:
    """Lend the register."""
    return kept[0]


@pytest.fixture
def men(kept: tuple[Workspace, Men]) -> Men:
    """Say who is in it."""
    return kept[1]
