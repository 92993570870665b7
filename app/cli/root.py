"""The command line: one program for batch work and administrators (product.md, Command line)."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import typer

from app.cli import (
    accounting,
    backups,
    books,
    case_list,
    cases,
    covers,
    demo,
    duplicates,
    exhibits,
    explain,
    exports,
    forms,
    health,
    history,
    imports,
    lists,
    papers,
    passphrases,
    places,
    recovery,
    registers,
    reports,
    sealed_key,
    staff,
    today,
    window,
)
from app.cli import bin as bin_commands

OpenWindow = Callable[..., int]

_HELP = """A register of missing and captured servicemen.

Without a command the window opens. VAULT is a folder, or the profile file of a shared office.

\b
The passphrase is asked for, or read with --passphrase-file.

\b
Exit codes:
0 done
1 the answer is no: a check failed, nothing was found
2 wrong usage
3 wrong passphrase
4 bad input, refused; nothing was changed
5 the register is in use, or from a newer program
"""


def command_line(open_window: OpenWindow) -> typer.Typer:
    """Put the commands together, in the order in which an office meets them."""
    root = typer.Typer(
        name="homeward",
        help=_HELP,
        no_args_is_help=True,
        add_completion=False,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    window.add_to(root, open_window)
    demo.add_to(root, open_window)
    registers.add_to(root)
    history.add_to(root)
    staff.add_to(root)
    passphrases.add_to(root)
    recovery.add_to(root)
    backups.add_to(root)
    health.add_to(root)
    imports.add_to(root)
    exports.add_to(root)
    places.add_to(root)
    cases.add_to(root)
    today.add_to(root)
    duplicates.add_to(root)
    lists.add_to(root)
    case_list.add_to(root)
    exhibits.add_to(root)
    bin_commands.add_to(root)
    reports.add_to(root)
    sealed_key.add_to(root)
    papers.add_to(root)
    covers.add_to(root)
    forms.add_to(root)
    books.add_to(root)
    accounting.add_to(root)
    explain.add_to(root)
    return root


def run(arguments: Sequence[str], *, open_window: OpenWindow) -> int:
    """Run one command; gives its exit code."""
    try:
        command_line(open_window)(args=list(arguments), prog_name="homeward")
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else int(end.code is not None)
    return 0
