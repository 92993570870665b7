"""The command that prints who stands behind the witness codes of a case."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from app.cli.session import AsJson, Asked, Lang, PassFile, User, Vault, answer, opened


def add_to(root: typer.Typer) -> None:
    """Add this command to the program."""
    root.command("sealed-key")(sealed_key)


def sealed_key(
    vault: Vault,
    number: Annotated[str, typer.Argument(metavar="NUMBER", help="A case number.")],
    reason: Annotated[str, typer.Option("--reason", help="Why it is opened; kept for good.")],
    out: Annotated[Path, typer.Option("--out", help="The PDF.")],
    lang: Lang = "en",
    user: User = None,
    passphrase_file: PassFile = None,
    as_json: AsJson = False,
) -> None:
    """Print the sealed key: whom the witness codes on the papers of a case stand for.

    It is noted in the history who opened it and why. Keep it apart from every dossier.
    """
    from app.jobs.papers.report import keep
    from app.jobs.papers.sealed_key import write_sealed_key
    from app.queries.cases.file import case_id_of
    from app.shapes.sealed_key import OpenSealedKey

    asked = Asked(vault, user, lang, passphrase_file)
    t = asked.translator
    with opened(asked) as workspace:
        case_id = workspace.read(lambda reader: case_id_of(reader, number))
        pdf = write_sealed_key(workspace, OpenSealedKey(case_id, reason), lang)
        keep(out, pdf.content)
    answer(
        {"path": str(out), "pages": pdf.pages, "sha256": pdf.sha256},
        as_json=as_json,
        words=lambda: t.say_n("{path}: {n} page", "{path}: {n} pages", pdf.pages, path=out),
    )
