"""The command line: one program for batch work and administrators (product.md, Command line)."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import click
import typer

from app.cli import cases, demo, explain, imports, registers, reports

OpenWindow = Callable[..., int]


def command_line(open_window: OpenWindow) -> typer.Typer:
    """Put the commands together."""
    root = typer.Typer(
        name="homeward",
        help="A register of missing and captured servicemen.",
        no_args_is_help=True,
        add_completion=False,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
    )
    registers.add_to(root)
    cases.add_to(root)
    imports.add_to(root)
    reports.add_to(root)
    explain.add_to(root)
    demo.add_to(root, open_window)
    return root


def run(arguments: Sequence[str], *, open_window: OpenWindow) -> int:
    """Run one command; gives its exit code."""
    try:
        code = command_line(open_window)(args=list(arguments), standalone_mode=False)
    except click.exceptions.Exit as end:
        return int(end.exit_code)
    except click.ClickException as wrong:
        wrong.show()
        return int(wrong.exit_code)
    except (KeyboardInterrupt, click.Abort):
        return 130
    return int(code or 0)
