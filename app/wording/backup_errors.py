"""Says why a backup or a restore did not come about."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from app.errors import (
    BackupNeedsRoom,
    HomewardError,
    NetworkFolder,
    NoBackupFound,
    NoBackupPlace,
    NoGoodBackup,
    Stopped,
)
from app.i18n import Translator
from app.wording.backups import size_words


def _name(error: HomewardError) -> str:
    path = error.data.get("path")
    return path.name if isinstance(path, Path) else ""


def _network_folder(error: HomewardError, t: Translator) -> str:
    return t.say(
        "“{name}” is on a share of the network, where a register can be damaged. Nothing was made. "
        "Choose a folder on a disk of this computer.",
        name=_name(error),
    )


def _needs_room(error: HomewardError, t: Translator) -> str:
    path, needed, free = error.data["path"], error.data["needed"], error.data["free"]
    return t.say(
        "There is not enough room on the disk that holds “{name}”: {needed} are needed and {free} "
        "are free. Nothing was written. Make room on it, or choose another disk.",
        name=path.name if isinstance(path, Path) else str(path),
        needed=size_words(needed if isinstance(needed, int) else 0, t),
        free=size_words(free if isinstance(free, int) else 0, t),
    )


def _no_place(_: HomewardError, t: Translator) -> str:
    return t.say(
        "It was never said where the backups of this register go. Name a folder on a disk of "
        "your own."
    )


def _no_backup(error: HomewardError, t: Translator) -> str:
    return t.say(
        "There is no backup in “{name}”. Choose the folder of a backup, or the disk it is on.",
        name=_name(error),
    )


def _no_good_backup(error: HomewardError, t: Translator) -> str:
    looked_at = error.data["looked_at"]
    return t.say_n(
        "The only backup in “{name}” is not whole. Nothing was changed. Look for another disk "
        "with backups.",
        "None of the {n} backups in “{name}” is whole. Nothing was changed. Look for another disk "
        "with backups.",
        looked_at if isinstance(looked_at, int) else 0,
        name=_name(error),
    )


def _stopped(_: HomewardError, t: Translator) -> str:
    return t.say("It was stopped. Nothing of what was begun stays.")


BACKUP_SENTENCES: dict[type[HomewardError], Callable[[HomewardError, Translator], str]] = {
    NetworkFolder: _network_folder,
    BackupNeedsRoom: _needs_room,
    NoBackupPlace: _no_place,
    NoBackupFound: _no_backup,
    NoGoodBackup: _no_good_backup,
    Stopped: _stopped,
}
