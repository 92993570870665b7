"""What this user's machine remembers between runs; never anything from a case."""

import json
import os
import sys
import tempfile
from pathlib import Path

from app import paths


def is_release() -> bool:
    """Say whether this is a built program; profiles meant for tests are refused then."""
    return bool(getattr(sys, "frozen", False))


def test_profiles_allowed() -> bool:
    """Say whether cheap keys and servers without TLS may be used: tests only.

    The one place that decides it. A built program answers no, whatever the environment says.
    """
    return not is_release() and os.environ.get("HOMEWARD_TEST_PROFILE") == "1"


test_profiles_allowed.__test__ = False  # type: ignore[attr-defined]  # pytest reads this mark


class SettingsFolder:
    """Small JSON documents in the user's settings folder, each replaced whole."""

    def __init__(self, folder: Path | None = None) -> None:
        self.folder = folder or paths.settings_dir()

    def read(self, name: str) -> dict[str, object]:
        """Return a document; an absent or unreadable one is empty, for settings are no records."""
        try:
            found = json.loads((self.folder / f"{name}.json").read_text("utf-8"))
        except (OSError, ValueError):
            return {}
        return found if isinstance(found, dict) else {}

    def write(self, name: str, document: dict[str, object]) -> None:
        """Replace a document; readable by this user only."""
        target = self.folder / f"{name}.json"
        for folder in (self.folder, target.parent):  # the mode is for the last one of a path only
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=target.parent, prefix=".new-")
        try:
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                json.dump(document, file, ensure_ascii=False, indent=1, sort_keys=True)
            Path(temporary).replace(target)
        except BaseException:
            Path(temporary).unlink(missing_ok=True)
            raise
