"""Gathers the figures and writes QUALITY.md: `./homeward quality`.

`--anew` forgets the kept figures of the ordinary run and takes those measured on this machine: for
figures that no test writes any more. What the torture set measured stays.
"""

from __future__ import annotations

import sys

from tests.bench.figure import METRICS, read_json, write_json
from tests.metrics import TORTURE
from tests.quality.figures import KEPT_BENCH, keep, kept, merged, written_here
from tests.quality.page import PAGE, page


def main(arguments: list[str]) -> int:
    """Write the page and name what misses; a figure that misses is no failure of the page."""
    before = [one for one in kept() if one.run == TORTURE or "--anew" not in arguments]
    figures = merged(before, written_here())
    keep(figures)
    write_json(read_json(METRICS), KEPT_BENCH)
    PAGE.write_text(page(figures, read_json(KEPT_BENCH)), "utf-8")
    missed = [one for one in figures if not one.holds]
    print(f"{len(figures)} figures, {len(missed)} miss; {PAGE.name} is written")
    for one in missed:
        print(f"  {one.requirement} {one.what}: {one.figure}, wanted {one.target}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
