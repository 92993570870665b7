"""The command that prints a list of cases: any filter, chosen columns."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from app.cli.questions import tell_hints
from app.cli.session import AsJson, Asked, Exit, Lang, PassFile, User, Vault, answer, fail, opened
from app.shapes.case_list import CaseSort
from app.shapes.case_list_paper import USUAL_COLUMNS, CaseColumn, PageTurn

_COLUMNS = ", ".join(CaseColumn)


def add_to(root: typer.Typer) -> None:
    """Add this command to the program."""
    root.command("case-list")(case_list)


def case_list(
    vault: Vault,
    out: Annotated[Path, typer.Option("--out", help="The PDF.")],
    asked_for: Annotated[
        str, typer.Option("--filter", metavar="QUERY", help="Only whom this lets through.")
    ] = "",
    columns: Annotated[
        str, typer.Option("--columns", metavar="NAMES", help=f"With commas, of: {_COLUMNS}.")
    ] = ",".join(USUAL_COLUMNS),
    sort: Annotated[CaseSort, typer.Option("--sort", help="What it is sorted by.")] = (
        CaseSort.NUMBER
    ),
    turn: Annotated[PageTurn, typer.Option("--page", help="How the page lies.")] = PageTurn.AUTO,
    user: User = None,
    lang: Lang = "en",
    passphrase_file: PassFile = None,
    as_json: AsJson = False,
) -> None:
    """Print a list of cases as PDF: whom a filter lets through, with the columns you name.

    A draft for work in the office. Exit code 1 where the filter lets nobody through.
    """
    from app.jobs.papers.case_list import draft_case_list
    from app.jobs.papers.report import keep
    from app.queries.cases.lines import count_cases
    from app.shapes.case_list import CaseFilter
    from app.shapes.case_list_paper import CaseListWanted
    from models.vocabulary.deeds import ReadKind

    asked = Asked(vault, user, lang, passphrase_file)
    t = asked.translator
    named = tuple(dict.fromkeys(filter(None, (part.strip() for part in columns.split(",")))))
    unknown = [name for name in named if name not in set(CaseColumn)]
    if unknown:
        fail(
            t.say(
                "--columns: there is no column “{name}”. Choose of: {columns}.",
                name=unknown[0],
                columns=_COLUMNS,
            ),
            Exit.WRONG_USAGE,
        )
    tell_hints(asked_for, t)
    cases = CaseFilter(text=asked_for)
    wanted = CaseListWanted(cases, sort, columns=tuple(map(CaseColumn, named)), turn=turn)
    with opened(asked) as workspace:
        count = workspace.read(lambda reader: count_cases(reader, cases))
        pdf = draft_case_list(workspace, wanted, lang, ReadKind.EXPORTED)
        keep(out, pdf.content)
    answer(
        {
            "path": str(out),
            "cases": count,
            "pages": pdf.pages,
            "sha256": pdf.sha256,
            "landscape": pdf.landscape,
        },
        as_json=as_json,
        words=lambda: t.say_n("{path}: {n} page", "{path}: {n} pages", pdf.pages, path=out),
    )
    if not count:
        raise typer.Exit(int(Exit.ANSWER_IS_NO))
