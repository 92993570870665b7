"""The composition root: the only module that knows every floor."""

from __future__ import annotations

from collections.abc import Sequence

from app import logs


def main(arguments: Sequence[str]) -> int:
    """Run the program; gives the exit code (product.md, Command line)."""
    logs.set_up()
    if not arguments:
        return open_window()
    from app.cli.root import run

    return run(arguments, open_window=open_window)


def open_window(register: str | None = None, *, user: str = "", passphrase: str = "") -> int:
    """Open the window on the unlock page, or on a register that is opened at once."""
    from app.ui.start import run_window

    return run_window(register, user=user, passphrase=passphrase)
