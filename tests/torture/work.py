"""The work a tortured program does through the real use cases, and its notes of what was saved.

A note is written after a save was acknowledged, so what is noted must be there whatever happened
to the program, to its disk or to the machine.
"""

import hashlib
import io
import json
import os
import secrets
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from uuid import UUID

from app.jobs import import_job
from app.services.cases.cases import register_man
from app.services.cases.events import record_event
from app.services.exhibits.exhibits import take_in_exhibit
from app.shapes.requests.cases import NameForm, RegisterMan
from app.shapes.requests.evidence import RecordEvent
from app.shapes.requests.exhibits import ExhibitFacts, TakeInExhibit
from app.vault.evidence import fingerprint
from app.workspace import Workspace
from models.vocabulary.event_codes import EventCode
from models.vocabulary.exhibits import ExhibitKind
from tests.factories.men import day, reported, said
from tests.importing.invented_lists import HEADER, profile

ROOT = Path(__file__).parents[2]
LIST_LENGTH = 40
EXHIBIT = 150_000
"""Bytes of a file that is attached."""

type Noted = dict[UUID, tuple[str, str]]
"""What was acknowledged: by its id, its kind and its words or its length."""


@dataclass(frozen=True, slots=True)
class Notes:
    """A file beside the vault into which each acknowledged save is written at once."""

    path: Path

    def add(self, kind: str, thing: object, words: object = "") -> None:
        """Note one save."""
        self.say(f"{kind} {thing} {words}")

    def say(self, line: str) -> None:
        """Write one line, past every buffer."""
        handle = os.open(self.path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        os.write(handle, f"{line}\n".encode())
        os.close(handle)

    def read(self) -> Noted:
        """Read what was noted."""
        found: Noted = {}
        for line in self.path.read_text("utf-8").splitlines():
            kind, thing, words = (*line.split(" ", 2), "", "")[:3]
            if kind in {"case", "event", "list", "exhibit"}:
                found[UUID(thing)] = (kind, words)
        return found


def save(register: Workspace, notes: Notes) -> UUID:
    """Register a man and record an event of his: two saves."""
    man = RegisterMan(names=(NameForm("Նմուշյան", secrets.token_hex(4)),), report=reported())
    case_id = register.write(partial(register_man, request=man)).value.case_id
    notes.add("case", case_id)
    words = secrets.token_hex(200)
    seen = RecordEvent(
        (case_id,), EventCode.E02, day("2020-12-13"), narrative=words, said_by=(said("Comrade"),)
    )
    (event_id,) = register.write(partial(record_event, request=seen)).value
    notes.add("event", event_id, words)
    return case_id


def take_in(register: Workspace, path: Path, notes: Notes) -> None:
    """Import a list: one save of many men."""
    report = import_job.run(register, path, profile())
    notes.add("list", report.batch_id, report.new)


def attach(register: Workspace, notes: Notes) -> None:
    """Take in a file as an exhibit: the evidence first, then the row that names it."""
    content = secrets.token_bytes(EXHIBIT)
    source = io.BytesIO(content)
    kept = register.evidence.keep(source, fingerprint(source))
    facts = ExhibitFacts(ExhibitKind.LETTER, "Նամակ", origin="Մայրը բերեց գրասենյակ")
    request = TakeInExhibit(kept, "letter.bin", "application/octet-stream", facts)
    taken = register.write(partial(take_in_exhibit, request=request)).value
    notes.add("exhibit", taken.exhibit_id, hashlib.sha256(content).hexdigest())


def invented_list(folder: Path) -> Path:
    """Write a list of men nobody has told the register of yet."""
    token = secrets.token_hex(6)
    path = folder / f"{token}.csv"
    rows = [
        f"{token}-{n},Քարաբերդյան,Գոռ{n},,1999-05-03,,շարքային,ՆՄ-1,{token}{n},2020-12-13,,"
        "captured,2020-12-20,"
        for n in range(LIST_LENGTH)
    ]
    path.write_text("\n".join((HEADER, *rows)) + "\n", "utf-8")
    return path


def nursery(
    module: str, *, under: tuple[str, ...] = (), more: Mapping[str, str] | None = None
) -> "subprocess.Popen[str]":
    """Start a process that has the program loaded; `module.nursery` forks a worker a line.

    `under` stands before the interpreter: the words of a tool that starts it. Its settings are
    in the temporary folder of whoever started it.
    """
    settings = os.environ.get("HOMEWARD_SETTINGS_DIR") or tempfile.mkdtemp()
    return subprocess.Popen(
        [*under, sys.executable, "-c", f"from {module} import nursery; nursery()"],
        cwd=ROOT,
        env=os.environ
        | {"PYTHONPATH": str(ROOT), "HOMEWARD_TEST_PROFILE": "1"}
        | {"HOMEWARD_SETTINGS_DIR": settings}
        | dict(more or {}),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def tell(process: "subprocess.Popen[str]", *words: object) -> None:
    """Send a nursery one line."""
    if process.stdin is None:
        raise RuntimeError("the nursery has no pipes")
    process.stdin.write(json.dumps([str(word) for word in words]) + "\n")
    process.stdin.flush()


def heard(process: "subprocess.Popen[str]") -> str:
    """Take the next line a nursery says."""
    if process.stdout is None:
        raise RuntimeError("the nursery has no pipes")
    line = process.stdout.readline()
    if not line:
        raise RuntimeError("the nursery has ended")
    return line.strip()
