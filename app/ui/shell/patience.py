"""Make whoever guesses wait longer each time: 1, 2, 4 … 60 seconds, for each vault (R-19).

The count is kept beside the settings, so that starting the program anew forgives nothing. A vault
stands there by the fingerprint of its place: no name, no path.
"""

import hashlib
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from app.clock import Clock
from app.settings import SettingsFolder

DOCUMENT: Final = "patience"
LONGEST_SECONDS: Final = 60


class Patience:
    """Count wrong passphrases for each vault and tell how long to wait."""

    def __init__(self, settings: SettingsFolder, clock: Clock) -> None:
        self._settings = settings
        self._clock = clock

    def failed(self, vault: Path) -> int:
        """Count a wrong passphrase; return for how many seconds none is tried now."""
        count = self._count(vault) + 1
        wait = min(1 << (count - 1), LONGEST_SECONDS)
        until = self._clock.now() + timedelta(seconds=wait)
        self._keep(vault, {"wrong": count, "until": until.isoformat()})
        return wait

    def succeeded(self, vault: Path) -> None:
        """Forget what was counted: the right one was given."""
        if self._count(vault):
            self._keep(vault, None)

    def seconds_left(self, vault: Path) -> int:
        """Return for how many seconds no passphrase is tried yet, 0 when one may be.

        A clock that was put back makes nobody wait longer than the longest wait.
        """
        try:
            until = datetime.fromisoformat(str(self._entry(vault).get("until")))
            left = (until - self._clock.now()).total_seconds()
        except (ValueError, TypeError):
            return 0
        return min(max(-int(-left // 1), 0), LONGEST_SECONDS)

    def _count(self, vault: Path) -> int:
        wrong = self._entry(vault).get("wrong")
        return min(wrong, 30) if isinstance(wrong, int) else 0

    def _entry(self, vault: Path) -> dict[str, object]:
        found = self._settings.read(DOCUMENT).get(_fingerprint(vault))
        return found if isinstance(found, dict) else {}

    def _keep(self, vault: Path, entry: dict[str, object] | None) -> None:
        document = self._settings.read(DOCUMENT)
        if entry is None:
            document.pop(_fingerprint(vault), None)
        else:
            document[_fingerprint(vault)] = entry
        try:
            self._settings.write(DOCUMENT, document)
        except OSError:
            return  # a full disk is no reason to lock people out; Argon2 still takes its time


def _fingerprint(vault: Path) -> str:
    return hashlib.sha256(str(vault.absolute()).encode()).hexdigest()[:32]
