"""The command that writes the register, or what may be published of it, for other programs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from app.cli.session import (
    AsJson,
    Asked,
    Exit,
    Lang,
    PassFile,
    User,
    Vault,
    answer,
    fail,
    opened,
)
from app.shapes.exports import Form

if TYPE_CHECKING:
    from app.shapes.exports import ExportDone


def add_to(root: typer.Typer) -> None:
    """Add this command to the program."""
    root.command("export")(export)


def export(
    vault: Vault,
    dest: Annotated[
        Path, typer.Argument(metavar="DEST", help="A new folder; for pfif and ics a new file.")
    ],
    form: Annotated[
        Form,
        typer.Option(
            "--format",
            help="open: everything, as JSON Lines, CSV and XLSX. pfif: men who may be published. "
            "ics: due dates without names.",
        ),
    ] = Form.OPEN,
    reason: Annotated[str, typer.Option("--reason", help="Why; kept in the history.")] = "",
    recipient: Annotated[
        str, typer.Option("--recipient", help="open: to whom it goes; else the office itself.")
    ] = "",
    approved_by: Annotated[
        str, typer.Option("--approved-by", help="The second person who agrees, by name.")
    ] = "",
    domain: Annotated[
        str, typer.Option("--domain", help="pfif: the domain that our numbers are of.")
    ] = "",
    yes: Annotated[
        bool, typer.Option("--yes", help="Yes, write it although it is not encrypted.")
    ] = False,
    user: User = None,
    lang: Lang = "en",
    passphrase_file: PassFile = None,
    as_json: AsJson = False,
) -> None:
    """Write the register in open formats: whole, with a manifest of hashes, or not at all.

    What is written is NOT encrypted.
    """
    from app.jobs.calendar_job import write_due_dates
    from app.jobs.export_job import export_open
    from app.jobs.publish_job import publish_pfif
    from app.wording.open_export import left_out_words, not_encrypted, why_exported

    asked = Asked(vault, user, lang, passphrase_file)
    t = asked.translator
    if form is Form.OPEN and not yes:
        fail(f"{not_encrypted(t)}\n{t.say('Say --yes if it is to be written.')}", Exit.WRONG_USAGE)
    why = reason.strip() or why_exported(t)
    with opened(asked) as workspace:
        if form is Form.OPEN:
            done = export_open(workspace, dest, why, recipient=recipient, approved_by=approved_by)
        elif form is Form.PFIF:
            done = publish_pfif(workspace, dest, why, t, domain=domain, approved_by=approved_by)
        else:
            done = write_due_dates(workspace, dest, t)

    def words() -> str:
        files = t.say_n("{n} file was written.", "{n} files were written.", len(done.files))
        return "\n".join([files, *left_out_words(done.left_out, t)])

    answer(_facts(done), as_json=as_json, words=words)


def _facts(done: ExportDone) -> dict[str, object]:
    return {
        "path": str(done.path),
        "files": [
            {"path": file.path, "sha256": file.sha256, "rows": file.rows} for file in done.files
        ],
        "left_out": {why.value: n for why, n in done.left_out.items() if n},
    }
