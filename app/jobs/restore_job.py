"""Restores a register from a backup, then opens it and looks through it once more."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from app.clock import Clock, SystemClock
from app.jobs.check_job import check_register
from app.services.backups import note_restore
from app.settings import SettingsFolder
from app.shapes.backups import Restored
from app.shapes.checks import Fault
from app.shapes.progress import Cancelled, Report, never, silent
from app.vault.backups.restoring import restore_vault
from app.workspace import Workspace, open_vault


@dataclass(slots=True)
class RestoredRegister:
    """A register that was restored and is open; close it, or work on in it."""

    workspace: Workspace
    restored: Restored
    faults: tuple[Fault, ...]
    """What checking it found; empty is good."""


def restore(
    backup: Path,
    vault: Path,
    user: str | None,
    passphrase: str,
    *,
    settings: SettingsFolder,
    clock: Clock | None = None,
    report: Report = silent,
    cancelled: Cancelled = never,
) -> RestoredRegister:
    """Restore a vault, open it, check every page and the whole history, compare the anchor.

    Where this computer has seen later entries than the backup holds, `restored.seen` says up to
    which; `accept` then takes the register as it is.

    Raises as `app.vault.backups.restoring.restore_vault`.
    """
    clock = clock or SystemClock()
    restored = restore_vault(
        backup, vault, user, passphrase, clock, report=report, cancelled=cancelled
    )
    workspace = open_vault(vault, user, passphrase, clock=clock, settings=settings)
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
