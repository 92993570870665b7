"""The command that prints cases."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from app.cli.session import AsJson, Asked, Exit, Lang, PassFile, User, Vault, answer, fail, opened
from models.vocabulary.papers import Audience

#: Documents this version prints; the others come with their release rules.
PRINTED = (Audience.INTERNAL,)


def add_to(root: typer.Typer) -> None:
    """Add this command to the program."""
    root.command("report")(report)


def report(
    vault: Vault,
    numbers: Annotated[list[str], typer.Argument(metavar="NUMBER...", help="Case numbers.")],
    out: Annotated[Path, typer.Option("--out", help="The PDF, or a folder for several cases.")],
    audience: Annotated[Audience, typer.Option("--audience", help="Who will read it.")] = (
        Audience.INTERNAL
    ),
    lang: Lang = "en",
    user: User = None,
    passphrase_file: PassFile = None,
    as_json: AsJson = False,
) -> None:
    """Print case files as PDF.

    Drafts of the internal file, in English, Armenian or Russian.
    """
    from app.jobs.report_job import draft_papers
    from app.queries.case_file import case_id_of

    asked = Asked(vault, user, lang, passphrase_file)
    t = asked.translator
    if audience not in PRINTED:
        fail(
            t.say("This version prints the internal case file only (--audience internal)."),
            Exit.WRONG_USAGE,
        )
    wanted = list(dict.fromkeys(numbers))
    if len(wanted) > 1 and out.suffix.lower() == ".pdf":
        fail(t.say("Several cases go into a folder; --out names a single PDF."), Exit.WRONG_USAGE)
    with opened(asked) as workspace:
        ids = workspace.read(lambda reader: [case_id_of(reader, number) for number in wanted])
        papers = draft_papers(workspace, ids, lang=lang, out=out)
    facts = {
        "files": [
            {"path": str(p.path), "sha256": p.sha256, "pages": p.pages, "code": None}
            for p in papers
        ]
    }
    answer(
        facts,
        as_json=as_json,
        words=lambda: "\n".join(
            t.say_n("{path}: {n} page", "{path}: {n} pages", p.pages, path=p.path) for p in papers
        ),
    )
