"""Commands on the bin: see what lies in it, put a case there, take one out again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, override  # Any: typer's own words of a command

import typer
from typer.core import TyperGroup

from app.cli.session import AsJson, Asked, Lang, PassFile, User, Vault, answer, opened
from app.i18n import Translator

if TYPE_CHECKING:
    from app.shapes.bin import BinRow

Number = Annotated[
    str, typer.Argument(metavar="NUMBER", help="The case number, like HRD-2020-00123.")
]
LIST = "list"


class ListingGroup(TyperGroup):
    """A group that lists when it is given a register and no command."""

    @override
    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        if args and args[0] not in self.commands and not args[0].startswith("-"):
            args = [LIST, *args]
        return super().resolve_command(ctx, args)


def add_to(root: typer.Typer) -> None:
    """Add these commands to the program."""
    group = typer.Typer(
        cls=ListingGroup,
        help="The bin: cases that do not belong into the register.",
        no_args_is_help=True,
    )
    group.command(LIST)(list_bin)
    group.command("put")(put)
    group.command("restore")(restore)
    root.add_typer(group, name="bin")


def list_bin(
    vault: Vault,
    user: User = None,
    lang: Lang = "en",
    passphrase_file: PassFile = None,
    as_json: AsJson = False,
) -> None:
    """List what lies in the bin; this is what "homeward bin VAULT" does."""
    from app.queries.cases.bin import bin_rows

    asked = Asked(vault, user, lang, passphrase_file)
    t = asked.translator
    with opened(asked) as workspace:
        rows = workspace.read(bin_rows)
    facts = {
        "bin": [
            {
                "number": row.number,
                "name": row.name,
                "removed_at": row.removed_at.isoformat(),
                "removed_by": row.removed_by,
                "reason": row.reason,
            }
            for row in rows
        ]
    }

    def words() -> str:
        if not rows:
            return t.say("The bin is empty.")
        return "\n".join(_row_words(row, t) for row in rows)

    answer(facts, as_json=as_json, words=words)


def _row_words(row: BinRow, t: Translator) -> str:
    from app.clock import OFFICE_ZONE
    from models.vocabulary.date_words import in_words
    from models.vocabulary.partial_date import PartialDate

    day = row.removed_at.astimezone(OFFICE_ZONE).date()
    since = in_words(PartialDate.parse_edtf(day.isoformat()), t.lang)
    parts = (row.number, row.name or row.name_second, since, row.removed_by, row.reason)
    return "  ".join(part for part in parts if part)


def put(
    vault: Vault,
    number: Number,
    reason: Annotated[str, typer.Option("--reason", help="Why it does not belong here.")],
    user: User = None,
    lang: Lang = "en",
    passphrase_file: PassFile = None,
) -> None:
    """Put a case into the bin, with everything on it.

    It leaves every list, count and paper; nothing is deleted, and its number stays its own.
    """
    from app.queries.cases.file import case_id_of
    from app.services.desk.bin import put_into_bin
    from app.shapes.requests.bin import PutIntoBin

    asked = Asked(vault, user, lang, passphrase_file)
    t = asked.translator
    with opened(asked) as workspace:
        case_id = workspace.read(lambda reader: case_id_of(reader, number))
        workspace.write(lambda uow: put_into_bin(uow, PutIntoBin((case_id,), reason)))
    typer.echo(t.say("{number} lies in the bin now.", number=number))


def restore(
    vault: Vault,
    number: Number,
    user: User = None,
    lang: Lang = "en",
    passphrase_file: PassFile = None,
) -> None:
    """Take a case out of the bin; it comes back as it was."""
    from app.queries.cases.bin import case_in_bin
    from app.services.desk.bin import restore_from_bin
    from app.shapes.requests.bin import RestoreFromBin

    asked = Asked(vault, user, lang, passphrase_file)
    t = asked.translator
    with opened(asked) as workspace:
        case_id = workspace.read(lambda reader: case_in_bin(reader, number))
        workspace.write(lambda uow: restore_from_bin(uow, RestoreFromBin((case_id,))))
    typer.echo(t.say("{number} is back in the register.", number=number))
