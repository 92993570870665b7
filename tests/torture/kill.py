"""R-01: kill a program in the middle of saves and imports, and count what was lost.

A nursery process loads the program once and forks a worker for each run; the worker registers
men, records events and imports lists through the real use cases as fast as it can, and notes each
save after it was acknowledged; it is killed at a random moment; then the vault is opened and
looked through.
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
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from uuid import UUID

from sqlalchemy import func, select

from app.db.engine import VaultFile, Way, open_raw
from app.db.unit_of_work import Reader
from app.jobs import import_job
from app.services.cases import register_man
from app.services.events import record_event
from app.shapes.requests.cases import NameForm, RegisterMan
from app.shapes.requests.evidence import RecordEvent
from app.workspace import Workspace
from models.cases import Case, CaseLine
from models.events import Event
from models.imports import ImportBatch
from models.people import Person, PersonName
from models.vocabulary.event_codes import EventCode
from tests.factories.men import day, reported, said
from tests.importing.invented_lists import HEADER, profile
from tests.metrics import record
from tests.registers import Home, found_vault

ROOT = Path(__file__).parents[2]
LIST_LENGTH = 40
SAVES_BEFORE = (0, 1, 3, 5, 7, 8, 8, 8, 8, 9)
"""Notes after which a worker's last moment is drawn; after the eighth it imports."""
LAST_MOMENTS = 0.08
LONGEST_WAIT = 120.0


@dataclass(slots=True)
class Figures:
    """What a number of kills did."""

    kills: int = 0
    saves: int = 0
    imports: int = 0
    lost: int = 0
    corrupt: int = 0
    half_done: int = 0
    history_broken: int = 0

    @property
    def holds(self) -> bool:
        """Say whether every acknowledged save was there, and nothing by halves."""
        return not (self.lost or self.corrupt or self.half_done or self.history_broken)


# --- the worker


