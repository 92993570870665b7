"""Use cases on backups: where they go, and the note of each that was made."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import delete, select

from app.db.unit_of_work import UnitOfWork
from app.errors import BadInput
from app.services.typed_text import line
from app.shapes.backups import BackupMadeNow, BackupSettings
from app.shapes.changes import Changes, Outcome
from models.desk import OfficeFact
from models.staff import BackupMade
from models.vocabulary.roles import Action

SECOND, HOURS, RESTORED = "backup.second", "backup.hours", "backup.restored"
_LONGEST_PATH = 1000
_MOST_HOURS = 24


def set_backups(uow: UnitOfWork, chosen: BackupSettings) -> Outcome[None]:
    """Keep which second disk backups go to, and how often.

    Raises:
        NotAllowed; BadInput: not 1 to 24 hours.
    """
    uow.doing(Action.BACK_UP, named="set_backups")
    if not 1 <= chosen.hours <= _MOST_HOURS:
        raise BadInput("hours", "out_of_range", low=1, high=_MOST_HOURS)
    _keep(uow, SECOND, line(chosen.second, "second", limit=_LONGEST_PATH))
    _keep(uow, HOURS, str(chosen.hours))
    return Outcome(None)


def note_backup(uow: UnitOfWork, made: BackupMadeNow) -> Outcome[None]:
    """Note a backup that was made and verified; whoever works may cause one."""
    row = BackupMade(
        made_at=made.made_at,
        place=str(made.path.parent.parent),
        name=made.path.name,
        size=made.size,
        seq=made.seq,
        verified_at=uow.clock.now(),
        fault=made.faults[0].what.value if made.faults else "",
    )
    uow.session.add(row)
    uow.session.flush()
    return Outcome(None, Changes.of("backups_made", row.id))


def forget_backups(uow: UnitOfWork, place: str, names: Collection[str]) -> Outcome[None]:
    """Take the notes of backups away that thinning let go."""
    uow.session.execute(
        delete(BackupMade).where(BackupMade.place == place, BackupMade.name.in_(names))
    )
    return Outcome(None)


def note_restore(uow: UnitOfWork, name: str) -> Outcome[None]:
    """Put into the history that the register was restored, and from which backup."""
    uow.doing(Action.CHECK_REGISTER, name, named="restore_backup")
    _keep(uow, RESTORED, f"{name} {uow.clock.now().isoformat(timespec='seconds')}")
    return Outcome(None)


def _keep(uow: UnitOfWork, key: str, value: str) -> None:
    kept = uow.session.scalars(select(OfficeFact).where(OfficeFact.key == key)).one_or_none()
    if kept is None:
        uow.session.add(OfficeFact(key=key, value=value))
    else:
        kept.value = value
