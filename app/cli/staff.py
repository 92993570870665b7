"""Commands on the members of staff who may open a register."""

from __future__ import annotations

from typing import Annotated

import typer

from app.cli import key_requests
from app.cli.session import (
    AsJson,
    Asked,
    Lang,
    PassFile,
    User,
    Vault,
    answer,
    kindly,
    opened,
    opened_by,
    passphrase_of,
)
from app.clock import OFFICE_ZONE
from app.i18n import Translator
from app.shapes.staff import StaffMember
from app.wording.vocabulary import label
from models.vocabulary.date_words import in_words
from models.vocabulary.partial_date import PartialDate
from models.vocabulary.roles import Role


def add_to(root: typer.Typer) -> None:
    """Add these commands to the program."""
    group = typer.Typer(
        help="Members of staff: take one on, remove one, list them; one's own passphrase.",
        no_args_is_help=True,
    )
    group.command("add")(add)
    group.command("list")(list_staff)
    group.command("passphrase")(passphrase)
    group.command("remove")(remove)
    key_requests.add_to(group)
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


def passphrase(
    vault: Vault,
    new_passphrase_file: Annotated[
        str | None,
        typer.Option("--new-passphrase-file", help="A file with the new passphrase."),
    ] = None,
    user: User = None,
    lang: Lang = "en",
    passphrase_file: PassFile = None,
) -> None:
    """Choose another passphrase for yourself."""
    asked = Asked(vault, user, lang, passphrase_file)
    t = asked.translator
    with kindly(t):
        present = passphrase_of(passphrase_file, t.say("Passphrase"), t)
        new = passphrase_of(new_passphrase_file, t.say("New passphrase"), t, twice=True)
        with opened_by(asked, present) as workspace:
            workspace.key_desk.change_passphrase(present, new)
    typer.echo(t.say("From now on you open this register with the new passphrase."))
    typer.echo(
        t.say(
            "Copies and backups made before still open with the old one. If somebody else may know "
            "it, destroy them."
        )
    )


def remove(
    vault: Vault,
    name: Annotated[str, typer.Argument(metavar="NAME", help="Who leaves.")],
    reason: Annotated[str, typer.Option("--reason", help="Why; kept in the history.")] = "",
    user: User = None,
    lang: Lang = "en",
    passphrase_file: PassFile = None,
) -> None:
    """Remove a member of staff and put the register under new keys."""
    asked = Asked(vault, user, lang, passphrase_file)
    t = asked.translator
    with opened(asked) as workspace:
        workspace.key_desk.remove(name, reason)
    typer.echo(
        t.say(
            "{name} can no longer open this register. Everybody else goes on with their own "
            "passphrase.",
            name=name,
        )
    )
    typer.echo(
        t.say(
            "Copies and backups made before today still open with the keys of then: destroy them, "
            "or keep them where {name} cannot reach them.",
            name=name,
        )
    )


def list_staff(
    vault: Vault,
    everybody: Annotated[bool, typer.Option("--all", help="Who left as well.")] = False,
    user: User = None,
    lang: Lang = "en",
    passphrase_file: PassFile = None,
    as_json: AsJson = False,
) -> None:
    """List the members of staff and their roles."""
    asked = Asked(vault, user, lang, passphrase_file)
    with opened(asked) as workspace:
        people = workspace.everybody() if everybody else workspace.staff()
    facts = [
        {
            "name": one.name,
            "roles": sorted(one.roles),
            "left_at": one.left_at.isoformat(timespec="seconds") if one.left_at else None,
        }
        for one in people
    ]

    def words() -> str:
        return "\n".join(_line(one, asked.translator) for one in people)

    answer({"staff": facts}, as_json=as_json, words=words)


def _line(member: StaffMember, t: Translator) -> str:
    roles = ", ".join(label("role", role, t.lang) for role in sorted(member.roles))
    if member.left_at is None:
        return f"{member.name}: {roles}"
    day = in_words(PartialDate.on(member.left_at.astimezone(OFFICE_ZONE).date()), t.lang)
    return t.say("{name}: left on {day}", name=member.name, day=day)
