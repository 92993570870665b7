"""Say what the ways into a register need of it besides opening: an interface, as VaultDoor is."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from app.ui.shell.vault_door import VaultDoor
from app.ui.widgets.kit import Words

if TYPE_CHECKING:
    from app.reports.render import PdfFile
    from app.shapes.recovery import RecoverySheet


class WaysDoor(VaultDoor, Protocol):
    """Make registers, sheets and second disks; open by a sheet; restore. Runs on lanes.

    `opened` is what `open`, `create` and `restore` return. They raise coded errors of `app.errors`.
    """

    def new_sheet(self, opened: object, *, split: bool) -> RecoverySheet:
        """Make the recovery sheet of a register."""
        ...

    def sheet_paper(self, sheet: RecoverySheet, lang: str) -> PdfFile:
        """Set a recovery sheet for paper, in memory."""
        ...

    def save_sheet(self, sheet: RecoverySheet, lang: str, path: Path) -> Path:
        """Write a recovery sheet as PDF, readable by this user only."""
        ...

    def set_second_disk(self, opened: object, folder: Path) -> None:
        """Send backups to a second place too."""
        ...

    def about_folder(self, folder: Path) -> Words:
        """Say what should be known of a folder for a vault; "" for nothing. Quick."""
        ...

    def about_backup_folder(self, opened: object, folder: Path) -> Words:
        """Say what should be known of a folder for backups of a register; "" for nothing. Quick."""
        ...

    def check_sheet(self, typed: str) -> None:
        """Look for slips in what was typed from a sheet; raises BadSheet. Quick."""
        ...

    def recover(self, path: Path, typed: str, user: str, passphrase: str) -> RecoverySheet:
        """Give somebody a new passphrase by the sheet; answers the sheet that follows it."""
        ...

    def backups_at(self, place: Path) -> tuple[datetime, ...]:
        """Return when the backups at a place were made, the newest first."""
        ...

    def shut(self, opened: object) -> None:
        """Close a register that nobody entered."""
        ...

    def restore(self, place: Path, vault: Path, user: str, passphrase: str) -> object:
        """Put the newest backup that verifies in the place of a vault, and open it."""
        ...
