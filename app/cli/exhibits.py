"""Commands on exhibits: take files in, see them with their custody log, give them out, verify."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from app.cli.session import AsJson, Asked, Exit, Lang, PassFile, User, Vault, answer, fail, opened
from app.i18n import Translator
from models.vocabulary.exhibits import ExhibitKind, ReceivedBy

if TYPE_CHECKING:
    from app.errors import HomewardError
    from app.shapes.requests.exhibits import ExhibitFacts, LinkTo
    from app.workspace import Workspace

Number = Annotated[
    str, typer.Argument(metavar="NUMBER", help="The exhibit's number, like E-2021-00017.")
]
CaseOf = Annotated[
    list[str] | None, typer.Option("--case", help="The case it speaks of; more than once is fine.")
]
Origin = Annotated[
    str, typer.Option("--origin", help="Where it came from: who gave it, when, how.")
]
OriginUnknown = Annotated[
    bool, typer.Option("--origin-unknown", help="Nobody knows where it came from.")
]
Kind = Annotated[
    ExhibitKind | None, typer.Option("--kind", help="What it is; guessed from its content.")
]
Way = Annotated[ReceivedBy, typer.Option("--received-by", help="By what way it reached us.")]
Received = Annotated[str, typer.Option("--received", help="When, as a date (EDTF): 2021-03-09.")]


def add_to(root: typer.Typer) -> None:
    """Add these commands to the program."""
    group = typer.Typer(
        help="Exhibits: files kept bit by bit, with their origin and custody log.",
        no_args_is_help=True,
    )
    group.command("add")(add)
    group.command("add-folder")(add_folder)
    group.command("list")(list_exhibits)
    group.command("show")(show)
    group.command("export")(export)
    group.command("verify")(verify)
    group.command("portrait")(portrait)
    group.command("tidy")(tidy)
    root.add_typer(group, name="exhibit")


def add(
    vault: Vault,
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", help="The files to take in.")],
    case: CaseOf = None,
    origin: Origin = "",
    origin_unknown: OriginUnknown = False,
    kind: Kind = None,
    title: Annotated[str, typer.Option("--title", help="What to call it; else its name.")] = "",
    received_by: Way = ReceivedBy.UNKNOWN,
    received: Received = "",
    twice: Annotated[
        bool, typer.Option("--twice", help="Keep it even if the same bytes are here already.")
    ] = False,
    user: User = None,
    lang: Lang = "en",
    passphrase_file: PassFile = None,
    as_json: AsJson = False,
) -> None:
    """Take files in, each as an exhibit of its own."""
    from app.cli.exhibit_words import taken_json, taken_words
    from app.jobs.exhibits.intake import take_in

    asked = Asked(vault, user, lang, passphrase_file)
    t = asked.translator
    facts = _facts(title, origin, kind, received_by, received, t, unknown=origin_unknown)
    with opened(asked) as workspace:
        links = _links(workspace, case)
        taken = [(file.name, take_in(workspace, file, facts, links, twice=twice)) for file in files]
    answer(taken_json(taken), as_json=as_json, words=lambda: taken_words(taken, t))


def add_folder(
    vault: Vault,
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="Every file in it.")],
    case: CaseOf = None,
    origin: Origin = "",
    origin_unknown: OriginUnknown = False,
    kind: Kind = None,
    received_by: Way = ReceivedBy.SCAN,
    received: Received = "",
    user: User = None,
    lang: Lang = "en",
    passphrase_file: PassFile = None,
    as_json: AsJson = False,
) -> None:
    """Take every file of a folder in, and say how each fared; known ones are not kept twice."""
    from app.cli.exhibit_words import folder_json, folder_words
    from app.jobs.exhibits.folder import Fared, take_in_folder

    asked = Asked(vault, user, lang, passphrase_file)
    t = asked.translator
    facts = _facts("", origin, kind, received_by, received, t, unknown=origin_unknown)
    with opened(asked) as workspace:
        done = take_in_folder(workspace, folder, facts, _links(workspace, case))
    answer(folder_json(done), as_json=as_json, words=lambda: folder_words(done, t))
    if done.ended_by is not None:
        _fail_for(done.ended_by, t)
    if done.count(Fared.REFUSED):
        raise typer.Exit(int(Exit.REFUSED))


def list_exhibits(
    vault: Vault,
    text: Annotated[str, typer.Option("--text", help="Words to look for.")] = "",
    case: Annotated[str, typer.Option("--case", help="Only those of a case.")] = "",
    kind: Kind = None,
    without_source: Annotated[
        bool, typer.Option("--without-source", help="Only those whose origin is not known.")
    ] = False,
    removed: Annotated[bool, typer.Option("--removed", help="What is in the bin.")] = False,
    user: User = None,
    lang: Lang = "en",
    passphrase_file: PassFile = None,
    as_json: AsJson = False,
) -> None:
    """List the exhibits by number."""
    from app.cli.exhibit_words import row_json, row_words
    from app.queries.cases.file import case_id_of
    from app.queries.exhibits.lines import exhibit_ids, exhibit_rows
    from app.shapes.exhibits import ExhibitFilter

    asked = Asked(vault, user, lang, passphrase_file)
    t = asked.translator
    with opened(asked) as workspace:
        case_id = workspace.read(lambda r: case_id_of(r, case)) if case else None
        wanted = ExhibitFilter(
            text=text,
            kinds=frozenset({kind}) if kind else frozenset(),
            case_id=case_id,
            without_source=without_source,
            removed=removed,
        )
        rows = workspace.read(lambda r: exhibit_rows(r, exhibit_ids(r, wanted)))

    def words() -> str:
        return "\n".join(row_words(row, t) for row in rows) or t.say("There are no exhibits.")

    answer({"exhibits": [row_json(row) for row in rows]}, as_json=as_json, words=words)


def show(
    vault: Vault,
    number: Number,
    user: User = None,
    lang: Lang = "en",
    passphrase_file: PassFile = None,
    as_json: AsJson = False,
) -> None:
    """Show one exhibit: what is known of it, what it is tied to, and its custody log."""
    from app.cli.exhibit_words import view_json, view_words
    from app.queries.exhibits.lines import exhibit_id_of
    from app.queries.exhibits.view import exhibit_view

    asked = Asked(vault, user, lang, passphrase_file)
    with opened(asked) as workspace:
        view = workspace.read(lambda r: exhibit_view(r, exhibit_id_of(r, number)))
    answer(view_json(view), as_json=as_json, words=lambda: view_words(view, asked.translator))


def export(
    vault: Vault,
    number: Number,
    to: Annotated[Path, typer.Option("--to", help="The file to write, or a folder.")],
    reason: Annotated[str, typer.Option("--reason", help="Why the original leaves.")] = "",
    to_whom: Annotated[str, typer.Option("--to-whom", help="Who gets it.")] = "",
    safe_copy: Annotated[
        bool, typer.Option("--safe-copy", help="Pictures or words made anew instead.")
    ] = False,
    user: User = None,
    lang: Lang = "en",
    passphrase_file: PassFile = None,
) -> None:
    """Give an original out, read-only and on purpose, or with --safe-copy what is safe to look at.

    Either is an entry of the exhibit's custody log.
    """
    from app.jobs.exhibits.copies import export_original, open_safe_copy
    from app.queries.exhibits.lines import exhibit_id_of

    asked = Asked(vault, user, lang, passphrase_file)
    with opened(asked) as workspace:
        exhibit_id = workspace.read(lambda r: exhibit_id_of(r, number))
        if safe_copy:
            paths = open_safe_copy(workspace, exhibit_id, folder=to)
        else:
            paths = (export_original(workspace, exhibit_id, to, reason=reason, to_whom=to_whom),)
    for path in paths:
        typer.echo(str(path))


def verify(
    vault: Vault,
    number: Annotated[
        str, typer.Argument(metavar="[NUMBER]", help="An exhibit; none: all of them.")
    ] = "",
    every: Annotated[bool, typer.Option("--all", help="Verify every exhibit.")] = False,
    user: User = None,
    lang: Lang = "en",
    passphrase_file: PassFile = None,
    as_json: AsJson = False,
) -> None:
    """Hash originals anew and compare with what was taken in; each gets its custody entry."""
    from app.jobs.exhibits.check import verify_exhibits
    from app.queries.exhibits.lines import exhibit_id_of
    from app.wording.faults import fault_words

    asked = Asked(vault, user, lang, passphrase_file)
    t = asked.translator
    if bool(number) == every:
        fail(t.say("Name one exhibit, or say --all."), Exit.WRONG_USAGE)
    with opened(asked) as workspace:
        ids = None if every else (workspace.read(lambda r: exhibit_id_of(r, number)),)
        faults = verify_exhibits(workspace, ids)

    def words() -> str:
        if not faults:
            return t.say("Unchanged, bit by bit.")
        return "\n".join(f"{fault.where}: {fault_words(fault, t)}" for fault in faults)

    facts = {"ok": not faults, "damaged": [fault.where for fault in faults]}
    answer(facts, as_json=as_json, words=words)
    if faults:
        raise typer.Exit(int(Exit.ANSWER_IS_NO))


def portrait(
    vault: Vault,
    case: Annotated[str, typer.Argument(metavar="CASE", help="The case number.")],
    number: Number,
    user: User = None,
    lang: Lang = "en",
    passphrase_file: PassFile = None,
) -> None:
    """Let a picture stand for a man on screen and paper, encoded anew and without metadata."""
    from app.jobs.exhibits.pictures import choose_portrait
    from app.queries.cases.file import case_id_of
    from app.queries.exhibits.lines import exhibit_id_of

    asked = Asked(vault, user, lang, passphrase_file)
    with opened(asked) as workspace:
        case_id = workspace.read(lambda r: case_id_of(r, case))
        exhibit_id = workspace.read(lambda r: exhibit_id_of(r, number))
        taken = choose_portrait(workspace, case_id, exhibit_id)
    t = asked.translator
    typer.echo(t.say("{number} is the portrait of {case} now.", number=taken.number, case=case))


def tidy(
    vault: Vault,
    user: User = None,
    lang: Lang = "en",
    passphrase_file: PassFile = None,
) -> None:
    """Let go of files that interrupted intakes left behind, once they are older than a day."""
    from app.jobs.exhibits.check import tidy_exhibits

    asked = Asked(vault, user, lang, passphrase_file)
    t = asked.translator
    with opened(asked) as workspace:
        gone = tidy_exhibits(workspace)
    typer.echo(t.say_n("{n} file was let go.", "{n} files were let go.", gone))


def _facts(
    title: str,
    origin: str,
    kind: ExhibitKind | None,
    received_by: ReceivedBy,
    received: str,
    t: Translator,
    *,
    unknown: bool,
) -> ExhibitFacts:
    from app.shapes.requests.exhibits import ExhibitFacts
    from models.vocabulary.partial_date import NotADate, PartialDate

    if bool(origin.strip()) == unknown:
        fail(
            t.say("Say where it came from (--origin), or that nobody knows (--origin-unknown)."),
            Exit.WRONG_USAGE,
        )
    try:
        when = PartialDate.parse_edtf(received) if received else PartialDate.unknown()
    except NotADate:
        fail(t.say("“{typed}” is not a date like 2021-03-09.", typed=received), Exit.WRONG_USAGE)
    return ExhibitFacts(
        kind=kind,
        title=title,
        origin=origin,
        origin_unknown=unknown,
        received_by=received_by,
        received=when,
    )


def _links(workspace: Workspace, cases: list[str] | None) -> tuple[LinkTo, ...]:
    from app.queries.cases.file import case_id_of
    from app.shapes.requests.exhibits import LinkTo

    def tie(number: str) -> LinkTo:
        return LinkTo(workspace.read(lambda r: case_id_of(r, number)))

    return tuple(tie(number) for number in dict.fromkeys(cases or ()))


def _fail_for(error: HomewardError, t: Translator) -> None:
    from app.cli.session import code_of
    from app.wording.errors import sentence

    fail(sentence(error, t), code_of(error))
