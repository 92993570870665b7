"""How many men of a list a second the encrypted vault takes in."""

from __future__ import annotations

import csv
import tempfile
import time
from datetime import date, timedelta
from pathlib import Path

from app.jobs import import_job
from app.settings import SettingsFolder
from app.workspace import create
from tests.bench.figure import Figure
from tests.importing.invented_lists import HEADER, profile

MEN = 20_000
FAMILIES = ("Լուսաձորյան", "Քարաբերդյան", "Նմուշյան", "Ծովասարյան", "Карабердян", "Nmushyan")
GIVEN = ("Արամ", "Գոռ", "Վահե", "Տիգրան", "Арам", "Gevorg")
PHRASE = "globe conductor hat bathtub fetch pullover"
WORDS = ("captured", "գերի", "взят в плен", "wounded", "no word of him")
_HOW = (
    "A man is eleven rows in nine tables, a status, and a sealed part of the history. No step "
    "stands out: reading the cells, making the rows, sealing the history and inserting take about "
    "a fifth each, nearly all of it Python. The goal needs two processes, one that reads and plans "
    "while the other seals and inserts, or the making of rows and history in C or Rust."
)


def write_list(path: Path, men: int, *, first: int = 0) -> None:
    """Write a list of invented men, each with a number, a birth, a unit and an event."""
    born = date(1990, 1, 1)
    with path.open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file)
        out.writerow(HEADER.split(","))
        for n in range(first, first + men):
            seen = date(2020, 9, 27) + timedelta(days=n % 80)
            out.writerow(
                (
                    n + 1, FAMILIES[n % 6] + str(n // 36), GIVEN[n // 6 % 6], "",
                    (born + timedelta(days=n % 4000)).isoformat(), f"Sample village {n % 500}",
                    "շարքային", f"ՆՄ-{n % 40}", f"N-{n}", seen.isoformat(),
                    f"Sample height {n % 90}", WORDS[n % 5], "2020-12-20", "",
                )
            )  # fmt: skip


def measure() -> list[Figure]:
    """Import 20,000 men, from the file on disk to the saved and signed history entry."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        write_list(place / "list.csv", MEN)
        settings = SettingsFolder(place / "settings")
        with create(
            place / "vault",
            "Bench",
            PHRASE,
            settings=settings,
        ) as register:
            start = time.perf_counter()
            report = import_job.run(register, place / "list.csv", profile())
            seconds = time.perf_counter() - start
    if report.new != MEN:
        raise AssertionError(f"{report.new} of {MEN} were taken in")
    rate = MEN / seconds
    return [
        Figure(
            "import into the encrypted vault", "cases/s", rate, 1000, 3000,
            more_is_better=True, how="" if rate >= 3000 else _HOW,
        )
    ]  # fmt: skip
