"""Commands on places: find one by a name in any script, take a file of GeoNames in."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from app.cli.session import AsJson, Asked, Exit, Lang, PassFile, User, Vault, answer, opened
from app.i18n import Translator

if TYPE_CHECKING:
    from app.shapes.gazetteers import PlacesReport
    from app.shapes.places import PlaceView

REFUSED_SHOWN = 40


def add_to(root: typer.Typer) -> None:
    """Add these commands to the program."""
    group = typer.Typer(help="Places and their names.", no_args_is_help=True)
    group.command("find")(find)
    group.command("import")(import_file)
    root.add_typer(group, name="places")


def find(
    vault: Vault,
    text: Annotated[str, typer.Argument(metavar="TEXT", help="A name, in any script.")],
    limit: Annotated[int, typer.Option("--limit", min=1, max=200, help="At most so many.")] = 12,
    user: User = None,
    lang: Lang = "en",
    passphrase_file: PassFile = None,
    as_json: AsJson = False,
) -> None:
    """Find places by any of their names; nothing found ends with code 1."""
    from app.queries.places import find_places

    asked = Asked(vault, user, lang, passphrase_file)
    with opened(asked) as workspace:
        found = workspace.read(lambda reader: find_places(reader, text, limit))
    answer(
        {"places": [_place_json(place, lang) for place in found]},
        as_json=as_json,
        words=lambda: _place_words(found, asked.translator),
    )
    if not found:
        raise typer.Exit(int(Exit.ANSWER_IS_NO))


def _place_json(place: PlaceView, lang: str) -> dict[str, object]:
    return {
        "id": str(place.id),
        "name": place.name(lang),
        "kind": place.kind,
        "district": place.district(lang),
        "country": place.country,
        "lat": place.lat,
        "lon": place.lon,
        "precision_m": place.coord_precision_m,
        "confidence": place.coord_confidence,
        "source": place.coord_source,
        "geonames": place.geoname_id,
        "names": [
            {"lang": n.lang, "name": n.name, "kind": n.kind, "from": n.valid_from, "to": n.valid_to}
            for n in place.names
        ],
    }


def _place_words(found: tuple[PlaceView, ...], t: Translator) -> str:
    from app.wording.places import place_line

    if not found:
        return t.say("No place of that name is known.")
    lines = [place_line(place, t) for place in found]
    return "\n".join([*lines, t.say("Names imply no position on status.")])


def import_file(
    vault: Vault,
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="A country file of GeoNames: AM.zip or AM.txt.")
    ],
    everywhere: Annotated[
        bool, typer.Option("--everywhere", help="Also places outside the theatre.")
    ] = False,
    namesakes: Annotated[
        bool,
        typer.Option(
            "--namesakes", help="Also places elsewhere that bear the name of one of ours."
        ),
    ] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Count only; change nothing.")] = False,
    user: User = None,
    lang: Lang = "en",
    passphrase_file: PassFile = None,
    as_json: AsJson = False,
) -> None:
    """Take the places of a country in, all or nothing."""
    from app.jobs import places_job

    asked = Asked(vault, user, lang, passphrase_file)
    choices = places_job.PlaceChoices(everywhere=everywhere, namesakes=namesakes)
    with opened(asked) as workspace:
        take = places_job.preview if dry_run else places_job.run
        report = take(workspace, file, choices)
    answer(
        _report_json(report),
        as_json=as_json,
        words=lambda: _report_words(report, asked.translator),
    )


def _report_json(report: PlacesReport) -> dict[str, object]:
    return {
        "lines": report.lines,
        "new": report.new,
        "known": report.known,
        "learnt": report.learnt,
        "outside": report.outside,
        "passed": report.passed,
        "dry_run": report.dry_run,
        "namesakes": [
            {
                "line": one.line,
                "name": one.name,
                "district": one.district[0],
                "same_name_as": one.other[0],
                "km": one.km,
                "taken": report.namesakes_taken,
            }
            for one in report.namesakes
        ],
        "refused": [
            {"line": one.line, "name": one.name, "reason": one.reason} for one in report.refused
        ],
    }


def _report_words(report: PlacesReport, t: Translator) -> str:
    from app.wording.places import line_sentence, namesake_sentence, report_sentences

    lines = report_sentences(report, t)
    lines += [
        t.say("Line {line}: {words}", line=one.line, words=namesake_sentence(one, t))
        for one in report.namesakes
    ]
    lines += [
        t.say("Line {line}: {words}", line=one.line, words=line_sentence(one.reason, t))
        for one in report.refused[:REFUSED_SHOWN]
    ]
    if len(report.refused) > REFUSED_SHOWN:
        lines.append(t.say("All of them stand in the answer of --json."))
    if report.dry_run:
        lines.append(t.say("This was a trial: nothing was changed."))
    return "\n".join(lines)
