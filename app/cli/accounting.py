"""The command that accounts for men: an incident, a unit, a question, as known on any day."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from app.cli.questions import tell_hints
from app.cli.session import AsJson, Asked, Exit, Lang, PassFile, User, Vault, answer, fail, opened
from app.wording.vocabulary import label

if TYPE_CHECKING:
    from app.cli.returns import Beside
    from app.db.unit_of_work import Reader
    from app.i18n import Translator
    from app.shapes.accounting import Scope
    from app.shapes.accounting_paper import AccountingPaper
    from app.workspace import Workspace

EVERYBODY = "all"
_TABLES = (".csv", ".xlsx")


def add_to(root: typer.Typer) -> None:
    """Add this command to the program."""
    root.command("account")(account)


def account(
    vault: Vault,
    incident: Annotated[
        str,
        typer.Argument(
            metavar="INCIDENT",
            help="The incident's number, like INC-2020-001; “all” for everybody.",
        ),
    ],
    as_known: Annotated[
        str | None,
        typer.Option("--as-known", metavar="DATE", help="What was known at the end of this day."),
    ] = None,
    unit: Annotated[
        str | None, typer.Option("--unit", help="Only the men of this unit and those below it.")
    ] = None,
    asked_for: Annotated[
        str | None, typer.Option("--filter", metavar="QUERY", help="Only whom this lets through.")
    ] = None,
    out: Annotated[
        Path | None,
        typer.Option("--out", help="Write it to this file: .pdf, .csv or .xlsx by its ending."),
    ] = None,
    names: Annotated[
        bool, typer.Option("--names", help="With a table: a row a man, not a row a line.")
    ] = False,
    lang: Lang = "en",
    user: User = None,
    passphrase_file: PassFile = None,
    as_json: AsJson = False,
) -> None:
    """Account for every man, each on one line, and say whether the lines add up.

    Exit code 1 where they do not.
    """
    from app.queries.accounting.paper import accounting_paper
    from app.queries.handovers.announced import announced
    from models.vocabulary.deeds import ReadKind

    asked = Asked(vault, user, lang, passphrase_file)
    t = asked.translator
    day = _day(as_known, t)
    tell_hints(asked_for, t)
    if out is not None and out.suffix.lower() not in {".pdf", *_TABLES}:
        fail(t.say("--out names a file that ends in .pdf, .csv or .xlsx."), Exit.WRONG_USAGE)
    with opened(asked) as workspace:
        scope = workspace.read(lambda reader: _scope(reader, incident, unit, asked_for))
        paper = workspace.read(lambda reader: accounting_paper(reader, scope, day, ReadKind.VIEWED))
        returned = [one.handover_id for one in paper.returns]
        beside = workspace.read(lambda reader: announced(reader, returned))
        if out is not None:
            _write(workspace, scope, day, lang, out, names=names)
    facts = _json(paper, beside, lang)
    answer(facts, as_json=as_json, words=lambda: _words(paper, beside, t))
    if not paper.sheet.adds_up:
        raise typer.Exit(int(Exit.ANSWER_IS_NO))


def _day(typed: str | None, t: Translator) -> date | None:
    if typed is None:
        return None
    from models.vocabulary.date_terms import NotADate
    from models.vocabulary.partial_date import PartialDate

    try:
        when = PartialDate.parse_edtf(typed.strip())
    except NotADate:
        when = PartialDate.unknown()
    if when.earliest is None or when.earliest != when.latest or when.edtf != typed.strip():
        fail(
            t.say(
                "--as-known: “{typed}” is not a day of the calendar. Write it like 2021-02-11.",
                typed=typed,
            ),
            Exit.REFUSED,
        )
    return when.earliest


def _scope(reader: Reader, incident: str, unit: str | None, asked_for: str | None) -> Scope:
    from app.queries.register.scopes import incident_numbered, unit_named
    from app.shapes.accounting import Scope
    from app.shapes.case_list import CaseFilter

    return Scope(
        incident_id=None if incident == EVERYBODY else incident_numbered(reader, incident),
        unit_id=None if unit is None else unit_named(reader, unit),
        wanted=CaseFilter(text=asked_for) if asked_for and asked_for.strip() else None,
    )


def _write(
    workspace: Workspace, scope: Scope, day: date | None, lang: str, out: Path, *, names: bool
) -> None:
    from app.jobs.papers.accounting_papers import accounting_draft, accounting_table
    from app.jobs.papers.report import keep
    from models.vocabulary.deeds import ReadKind

    if out.suffix.lower() in _TABLES:
        accounting_table(workspace, scope, day, lang, out, names=names)
    else:
        keep(out, accounting_draft(workspace, scope, day, lang, ReadKind.EXPORTED).content)


def _json(paper: AccountingPaper, beside: Beside, lang: str) -> dict[str, object]:
    from app.cli.returns import returns_json
    from app.i18n import Translator
    from app.wording.claims import number_said

    sheet, t = paper.sheet, Translator.open(lang)
    return {
        "incident": paper.name.number or None,
        "as_known": sheet.as_known.isoformat() if sheet.as_known else None,
        "total": sheet.total,
        "lines": [
            {
                "key": line.key.value,
                "label": label("accounting", line.key.value, lang),
                "count": line.count,
                "cases": list(paper.numbers.get(line.key, ())),
                "contested": line.contested,
            }
            for line in sheet.lines
        ],
        "adds_up": sheet.adds_up,
        "outside_sum": sheet.outside_sum,
        "answers": {row.key.value: row.count for row in paper.answers},
        "contested": {row.key.value: row.contested for row in paper.answers if row.contested},
        "measures": dict(paper.measures.rows),
        "returns": returns_json(paper.returns, beside, lang),
        "claims": [
            {
                "said": claim.said.edtf,
                "as_of": claim.as_of.edtf,
                "by": claim.source.shown(lang),
                "category": claim.category.value,
                "they": number_said(claim.form, claim.number_from, claim.number_to, t),
                "we": claim.compared.ours if claim.compared else None,
                "standing": claim.compared.standing.value if claim.compared else None,
                "difference": claim.compared.gap if claim.compared else None,
                "explains": [why.value for why in claim.compared.explains]
                if claim.compared
                else [],
            }
            for claim in paper.claims
        ],
    }


def _words(paper: AccountingPaper, beside: Beside, t: Translator) -> str:
    from app.cli.returns import returns_words
    from app.wording.accounting import (
        adds_up_said,
        contested_said,
        notes_said,
        scope_said,
        total_said,
    )
    from app.wording.claims import counted_said, explained, number_said, standing_said
    from models.vocabulary.date_words import in_words
    from models.vocabulary.partial_date import PartialDate

    sheet = paper.sheet
    day = sheet.as_known
    known = (
        t.say("as known today")
        if day is None
        else t.say("as known on {day}", day=in_words(PartialDate.on(day), t.lang))
    )
    lines = [scope_said(paper.name, t), known, ""]
    for at, line in enumerate(sheet.lines):
        sign = "+" if at else " "
        named = (label("accounting", line.key.value, t.lang), contested_said(line, t))
        lines.append(f"{sign}{t.number(line.count):>8}  {' · '.join(filter(None, named))}")
    lines.append(
        f"={t.number(sheet.total):>8}  {total_said(sheet.scope, t)} – {adds_up_said(sheet, t)}"
    )
    lines += notes_said(sheet, t)
    lines += returns_words(paper.returns, beside, t)
    for claim in paper.claims:
        they = number_said(claim.form, claim.number_from, claim.number_to, t)
        lines += ["", f"{in_words(claim.said, t.lang)}  {claim.source.shown(t.lang)}: {they}"]
        if claim.compared is not None:
            told = (
                counted_said(claim.compared, t),
                standing_said(claim.compared, t),
                *explained(claim.compared, t),
            )
            lines.append("  " + " ".join(told))
    return "\n".join(lines)
