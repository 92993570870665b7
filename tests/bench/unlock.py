"""How long opening a register takes at the full cost of a guess, the passphrase typed already."""

from __future__ import annotations

import os
import statistics
import tempfile
import time
from pathlib import Path

from app.settings import SettingsFolder
from app.workspace import create, open_vault
from tests.bench.figure import Figure

RUNS = 5
PHRASE = "globe conductor hat bathtub fetch pullover"


def measure() -> list[Figure]:
    """Found a register at the cost a real one gets, open it some times over, take the middle."""
    cheap = os.environ.pop("HOMEWARD_TEST_PROFILE", None)
    try:
        with tempfile.TemporaryDirectory() as folder:
            return [Figure("unlock at full cost", "s", _seconds(Path(folder)), 1.5, 1.0)]
    finally:
        if cheap is not None:
            os.environ["HOMEWARD_TEST_PROFILE"] = cheap


def _seconds(folder: Path) -> float:
    settings = SettingsFolder(folder / "settings")
    create(folder / "vault", "Bench", PHRASE, settings=settings).close()
    taken = []
    for _ in range(RUNS):
        begun = time.perf_counter()
        register = open_vault(folder / "vault", "Bench", PHRASE, settings=settings)
        taken.append(time.perf_counter() - begun)
        register.close()
    return statistics.median(taken)
