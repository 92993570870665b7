"""The command that opens the window at a register; the passphrase is asked for there."""

from __future__ import annotations

import os
from collections.abc import Callable

import typer

from app.cli.display import has_display, tell_there_is_none
from app.cli.session import User, Vault
from app.i18n import Translator


def add_to(root: typer.Typer, open_window: Callable[..., int]) -> None:
    """Add this command to the program."""

    @root.command("open")
    def open_at(vault: Vault, user: User = None) -> None:
        """Open the window at a register.

        The unlock screen comes up with the register and the name chosen.
        """
        # Who names a platform of Qt's own has said where the window shall be.
        if not has_display() and "QT_QPA_PLATFORM" not in os.environ:
            raise typer.Exit(tell_there_is_none(Translator.open("en")))
        raise typer.Exit(open_window(str(vault), user=user or ""))
