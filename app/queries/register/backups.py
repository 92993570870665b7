"""Reads what is set and what is noted of backups."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select

from app.db import chain
from app.db.unit_of_work import Reader
from app.shapes.backups import BackupSettings
from models.desk import OfficeFact
from models.history import HistoryEntry
from models.staff import BackupMade


@dataclass(frozen=True, slots=True)
class NotedBackup:
    """A backup as the register remembers it; `fault` is a code, empty is good."""

    made_at: datetime
    place: str
    name: str
    size: int
    seq: int
    verified_at: datetime | None
    fault: str


def backup_settings(reader: Reader) -> BackupSettings:
    """Read which second disk backups go to, and how often."""
    facts = dict(
        reader.session.execute(
            select(OfficeFact.key, OfficeFact.value).where(OfficeFact.key.like("backup.%"))
        ).all()
    )
    plain = BackupSettings()
    return BackupSettings(
        second=facts.get("backup.second", plain.second),
        hours=int(facts.get("backup.hours", plain.hours)),
    )


def noted_backups(reader: Reader) -> tuple[NotedBackup, ...]:
    """List the backups that were made, the newest first."""
    rows = reader.session.scalars(
        select(BackupMade).order_by(BackupMade.made_at.desc(), BackupMade.id.desc())
    )
    return tuple(
        NotedBackup(row.made_at, row.place, row.name, row.size, row.seq, row.verified_at, row.fault)
        for row in rows
    )


def last_verified(reader: Reader) -> NotedBackup | None:
    """Find the newest backup that was whole when it was verified."""
    return next((one for one in noted_backups(reader) if one.verified_at and not one.fault), None)


def last_entry(reader: Reader) -> int:
    """Return the number of the last entry of the history."""
    return reader.session.scalar(select(func.max(HistoryEntry.seq))) or 0


def last_hash(reader: Reader) -> tuple[int, bytes]:
    """Return the number and the hash of the last entry of the history."""
    entry = chain.head_of(reader.session)
    return (0, b"") if entry is None else (entry.seq, entry.hash)
