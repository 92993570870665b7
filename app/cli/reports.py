"""The command that makes papers of cases: drafts of them, or issued ones that may leave."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from app.cli.session import AsJson, Asked, Exit, Lang, PassFile, User, Vault, answer, fail, opened
from app.wording.court_warnings import court_warning_sentence
from models.vocabulary.papers import Audience, LegalBasis, PaperFormat, PaperSection

if TYPE_CHECKING:
    from uuid import UUID

    from app.db.unit_of_work import Reader
    from app.i18n import Translator
    from app.jobs.papers.ordered_papers import OrderedFile

_SECTIONS = ", ".join(PaperSection)


def add_to(root: typer.Typer) -> None:
    """Add this command to the program."""
    root.command("report")(report)


def report(
    vault: Vault,
    out: Annotated[Path, typer.Option("--out", help="The PDF, or a folder for several papers.")],
    numbers: Annotated[
        list[str] | None, typer.Argument(metavar="NUMBER...", help="Case numbers.")
    ] = None,
    audience: Annotated[
        Audience | None, typer.Option("--audience", help="Who will read it; else the office.")
    ] = None,
    list_version: Annotated[
        str,
        typer.Option(
            "--list-version",
            metavar="LIST",
            help="Instead of numbers: our negotiation list as it was sent (L-014 or L-014v3).",
        ),
    ] = "",
    issue: Annotated[
        bool, typer.Option("--issue", help="Let it leave: with number, code and record.")
    ] = False,
    recipient: Annotated[str, typer.Option("--recipient", help="To whom it goes.")] = "",
    purpose: Annotated[str, typer.Option("--purpose", help="What they need it for.")] = "",
    basis: Annotated[
        LegalBasis | None, typer.Option("--basis", help="The legal basis.", case_sensitive=False)
    ] = None,
    approved_by: Annotated[
        str, typer.Option("--approved-by", metavar="NAME", help="The second person, where needed.")
    ] = "",
    sections: Annotated[
        str | None,
        typer.Option("--sections", metavar="NAMES", help=f"Only these, with commas: {_SECTIONS}."),
    ] = None,
    copies: Annotated[int, typer.Option("--copies", min=1, max=99, help="How many copies.")] = 1,
    page: Annotated[
        PaperFormat,
        typer.Option("--page", help="The sheets it is printed on.", case_sensitive=False),
    ] = PaperFormat.A4,
    lang: Lang = "en",
    user: User = None,
    passphrase_file: PassFile = None,
    as_json: AsJson = False,
) -> None:
    """Make papers of cases as PDF: drafts, or with --issue papers that leave.

    In English, Armenian or Russian. Each is laid out for archives (PDF/A-like: no validator has
    seen it). Exit code 4 where something keeps a paper from leaving.
    """
    from app.jobs.papers.draft import ON_MANY
    from app.jobs.papers.ordered_papers import issue_papers, write_drafts
    from app.queries.cases.file import case_id_of
    from app.queries.lists.pages import version_named
    from app.queries.lists.sent import men_to_negotiate_over
    from app.shapes.papers import PaperOrder

    asked = Asked(vault, user, lang, passphrase_file)
    t = asked.translator
    wanted = list(dict.fromkeys(numbers or ()))
    reader_of_it = audience or (Audience.NEGOTIATION if list_version else Audience.INTERNAL)
    if bool(wanted) == bool(list_version):
        fail(
            t.say("Name the cases by their numbers, or one version of a list by --list-version."),
            Exit.WRONG_USAGE,
        )
    if list_version and reader_of_it is not Audience.NEGOTIATION:
        fail(
            t.say("A version of a list is a paper for negotiators and for nobody else."),
            Exit.WRONG_USAGE,
        )
    if len(wanted) > 1 and reader_of_it not in ON_MANY and out.suffix.lower() == ".pdf":
        fail(t.say("Several papers go into a folder; --out names a single PDF."), Exit.WRONG_USAGE)
    chosen = None if sections is None else _sections(sections, t)

    def on_whom(reader: Reader) -> tuple[tuple[UUID, ...], UUID | None]:
        if not list_version:
            return tuple(dict.fromkeys(case_id_of(reader, number) for number in wanted)), None
        version_id = version_named(reader, list_version)[1]
        return men_to_negotiate_over(reader, version_id), version_id

    with opened(asked) as workspace:
        ids, version_id = workspace.read(on_whom)
        order = PaperOrder(
            reader_of_it,
            lang,
            ids,
            chosen,
            recipient,
            purpose,
            basis,
            copies,
            page,
            version_id,
        )
        if issue:
            files = issue_papers(workspace, order, out, approved_by)
        else:
            files = write_drafts(workspace, order, out)
    facts = [_facts(one, t) for one in files]
    warned = (
        f"{one.about}: {court_warning_sentence(warning, t)}"
        for one in files
        for warning in one.warnings
    )
    for line in dict.fromkeys(warned):  # the copies of one paper have the same
        typer.echo(line, err=True)

    def words() -> str:
        lines = []
        for one in files:
            pages = t.say_n("{path}: {n} page", "{path}: {n} pages", one.pages, path=one.path)
            lines.append(" · ".join(filter(None, (pages, one.number, one.code))))
        return "\n".join(lines)

    answer({"files": facts}, as_json=as_json, words=words)


def _facts(one: OrderedFile, t: Translator) -> dict[str, object]:
    return {
        "path": str(one.path),
        "sha256": one.sha256,
        "pages": one.pages,
        "code": one.code,
        "number": one.number,
        "warnings": [
            {"flaw": warning.flaw.value, "text": court_warning_sentence(warning, t)}
            for warning in one.warnings
        ],
    }


def _sections(typed: str, t: Translator) -> frozenset[str]:
    """Read the names of sections; an unknown one is wrong usage."""
    named = frozenset(filter(None, (part.strip().lower() for part in typed.split(","))))
    for name in sorted(named - set(PaperSection)):
        fail(
            t.say("“{word}” is no section. The sections are: {all}.", word=name, all=_SECTIONS),
            Exit.WRONG_USAGE,
        )
    return named
