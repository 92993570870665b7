"""Say what the unlock screen needs of the vault: an interface, filled by the composition root."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from app.ui.widgets.kit import Words


@dataclass(frozen=True, slots=True)
class RecentVault:
    """A vault known on this computer: its place, its name, when it was last opened, in words."""

    path: Path
    name: str
    last_opened: Words = ""
    backup: Words = ""


class VaultDoor(Protocol):
    """Open and create vaults. Every call runs on a lane, never on the UI thread.

    `open`, `create` and `make_sample` return whatever the composition root opens the window with;
    they raise coded errors of `app.errors`, whose sentences the unlock screen shows.
    """

    def is_first_start(self) -> bool:
        """Tell whether nobody ever opened a register here, nor chose a language. Quick."""
        ...

    def list_recent(self) -> Sequence[RecentVault]:
        """Return the vaults opened before, the last one first."""
        ...

    def users_of(self, path: Path) -> Sequence[str]:
        """Return the names that may unlock a vault; raises NotAVault and others."""
        ...

    def seconds_to_wait(self, path: Path) -> int:
        """Return for how long no passphrase of a vault is tried, after wrong ones; 0 for not."""
        ...

    def open(self, path: Path, user: str, passphrase: str, *, read_only: bool = False) -> object:
        """Open a vault, or only to read it; raises WrongKey, TooSoon and others."""
        ...

    def create(self, path: Path, user: str, passphrase: str) -> object:
        """Create a vault and open it; raises AlreadyThere and others."""
        ...

    def make_sample(self) -> object:
        """Make the sample of invented people and open it."""
        ...
