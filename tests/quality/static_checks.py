"""R-56: bandit over the program, beside ruff's rules of the same numbers: `./homeward lint`.

A finding is explained where its line says `# noqa: S…` or `# nosec B…` for its number and a reason
after it; a rule left out as a whole has its reason in `pyproject.toml`. What is not explained is
printed, counted and written as a figure.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.metrics import record

ROOT = Path(__file__).parents[2]
PLACES = ("app", "models", "migrations")


@dataclass(frozen=True, slots=True)
class Finding:
    """Something bandit points at: its number, and the lines it is about."""

    number: str
    file: str
    line: int
    words: str
    lines: tuple[str, ...]

    @property
    def is_explained(self) -> bool:
        """Say whether a reason stands on one of its lines."""
        codes = rf"# (?:noqa: [^#]*\bS{self.number}\b|nosec [^#]*\bB{self.number}\b)[^#]*"
        reason = re.compile(codes + r"(?:# | - )\S+")
        return any(reason.search(line) for line in self.lines)


def findings(places: Sequence[str] = PLACES, root: Path = ROOT) -> list[Finding]:
    """Run bandit and read what it found; raises RuntimeError where it did not run."""
    ended = subprocess.run(
        [sys.executable, "-m", "bandit", "-q", "-r", "-f", "json", "--ignore-nosec", "-c",
         "pyproject.toml", *places],
        cwd=root, capture_output=True, text=True, check=False,
    )  # fmt: skip
    if ended.returncode not in {0, 1}:
        raise RuntimeError(ended.stderr)
    return [_finding(one, root) for one in json.loads(ended.stdout)["results"]]


def _finding(found: dict[str, object], root: Path) -> Finding:
    file, span = str(found["filename"]), found["line_range"]
    lines = (root / file).read_text("utf-8").splitlines()
    about = tuple(lines[n - 1] for n in span) if isinstance(span, list) else ()
    number = str(found["test_id"]).removeprefix("B")
    return Finding(number, file, int(str(found["line_number"])), str(found["issue_text"]), about)


def ruff_findings(places: Iterable[str] = PLACES) -> int:
    """Count what ruff's rules on security find."""
    ended = subprocess.run(
        [sys.executable, "-m", "ruff", "check", "-q", "--select", "S", "--output-format", "json",
         *places],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    return len(json.loads(ended.stdout or "[]"))


def main() -> int:
    """Print what is not explained and write the figures; gives 1 where there is any."""
    found, by_ruff = findings(), ruff_findings()
    bare = [one for one in found if not one.is_explained]
    for one in bare:
        print(f"{one.file}:{one.line} B{one.number} {one.words}")
    print(f"bandit: {len(found)} findings, {len(bare)} of them without a reason; ruff S: {by_ruff}")
    record("R-56", "findings of bandit without a reason", f"{len(bare)} of {len(found)}",
           target="0", holds=not bare)  # fmt: skip
    record("R-56", "findings of ruff's rules on security", str(by_ruff), target="0",
           holds=not by_ruff)  # fmt: skip
    return int(bool(bare or by_ruff))


if __name__ == "__main__":
    sys.exit(main())
