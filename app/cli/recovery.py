"""Commands on recovery sheets: make one, split one in three, get back in by one."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

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
    fail,
    kindly,
    opened,
    passphrase_of,
    text_of,
    translator,
)
from app.clock import OFFICE_ZONE
from app.i18n import Translator
from app.settings import SettingsFolder
from models.vocabulary.date_words import in_words
from models.vocabulary.partial_date import PartialDate

if TYPE_CHECKING:
    from app.shapes.recovery import RecoverySheet, SheetMade

Out = Annotated[Path, typer.Option("--out", help="The PDF to write the new sheet to.")]


def add_to(root: typer.Typer) -> None:
    """Add these commands to the program."""
    group = typer.Typer(
        help="The recovery sheet: for the day a passphrase is lost.", no_args_is_help=True
    )
    group.command("sheet")(sheet)
    group.command("split")(split)
    group.command("open")(recover)
    group.command("state")(state)
    root.add_typer(group, name="recovery")


def sheet(
    vault: Vault,
    out: Out,
    user: User = None,
    lang: Lang = "en",
    passphrase_file: PassFile = None,
) -> None:
    """Make a recovery sheet; the one before opens nothing any more."""
    asked = Asked(vault, user, lang, passphrase_file)
    _refuse_taken([out], asked.translator)
    with opened(asked) as workspace:
        made = workspace.key_desk.new_sheet()
    _hand_out(made, out, asked.translator)


def split(
    vault: Vault,
    out: Annotated[Path, typer.Option("--out", help="The folder for the three PDFs.")],
    user: User = None,
    lang: Lang = "en",
    passphrase_file: PassFile = None,
) -> None:
    """Make a recovery sheet in three parts; any two of them open the register."""
    asked = Asked(vault, user, lang, passphrase_file)
    with opened(asked) as workspace:
        made = workspace.key_desk.new_sheet(split=True)
    _hand_out(made, out, asked.translator)


def recover(
    vault: Vault,
    out: Out,
    user: Annotated[
        str | None, typer.Option("--user", help="Who gets in again, where several work here.")
    ] = None,
    code_file: Annotated[
        str | None,
        typer.Option("--code-file", help="A file with the code or two parts; - is standard input."),
    ] = None,
    new_passphrase_file: Annotated[
        str | None,
        typer.Option("--new-passphrase-file", help="A file with the new passphrase."),
    ] = None,
    lang: Lang = "en",
) -> None:
    """Get back into a register by its recovery sheet, and print the sheet that follows it."""
    from app.jobs.registers.recovering import recover as let_in

    t = translator(lang)
    with kindly(t):
        typed = _code(code_file, t)
        secret = passphrase_of(new_passphrase_file, t.say("New passphrase"), t, twice=True)
        made = let_in(vault, typed, user, secret, settings=SettingsFolder())
    typer.echo(t.say("From now on you open this register with the new passphrase."))
    typer.echo(
        t.say("The register is under new keys; the sheet that was used opens nothing any more.")
    )
    _hand_out(made, out, t)


def state(
    vault: Vault,
    user: User = None,
    lang: Lang = "en",
    passphrase_file: PassFile = None,
    as_json: AsJson = False,
) -> None:
    """Say whether the register has a recovery sheet, which one and since when."""
    asked = Asked(vault, user, lang, passphrase_file)
    with opened(asked) as workspace:
        made = workspace.key_desk.sheet()
    facts = {
        "number": made.number if made else None,
        "made_at": made.made_at.isoformat(timespec="seconds") if made else None,
        "split": made.split if made else None,
    }
    answer(facts, as_json=as_json, words=lambda: _state_words(made, asked.translator))
    if made is None:
        raise typer.Exit(int(Exit.ANSWER_IS_NO))


def _state_words(made: SheetMade | None, t: Translator) -> str:
    from app.wording.keys import no_sheet_sentence

    if made is None:
        return no_sheet_sentence(t)
    day = in_words(PartialDate.on(made.made_at.astimezone(OFFICE_ZONE).date()), t.lang)
    if made.split:
        return t.say(
            "Recovery sheet {number} of {day}, in three parts.", number=made.number, day=day
        )
    return t.say("Recovery sheet {number} of {day}.", number=made.number, day=day)


def _hand_out(made: RecoverySheet, out: Path, t: Translator) -> None:
    """Print the secret, then write its pages: a disk that refuses must not lose what was made."""
    from app.jobs.papers.report import keep
    from app.reports.recovery_sheet import write_recovery_sheet

    number = made.made.number
    typer.echo(t.say("Recovery sheet {number}", number=number))
    for line in made.lines:
        typer.echo(f"    {line}")
    for part, share in enumerate(made.shares, start=1):
        typer.echo(t.say("Part {part}:", part=part))
        typer.echo(f"    {' '.join(share)}")
    with kindly(t):
        if made.shares:
            for part in range(1, len(made.shares) + 1):
                page = write_recovery_sheet(made, t.lang, part=part)
                keep(out / f"recovery-sheet-{number}-part-{part}.pdf", page.content)
        else:
            keep(out, write_recovery_sheet(made, t.lang).content)
    typer.echo(
        t.say(
            "Print it from “{name}”, seal it in an envelope, then delete the file.", name=out.name
        )
    )
    if number > 1:
        typer.echo(
            t.say(
                "The sheet before this one opens nothing here any more, but copies and backups "
                "made before still open with it: destroy it."
            )
        )


def _refuse_taken(paths: list[Path], t: Translator) -> None:
    for path in paths:
        if path.exists():
            fail(
                t.say(
                    "Something already stands at “{name}”. Nothing was changed. Choose another "
                    "name.",
                    name=path.name,
                ),
                Exit.REFUSED,
            )


def _code(source: str | None, t: Translator) -> str:
    if source == "-":
        return sys.stdin.read()
    if source is not None:
        return text_of(Path(source), t, Exit.WRONG_USAGE)
    if not sys.stdin.isatty():
        fail(
            t.say("Nobody can be asked for the recovery sheet here. Give it by --code-file."),
            Exit.WRONG_USAGE,
        )
    typer.echo(t.say("Type the four lines of the sheet, or two parts; end with an empty line."))
    lines: list[str] = []
    while line := input("> ").strip():
        lines.append(line)
    return "\n".join(lines)
