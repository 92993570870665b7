"""Runs the benches and prints each figure beside its floor and goal: `./homeward bench`."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable

# Cheap keys for the passphrase, so that what is timed is the register and not Argon2.
os.environ.setdefault("HOMEWARD_TEST_PROFILE", "1")
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from tests.bench import (
    accounting,
    backup,
    batch,
    cross_script,
    exhibits,
    febrl,
    find,
    imports,
    listing,
    locking,
    paper,
    paper_peers,
    rosters,
    start,
    status,
    today,
    unlock,
)
from tests.bench.figure import Figure, print_table, write_json

BENCHES: dict[str, Callable[[], list[Figure]]] = {
    "import": imports.measure,
    "find": find.measure,
    "status": status.measure,
    "list": listing.measure,
    "start": start.measure,
    "lock": locking.measure,
    "paper": paper.measure,
    "batch": batch.measure,
    "paper_peers": paper_peers.measure,
    "unlock": unlock.measure,
    "backup": backup.measure,
    "exhibits": exhibits.measure,
    "febrl": febrl.measure,
    "today": today.measure,
    "names": cross_script.measure,
    "sheet": accounting.measure,
    "rosters": rosters.measure,
}


def main(chosen: list[str]) -> int:
    """Run the benches named, or all; gives 1 where a figure missed its floor."""
    figures: list[Figure] = []
    for name, measure in BENCHES.items():
        if not chosen or name in chosen:
            print(f"… {name}", file=sys.stderr)
            figures += measure()
    print_table(figures)
    write_json(figures)
    return int(any(one.verdict == "BELOW FLOOR" for one in figures))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
