"""Commands on a register as a whole: make one, check it, bring it up to date."""

from __future__ import annotations

import getpass
from pathlib import Path
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
from app.settings import SettingsFolder
from app.shapes.checks import Fault, FaultKind

OfficeName = Annotated[str, typer.Option("--office", help="The name of the office on papers.")]


def add_to(root: typer.Typer) -> None:
    """Add these commands to the program."""
    root.command("init")(init)
    root.command("sample")(sample)
    root.command("check")(check)
    root.command("upgrade")(upgrade)


def init(
    vault: Vault,
    user: Annotated[
        str | None,
        typer.Option("--user", help="Your name; else your login on this computer."),
    ] = None,
    office: OfficeName = "",
    lang: Lang = "en",
    passphrase_file: PassFile = None,
) -> None:
    """Found a new register.

    It comes with its gazetteer; whoever founds it holds every role.
    """
    from app.jobs.registers.opening import found

    t = translator(lang)
    name = user or getpass.getuser()
    with kindly(t):
        secret = passphrase_of(passphrase_file, t.say("New passphrase"), t, twice=True)
        found(vault, name, secret, office_name=office, settings=SettingsFolder())
        typer.echo(t.say("The register “{name}” is made.", name=vault.name))
        typer.echo(t.say("You open it as {user}.", user=name))


def sample(
    vault: Vault,
    user: Annotated[str, typer.Option("--user", help="Your name in the sample.")] = "Sample",
    lang: Lang = "en",
    passphrase_file: PassFile = None,
) -> None:
    """Make the sample register.

    It holds the founding incident; all people in it are invented.
    """
    from app.jobs.registers.opening import found_sample

    t = translator(lang)
    with kindly(t):
        secret = passphrase_of(passphrase_file, t.say("New passphrase"), t, twice=True)
        found_sample(vault, user, secret, settings=SettingsFolder())
        typer.echo(
            t.say("The sample “{name}” is made. All people in it are invented.", name=vault.name)
        )


def upgrade(
    profile: Annotated[
        Path, typer.Argument(metavar="PROFILE", help="The profile file of a shared office.")
    ],
    lang: Lang = "en",
) -> None:
    """Bring a shared office up to date after a new version of the program.

    Once, by whoever may change its tables; a vault is brought up to date when it is opened.
    """
    from app.jobs.registers.opening import bring_up_to_date

    t = translator(lang)
    with kindly(t):
        bring_up_to_date(profile)
        typer.echo(t.say("The register “{name}” is up to date.", name=profile.name))


def check(
    vault: Vault,
    deep: Annotated[bool, typer.Option("--deep", help="Compute every status anew too.")] = False,
    mend: Annotated[
        bool, typer.Option("--mend", help="Build anew what people are found by, then check.")
    ] = False,
    user: User = None,
    lang: Lang = "en",
    passphrase_file: PassFile = None,
    as_json: AsJson = False,
) -> None:
    """Check that a register is whole.

    Every page of the file, the chain of the history and, with --deep, every status.
    """
    from app.jobs.registers.check import check_register, mend_register

    asked = Asked(vault, user, lang, passphrase_file)
    with opened(asked) as workspace:
        if mend:
            mend_register(workspace)
        problems = check_register(workspace, deep=deep)
    tell_problems(problems, asked.translator, as_json=as_json)


def tell_problems(problems: list[Fault], t: Translator, *, as_json: bool) -> None:
    """Answer what is wrong with a register; anything at all is the answer no."""
    facts = {
        "ok": not problems,
        "problems": [{"what": _what(p), "where": p.where} for p in problems],
    }

    def words() -> str:
        from app.wording.faults import fault_words

        if not problems:
            return t.say("Everything is in order.")
        head = t.say_n("{n} problem was found:", "{n} problems were found:", len(problems))
        return "\n".join((head, *(f"{p.where}: {fault_words(p, t)}" for p in problems)))

    answer(facts, as_json=as_json, words=words)
    if problems:
        raise typer.Exit(int(Exit.ANSWER_IS_NO))


def _what(problem: Fault) -> str:
    """Name what is wrong; of a history, how it is broken."""
    return problem.more if problem.what is FaultKind.HISTORY else problem.what.value
