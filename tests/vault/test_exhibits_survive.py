"""R-01 and R-02 for files: kills and full disks in the middle of an intake lose nothing kept."""

import json
import os
import random
import resource
import subprocess
import sys
import time
from hashlib import sha256
from pathlib import Path
from uuid import UUID

import pytest

from app.errors import DiskFull, StorageFailed
from app.jobs.exhibits.check import evidence_faults
from app.queries.exhibits.kept_files import known_ids
from app.queries.exhibits.lines import count_exhibits
from app.shapes.checks import FaultKind
from app.shapes.exhibits import ExhibitFilter
from tests.factories.exhibits import keep_plainly, original_of
from tests.metrics import record as figure
from tests.registers import Home

ROOT = Path(__file__).parents[2]

_TAKE_IN = """
import os, sys
from hashlib import sha256
from pathlib import Path
from tests.factories.exhibits import keep_plainly
from tests.registers import Home
with Home("vault", Path(sys.argv[1])).open() as register:
    print("ready", flush=True)
    for at in range(1000):
        content = os.urandom(1_300_000)
        taken = keep_plainly(register, content)
        print(taken.exhibit_id, sha256(content).hexdigest(), flush=True)
"""


def one_life(vault: Path, files: int, seconds: float) -> dict[str, str]:
    """Let a program take files in, kill it in the middle of one, and give what it acknowledged."""
    with subprocess.Popen(
        [sys.executable, "-c", _TAKE_IN, str(vault)],
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        said = [process.stdout.readline().strip() for _ in range(files)]
        time.sleep(seconds)
        process.kill()
        said += process.stdout.read().splitlines()
    return dict(line.split() for line in said if len(line.split()) == 2 and len(line) == 101)


@pytest.mark.skipif(sys.platform == "win32", reason="kills by signal")
def test_kills_in_the_middle_of_intakes_lose_no_file(vault: Home) -> None:
    chance = random.Random(20201213)  # noqa: S311  # when to kill is no secret
    acknowledged: dict[str, str] = {}
    for _ in range(4):
        acknowledged |= one_life(vault.path, chance.randint(1, 4), chance.uniform(0, 0.08))
    with vault.open() as register:
        lost = [
            number
            for number, was in acknowledged.items()
            if sha256(original_of(register, UUID(number))).hexdigest() != was
        ]
        faults = [f for f in evidence_faults(register) if f.what is not FaultKind.ORPHAN]
        held = set(register.evidence.ids())
        hollow = register.read(known_ids) - held
        figure(
            "R-01", "acknowledged files lost in kills during intakes",
            f"{len(lost)} of {len(acknowledged)} files in 4 kills, {len(hollow)} without content",
            target="0", holds=not (lost or hollow or faults),
        )  # fmt: skip
        assert acknowledged
        assert lost == []
        assert faults == []
        assert not hollow


@pytest.mark.skipif(sys.platform == "win32", reason="no limits on files there")
def test_a_full_disk_while_taking_in_leaves_what_was_kept(vault: Home) -> None:
    kept: dict[str, str] = {}
    refused = 0
    with vault.open() as register:
        first = keep_plainly(register, b"before")
        limits = resource.getrlimit(resource.RLIMIT_FSIZE)
        for room in (200_000, 700_000, 1_500_000, 2_500_000, 6_000_000):
            resource.setrlimit(resource.RLIMIT_FSIZE, (room, limits[1]))
            try:
                content = os.urandom(3_000_000)
                taken = keep_plainly(register, content)
                kept[str(taken.exhibit_id)] = sha256(content).hexdigest()
            except (DiskFull, StorageFailed):
                refused += 1
            finally:
                resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    with vault.open() as register:
        assert original_of(register, first.exhibit_id) == b"before"
        wrong = [
            one
            for one, was in kept.items()
            if sha256(original_of(register, UUID(one))).hexdigest() != was
        ]
        faults = [f for f in evidence_faults(register) if f.what is not FaultKind.ORPHAN]
        count = register.read(lambda r: count_exhibits(r, ExhibitFilter()))
        holds = not wrong and not faults and count == len(kept) + 1
        figure(
            "R-02", "files half kept on a full disk", f"{len(wrong) + len(faults)} of {refused}",
            target="0", holds=holds,
        )  # fmt: skip
        assert refused >= 2
        assert holds, json.dumps([wrong, [str(f) for f in faults], count])
