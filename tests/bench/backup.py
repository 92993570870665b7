"""How long a verified backup of a register of 100,000 men takes."""

from __future__ import annotations

import tempfile
import time
from pathlib import Path

from app.jobs import import_job
from app.jobs.registers import backup as backup_job
from app.settings import SettingsFolder
from app.workspace import create
from tests.bench.figure import Figure
from tests.bench.imports import MEN, PHRASE, write_list
from tests.importing.invented_lists import profile

LISTS = 5
"""Lists of 20,000 men each."""


def measure() -> list[Figure]:
    """Back up 100,000 men to another folder: copied, opened, every page and row looked at."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        with create(
            place / "vault", "Bench", PHRASE, settings=SettingsFolder(place / "settings")
        ) as register:
            for n in range(LISTS):
                path = place / f"list-{n}.csv"
                write_list(path, MEN, first=n * MEN)
                import_job.run(register, path, profile())
            start = time.perf_counter()
            outcome = backup_job.back_up(register, place / "disk")
            seconds = time.perf_counter() - start
    if not outcome.verified:
        raise AssertionError("the backup did not verify")
    return [Figure("verified backup of 100,000 cases", "s", seconds, 30, 15)]
