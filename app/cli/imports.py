"""The command that takes a list into the register."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from app.cli.session import AsJson, Asked, Exit, Lang, PassFile, User, Vault, answer, opened
from app.i18n import Translator

if TYPE_CHECKING:
    from app.shapes.imports import ImportReport, RowReport

FLAGGED_SHOWN = 40


def add_to(root: typer.Typer) -> None:
    """Add this command to the program."""
    root.command("import")(import_file)


def import_file(
    vault: Vault,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The list: CSV, XLSX, ODS or PFIF.")],
    profile: Annotated[
        str | None,
        typer.Option("--profile", help="A profile that ships, or a TOML file. PFIF needs none."),
    ] = None,
    refused_to: Annotated[
        Path | None,
        typer.Option("--refused-to", help="Keep the refused rows: a CSV or XLSX file."),
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Count only; change nothing.")] = False,
    user: User = None,
    lang: Lang = "en",
    passphrase_file: PassFile = None,
    as_json: AsJson = False,
) -> None:
    """Take a list in, all or nothing.

    Every row ends as new, matched, updated, or refused with its reason.
    """
    from app.importing.profile_file import load_profile
    from app.jobs import import_job
    from app.queries.register.imports import import_rows

    asked = Asked(vault, user, lang, passphrase_file)
    with opened(asked) as workspace:
        chosen = load_profile(profile) if profile else import_job.profile_for(file)
        take = import_job.preview if dry_run else import_job.run
        report = take(workspace, file, chosen)
        rows = report.sample
        if report.batch_id is not None:
            batch_id = report.batch_id
            rows = workspace.read(lambda reader: import_rows(reader, batch_id))
    if refused_to is not None and report.refused:
        _keep_refused(report, refused_to, asked.translator)
    flagged = [row for row in rows if row.notes]
    answer(
        _json(report, flagged),
        as_json=as_json,
        words=lambda: _words(report, flagged, asked.translator, refused_to),
    )
    if report.rows and len(report.refused) == report.rows:
        raise typer.Exit(int(Exit.REFUSED))


def _json(report: ImportReport, flagged: Sequence[RowReport]) -> dict[str, object]:
    return {
        "rows": report.rows,
        "new": report.new,
        "matched": report.matched,
        "updated": report.updated,
        "proposed": report.proposed,
        "refused": [
            {"row": row.row, "reason": row.reason, "detail": row.detail} for row in report.refused
        ],
        "flagged": [{"row": row.row, "notes": list(row.notes)} for row in flagged],
    }


def _keep_refused(report: ImportReport, target: Path, t: Translator) -> None:
    from app.jobs.refused_job import keep_refused
    from app.wording.imports import reason_head, row_reason

    keep_refused(report, target, reason_head(t), lambda row: row_reason(row, t))


def _words(
    report: ImportReport, flagged: Sequence[RowReport], t: Translator, refused_to: Path | None
) -> str:
    from app.wording.imports import note_words, row_reason

    lines = [
        t.say_n("{n} row was read.", "{n} rows were read.", report.rows),
        t.say_n("{n} man is new.", "{n} men are new.", report.new),
        t.say_n("{n} row was known already.", "{n} rows were known already.", report.matched),
        t.say_n("{n} man was updated.", "{n} men were updated.", report.updated),
        t.say_n("{n} row was refused.", "{n} rows were refused.", len(report.refused)),
    ]
    if report.proposed:
        lines.append(
            t.say_n(
                "{n} new man has the name of a man who is here already: compare the two.",
                "{n} new men have the names of men who are here already: compare them.",
                report.proposed,
            )
        )
    if report.dry_run:
        lines.append(t.say("This was a trial: nothing was changed."))
    lines += [
        t.say("Row {row}: {reason}", row=row.row, reason=row_reason(row, t))
        for row in report.refused
    ]
    if refused_to is not None and report.refused:
        lines.append(
            t.say(
                "The refused rows stand in {file}. Correct them there and import that file.",
                file=refused_to.name,
            )
        )
    if flagged:
        lines.append(t.say_n("{n} row wants a look:", "{n} rows want a look:", len(flagged)))
    for row in flagged[:FLAGGED_SHOWN]:
        notes = ", ".join(note_words(note, t) for note in row.notes)
        lines.append(t.say("Row {row}: {reason}", row=row.row, reason=notes))
    if len(flagged) > FLAGGED_SHOWN:
        lines.append(t.say("All of them stand in the answer of --json."))
    return "\n".join(lines)
