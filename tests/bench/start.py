"""How long a cold start takes until the unlock window is on the screen, with a warm cache."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.bench.figure import Figure

RUNS = 5
_PROBE = Path(__file__).with_name("start_probe.py")


def measure() -> list[Figure]:
    """Start the program some times over and take the middle: process start to first paint."""
    taken: list[float] = []
    with tempfile.TemporaryDirectory() as folder:
        environment = os.environ | {
            "HOMEWARD_SETTINGS_DIR": folder,
            "QT_QPA_PLATFORM": "offscreen",
            "PYTHONPATH": str(Path.cwd()),
        }
        for run in range(RUNS + 1):
            begun = time.time()  # noqa: TID251  # compared with a moment of another process
            done = subprocess.run(
                [sys.executable, str(_PROBE)],
                env=environment,
                capture_output=True,
                text=True,
                check=True,
            )
            if run:  # the first one warms the cache
                taken.append(float(done.stdout.split()[-1]) - begun)
    seconds = statistics.median(taken)
    how = (
        ""
        if seconds <= 0.6
        else "Most of it is loading Qt and the program's own modules: a frozen program with fewer, "
        "zipped modules, or an unlock screen that builds its later cards only when asked for."
    )
    return [
        Figure("cold start to the unlock window, warm cache", "s", seconds, 1.0, 0.6, how=how)
    ]  # fmt: skip
