"""The command that makes the cover of an envelope for papers that were issued."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from app.cli.session import AsJson, Asked, Lang, PassFile, User, Vault, answer, opened
from models.vocabulary.papers import PaperFormat

if TYPE_CHECKING:
    from uuid import UUID

    from app.db.unit_of_work import Reader


def add_to(root: typer.Typer) -> None:
    """Add this command to the program."""
    root.command("cover-sheet")(cover_sheet)


def cover_sheet(
    vault: Vault,
    numbers: Annotated[
        list[str], typer.Argument(metavar="DISCLOSURE...", help="Issued papers, as D-2021-0042.")
    ],
    out: Annotated[Path, typer.Option("--out", help="The PDF.")],
    attention: Annotated[str, typer.Option("--attention", help="Who alone may open it.")] = "",
    address: Annotated[str, typer.Option("--address", help="Where it goes.")] = "",
    by: Annotated[str, typer.Option("--by", help="On which way it goes.")] = "",
    page: Annotated[
        PaperFormat,
        typer.Option("--page", help="The sheets it is printed on.", case_sensitive=False),
    ] = PaperFormat.A4,
    lang: Lang = "en",
    user: User = None,
    passphrase_file: PassFile = None,
    as_json: AsJson = False,
) -> None:
    """Make the cover of an envelope: to whom, which papers by number, a receipt to sign.

    It names no man. The papers are for one recipient.
    """
    from app.jobs.papers.cover import draft_cover
    from app.jobs.papers.report import keep
    from app.queries.papers.disclosures import disclosure_numbered
    from app.shapes.envelopes import CoverWanted

    asked = Asked(vault, user, lang, passphrase_file)
    t = asked.translator

    def copies(reader: Reader) -> tuple[UUID, ...]:
        return tuple(disclosure_numbered(reader, number).id for number in numbers)

    with opened(asked) as workspace:
        wanted = CoverWanted(workspace.read(copies), address, attention, by)
        pdf = draft_cover(workspace, wanted, lang, page)
        keep(out, pdf.content)
    answer(
        {"path": str(out), "pages": pdf.pages, "sha256": pdf.sha256},
        as_json=as_json,
        words=lambda: t.say_n("{path}: {n} page", "{path}: {n} pages", pdf.pages, path=out),
    )
