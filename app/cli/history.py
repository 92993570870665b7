"""The command on the history: verify its chain, list its entries, take one back."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from app.cli.registers import tell_problems
from app.cli.session import AsJson, Asked, Exit, Lang, PassFile, User, Vault, answer, fail, opened
from app.i18n import Translator

if TYPE_CHECKING:
    from app.shapes.history import HistoryLine
    from app.workspace import Workspace


class HistoryAsk(StrEnum):
    """What can be asked of the history."""

    VERIFY = "verify"
    LIST = "list"
    UNDO = "undo"


def add_to(root: typer.Typer) -> None:
    """Add this command to the program."""
    root.command("history")(history)


def history(
    vault: Vault,
    what: Annotated[
        HistoryAsk,
        typer.Argument(
            metavar="verify|list|undo",
            help="verify: walk the whole chain. list: the newest entries. undo: take one back.",
        ),
    ],
    entry: Annotated[
        int | None, typer.Argument(metavar="[ENTRY]", help="The number of the entry to take back.")
    ] = None,
    limit: Annotated[
        int, typer.Option("--limit", min=1, max=10_000, help="How many entries are listed.")
    ] = 20,
    user: User = None,
    lang: Lang = "en",
    passphrase_file: PassFile = None,
    as_json: AsJson = False,
) -> None:
    """Verify the history of changes, list it, or take an entry back.

    Verified: nothing was edited, taken out, put in or cut off.
    """
    asked = Asked(vault, user, lang, passphrase_file)
    t = asked.translator
    if (what is HistoryAsk.UNDO) != (entry is not None):
        fail(t.say("The number of an entry goes with “undo”, and with nothing else."),
             Exit.WRONG_USAGE)  # fmt: skip
    with opened(asked) as workspace:
        match what:
            case HistoryAsk.VERIFY:
                _verify(workspace, t, as_json=as_json)
            case HistoryAsk.LIST:
                _list(workspace, limit, t, as_json=as_json)
            case HistoryAsk.UNDO:
                _undo(workspace, entry or 0, t, as_json=as_json)


def _verify(workspace: Workspace, t: Translator, *, as_json: bool) -> None:
    from app.jobs.registers.check import broken_history

    tell_problems(broken_history(workspace), t, as_json=as_json)


def _list(workspace: Workspace, limit: int, t: Translator, *, as_json: bool) -> None:
    from app.queries.history.told import history_list

    lines = workspace.read(lambda reader: history_list(reader, limit=limit))
    facts = {
        "entries": [
            {
                "entry": line.seq,
                "at": line.at.isoformat(),
                "by": line.actor,
                "action": line.action,
                "cases": list(line.numbers),
                "reason": line.reason or None,
                "undo": line.undoing.value,
            }
            for line in lines
        ]
    }
    answer(facts, as_json=as_json, words=lambda: "\n".join(_words(line, t) for line in lines))


def _words(line: HistoryLine, t: Translator) -> str:
    from app.clock import OFFICE_ZONE
    from app.shapes.history import Undoing
    from app.wording.deeds import action_words
    from models.vocabulary.date_words import in_words
    from models.vocabulary.partial_date import PartialDate

    moment = in_words(PartialDate.at_minute(line.at.astimezone(OFFICE_ZONE)), t.lang)
    cases = ", ".join(line.numbers)
    if line.cases > len(line.numbers):
        more = line.cases - len(line.numbers)
        cases = t.say_n("{cases} and {n} more", "{cases} and {n} more", more, cases=cases)
    gone = t.say("(taken back)") if line.undoing is Undoing.TAKEN_BACK else ""
    what = action_words(line.action, t)
    parts = (f"{line.seq:>6}", moment, line.actor, what, cases, line.reason, gone)
    return "  ".join(part for part in parts if part)


def _undo(workspace: Workspace, entry: int, t: Translator, *, as_json: bool) -> None:
    from app.queries.history.undoing import entry_to_undo
    from app.services.desk.undo import undo_entry
    from app.wording.deeds import action_words

    found = workspace.read(lambda reader: entry_to_undo(reader, entry))
    workspace.write(lambda uow: undo_entry(uow, found))
    answer(
        {"undone": entry, "action": found.action},
        as_json=as_json,
        words=lambda: t.say("Taken back: {what}.", what=action_words(found.action, t)),
    )