def work_until_killed(vault: Path, notes: Path) -> None:
    """Save and import for ever, noting each save once it was acknowledged."""
    handle = os.open(notes, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    lists = Path(tempfile.mkdtemp(dir=notes.parent))
    next_list = _invented_list(lists)
    import_job.look_at(next_list)  # the sandbox wakes up before the clock runs
    with Home("vault", vault).open() as register:
        os.write(handle, b"ready\n")
        while True:
            for _ in range(4):
                _save(register, handle)
            report = import_job.run(register, next_list, profile())
            os.write(handle, f"list {report.batch_id} {report.new}\n".encode())
            next_list = _invented_list(lists)


def _save(register: Workspace, handle: int) -> None:
    man = RegisterMan(names=(NameForm("Նմուշյան", secrets.token_hex(4)),), report=reported())
    case_id = register.write(partial(register_man, request=man)).value.case_id
    os.write(handle, f"case {case_id} \n".encode())
    words = secrets.token_hex(200)
    seen = RecordEvent(
        (case_id,), EventCode.E02, day("2020-12-13"), narrative=words, said_by=(said("Comrade"),)
    )
    (event_id,) = register.write(partial(record_event, request=seen)).value
    os.write(handle, f"event {event_id} {words}\n".encode())


def _invented_list(folder: Path) -> Path:
    token = secrets.token_hex(6)
    path = folder / f"{token}.csv"
    rows = [
        f"{token}-{n},Քարաբերդյան,Գոռ{n},,1999-05-03,,շարքային,ՆՄ-1,{token}{n},2020-12-13,,"
        "captured,2020-12-20,"
        for n in range(LIST_LENGTH)
    ]
    path.write_text("\n".join((HEADER, *rows)) + "\n", "utf-8")
    return path


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


# --- the killer


def torture(times: int, folder: Path) -> Figures:
    """Kill a program at work so many times and write the figures (R-01).

    A vault is always in WAL mode, whatever it was: the engine sets it at every opening. So all
    kills are in that mode, where the promise asks for half of them in another.
    """
    figures = kill_runs(times, folder, seed=20201213)
    did = f"of {figures.saves} saves and {figures.imports} imports in {figures.kills} kills"
    for what, found in (
        ("acknowledged work lost", figures.lost),
        ("registers corrupt", figures.corrupt),
        ("work half done", figures.half_done),
        ("histories broken", figures.history_broken),
    ):
        record("R-01", what, f"{found} {did}", target="0", holds=found == 0)
    return figures


def kill_runs(times: int, folder: Path, seed: int) -> Figures:
    """Kill a worker so many times over one vault, looking through it after each."""
    chance = random.Random(seed)  # noqa: S311  # when to kill is no secret
    vault = folder / "vault"
    found_vault(vault)
    figures = Figures()
    noted: dict[UUID, tuple[str, str]] = {}
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
            after, moments = chance.choice(SAVES_BEFORE), chance.uniform(0, LAST_MOMENTS)
            _one_life(process, vault, notes, after, moments)
            noted |= _noted(notes)
            figures.kills += 1
            _look_through(vault, noted, figures)
    finally:
        process.kill()
        process.communicate()
    figures.imports = sum(kind == "list" for kind, _ in noted.values())
    figures.saves = len(noted) - figures.imports
    return figures


def _one_life(
    process: "subprocess.Popen[str]", vault: Path, notes: Path, after: int, seconds: float
) -> None:
    if process.stdin is None or process.stdout is None:
        raise RuntimeError("the nursery has no pipes")
    process.stdin.write(json.dumps([str(vault), str(notes)]) + "\n")
    process.stdin.flush()
    child = int(process.stdout.readline())
    patience = time.monotonic() + LONGEST_WAIT
    while not notes.exists() or notes.read_bytes().count(b"\n") <= after:
        if time.monotonic() > patience:
            raise TimeoutError("the worker came to a stop by itself")
        time.sleep(0.002)
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    process.stdout.readline()


def _noted(notes: Path) -> dict[UUID, tuple[str, str]]:
    """Read what was acknowledged: by its id, its kind and its words or its length."""
    found: dict[UUID, tuple[str, str]] = {}
    for line in notes.read_text("utf-8").splitlines()[1:]:
        kind, thing, words = line.split(" ", 2)
        found[UUID(thing)] = (kind, words)
    return found


# --- what is left


def _look_through(vault: Path, noted: dict[UUID, tuple[str, str]], figures: Figures) -> None:
    with Home("vault", vault).open() as register:
        figures.lost += register.read(lambda reader: _lost(reader, noted))
        figures.half_done += register.read(_half_done)
        figures.history_broken += bool(register.verify_history())
        figures.corrupt += _corrupt(register, vault)


def _lost(reader: Reader, noted: dict[UUID, tuple[str, str]]) -> int:
    session = reader.session
    there: dict[UUID, tuple[str, str]] = dict.fromkeys(
        session.scalars(select(Case.id)), ("case", "")
    )
    events = session.execute(select(Event.id, Event.narrative)).all()
    there |= {row.id: ("event", row.narrative) for row in events}
    lists = session.execute(select(ImportBatch.id, ImportBatch.new)).all()
    there |= {row.id: ("list", str(row.new)) for row in lists}
    return sum(there.get(thing) != told for thing, told in noted.items())


def _half_done(reader: Reader) -> int:
    """Count imports whose men are not all there, and men of whom a part is missing."""
    session = reader.session

    def count(query: object) -> int:
        return session.scalar(select(func.count()).select_from(query)) or 0  # type: ignore[arg-type]  # a mapped class

    lists = session.execute(
        select(ImportBatch.new, func.count(Case.id))
        .outerjoin(Case, Case.import_batch_id == ImportBatch.id)
        .group_by(ImportBatch.id, ImportBatch.new)
    ).all()
    half = sum(new != men or new != LIST_LENGTH for new, men in lists)
    parts = {count(kind) for kind in (Case, Person, PersonName, CaseLine)}
    return half + (len(parts) != 1)


def _corrupt(register: Workspace, vault: Path) -> int:
    raw = open_raw(VaultFile(vault / "data.db", register._place.keys.data_key), Way.READ)
    try:
        broken = raw.execute("PRAGMA cipher_integrity_check").fetchall()
        return int(bool(broken) or raw.execute("PRAGMA integrity_check").fetchone() != ("ok",))
    finally:
        raw.close()
