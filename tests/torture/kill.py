"""R-01: kill a program in the middle of saves and imports, and count what was lost.

`python -m tests.torture.kill 50` runs it by hand and prints the figures as JSON.

A nursery process loads the program once and forks a worker for each run; the worker saves and
imports as fast as it can and notes each save after it was acknowledged; it is killed at a random
moment; then the vault is opened and looked through.
"""

import json
import os
import random
import secrets
import signal
import subprocess
import sys
import tempfile
import time
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from uuid import UUID

from sqlalchemy import func, insert, select

from app.db.engine import VaultFile, Way, open_raw
from app.db.unit_of_work import Reader, UnitOfWork
from app.shapes.changes import Outcome
from app.workspace import Workspace
from models.base import new_id
from models.cases import Case
from models.people import Person
from models.vocabulary.roles import Action
from tests.cases import open_case, tell_circumstances
from tests.registers import Home, found_vault

ROOT = Path(__file__).parents[2]
LIST_LENGTH = 40
LONGEST_LIFE = 0.15


@dataclass(slots=True)
class Figures:
    """What a number of kills did."""

    kills: int = 0
    acknowledged: int = 0
    lost: int = 0
    corrupt: int = 0
    half_done: int = 0
    history_broken: int = 0


def work_until_killed(vault: Path, notes: Path) -> None:
    """Save and import for ever, noting each save once it was acknowledged."""
    handle = os.open(notes, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    with Home("vault", vault).open() as register:
        os.write(handle, b"ready\n")
        while True:
            case_id = register.write(lambda unit: open_case(unit, secrets.token_hex(8))).value
            os.write(handle, f"{case_id}\n".encode())
            words = secrets.token_hex(200)
            register.write(partial(tell_circumstances, case_id=case_id, words=words))
            os.write(handle, f"{case_id} {words}\n".encode())
            for one in register.write(take_in_list).value:
                os.write(handle, f"{one}\n".encode())


def take_in_list(unit: UnitOfWork) -> Outcome[list[UUID]]:
    """Import a list of invented men, all or nothing."""
    unit.doing(Action.IMPORT_LIST)
    batch = secrets.token_hex(8)
    stamps = unit.stamps()
    people = [
        {"id": new_id(), "figure_label": f"list {batch}", **stamps} for _ in range(LIST_LENGTH)
    ]
    cases = [{"id": row["id"], "number": f"{batch}-{n}", **stamps} for n, row in enumerate(people)]
    unit.session.execute(insert(Person), people)
    unit.session.execute(insert(Case), cases)
    for person, case in zip(people, cases, strict=True):
        unit.history.record_bulk(UUID(str(person["id"])), [(Person, person), (Case, case)])
    return Outcome([UUID(str(row["id"])) for row in people])


def nursery() -> None:
    """Fork a worker for each line read, and say when it has ended."""
    for line in sys.stdin:
        vault, notes = json.loads(line)
        child = os.fork()
        if child == 0:
            work_until_killed(Path(vault), Path(notes))
        print(child, flush=True)
        os.waitpid(child, 0)
        print("ended", flush=True)


def kill_runs(times: int, folder: Path, seed: int) -> Figures:
    """Kill a worker so many times over one vault, looking through it after each."""
    chance = random.Random(seed)  # noqa: S311  # when to kill is no secret
    vault = folder / "vault"
    found_vault(vault)
    figures = Figures()
    acknowledged: dict[UUID, str] = {}
    process = subprocess.Popen(
        [sys.executable, "-c", "from tests.torture.kill import nursery; nursery()"],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT), "HOMEWARD_TEST_PROFILE": "1"},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        for turn in range(times):
            notes = folder / f"notes-{turn}"
            _one_life(process, vault, notes, chance.uniform(0, LONGEST_LIFE))
            acknowledged |= _noted(notes)
            figures.kills += 1
            _look_through(vault, acknowledged, figures)
    finally:
        process.kill()
        process.communicate()
    figures.acknowledged = len(acknowledged)
    return figures


def _one_life(process: "subprocess.Popen[str]", vault: Path, notes: Path, seconds: float) -> None:
    if process.stdin is None or process.stdout is None:
        raise RuntimeError("the nursery has no pipes")
    process.stdin.write(json.dumps([str(vault), str(notes)]) + "\n")
    process.stdin.flush()
    child = int(process.stdout.readline())
    while not notes.exists() or not notes.stat().st_size:
        time.sleep(0.002)
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    process.stdout.readline()


def _noted(notes: Path) -> dict[UUID, str]:
    found: dict[UUID, str] = {}
    for line in notes.read_text("utf-8").splitlines()[1:]:
        case_id, _, words = line.partition(" ")
        found[UUID(case_id)] = words
    return found


def _look_through(vault: Path, acknowledged: dict[UUID, str], figures: Figures) -> None:
    with Home("vault", vault).open() as register:
        figures.lost += register.read(lambda reader: _lost(reader, acknowledged))
        figures.half_done += register.read(_half_done)
        figures.history_broken += bool(register.verify_history())
        figures.corrupt += _corrupt(register, vault)


def _lost(reader: Reader, acknowledged: dict[UUID, str]) -> int:
    rows = reader.session.execute(select(Case.id, Case.circumstances))
    there = {row.id: row.circumstances for row in rows}
    return sum(
        case_id not in there or (words != "" and there[case_id] != words)
        for case_id, words in acknowledged.items()
    )


def _half_done(reader: Reader) -> int:
    lists = reader.session.execute(
        select(func.count())
        .where(Person.figure_label.startswith("list "))
        .group_by(Person.figure_label)
    ).scalars()
    people = reader.session.scalar(select(func.count()).select_from(Person))
    cases = reader.session.scalar(select(func.count()).select_from(Case))
    return sum(length != LIST_LENGTH for length in lists) + (people != cases)


def _corrupt(register: Workspace, vault: Path) -> int:
    raw = open_raw(VaultFile(vault / "data.db", register._place.keys.data_key), Way.READ)
    try:
        broken = raw.execute("PRAGMA cipher_integrity_check").fetchall()
        return int(bool(broken) or raw.execute("PRAGMA integrity_check").fetchone() != ("ok",))
    finally:
        raw.close()


if __name__ == "__main__":
    os.environ["HOMEWARD_TEST_PROFILE"] = "1"
    with tempfile.TemporaryDirectory() as place:
        os.environ["HOMEWARD_SETTINGS_DIR"] = place + "/settings"
        print(json.dumps(asdict(kill_runs(int(sys.argv[1]), Path(place), seed=1)), indent=1))
