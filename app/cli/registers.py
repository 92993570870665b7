"""Commands on a register as a whole: make one, check it, its history, its staff."""

from __future__ import annotations

from typing import Annotated

import typer

from app.cli.session import (
    AsJson,
    Asked,
    Exit,
    Lang,
    PassFile,
    User,
    Vault,
    answer,
    kindly,
    opened,
    passphrase_of,
    translator,
)
from app.i18n import Translator
from app.jobs.check_job import check_register
from app.jobs.opening import found, found_sample
from app.settings import SettingsFolder
from app.shapes.checks import Fault, FaultKind
from app.wording.faults import fault_words
from app.wording.vocabulary import label
from models.vocabulary.roles import Role

OfficeName = Annotated[str, typer.Option("--office", help="The name of the office on papers.")]


def add_to(root: typer.Typer) -> None:
    """Add these commands to the program."""
    root.command("init")(init)
    root.command("sample")(sample)
    root.command("check")(check)
    root.command("history")(history_command)
    staff = typer.Typer(help="Members of staff.", no_args_is_help=True)
    staff.command("add")(staff_add)
    staff.command("list")(staff_list)
    root.add_typer(staff, name="staff")


def init(
    vault: Vault,
    user: Annotated[str, typer.Option("--user", help="Your name: you found the register.")],
    office: OfficeName = "",
    lang: Lang = "en",
    passphrase_file: PassFile = None,
) -> None:
    """Found a new register with its gazetteer; whoever founds it holds every role."""
    t = translator(lang)
    with kindly(t):
        secret = passphrase_of(passphrase_file, t.say("New passphrase"), twice=True)
        found(vault, user, secret, office_name=office, settings=SettingsFolder())
        typer.echo(t.say("The register “{name}” is made.", name=vault.name))


def sample(
    vault: Vault,
    user: Annotated[str, typer.Option("--user", help="Your name in the sample.")] = "Sample",
    lang: Lang = "en",
    passphrase_file: PassFile = None,
) -> None:
    """Make the sample register: the founding incident, all people invented."""
    t = translator(lang)
    with kindly(t):
        secret = passphrase_of(passphrase_file, t.say("New passphrase"), twice=True)
        found_sample(vault, user, secret, settings=SettingsFolder())
        typer.echo(
            t.say("The sample “{name}” is made. All people in it are invented.", name=vault.name)
        )


def check(
    vault: Vault,
    deep: Annotated[bool, typer.Option("--deep", help="Compute every status anew too.")] = False,
    user: User = None,
    lang: Lang = "en",
    passphrase_file: PassFile = None,
    as_json: AsJson = False,
) -> None:
    """Check that the file is whole, the history unbroken and every status as recorded."""
    asked = Asked(vault, user, lang, passphrase_file)
    with opened(asked) as workspace:
        problems = check_register(workspace, deep=deep)
    _tell_problems(problems, asked.translator, as_json=as_json)


def history_command(
    vault: Vault,
    what: Annotated[str, typer.Argument(help="verify: walk the whole chain.")],
    user: User = None,
    lang: Lang = "en",
    passphrase_file: PassFile = None,
    as_json: AsJson = False,
) -> None:
    """Verify the history of changes: nothing edited, taken out, put in or cut off."""
    asked = Asked(vault, user, lang, passphrase_file)
    if what != "verify":
        raise typer.BadParameter("verify", param_hint="WHAT")
    with opened(asked) as workspace:
        problems = [
            Fault(FaultKind.HISTORY, f"#{problem.where}", problem.what.value)
            for problem in workspace.verify_history()
        ]
    _tell_problems(problems, asked.translator, as_json=as_json)


def _tell_problems(problems: list[Fault], t: Translator, *, as_json: bool) -> None:
    facts = {
        "ok": not problems,
        "problems": [{"what": p.more or p.what.value, "where": p.where} for p in problems],
    }

    def words() -> str:
        if not problems:
            return t.say("Everything is in order.")
        head = t.say_n("{n} problem was found:", "{n} problems were found:", len(problems))
        return "\n".join((head, *(f"{p.where}: {fault_words(p, t)}" for p in problems)))

    answer(facts, as_json=as_json, words=words)
    if problems:
        raise typer.Exit(int(Exit.ANSWER_IS_NO))


def staff_add(
    vault: Vault,
    name: Annotated[str, typer.Argument(help="The name they will unlock with.")],
    role: Annotated[list[Role], typer.Option("--role", help="A role; may be given several times.")],
    user: User = None,
    lang: Lang = "en",
    passphrase_file: PassFile = None,
    new_passphrase_file: Annotated[
        str | None, typer.Option("--new-passphrase-file", help="Their own first passphrase.")
    ] = None,
) -> None:
    """Take on a member of staff with a passphrase of their own."""
    asked = Asked(vault, user, lang, passphrase_file)
    t = asked.translator
    with opened(asked) as workspace:
        theirs = passphrase_of(
            new_passphrase_file, t.say("Passphrase of {name}", name=name), twice=True
        )
        workspace.add_staff(name, frozenset(role), theirs)
    typer.echo(t.say("{name} can now open this register.", name=name))


def staff_list(
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
