"""Open registers for the unlock screen; every call runs on a lane and loads what it needs late."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from app.clock import Clock, SystemClock
from app.errors import TooSoon, WrongKey
from app.settings import SettingsFolder
from app.ui.kept_state import Json
from app.ui.shell.patience import Patience
from app.ui.shell.vault_door import RecentVault

if TYPE_CHECKING:
    from app.shapes.office import Office
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

    def open(self, path: Path, user: str, passphrase: str) -> OpenedRegister:
        """Open a register; raises TooSoon and what `app.jobs.opening.open_for_work` raises."""
        from app.jobs.opening import open_for_work  # noqa: PLC0415  the same
        from app.queries.office import office  # noqa: PLC0415  the same
        from app.ui.desk_store import remembered  # noqa: PLC0415  the same

        left = self._patience.seconds_left(path)
        if left:
            raise TooSoon(left)
        try:
            opened = open_for_work(path, user or None, passphrase, settings=self._settings)
        except WrongKey:
            self._patience.failed(path)
            raise
        self._patience.succeeded(path)
        try:
            found = OpenedRegister(opened, path, opened.read(office), remembered(opened))
        except BaseException:
            opened.close()
            raise
        self.note(LAST, str(path.absolute()))
        return found

    def create(self, path: Path, user: str, passphrase: str) -> OpenedRegister:
        """Found a register with its gazetteer and open it."""
        from app.jobs.opening import found  # noqa: PLC0415  the same

        found(path, user, passphrase, settings=self._settings)
        return self.open(path, user, passphrase)

    def make_sample(self) -> OpenedRegister:
        """Make the sample beside the settings, once, and open it."""
        from app.jobs.opening import (  # noqa: PLC0415  the same
            SAMPLE_PASSPHRASE,
            SAMPLE_USER,
            found_sample,
        )

        path = self._settings.folder / SAMPLE
        if not path.exists():
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            found_sample(path, settings=self._settings)
        return self.open(path, SAMPLE_USER, SAMPLE_PASSPHRASE)

    def note(self, key: str, value: str) -> None:
        """Remember something that is no part of any register; a full disk is no reason to stop."""
        try:
            self._settings.write(DOCUMENT, {**self._settings.read(DOCUMENT), key: value})
        except OSError:
            return

    def noted(self, key: str) -> str:
        """Return what was remembered outside the registers."""
        return str(self._settings.read(DOCUMENT).get(key) or "")
