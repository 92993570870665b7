"""The command that says how a register is."""

from __future__ import annotations

import typer

from app.cli.session import AsJson, Asked, Exit, Lang, PassFile, User, Vault, answer, opened
from app.i18n import Translator
from app.shapes.health import HealthLine, HealthReport, HealthState


def add_to(root: typer.Typer) -> None:
    """Add this command to the program."""
    root.command("health")(health)


def health(
    vault: Vault,
    user: User = None,
    lang: Lang = "en",
    passphrase_file: PassFile = None,
    as_json: AsJson = False,
) -> None:
    """Say how a register is.

    Its backups, history, encryption, place, room and version; each good, needing attention or bad.
    """
    from app.jobs.registers.health import health as health_of

    asked = Asked(vault, user, lang, passphrase_file)
    with opened(asked) as workspace:
        report = health_of(workspace)
    t = asked.translator
    answer(_facts(report), as_json=as_json, words=lambda: _words(report, t))
    if report.state is HealthState.BAD:
        raise typer.Exit(int(Exit.ANSWER_IS_NO))


def _facts(report: HealthReport) -> dict[str, object]:
    return {
        "state": report.state.value,
        "lines": {line.item.value: _line(line) for line in report.lines},
    }


def _line(line: HealthLine) -> dict[str, object]:
    return {
        "state": line.state.value,
        "finding": line.finding.value,
        "at": None if line.at is None else line.at.isoformat(),
        "number": line.number,
        "words": line.words,
    }


def _words(report: HealthReport, t: Translator) -> str:
    from app.wording.health import item_words, line_words, state_words

    return "\n".join(
        f"{item_words(line.item, t)}: {line_words(line, t)} [{state_words(line.state, t)}]"
        for line in report.lines
    )
