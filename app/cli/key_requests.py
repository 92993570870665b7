"""A colleague's way in from their own computer: they ask by a file and are admitted."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from app.cli.session import (
    Asked,
    Exit,
    Lang,
    PassFile,
    User,
    Vault,
    fail,
    kindly,
    opened,
    passphrase_of,
    translator,
)
from models.vocabulary.roles import Role


def add_to(group: typer.Typer) -> None:
    """Add these commands to those on staff."""
    group.command("request")(request)
    group.command("admit")(admit)


def request(
    name: Annotated[
        str, typer.Argument(metavar="NAME", help="The name you will open the register with.")
    ],
    out: Annotated[Path, typer.Option("--out", help="The file to send to the administrator.")],
    new_passphrase_file: Annotated[
        str | None,
        typer.Option("--new-passphrase-file", help="A file with your own new passphrase."),
    ] = None,
    lang: Lang = "en",
) -> None:
    """Ask for a way into a register, on your own computer."""
    from app.jobs.papers.report import keep
    from app.vault.request_file import make_request

    t = translator(lang)
    with kindly(t):
        secret = passphrase_of(new_passphrase_file, t.say("New passphrase"), t, twice=True)
        content, made = make_request(name, secret)
        keep(out, content)
    typer.echo(t.say("Send “{name}” to the administrator.", name=out.name))
    typer.echo(
        t.say("Read these letters to them by telephone: {letters}", letters=made.fingerprint)
    )


def admit(
    vault: Vault,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The request a colleague sent.")],
    role: Annotated[list[Role], typer.Option("--role", help="A role; may be given several times.")],
    letters: Annotated[
        str | None,
        typer.Option("--letters", help="The letters your colleague read to you; compared here."),
    ] = None,
    user: User = None,
    lang: Lang = "en",
    passphrase_file: PassFile = None,
) -> None:
    """Admit a colleague who sent a key request."""
    from app.vault.request_file import LARGEST, read_request, same_letters

    asked = Asked(vault, user, lang, passphrase_file)
    t = asked.translator
    with kindly(t):
        with file.open("rb") as source:
            asks = read_request(source.read(LARGEST + 1))
        if letters is not None and not same_letters(letters, asks.fingerprint):
            fail(
                t.say(
                    "These are not the letters of the file, so nobody was admitted. The letters of "
                    "the file are {letters}.",
                    letters=asks.fingerprint,
                ),
                Exit.REFUSED,
            )
        with opened(asked) as workspace:
            member = workspace.key_desk.admit(asks, frozenset(role))
    typer.echo(t.say("{name} can now open this register.", name=member.name))
    if letters is None:
        typer.echo(
            t.say(
                "Let {name} read the letters of the request to you: {letters}. If theirs are "
                "others, remove {name} at once.",
                name=member.name,
                letters=asks.fingerprint,
            )
        )
