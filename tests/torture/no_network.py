"""R-27: the tests pass where there is no network at all, not even the machine's own."""

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from app.paths import program_root
from tests.metrics import record
from tests.torture.figures import NotHere

PARTS = ("cli", "importing", "jobs", "reports", "sandbox", "security", "services", "ui", "vault")
_SUMS = re.compile(r"(\d+) (passed|failed|errors?|skipped)")


@dataclass(slots=True)
class Figures:
    """How the tests ended."""

    passed: int = 0
    failed: int = 0
    skipped: int = 0

    @property
    def holds(self) -> bool:
        """Say whether there were tests and none failed."""
        return self.passed > 0 and not self.failed


def torture(cores: int, _folder: Path) -> Figures:
    """Run the tests of everything that could call out, in a namespace without a network."""
    if not _can_do_without():
        raise NotHere("needs Linux and a namespace of one's own")
    ended = subprocess.run(
        ["unshare", "-rn", sys.executable, "-m", "pytest", "-q", "-n", str(cores),
         *(f"tests/{part}" for part in PARTS)],
        cwd=program_root(),
        env={name: value for name, value in os.environ.items() if name != "CI"}
        | {"HOMEWARD_METRICS_RUN": "test"},
        capture_output=True,
        text=True,
        check=False,
    )  # fmt: skip
    sums = {what.rstrip("s"): int(n) for n, what in _SUMS.findall(ended.stdout.splitlines()[-1])}
    figures = Figures(
        sums.get("passed", 0), sums.get("failed", 0) + sums.get("error", 0), sums.get("skipped", 0)
    )
    if not figures.holds:
        print(ended.stdout[-4000:])
    said = f"{figures.passed} passed, {figures.failed} failed, {figures.skipped} skipped"
    record("R-27", "tests in a namespace without a network", said, target="0 failed",
           holds=figures.holds)  # fmt: skip
    return figures


def _can_do_without() -> bool:
    if sys.platform != "linux" or not shutil.which("unshare"):
        return False
    return not subprocess.run(["unshare", "-rn", "true"], check=False).returncode
