"""Restores a register from a backup, then opens it and looks through it once more."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from app.clock import SystemClock
from app.jobs.registers.check import check_register
from app.jobs.registers.opening import open_for_work
from app.jobs.registers.recovering import recover
from app.services.backups import note_restore
from app.settings import SettingsFolder
from app.shapes.backups import Restored
from app.shapes.checks import Fault
from app.shapes.progress import Cancelled, Report, never, silent
from app.shapes.recovery import RecoverySheet
from app.vault.backups.opening import by_passphrase, by_sheet
from app.vault.backups.restoring import restore_vault
from app.vault.recovery_code import as_passphrase, read_sheet
from app.vault.strength import new_passphrase
from app.workspace import Workspace


@dataclass(slots=True)
class RestoredRegister:
    """A register that was restored and is open; close it, or work on in it."""

    workspace: Workspace
    restored: Restored
    faults: tuple[Fault, ...]
    """What checking it found; empty is good."""


@dataclass(frozen=True, slots=True)
class BySheet:
    """What stands on the recovery sheet, who is let in by it, and their new passphrase."""

    typed: str = field(repr=False)
    user: str | None
    passphrase: str = field(repr=False)


def restore(
    backup: Path,
    vault: Path,
    user: str | None,
    passphrase: str,
    *,
    settings: SettingsFolder,
    report: Report = silent,
    cancelled: Cancelled = never,
) -> RestoredRegister:
    """Restore a vault, open it, check every page and the whole history, compare the anchor.

    Where this computer has seen later entries than the backup holds, `restored.seen` says up to
    which; `accept` then takes the register as it is.

    Raises as `app.vault.backups.restoring.restore_vault`.
    """
    unlock = by_passphrase(user, passphrase)
    restored = restore_vault(
        backup, vault, unlock, SystemClock(), report=report, cancelled=cancelled
    )
    workspace = open_for_work(vault, user, passphrase, settings=settings)
    return _looked_through(workspace, restored, report, cancelled)


def restore_by_sheet(
    backup: Path,
    vault: Path,
    sheet: BySheet,
    *,
    settings: SettingsFolder,
    report: Report = silent,
    cancelled: Cancelled = never,
) -> tuple[RestoredRegister, RecoverySheet]:
    """Restore a vault by the recovery sheet of then, and let a member of staff in anew.

    They choose a new passphrase; the sheet that was used is spent, and the answer has a new one.

    Raises as `restore` and `app.jobs.registers.recovering.recover`.
    """
    unlock = by_sheet(as_passphrase(read_sheet(sheet.typed)))
    new_passphrase(sheet.passphrase)
    restored = restore_vault(
        backup, vault, unlock, SystemClock(), report=report, cancelled=cancelled
    )
    user, words = sheet.user, sheet.passphrase
    fresh = recover(vault, sheet.typed, user, words, settings=settings)
    workspace = open_for_work(vault, user, words, settings=settings)
    return _looked_through(workspace, restored, report, cancelled), fresh


def _looked_through(
    workspace: Workspace, restored: Restored, report: Report, cancelled: Cancelled
) -> RestoredRegister:
    try:
        older = next((one for one in workspace.warnings if one.is_rollback), None)
        if older is not None:
            restored = replace(restored, seen=older.seen)
        faults = tuple(
            fault
            for fault in check_register(workspace, report=report, cancelled=cancelled)
            if older is None or fault.more not in _FOLLOWS_FROM_OLDER
        )
    except BaseException:
        workspace.close()
        raise
    return RestoredRegister(workspace, restored, faults)


def accept(done: RestoredRegister) -> None:
    """Take the restored register for the newest from here on, and put that into its history."""
    done.workspace.accept_older()
    done.workspace.write(partial(note_restore, name=done.restored.backup.name))


_FOLLOWS_FROM_OLDER = frozenset({"cut_off", "rewritten"})
"""What the history says of itself where an older register was put back on purpose."""
