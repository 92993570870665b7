"""The towns that a sketch names so that its reader finds his way; the same for every case."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache

from app.paths import resources
from app.shapes.case_report import Wording
from models.vocabulary.coordinates import Point


@dataclass(frozen=True, slots=True)
class Town:
    """A town of the gazetteer; those of a lower rank are named first."""

    name: Wording
    point: Point
    rank: int


@cache
def towns() -> tuple[Town, ...]:
    """Read the towns that come with the program, the best known first."""
    path = resources() / "places" / "towns.tsv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        read = [
            Town(
                Wording(en=row["en"], hy=row["hy"], ru=row["ru"]),
                Point(float(row["lat"]), float(row["lon"])),
                int(row["rank"]),
            )
            for row in rows
        ]
    return tuple(sorted(read, key=lambda town: town.rank))
