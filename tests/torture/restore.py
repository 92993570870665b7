"""R-40: a register is lost, and put back from a backup on an account that never saw it.

Each round loses the vault in another way, then restores it from the second disk by the passphrase,
or by the recovery sheet alone, and compares every row, every file of an exhibit, every member of
staff and the whole history with what there was.
"""

import os
import random
import shutil
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from pathlib import Path

from sqlalchemy import select

from app.db.unit_of_work import Reader
from app.jobs.registers import backup as backup_job
from app.jobs.registers import restore as restore_job
from app.jobs.registers.restore import BySheet
from app.services.backups import set_backups
from app.settings import SettingsFolder
from app.shapes.backups import BackupSettings
from app.shapes.kept_files import KeptFile
from app.vault.evidence import is_unchanged
from models.base import Base
from models.exhibits import Blob
from models.vocabulary.roles import Role
from tests.cases import open_case
from tests.exhibit_files import attach
from tests.metrics import record
from tests.registers import FOUNDER, PASSPHRASE, Home, found_vault

LOSSES = ("deleted", "truncated", "garbage", "header", "shard")
COLLEAGUE, WORDS = "Նարեկ Քարաբերդյան", "globe conductor hat bathtub fetch pullover"
#: What a restore by the sheet writes anew, and the notes of backups: none holds its own.
OF_KEYS = frozenset(
    {
        "backups_made", "case_keys", "epoch_keys", "former_keys", "history_entries",
        "history_parts", "register", "shards", "slots", "staff",
    }
)  # fmt: skip
NEW_WORDS = "velvet anchor pigeon quartz mustard saddle"


@dataclass(slots=True)
class Figures:
    """What a number of restores came to."""

    rounds: int = 0
    by_sheet: int = 0
    restored: int = 0

    @property
    def holds(self) -> bool:
        """Say whether every register came back whole."""
        return self.restored == self.rounds > 0


def restore_rounds(rounds: int, folder: Path, seed: int) -> Figures:
    """Lose and restore a register so many times."""
    chance = random.Random(seed)  # noqa: S311  # what is lost is no secret
    figures = Figures()
    for turn in range(rounds):
        place = folder / f"round-{turn}"
        place.mkdir()
        _round(place, LOSSES[turn % len(LOSSES)], turn, chance, figures)
        shutil.rmtree(place)
    return figures


def _round(place: Path, loss: str, turn: int, chance: random.Random, figures: Figures) -> None:
    vault, disk = place / "vault", place / "disk"
    disk.mkdir()
    found_vault(vault)
    with Home("vault", vault).open() as register:
        register.add_staff(COLLEAGUE, frozenset({Role.CASEWORKER}), WORDS)
        for n in range(chance.randrange(1, 6)):
            register.write(partial(open_case, number=f"HRD-2020-{n:05}"))
            attach(register, chance.randbytes(chance.randrange(1, 2_500_000)), f"E-2020-{n:05}")
        sheet = register.key_desk.new_sheet() if turn % 2 else None
        register.write(partial(set_backups, chosen=BackupSettings(str(disk))))
        backed_up = backup_job.back_up(register)
        before = register.read(_everything)
    _lose(vault, loss, chance)
    settings = SettingsFolder(place / "another account")
    if sheet is None:
        done = restore_job.restore(disk, vault, FOUNDER, PASSPHRASE, settings=settings)
    else:
        figures.by_sheet += 1
        entry = BySheet("\n".join(sheet.lines), FOUNDER, NEW_WORDS)
        done, _ = restore_job.restore_by_sheet(disk, vault, entry, settings=settings)
    with done.workspace as register:
        whole = (
            backed_up.verified
            and done.faults == ()
            and before == register.read(_everything)
            and register.verify_history() == []
            and len(register.staff()) == 2
            and all(is_unchanged(register.evidence, kept) for kept in register.read(_originals))
        )
    with Home("vault", vault).open(COLLEAGUE, WORDS) as register:
        whole = whole and register.actor.name == COLLEAGUE
    figures.rounds += 1
    figures.restored += whole


def _lose(vault: Path, loss: str, chance: random.Random) -> None:
    data, (shard, *_) = vault / "data.db", sorted((vault / "evidence").glob("*.db"))
    match loss:
        case "deleted":
            shutil.rmtree(vault)
        case "truncated":
            os.truncate(data, chance.randrange(data.stat().st_size))
        case "garbage":
            data.write_bytes(chance.randbytes(data.stat().st_size))
        case "header":
            for name in ("vault.json", "vault.json.bak"):
                (vault / name).write_bytes(chance.randbytes(500))
        case _:
            shard.unlink()


def _everything(reader: Reader) -> dict[str, object]:
    """Hash every row of what staff recorded; keys of the register change where a sheet is used."""
    found: dict[str, object] = {}
    for table in Base.metadata.sorted_tables:
        if table.name not in OF_KEYS:
            rows = sorted(repr(tuple(row)) for row in reader.session.execute(select(table)))
            found[table.name] = sha256("\n".join(rows).encode()).hexdigest()
    return found


def _originals(reader: Reader) -> list[KeptFile]:
    rows = reader.session.execute(select(Blob.id, Blob.size, Blob.sha256, Blob.shard))
    return [KeptFile(*row) for row in rows]


def torture(times: int, folder: Path) -> Figures:
    """Lose and restore a register so many times, and write the figure."""
    figures = restore_rounds(times, folder, seed=20201213)
    record(
        "R-40",
        "registers lost and restored whole",
        f"{figures.restored} of {figures.rounds}, {figures.by_sheet} of them by the sheet alone",
        target="20 of 20",
        holds=figures.holds,
    )
    return figures
