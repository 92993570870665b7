"""Figures of the promises in safety.md: a test that proves one writes what it counted.

    record("R-22", "opened by a removed key", f"{n} of 20", target="0", holds=n == 0)

One small JSON document a figure in `build/metrics`; `QUALITY.md` is made from them and from
nothing else (`./homeward quality`), so no figure is typed by hand. Written before the test
asserts, so that a figure that misses is told as well. The torture set writes into a folder of its
own, so that the ordinary run with its smaller counts never takes the place of the larger ones.
"""

import json
import os
import re
from pathlib import Path

from app.clock import SystemClock

FOLDER = Path(__file__).parents[1] / "build" / "metrics"
REQUIREMENT = re.compile(r"R-\d\d|U-\d\d|speed")
TEST = "test"
TORTURE = "torture"
RUN = "HOMEWARD_METRICS_RUN"
"""Names in the environment the run that measures: `test`, unless the torture set says otherwise."""


def record(requirement: str, what: str, figure: str, *, target: str, holds: bool) -> None:
    """Write one figure of a requirement.

    `what` tells figures of one requirement apart and is read by people, as are `figure` and
    `target`, units included. Raises ValueError for a requirement that is none.
    """
    if not REQUIREMENT.fullmatch(requirement):
        raise ValueError(requirement)
    run = os.environ.get(RUN, TEST)
    folder = FOLDER if run == TEST else FOLDER / run
    folder.mkdir(parents=True, exist_ok=True)
    slug = re.sub(r"\W+", "-", what).strip("-").lower()
    document = {
        "requirement": requirement,
        "what": what,
        "run": run,
        "figure": figure,
        "target": target,
        "holds": holds,
        "on": SystemClock().now().date().isoformat(),
    }
    path = folder / f"{requirement}.{slug}.json"
    path.write_text(json.dumps(document, ensure_ascii=False, indent=1) + "\n", "utf-8")


def record_count(requirement: str, what: str, found: int, of: int) -> None:
    """Write a figure that must be all of a number, as `record` does."""
    record(requirement, what, f"{found} of {of}", target=f"{of} of {of}", holds=found == of)
