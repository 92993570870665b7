"""The composition root: the only module that knows every floor."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from app import hardening, logs
from app.i18n import Translator


def main(arguments: Sequence[str]) -> int:
    """Run the program; gives the exit code (product.md, Command line)."""
    logs.set_up()
    logs.hear_uncaught(_tell_fault)
    hardening.keep_memory_private()
    if not arguments:
        from app.cli.display import has_display, tell_there_is_none

        return open_window() if has_display() else tell_there_is_none(Translator.open("en"))
    from app.cli.root import run

    return run(arguments, open_window=open_window)


def _tell_fault(kind: str) -> None:
    from app.wording.errors import unexpected

    sys.stderr.write(f"{unexpected(kind, Translator.open('en'))}\n")


def open_window(register: str | None = None, *, user: str = "", passphrase: str = "") -> int:
    """Open the window on the unlock page, or on a register that is opened at once."""
    from app.ui.start import run_window

    return run_window(register, user=user, passphrase=passphrase)
