"""The command that draws a passphrase by lot."""

from __future__ import annotations

from typing import Annotated

import typer

from app.cli.session import Lang, translator


def add_to(root: typer.Typer) -> None:
    """Add this command to the program."""
    root.command("passphrase")(passphrase)


def passphrase(
    words: Annotated[int, typer.Option("--words", min=6, max=12, help="How many words.")] = 6,
    lang: Lang = "en",
) -> None:
    """Draw a passphrase by lot from the words of a language; it is kept nowhere."""
    from app.vault.strength import generate_passphrase

    translator(lang)  # an unknown language is wrong usage
    typer.echo(generate_passphrase(lang, words))
