"""How the register feels at a million cases: measured in a process of its own, memory and all."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from tests.bench import million
from tests.bench.figure import Figure

_HOW = {
    "first_rows": "The rows are in hand after some 0.15 s, building the window included; the rest "
    "is the first painting, when the letters of three scripts are drawn for the first time: a row "
    "painted out of sight while the passphrase is typed would take that away.",
    "repaint_p95": "The delegate draws every cell in Python: rows kept as ready pictures, or a "
    "delegate in C++.",
    "memory": "Most of it is Qt, the fonts and the modules of the program, the vector of a million "
    "ids is 8 MB: fewer modules loaded at the start, smaller caches of the readers' connections.",
}
_FIGURES = (
    ("first_rows", "1,000,000 cases: first rows after opening", "s", 0.5, 0.2),
    ("repaint_p95", "1,000,000 cases: repaint p95, scrolling and jumping", "ms", 60.0, 30.0),
    ("memory", "1,000,000 cases: resident memory of the process", "MB", 400.0, 300.0),
)


def measure() -> list[Figure]:
    """Open the window on a million cases in a fresh process; the register is made if need be."""
    million.opened().close()
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(Path.cwd())}
    done = subprocess.run(
        [sys.executable, "-m", "tests.bench.list_probe"],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        print(done.stderr, file=sys.stderr)
        return [Figure(what, unit, None, floor, goal) for _, what, unit, floor, goal in _FIGURES]
    found: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    print(
        "  of these: " + ", ".join(f"{name} {value:.3f}" for name, value in found.items()),
        file=sys.stderr,
    )
    return [
        Figure(
            what, unit, found[key], floor, goal, how=_HOW[key] if found[key] > goal else ""
        )
        for key, what, unit, floor, goal in _FIGURES
    ]  # fmt: skip
