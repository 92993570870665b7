"""What every command does: find out who asks, open the register, answer, and end with a code."""

from __future__ import annotations

import getpass
import json
import logging
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import IntEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from app.errors import (
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
from app.settings import SettingsFolder

if TYPE_CHECKING:
    from app.workspace import RegisterWarning, Workspace

_log = logging.getLogger("homeward.cli")


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
)
"""Every other error refuses its input and changes nothing."""

Vault = Annotated[
    Path, typer.Argument(metavar="VAULT", help="A vault folder, or the profile of a shared office.")
]
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
    return next((code for kinds, code in _CODES if isinstance(error, kinds)), Exit.REFUSED)


def passphrase_of(source: str | None, ask: str, t: Translator, *, twice: bool = False) -> str:
    """Read the passphrase: first line of a file, of standard input, or typed unseen.

    Never from an argument or the environment.
    """
    if source == "-":
        return sys.stdin.readline().rstrip("\r\n")
    if source is not None:
        lines = text_of(Path(source), t, Exit.WRONG_USAGE).splitlines()
        return lines[0] if lines else ""
    if not sys.stdin.isatty():
        fail(
            t.say("Nobody can be asked for the passphrase here. Give it by --passphrase-file."),
            Exit.WRONG_USAGE,
        )
    typed = getpass.getpass(f"{ask}: ")
    if twice and typed != getpass.getpass(t.say("{ask}, once more: ", ask=ask)):
        fail(t.say("The two passphrases differ. Nothing was changed."), Exit.WRONG_PASSPHRASE)
    return typed


def text_of(file: Path, t: Translator, code: Exit = Exit.REFUSED) -> str:
    """Read a small text file in UTF-8; one that cannot be read ends the command with a sentence."""
    try:
        return file.read_text("utf-8-sig")
    except OSError:
        fail(t.say("“{name}” cannot be read.", name=file.name), code)
    except UnicodeDecodeError:
        fail(t.say("“{name}” is not text in UTF-8.", name=file.name), code)


@contextmanager
def kindly(t: Translator) -> Iterator[None]:
    """Turn an error into its sentence and its exit code."""
    try:
        yield
    except HomewardError as error:
        from app.wording.errors import sentence

        fail(sentence(error, t), code_of(error))
    except BrokenPipeError:
        raise
    except OSError as error:
        _log.exception("the disk refused")
        name = Path(error.filename).name if isinstance(error.filename, str) else ""
        fail(
            t.say(
                "“{name}” cannot be read or written. Check that the disk is there and that you "
                "have the right to use it.",
                name=name,
            ),
            Exit.REFUSED,
        )


@contextmanager
def opened(asked: Asked) -> Iterator[Workspace]:
    """Open the register that was named, and close it whatever happens."""
    t = asked.translator
    with kindly(t):
        secret = passphrase_of(asked.passphrase_file, t.say("Passphrase"), t)
        with opened_by(asked, secret) as workspace:
            yield workspace


@contextmanager
def opened_by(asked: Asked, secret: str) -> Iterator[Workspace]:
    """Open the register that was named by a passphrase already asked for."""
    from app.jobs.registers.opening import open_for_work

    t = asked.translator
    with kindly(t):
        workspace = open_for_work(asked.vault, asked.user, secret, settings=SettingsFolder())
        with workspace:
            for warning in workspace.warnings:
                typer.echo(register_warning(warning, t), err=True)
            yield workspace


def register_warning(warning: RegisterWarning, t: Translator) -> str:
    """Say what a person should hear about a register that opened all the same."""
    from app.wording.clock import clock_behind
    from app.wording.surroundings import on_network, on_read_only_medium, synced_folder
    from app.workspace import Warn

    match warning.what:
        case Warn.HEADER_RESTORED:
            return t.say("The key file was damaged and was restored from its copy.")
        case Warn.OLDER_THAN_SEEN:
            return t.say(
                "This register is older than the one last used on this computer: an old copy may "
                "have been put back."
            )
        case Warn.HISTORY_REWRITTEN:
            return t.say("The history of this register is not the one this computer has seen.")
        case Warn.CLOCK_BEHIND:
            return clock_behind(warning.saved_at, warning.clock_at, t)
        case Warn.SYNCED_FOLDER:
            return synced_folder(warning.service, t)
        case Warn.ON_NETWORK:
            return on_network(t)
        case Warn.ON_READ_ONLY_MEDIUM:
            return on_read_only_medium(t)


def answer(facts: object, *, as_json: bool, words: Callable[[], str]) -> None:
    """Print the answer, as JSON or in words."""
    if as_json:
        typer.echo(json.dumps(facts, ensure_ascii=False, indent=1))
    elif told := words():
        typer.echo(told)
