"""Looks through a vault after whatever was done to it: what is lost, half done or broken."""

import contextlib
import time
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Self

from sqlalchemy import func, select

from app.db.engine import VaultFile, Way, open_raw
from app.db.unit_of_work import Reader
from app.errors import VaultInUse
from app.jobs.registers.backup import known_backups
from app.queries.exhibits.view import exhibit_view
from app.shapes.kept_files import KeptFile
from app.vault.evidence import is_unchanged
from app.workspace import Workspace
from models.cases import Case, CaseLine
from models.events import Event
from models.exhibits import Exhibit
from models.imports import ImportBatch
from models.people import Person, PersonName
from tests.metrics import record
from tests.registers import Home
from tests.torture.work import LIST_LENGTH, Noted

PATIENCE = 50
"""Tenths of a second."""


@dataclass(slots=True)
class Left:
    """What was found wrong, counted over any number of vaults."""

    lost: int = 0
    corrupt: int = 0
    half_done: int = 0
    history_broken: int = 0
    backups_broken: int = 0

    def __iadd__(self, other: Self) -> Self:
        for field in fields(self):
            there = getattr(self, field.name) + getattr(other, field.name)
            setattr(self, field.name, there)
        return self

    @property
    def nothing(self) -> bool:
        """Say whether nothing was wrong."""
        return not any(getattr(self, field.name) for field in fields(self))

    def write(self, requirement: str, did: str) -> None:
        """Write the figures of a requirement; `did` says out of how much."""
        for what, found in (
            ("acknowledged work lost", self.lost),
            ("registers corrupt", self.corrupt),
            ("work half done", self.half_done),
            ("histories broken", self.history_broken),
            ("backups broken", self.backups_broken),
        ):
            record(requirement, what, f"{found} {did}", target="0", holds=found == 0)


def look_through(vault: Path, noted: Noted) -> Left:
    """Open a vault that was maltreated and compare it with what was acknowledged."""
    with _opened(vault) as register:
        return Left(
            lost=register.read(lambda reader: _lost(reader, noted)),
            half_done=register.read(_half_done),
            history_broken=int(bool(register.verify_history())),
            corrupt=_corrupt(register, vault) + _evidence_altered(register),
            backups_broken=sum(bool(one.faults) for one in known_backups(register)),
        )


def _opened(vault: Path) -> Workspace:
    """Open a vault whose program was killed a moment ago.

    Killed while it starts a worker, a program leaves a twin that holds its lock until it has
    become that worker: some milliseconds, more on a busy machine. A lock that stays is a fault.
    """
    for _ in range(PATIENCE):
        with contextlib.suppress(VaultInUse):
            return Home("vault", vault).open()
        time.sleep(0.1)
    return Home("vault", vault).open()


def _lost(reader: Reader, noted: Noted) -> int:
    session = reader.session
    there: Noted = dict.fromkeys(session.scalars(select(Case.id)), ("case", ""))
    events = session.execute(select(Event.id, Event.narrative)).all()
    there |= {row.id: ("event", row.narrative) for row in events}
    lists = session.execute(select(ImportBatch.id, ImportBatch.new)).all()
    there |= {row.id: ("list", str(row.new)) for row in lists}
    exhibits = session.execute(select(Exhibit.id, Exhibit.sha256)).all()
    there |= {row.id: ("exhibit", row.sha256) for row in exhibits}
    return sum(there.get(thing) != told for thing, told in noted.items())


def _evidence_altered(register: Workspace) -> int:
    """Count originals that are not what was taken in, and shards that are not whole."""

    def kept(reader: Reader) -> list[KeptFile]:
        ids = reader.session.scalars(select(Exhibit.id)).all()
        return [exhibit_view(reader, one).original.kept for one in ids]

    altered = sum(not is_unchanged(register.evidence, one) for one in register.read(kept))
    return altered + len(register.evidence.faults())


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
