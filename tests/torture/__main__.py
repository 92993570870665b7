"""Runs the torture set in full and prints its figures: `./homeward torture [R-01 R-04 …]`.

Under forty minutes on two cores. Each part says what it did and what it found; a part that cannot
run on this machine says why and counts as not run. Ends with 1 where a promise was missed.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Protocol

os.environ["HOMEWARD_TEST_PROFILE"] = "1"  # cheap keys; what is tortured is the register
os.environ["HOMEWARD_METRICS_RUN"] = "torture"
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from tests.torture import (
    bit_rot,
    clock_back,
    full_disk,
    io_errors,
    kill,
    memory,
    mutations,
    no_network,
    restore,
    traces,
    turns,
    typing_kill,
    upgrades,
)
from tests.torture.figures import NotHere


class Found(Protocol):
    """What a part of the set found."""

    @property
    def holds(self) -> bool:
        """Say whether the promise was kept."""
        ...


type Part = Callable[[int, Path], Found]

PARTS: Mapping[str, tuple[Part, int]] = {
    "R-01": (kill.torture, 200),
    "R-02": (full_disk.torture, 20),
    "R-03": (io_errors.torture, 200),
    "R-04": (bit_rot.torture, 200),
    "R-05": (upgrades.torture, 1),
    "R-10": (mutations.torture, 10_000),
    "R-12": (typing_kill.torture, 20),
    "R-15": (clock_back.torture, 20),
    "R-18": (traces.torture, 4),
    "R-22": (turns.torture, 1),
    "R-24": (memory.torture, 3),
    "R-27": (no_network.torture, 2),
    "R-40": (restore.torture, 20),
}


def main(chosen: list[str]) -> int:
    """Run the parts named, or all; gives 1 where one missed."""
    unknown = [name for name in chosen if name not in PARTS]
    if unknown:
        print(f"there is no {', '.join(unknown)}; there are: {', '.join(PARTS)}", file=sys.stderr)
        return 2
    begun = time.monotonic()
    verdicts = {name: _run(name) for name in PARTS if not chosen or name in chosen}
    print(f"{(time.monotonic() - begun) / 60:.1f} minutes")
    for name, verdict in verdicts.items():
        print(f"  {name} {verdict}")
    return int("MISSED" in verdicts.values())


def _run(name: str) -> str:
    part, count = PARTS[name]
    begun = time.monotonic()
    print(f"{name}: {count} times …", flush=True)
    with tempfile.TemporaryDirectory(prefix="homeward-torture-") as folder:
        os.environ["HOMEWARD_SETTINGS_DIR"] = f"{folder}/settings"
        try:
            found = part(count, Path(folder))
        except NotHere as reason:
            print(f"{name}: not run: {reason}", flush=True)
            return f"not run: {reason}"
    print(f"{name}: {found} in {time.monotonic() - begun:.0f} s", flush=True)
    return "holds" if found.holds else "MISSED"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
