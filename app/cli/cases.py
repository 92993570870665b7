"""Commands on cases: find them, read one."""

from __future__ import annotations

from typing import Annotated, Any  # Any: JSON values

import typer

from app.cli.session import AsJson, Asked, Exit, Lang, PassFile, User, Vault, answer, opened
from app.i18n import Translator
from app.queries.case_file import case_file, case_id_of
from app.queries.search import search as search_register
from app.shapes.case_file import CaseFile, EventView, NameView
from app.shapes.search import SearchHit
from app.wording.status_json import facets_json
from app.wording.vocabulary import label
from models.vocabulary.date_words import in_words


def add_to(root: typer.Typer) -> None:
    """Add these commands to the program."""
    root.command("search")(search)
    root.command("case")(case)


def search(
    vault: Vault,
    query: Annotated[str, typer.Argument(help="A number, any form of a name, a place.")],
    limit: Annotated[int, typer.Option("--limit", min=1, max=1000)] = 20,
    user: User = None,
    lang: Lang = "en",
    passphrase_file: PassFile = None,
    as_json: AsJson = False,
) -> None:
    """Find people, incidents, places and sources."""
    asked = Asked(vault, user, lang, passphrase_file)
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
    number: Annotated[str, typer.Argument(help="The case number, like HRD-2020-00123.")],
    user: User = None,
    lang: Lang = "en",
    passphrase_file: PassFile = None,
    as_json: AsJson = False,
) -> None:
    """Read one case."""
    asked = Asked(vault, user, lang, passphrase_file)
    with opened(asked) as workspace:
        file = workspace.read(lambda reader: case_file(reader, case_id_of(reader, number)))
    answer(case_json(file), as_json=as_json, words=lambda: _case_words(file, asked.translator))


def case_json(file: CaseFile) -> dict[str, Any]:
    """Give a case as others rely on it (product.md, JSON keys)."""
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
            {"title": said.source.title, "said_on": said.said.edtf, "grade": said.grade}
            for said in event.assertions
            if said.withdrawn_at is None
        ],
    }


def _case_words(file: CaseFile, t: Translator) -> str:
    lines = [
        file.number,
        *(name.form.full_as_written for name in file.names),
        label("headline", file.status.headline.value, t.lang),
        "",
    ]
    for event in file.events:
        if event.stands:
            grades = " ".join(a.grade for a in event.assertions if a.withdrawn_at is None)
            when = in_words(event.shown_date, t.lang)
            lines.append(f"{when}  {label('events', event.code.value, t.lang)}  {grades}".rstrip())
    return "\n".join(lines)
