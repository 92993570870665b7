"""Commands on cases: find them, read one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any  # Any: JSON values

import typer

from app.cli.questions import tell_hints
from app.cli.session import AsJson, Asked, Exit, Lang, PassFile, User, Vault, answer, opened
from app.i18n import Translator
from app.wording.vocabulary import label
from models.vocabulary.status import Facet, Remains

if TYPE_CHECKING:
    from app.shapes.case_file import CaseFile, EventView, NameView
    from app.shapes.search import SearchHit


def add_to(root: typer.Typer) -> None:
    """Add these commands to the program."""
    root.command("search")(search)
    root.command("case")(case)


def search(
    vault: Vault,
    query: Annotated[
        str, typer.Argument(metavar="QUERY", help="What to look for; every word must be there.")
    ],
    limit: Annotated[int, typer.Option("--limit", min=1, max=1000)] = 20,
    out: Annotated[
        Path | None,
        typer.Option("--out", help="Write all cases that match as a table: a CSV or XLSX file."),
    ] = None,
    user: User = None,
    lang: Lang = "en",
    passphrase_file: PassFile = None,
    as_json: AsJson = False,
) -> None:
    """Find people, incidents, places, sources.

    By a number, any form of a name in any script, a place, a unit, the code of a source.
    """
    from app.queries.finding.search import search as search_register

    asked = Asked(vault, user, lang, passphrase_file)
    if out is not None:
        _write_out(asked, query, out, as_json=as_json)
        return
    with opened(asked) as workspace:
        hits = workspace.read(lambda reader: search_register(reader, query, limit))
    t = asked.translator
    facts = {"results": [_hit(hit) for hit in hits]}

    def words() -> str:
        if not hits:
            return t.say("Nothing was found for “{query}”.", query=query)
        return "\n".join(_hit_words(hit, lang) for hit in hits)

    answer(facts, as_json=as_json, words=words)
    if not hits:
        raise typer.Exit(int(Exit.ANSWER_IS_NO))


def _write_out(asked: Asked, query: str, out: Path, *, as_json: bool) -> None:
    from app.jobs.case_table_job import TableWanted, write_case_table
    from app.shapes.case_list import CaseFilter

    t = asked.translator
    tell_hints(query, t)
    with opened(asked) as workspace:
        count = write_case_table(workspace, TableWanted(CaseFilter(text=query)), out, t)
    answer(
        {"path": str(out), "rows": count},
        as_json=as_json,
        words=lambda: t.say_n(
            "{n} case was saved to {name}. The file is not encrypted.",
            "{n} cases were saved to {name}. The file is not encrypted.",
            count,
            name=out.name,
        ),
    )
    if not count:
        raise typer.Exit(int(Exit.ANSWER_IS_NO))


def _hit(hit: SearchHit) -> dict[str, object]:
    return {
        "kind": hit.kind.value,
        "number": hit.number,
        "name": hit.name,
        "headline": hit.headline or None,
        "score": hit.score,
        "why": hit.why,
    }


def _hit_words(hit: SearchHit, lang: str) -> str:
    parts = [hit.number, hit.name, hit.second]
    if hit.headline:
        parts.append(label("headline", hit.headline, lang))
    return "  ".join(part for part in parts if part)


def case(
    vault: Vault,
    number: Annotated[
        str, typer.Argument(metavar="NUMBER", help="The case number, like HRD-2020-00123.")
    ],
    user: User = None,
    lang: Lang = "en",
    passphrase_file: PassFile = None,
    as_json: AsJson = False,
) -> None:
    """Read one case.

    Names, headline, the four answers, what happened and who says so.
    """
    from app.cli.exhibit_words import portrait_json, row_json
    from app.queries.cases.file import case_file, case_led_to
    from app.queries.exhibits.lines import exhibits_of_case
    from app.queries.exhibits.view import portrait_file

    asked = Asked(vault, user, lang, passphrase_file)
    with opened(asked) as workspace:
        file = workspace.read(lambda reader: case_file(reader, case_led_to(reader, number)))
        kept = workspace.read(lambda reader: exhibits_of_case(reader, file.case_id))
        portrait = workspace.read(lambda reader: portrait_file(reader, file.case_id))
    facts = case_json(file) | {
        "exhibits": [row_json(row) for row in kept],
        "portrait": portrait_json(portrait, kept),
    }
    answer(facts, as_json=as_json, words=lambda: _case_words(file, asked.translator))


def case_json(file: CaseFile) -> dict[str, Any]:
    """Give a case as others rely on it (product.md, JSON keys)."""
    from app.wording.status_json import facets_json

    return {
        "number": file.number,
        "names": [_name_json(name) for name in file.names],
        "headline": file.status.headline.value,
        "chips": [chip.value for chip in file.status.chips],
        "facets": facets_json(file.status),
        "events": [_event_json(event) for event in file.events if event.stands],
    }


def _name_json(view: NameView) -> dict[str, object]:
    form = view.form
    return {
        "lang": form.lang,
        "script": form.script.value if form.script else None,
        "kind": form.kind.value,
        "full": form.full_as_written,
        "family": form.family,
        "given": form.given,
        "patronymic": form.patronymic,
    }


def _event_json(event: EventView) -> dict[str, object]:
    return {
        "code": event.code.value,
        "date": event.shown_date.edtf,
        "place": event.place.name("en") if event.place else event.place_as_reported or None,
        "sources": [
            {"title": said.source.shown("en"), "said_on": said.said.edtf, "grade": said.grade}
            for said in event.assertions
            if said.withdrawn_at is None
        ],
    }


def _case_words(file: CaseFile, t: Translator) -> str:
    lang = t.lang
    names = [name.form.full_as_written for name in file.names] or [file.figure_label]
    chips = [label("chip", chip.value, lang) for chip in file.status.chips]
    number = file.number
    if file.took_in:
        number = t.say(
            "{number}  ·  took in {others}", number=number, others=", ".join(file.took_in)
        )
    lines = [
        number,
        *(f"  {name}" for name in names),
        "",
        " · ".join([label("headline", file.status.headline.value, lang), *chips]),
        *(
            f"  {label('facet', facet.value, lang)}: "
            f"{label(facet.value.lower(), file.status.facets[facet].value.value, lang)}"
            for facet in _four_questions(file)
        ),
    ]
    if file.incident_number:
        lines += ["", f"{file.incident_number}  {file.incident(lang)}"]
    standing = [event for event in file.events if event.stands]
    if standing:
        lines.append("")
    for event in standing:
        lines += _event_words(event, lang)
    return "\n".join(lines)


def _four_questions(file: CaseFile) -> tuple[Facet, ...]:
    """Name the facets that answer the four questions; "home" is REMAINS once that is set."""
    found = file.status.facets[Facet.REMAINS].value is not Remains.NONE
    home = Facet.REMAINS if found else Facet.REPAT
    return (Facet.FATE, Facet.CUSTODY, Facet.ACK, home)


def _event_words(event: EventView, lang: str) -> list[str]:
    from models.vocabulary.date_words import in_words

    place = event.place.name(lang) if event.place else event.place_as_reported
    parts = (in_words(event.shown_date, lang), label("event", event.code.value, lang), place)
    lines = ["  ".join(part for part in parts if part)]
    for said in event.assertions:
        if said.withdrawn_at is None:
            when = in_words(said.said, lang) if said.said.is_known else ""
            about = (said.grade, said.source.shown(lang), when)
            lines.append("    " + "  ".join(part for part in about if part))
    return lines
