"""Commands on the members of staff who may open a register."""

from __future__ import annotations

from typing import Annotated

import typer

from app.cli.session import (
    AsJson,
    Asked,
    Lang,
    PassFile,
    User,
    Vault,
    answer,
    opened,
    passphrase_of,
)
from app.wording.vocabulary import label
from models.vocabulary.roles import Role


def add_to(root: typer.Typer) -> None:
    """Add these commands to the program."""
    group = typer.Typer(help="Members of staff: take one on, list them.", no_args_is_help=True)
    group.command("add")(add)
    group.command("list")(list_staff)
    root.add_typer(group, name="staff")


def add(
    vault: Vault,
    name: Annotated[
        str, typer.Argument(metavar="NAME", help="The name they will open the register with.")
    ],
    role: Annotated[list[Role], typer.Option("--role", help="A role; may be given several times.")],
    new_passphrase_file: Annotated[
        str | None,
        typer.Option("--new-passphrase-file", help="A file with their own first passphrase."),
    ] = None,
    user: User = None,
    lang: Lang = "en",
    passphrase_file: PassFile = None,
) -> None:
    """Take on a member of staff, with a passphrase of their own."""
    asked = Asked(vault, user, lang, passphrase_file)
    t = asked.translator
    with opened(asked) as workspace:
        theirs = passphrase_of(
            new_passphrase_file, t.say("Passphrase of {name}", name=name), t, twice=True
        )
        workspace.add_staff(name, frozenset(role), theirs)
    typer.echo(t.say("{name} can now open this register.", name=name))


def list_staff(
    vault: Vault,
    user: User = None,
    lang: Lang = "en",
    passphrase_file: PassFile = None,
    as_json: AsJson = False,
) -> None:
    """List the members of staff and their roles."""
    asked = Asked(vault, user, lang, passphrase_file)
    with opened(asked) as workspace:
        people = workspace.staff()
    facts = [{"name": one.name, "roles": sorted(one.roles)} for one in people]

    def words() -> str:
        return "\n".join(
            f"{one.name}: " + ", ".join(label("role", role, lang) for role in sorted(one.roles))
            for one in people
        )

    answer({"staff": facts}, as_json=as_json, words=words)
