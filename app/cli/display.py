"""Says whether a window can be shown here, before anything of the window is loaded."""

from __future__ import annotations

import os
import sys

from app.i18n import Translator


def has_display() -> bool:
    """Say whether a window can be shown here."""
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def tell_there_is_none(t: Translator) -> int:
    """Say that the window cannot open, and what works without it; gives the exit code."""
    print(
        t.say(
            "There is no display here, so the window cannot open. “homeward --help” names the "
            "commands that need none."
        ),
        file=sys.stderr,
    )
    return 2
