"""The command that prints many cases as one book."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from app.cli.questions import tell_hints
from app.cli.session import AsJson, Asked, Exit, Lang, PassFile, User, Vault, answer, fail, opened
from models.vocabulary.papers import Audience, PaperFormat


def add_to(root: typer.Typer) -> None:
    """Add this command to the program."""
    root.command("book")(book)


def book(
    vault: Vault,
    out: Annotated[Path, typer.Option("--out", help="The PDF to write.")],
    numbers: Annotated[
        list[str] | None, typer.Argument(metavar="[NUMBER...]", help="Case numbers.")
    ] = None,
    query: Annotated[
        str | None,
        typer.Option("--filter", help='All cases that answer to this; "" is the whole register.'),
    ] = None,
    audience: Annotated[Audience, typer.Option("--audience", help="Who will read it.")] = (
        Audience.INTERNAL
    ),
    paper: Annotated[PaperFormat, typer.Option("--paper", help="The sheets it is printed on.")] = (
        PaperFormat.A4
    ),
    duplex: Annotated[
        bool, typer.Option("--duplex", help="Margins for sheets printed on both sides.")
    ] = False,
    lang: Lang = "en",
    user: User = None,
    passphrase_file: PassFile = None,
    as_json: AsJson = False,
) -> None:
    """Print many cases as one book, a draft.

    With a title page, the contents, pages numbered through, and the names in three alphabets.
    """
    from app.jobs.papers.book import BookOrder, write_book
    from app.queries.cases.chosen import cases_answering
    from app.queries.cases.file import case_id_of
    from app.shapes.case_list import CaseFilter

    asked = Asked(vault, user, lang, passphrase_file)
    t = asked.translator
    if bool(numbers) == (query is not None):
        fail(t.say("Name cases by their numbers, or give --filter; not both."), Exit.WRONG_USAGE)
    tell_hints(query, t)
    with opened(asked) as workspace:
        if query is not None:
            wanted = CaseFilter(text=query)
            ids = workspace.read(lambda reader: cases_answering(reader, wanted))
        else:
            ids = workspace.read(lambda reader: [case_id_of(reader, one) for one in numbers or ()])
        if not ids:
            fail(t.say("No case answers to that. Nothing was printed."), Exit.ANSWER_IS_NO)
        order = BookOrder(ids, lang, query or "", query == "", audience, paper, duplex)
        done = write_book(workspace, order, out)
    facts = {
        "path": str(done.path),
        "cases": done.cases,
        "pages": done.pages,
        "sha256": done.sha256,
        "code": None,
    }

    def words() -> str:
        cases = t.say_n("{n} case", "{n} cases", done.cases)
        return t.say_n(
            "{path}: {cases} on {n} page. The file is not encrypted.",
            "{path}: {cases} on {n} pages. The file is not encrypted.",
            done.pages,
            path=done.path,
            cases=cases,
        )

    answer(facts, as_json=as_json, words=words)
