"""What every command does: find out who asks, open the register, answer, and end with a code."""

from __future__ import annotations

import getpass
import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import IntEnum
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from app import workspace as register
from app.errors import (
    CipherMissing,
    HomewardError,
    NewerVault,
    NotFound,
    PassphraseRefused,
    RegisterBusy,
    VaultInUse,
    WeakKeySettings,
    WhichUser,
    WrongKey,
)
from app.i18n import LANGUAGES, Translator
from app.jobs.opening import open_for_work
from app.settings import SettingsFolder
from app.wording.errors import sentence
from app.workspace import Workspace


class Exit(IntEnum):
    """The codes a command ends with (product.md, Command line)."""

    DONE = 0
    ANSWER_IS_NO = 1
    WRONG_USAGE = 2
    WRONG_PASSPHRASE = 3
    REFUSED = 4
    IN_USE_OR_NEWER = 5


_CODES: tuple[tuple[tuple[type[HomewardError], ...], Exit], ...] = (
    ((WrongKey, PassphraseRefused, WeakKeySettings), Exit.WRONG_PASSPHRASE),
    ((VaultInUse, NewerVault, RegisterBusy), Exit.IN_USE_OR_NEWER),
    ((WhichUser,), Exit.WRONG_USAGE),
    ((NotFound,), Exit.ANSWER_IS_NO),
    ((CipherMissing, HomewardError), Exit.REFUSED),
)

Vault = Annotated[Path, typer.Argument(help="A vault folder, or the profile of a shared office.")]
User = Annotated[str | None, typer.Option("--user", help="Who you are, where several open it.")]
Lang = Annotated[str, typer.Option("--lang", help="Language of the answer: en, hy or ru.")]
PassFile = Annotated[
    str | None,
    typer.Option("--passphrase-file", help="A file with the passphrase; - is standard input."),
]
AsJson = Annotated[bool, typer.Option("--json", help="Answer in JSON.")]


@dataclass(frozen=True, slots=True)
class Asked:
    """Who asks, in which language, and where the passphrase comes from."""

    vault: Path
    user: str | None
    lang: str
    passphrase_file: str | None

    @property
    def translator(self) -> Translator:
        """The sentences of their language."""
        return translator(self.lang)


def translator(lang: str) -> Translator:
    """Open the sentences of a language; an unknown one is wrong usage."""
    if lang not in LANGUAGES:
        fail(f"--lang: {', '.join(LANGUAGES)}", Exit.WRONG_USAGE)
    return Translator.open(lang)


def fail(words: str, code: Exit) -> NoReturn:
    """Say why, on the error stream, and end."""
    typer.echo(words, err=True)
    raise typer.Exit(int(code))


def code_of(error: HomewardError) -> Exit:
    """Give the exit code of an error."""
    return next(code for kinds, code in _CODES if isinstance(error, kinds))


def passphrase_of(source: str | None, ask: str, *, twice: bool = False) -> str:
    """Read the passphrase: first line of a file, of standard input, or typed unseen.

    Never from an argument or the environment.
    """
    if source == "-":
        return sys.stdin.readline().rstrip("\r\n")
    if source is not None:
        try:
            lines = Path(source).read_text("utf-8").splitlines()
        except (OSError, UnicodeDecodeError) as error:
            fail(f"{source}: {error.__class__.__name__}", Exit.WRONG_USAGE)
        return lines[0] if lines else ""
    if not sys.stdin.isatty():
        fail("--passphrase-file", Exit.WRONG_USAGE)
    typed = getpass.getpass(f"{ask}: ")
    if twice and typed != getpass.getpass(f"{ask} (2): "):
        raise PassphraseRefused("not_the_same")
    return typed


@contextmanager
def kindly(t: Translator) -> Iterator[None]:
    """Turn a coded error into its sentence and its exit code."""
    try:
        yield
    except HomewardError as error:
        fail(sentence(error, t), code_of(error))


@contextmanager
def opened(asked: Asked) -> Iterator[Workspace]:
    """Open the register that was named, and close it whatever happens."""
    t = asked.translator
    with kindly(t):
        secret = passphrase_of(asked.passphrase_file, t.say("Passphrase"))
        workspace = open_for_work(asked.vault, asked.user, secret, settings=SettingsFolder())
        with workspace:
            for warning in workspace.warnings:
                typer.echo(register_warning(warning.what, t), err=True)
            yield workspace


def register_warning(what: register.Warn, t: Translator) -> str:
    """Say what a person should hear about a register that opened all the same."""
    match what:
        case register.Warn.HEADER_RESTORED:
            return t.say("The key file was damaged and was restored from its copy.")
        case register.Warn.OLDER_THAN_SEEN:
            return t.say(
                "This register is older than the one last used on this computer: an old copy may "
                "have been put back."
            )
        case register.Warn.HISTORY_REWRITTEN:
            return t.say("The history of this register is not the one this computer has seen.")


def answer(facts: object, *, as_json: bool, words: Callable[[], str]) -> None:
    """Print the answer, as JSON or in words."""
    if as_json:
        typer.echo(json.dumps(facts, ensure_ascii=False, indent=1))
    elif told := words():
        typer.echo(told)
