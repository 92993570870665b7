"""R-05 in full: a fault after each operation of each revision, and kills at every point."""

import os
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.metrics import record
from tests.migrations.ladder import (
    FORMER,
    POINTS,
    unchanged_by_faults_in_office,
    unchanged_by_faults_in_vault,
    whole_after_kills,
)
from tests.registers import PostgresServer, migrating_engine
from tests.torture.figures import NotHere


@dataclass(slots=True)
class Figures:
    """How many faults and kills there were, and after how many the register was as before."""

    tried: int = 0
    unchanged: int = 0

    @property
    def holds(self) -> bool:
        """Say whether every register was left as it was."""
        return self.unchanged == self.tried > 0


def torture(every: int, folder: Path) -> Figures:
    """Throw after each so many operations of every revision, and kill at every point."""
    try:
        server = PostgresServer(f"upgrades-{os.getpid()}")
    except (ImportError, OSError) as error:
        raise NotHere(f"no PostgreSQL server can be started: {error}") from error
    figures = Figures()
    for revision in FORMER:
        place = folder / revision
        place.mkdir()
        with pytest.MonkeyPatch.context() as patch:
            _add(figures, unchanged_by_faults_in_vault(revision, patch, place, every))
        with (
            pytest.MonkeyPatch.context() as patch,
            server.database(founded=False) as name,
            migrating_engine(server.profile(place, name)) as engine,
        ):
            _add(figures, unchanged_by_faults_in_office(revision, patch, engine, every))
        kills = place / "kills"
        kills.mkdir()
        _add(figures, (whole_after_kills(revision, kills, POINTS), len(POINTS)))
    record(
        "R-05",
        "faults and kills in upgrades, on both databases",
        f"{figures.unchanged} of {figures.tried} left as before",
        target="100 %",
        holds=figures.holds,
    )
    return figures


def _add(figures: Figures, found: tuple[int, int]) -> None:
    figures.unchanged += found[0]
    figures.tried += found[1]
