"""Commands that explain a date, a status, a likeness of names; no register needed."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any  # Any: JSON values

import typer

from app.cli.explain_names import explain_name
from app.cli.session import AsJson, Exit, Lang, answer, fail, text_of, translator
from app.clock import SystemClock
from app.i18n import Translator
from app.wording.vocabulary import label
from models.vocabulary.date_reading import DateExplanation, explain

if TYPE_CHECKING:
    from models.codebook.scenario import BadScenario

FileOption = Annotated[Path | None, typer.Option("--file", help="Many at once; answers in order.")]


def add_to(root: typer.Typer) -> None:
    """Add these commands to the program."""
    group = typer.Typer(help="Explain a name, a date or a status.", no_args_is_help=True)
    group.command("name")(explain_name)
    group.command("date")(explain_date)
    group.command("status")(explain_status)
    root.add_typer(group, name="explain")


def explain_date(
    text: Annotated[
        str | None, typer.Argument(metavar="TEXT", help="A date, as typed or in EDTF.")
    ] = None,
    file: FileOption = None,
    lang: Lang = "en",
    as_json: AsJson = False,
) -> None:
    """Explain how a date is read.

    Its bounds, its precision, its words in four languages.
    """
    t = translator(lang)
    if file is not None:
        found = [explain(line, lang=lang) for line in text_of(file, t).splitlines()]
        answer([_date_json(one) for one in found], as_json=True, words=str)
        return
    if text is None:
        fail(t.say("Give a date, or a file with one a line."), Exit.WRONG_USAGE)
    one = explain(text, lang=lang)
    facts = _date_json(one)
    answer(facts, as_json=as_json, words=lambda: facts["error"] or one.words[lang])
    if one.error is not None:
        raise typer.Exit(int(Exit.ANSWER_IS_NO))


def _date_json(found: DateExplanation) -> dict[str, Any]:
    return {
        "text": found.text,
        "edtf": found.edtf,
        "earliest": found.earliest.isoformat() if found.earliest else None,
        "latest": found.latest.isoformat() if found.latest else None,
        "precision": found.precision.value if found.precision else None,
        "qualifier": found.qualifier.value if found.qualifier else None,
        "words": dict(found.words) or None,
        "error": found.error,
    }


def explain_status(
    file: Annotated[
        Path | None,
        typer.Argument(metavar="FILE.json", help="Events as JSON; several scenarios too."),
    ] = None,
    many: FileOption = None,
    lang: Lang = "en",
    as_json: AsJson = False,
) -> None:
    """Compute a status from events.

    Events go in as JSON; the headline comes out, with its reasons.
    """
    from app.wording.status_json import status_json
    from models.codebook import compute
    from models.codebook.scenario import BadScenario, read_scenarios

    t = translator(lang)
    chosen = many or file
    if chosen is None:
        fail(t.say("Give a file with events as JSON."), Exit.WRONG_USAGE)
    try:
        given = json.loads(text_of(chosen, t))
    except ValueError:
        fail(t.say("“{name}” cannot be read as JSON.", name=chosen.name), Exit.REFUSED)
    try:
        scenarios = read_scenarios(given, SystemClock().today())
    except BadScenario as error:
        fail(_scenario_words(error, t), Exit.REFUSED)
    answers = [status_json(compute(one.history, one.as_of), lang) for one in scenarios]
    several = many is not None or (isinstance(given, dict) and "scenarios" in given)
    several = several or isinstance(given, list)
    answer(
        answers if several else answers[0],
        as_json=as_json or several,
        words=lambda: "\n".join(_status_words(answers[0], t)),
    )


def _scenario_words(error: BadScenario, t: Translator) -> str:
    return t.say(
        "{where}: this cannot be read ({fault}: {value}). Nothing was computed.",
        where=error.where,
        fault=error.fault.value,
        value=error.value,
    )


def _status_words(facts: dict[str, Any], t: Translator) -> list[str]:
    return [
        label("headline", facts["headline"], t.lang),
        *(line["text"] for line in facts["trace"]),
    ]
