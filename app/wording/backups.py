"""Says what became of backups: made, verified, missing, put back."""

from __future__ import annotations

from pathlib import Path

from app.i18n import Translator
from app.shapes.backups import (
    BackupFault,
    BackupMadeNow,
    FoundFault,
    KnownBackup,
    Restored,
)
from app.wording.clock import moment

_UNITS = 1000.0
_MEGA = _UNITS**2
_GIGA = _UNITS**3


def size_words(size: int, t: Translator) -> str:
    """Say a number of bytes, rounded up to what matters."""
    if size >= _GIGA:
        return t.say("{n} GB", n=f"{size / _GIGA:.1f}")
    return t.say("{n} MB", n=f"{max(size / _MEGA, 0.1):.1f}")


def made_words(made: BackupMadeNow, t: Translator) -> str:
    """Say that a backup was made, and how verifying it went."""
    if made.faults:
        return t.say(
            "The backup in “{place}” did not verify: {fault}. Do not rely on it; check the disk "
            "and make another.",
            place=str(made.path),
            fault=backup_fault_words(made.faults[0], t),
        )
    return t.say(
        "A backup was made and verified: {place} ({size}).",
        place=str(made.path),
        size=size_words(made.size, t),
    )


def absent_words(disk: Path, t: Translator) -> str:
    """Say that the second disk is not there."""
    return t.say(
        "The second disk “{disk}” is not connected, so no backup was made there. Connect it; the "
        "next backup will go there again.",
        disk=str(disk),
    )


def known_words(one: KnownBackup, t: Translator) -> str:
    """Say of a backup that lies on a disk whether it is whole."""
    made_at, place = moment(one.made_at, t), str(one.path)
    if one.faults:
        fault = backup_fault_words(one.faults[0], t)
        return t.say(
            "{moment}: NOT GOOD, {fault} ({place})", moment=made_at, fault=fault, place=place
        )
    return t.say(
        "{moment}: verified, {size} ({place})",
        moment=made_at,
        size=size_words(one.size, t),
        place=place,
    )


def restored_words(restored: Restored, broken: int, t: Translator) -> list[str]:
    """Say what was put back, what was passed over, and what may be missing."""
    lines = [
        t.say(
            "The register was restored from the backup of {moment}.",
            moment=moment(restored.made_at, t),
        )
    ]
    if broken:
        lines.append(
            t.say_n(
                "Checking it found {n} problem. Restore an older backup to another folder.",
                "Checking it found {n} problems. Restore an older backup to another folder.",
                broken,
            )
        )
    else:
        lines.append(t.say("Every page and the whole history were checked and are in order."))
    if restored.passed_over:
        count = len(restored.passed_over)
        lines.append(
            t.say_n(
                "{n} newer backup was passed over because it is not whole.",
                "{n} newer backups were passed over because they are not whole.",
                count,
            )
        )
    if restored.seen > restored.seq:
        lines.append(
            t.say_n(
                "This computer had seen {n} later change. It is not in this backup.",
                "This computer had seen {n} later changes. They are not in this backup.",
                restored.seen - restored.seq,
            )
        )
    if restored.set_aside is not None:
        lines.append(
            t.say(
                "The broken vault was kept as “{name}”. Nothing in it was deleted.",
                name=restored.set_aside.name,
            )
        )
    return lines


def backup_fault_words(fault: FoundFault, t: Translator) -> str:
    """Say what is wrong with a backup."""
    where = fault.where
    words = {
        BackupFault.MANIFEST: t.say("its list of contents is missing or was altered"),
        BackupFault.MISSING: t.say("the file {where} is missing", where=where),
        BackupFault.ALTERED: t.say("the file {where} is not what was written", where=where),
        BackupFault.KEYS: t.say("its key file does not agree with the staff of the register"),
        BackupFault.REGISTER: t.say("it belongs to another register"),
        BackupFault.EPOCH: t.say("only the passphrases of its own time open it"),
        BackupFault.DAMAGED: t.say("the file {where} is damaged", where=where),
        BackupFault.REFERENCES: t.say("rows of {where} point at what is not there", where=where),
        BackupFault.COUNTS: t.say("{where} has not as many rows as the register had", where=where),
        BackupFault.HEAD: t.say("its history does not end where that of the register did"),
        BackupFault.EXHIBIT: t.say("an exhibit is not what was taken in ({where})", where=where),
    }
    return words[fault.what]
