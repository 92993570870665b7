"""R-01: kill a program in the middle of saves and imports, and count what was lost.

A nursery process loads the program once and forks a worker for each run; the worker registers
men, records events and imports lists through the real use cases as fast as it can, and notes each
save after it was acknowledged; it is killed at a random moment; then the vault is opened and
looked through.
"""

import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

from app.jobs import import_job
from tests.registers import Home, found_vault
from tests.torture import work
from tests.torture.left import Left, look_through
from tests.torture.work import Noted, Notes

SAVES_BEFORE = (0, 1, 3, 5, 7, 8, 8, 8, 8, 9, 9)
"""Notes after which a worker's last moment is drawn; after the eighth it imports, then attaches."""
LAST_MOMENTS = 0.08
LONGEST_WAIT = 120.0


@dataclass(slots=True)
class Figures:
    """What a number of kills did."""

    kills: int = 0
    saves: int = 0
    imports: int = 0
    exhibits: int = 0
    left: Left = field(default_factory=Left)

    @property
    def holds(self) -> bool:
        """Say whether every acknowledged save was there, and nothing by halves."""
        return self.left.nothing


def torture(times: int, folder: Path) -> Figures:
    """Kill a program at work so many times and write the figures (R-01).

    A vault is always in WAL mode, whatever it was: the engine sets it at every opening. So all
    kills are in that mode, where the promise asks for half of them in another.
    """
    figures = kill_runs(times, folder, seed=20201213)
    figures.left.write(
        "R-01",
        f"of {figures.saves} saves, {figures.imports} imports and {figures.exhibits} exhibits "
        f"in {figures.kills} kills",
    )
    return figures


# --- the worker


def work_until_killed(vault: Path, notes: Notes) -> None:
    """Save and import for ever, noting each save once it was acknowledged."""
    lists = Path(tempfile.mkdtemp(dir=notes.path.parent))
    next_list = work.invented_list(lists)
    import_job.look_at(next_list)  # the sandbox wakes up before the clock runs
    with Home("vault", vault).open() as register:
        notes.say("ready")
        while True:
            for _ in range(4):
                work.save(register, notes)
            work.take_in(register, next_list, notes)
            work.attach(register, notes)
            next_list = work.invented_list(lists)


def nursery() -> None:
    """Fork a worker for each line read, and say when it has ended."""
    for line in sys.stdin:
        vault, notes = json.loads(line)
        child = os.fork()
        if child == 0:
            work_until_killed(Path(vault), Notes(Path(notes)))
        print(child, flush=True)
        os.waitpid(child, 0)
        print("ended", flush=True)


# --- the killer


def kill_runs(times: int, folder: Path, seed: int) -> Figures:
    """Kill a worker so many times over one vault, looking through it after each."""
    chance = random.Random(seed)  # noqa: S311  # when to kill is no secret
    vault = folder / "vault"
    found_vault(vault)
    figures = Figures()
    noted: Noted = {}
    process = work.nursery(__name__)
    try:
        for turn in range(times):
            notes = Notes(folder / f"notes-{turn}")
            after, moments = chance.choice(SAVES_BEFORE), chance.uniform(0, LAST_MOMENTS)
            _one_life(process, vault, notes, after, moments)
            noted |= notes.read()
            figures.kills += 1
            figures.left += look_through(vault, noted)
    finally:
        process.kill()
        process.communicate()
    figures.imports = sum(kind == "list" for kind, _ in noted.values())
    figures.exhibits = sum(kind == "exhibit" for kind, _ in noted.values())
    figures.saves = len(noted) - figures.imports - figures.exhibits
    return figures


def _one_life(
    process: "subprocess.Popen[str]", vault: Path, notes: Notes, after: int, seconds: float
) -> None:
    work.tell(process, vault, notes.path)
    child = int(work.heard(process))
    patience = time.monotonic() + LONGEST_WAIT
    while not notes.path.exists() or notes.path.read_bytes().count(b"\n") <= after:
        if time.monotonic() > patience:
            raise TimeoutError("the worker came to a stop by itself")
        time.sleep(0.002)
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    work.heard(process)
