"""Open registers for the unlock screen; every call runs on a lane and loads what it needs late."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from app.clock import Clock, SystemClock
from app.errors import TooSoon, WrongKey
from app.settings import SettingsFolder
from app.ui.kept_state import Json
from app.ui.shell.patience import Patience
from app.ui.shell.vault_door import RecentVault
from app.ui.ways_in.places import about_backup_folder, about_folder
from app.ui.widgets.kit import Words

if TYPE_CHECKING:
    from app.reports.render import PdfFile
    from app.shapes.office import Office
    from app.shapes.recovery import RecoverySheet
    from app.workspace import Workspace

DOCUMENT: Final = "window"
LAST: Final = "last_register"
SAMPLE: Final = "sample"


@dataclass(frozen=True, slots=True)
class OpenedRegister:
    """An open register with all that the window needs before its first page."""

    workspace: Workspace
    path: Path
    office: Office
    remembered: Mapping[str, Json]


class RegisterDoor:
    """The VaultDoor of the program: remembers outside the vault only which one was last open."""

    def __init__(self, settings: SettingsFolder, clock: Clock | None = None) -> None:
        self._settings = settings
        self._patience = Patience(settings, clock or SystemClock())

    def list_recent(self) -> Sequence[RecentVault]:
        """Return the register opened last, if it is still there."""
        last = self._settings.read(DOCUMENT).get(LAST)
        path = Path(str(last)) if last else None
        return (RecentVault(path, path.name),) if path is not None and path.exists() else ()

    def users_of(self, path: Path) -> Sequence[str]:
        """Return who may unlock a vault; raises what reading its header raises."""
        from app.vault.folder import user_names  # noqa: PLC0415  unlock must come up at once

        return user_names(path)

    def seconds_to_wait(self, path: Path) -> int:
        """Return for how long no passphrase of a vault is tried, after wrong ones."""
        return self._patience.seconds_left(path)

    def open(
        self, path: Path, user: str, passphrase: str, *, read_only: bool = False
    ) -> OpenedRegister:
        """Open a register; raises TooSoon and what `open_for_work` raises."""
        from app.jobs.registers.opening import open_for_work  # noqa: PLC0415  the same

        left = self._patience.seconds_left(path)
        if left:
            raise TooSoon(left)
        try:
            opened = open_for_work(
                path, user or None, passphrase, settings=self._settings, read_only=read_only
            )
        except WrongKey:
            self._patience.failed(path)
            raise
        self._patience.succeeded(path)
        try:
            found = _opened(opened, path)
        except BaseException:
            opened.close()
            raise
        self.note(LAST, str(path.absolute()))
        return found

    def create(self, path: Path, user: str, passphrase: str) -> OpenedRegister:
        """Found a register with its gazetteer and open it."""
        from app.jobs.registers.opening import found  # noqa: PLC0415  the same

        found(path, user, passphrase, settings=self._settings)
        return self.open(path, user, passphrase)

    def make_sample(self) -> OpenedRegister:
        """Make the sample beside the settings, once, and open it."""
        from app.jobs.registers.opening import (  # noqa: PLC0415  the same
            SAMPLE_PASSPHRASE,
            SAMPLE_USER,
            found_sample,
        )

        path = self._settings.folder / SAMPLE
        if not path.exists():
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            found_sample(path, settings=self._settings)
        return self.open(path, SAMPLE_USER, SAMPLE_PASSPHRASE)

    def is_first_start(self) -> bool:
        """Tell whether nobody ever opened a register here, nor chose a language."""
        return not self._settings.read(DOCUMENT)

    def new_sheet(self, opened: object, *, split: bool) -> RecoverySheet:
        """Make the recovery sheet of a register."""
        return _workspace(opened).key_desk.new_sheet(split=split)

    def sheet_paper(self, sheet: RecoverySheet, lang: str) -> PdfFile:
        """Set a recovery sheet for paper, in memory."""
        from app.reports.recovery_sheet import write_recovery_sheet  # noqa: PLC0415  the same

        return write_recovery_sheet(sheet, lang)

    def save_sheet(self, sheet: RecoverySheet, lang: str, path: Path) -> Path:
        """Write a recovery sheet as PDF, readable by this user only."""
        from app.jobs.papers.report import keep  # noqa: PLC0415  the same

        keep(path, self.sheet_paper(sheet, lang).content)
        return path

    def set_second_disk(self, opened: object, folder: Path) -> None:
        """Send backups to a second place too."""
        from app.queries.register.backups import backup_settings  # noqa: PLC0415  the same
        from app.services.backups import set_backups  # noqa: PLC0415  the same

        workspace = _workspace(opened)
        chosen = replace(workspace.read(backup_settings), second=str(folder.absolute()))
        workspace.write(lambda uow: set_backups(uow, chosen))

    def about_folder(self, folder: Path) -> Words:
        """Warn of a folder that a service carries elsewhere, or that is on a share."""
        return about_folder(folder)

    def about_backup_folder(self, opened: object, folder: Path) -> Words:
        """Warn of a folder that does not protect: on the same disk, or carried elsewhere."""
        path = opened.path if isinstance(opened, OpenedRegister) else Path()
        return about_backup_folder(path, folder)

    def check_sheet(self, typed: str) -> None:
        """Look for slips in what was typed from a sheet; raises BadSheet."""
        from app.vault.recovery_code import read_sheet  # noqa: PLC0415  the same

        read_sheet(typed)

    def recover(self, path: Path, typed: str, user: str, passphrase: str) -> RecoverySheet:
        """Give somebody a new passphrase by the sheet; raises what `recovering.recover` raises."""
        from app.jobs.registers.recovering import recover  # noqa: PLC0415  the same

        sheet = recover(path, typed, user or None, passphrase, settings=self._settings)
        self._patience.succeeded(path)
        return sheet

    def shut(self, opened: object) -> None:
        """Close a register that nobody entered."""
        _workspace(opened).close()

    def backups_at(self, place: Path) -> tuple[datetime, ...]:
        """Return when the backups at a place were made, the newest first."""
        from app.vault.backups.layout import sets_under  # noqa: PLC0415  the same

        return tuple(one.made_at for one in sets_under(place))

    def restore(self, place: Path, vault: Path, user: str, passphrase: str) -> OpenedRegister:
        """Put the newest backup that verifies in the place of a vault, and open it."""
        from app.jobs.registers.restore import accept, restore  # noqa: PLC0415  the same

        done = restore(place, vault, user or None, passphrase, settings=self._settings)
        try:
            accept(done)
            found = _opened(done.workspace, vault)
        except BaseException:
            done.workspace.close()
            raise
        self.note(LAST, str(vault.absolute()))
        return found

    def note(self, key: str, value: str) -> None:
        """Remember something that is no part of any register; a full disk is no reason to stop."""
        try:
            self._settings.write(DOCUMENT, {**self._settings.read(DOCUMENT), key: value})
        except OSError:
            return

    def noted(self, key: str) -> str:
        """Return what was remembered outside the registers."""
        return str(self._settings.read(DOCUMENT).get(key) or "")


def _opened(workspace: Workspace, path: Path) -> OpenedRegister:
    from app.queries.register.office import office  # noqa: PLC0415  unlock must come up at once
    from app.ui.desk_store import remembered  # noqa: PLC0415  the same

    return OpenedRegister(workspace, path, workspace.read(office), remembered(workspace))


def _workspace(opened: object) -> Workspace:
    if not isinstance(opened, OpenedRegister):
        raise TypeError(opened)
    return opened.workspace
