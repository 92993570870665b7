"""Command for the day: what waits, grouped by why."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from app.cli.session import AsJson, Asked, Lang, PassFile, User, Vault, answer, opened
from app.i18n import Translator
from models.vocabulary.tasks import TodayKind

if TYPE_CHECKING:
    from app.shapes.today import TodayGroup, TodayLine, TodayPage

_MOST = 10_000


def add_to(root: typer.Typer) -> None:
    """Add this command to the program."""
    root.command("today")(today)


def today(
    vault: Vault,
    mine: Annotated[
        bool, typer.Option("--mine", help="Only what is in your hands, or in nobody's.")
    ] = False,
    kind: Annotated[
        list[TodayKind] | None, typer.Option("--kind", help="Only lines of this kind.")
    ] = None,
    user: User = None,
    lang: Lang = "en",
    passphrase_file: PassFile = None,
    as_json: AsJson = False,
) -> None:
    """Say what waits today: deadlines, calls, windows that close, lists, tasks, drafts."""
    from app.queries.today.page import today_page

    asked = Asked(vault, user, lang, passphrase_file)
    t = asked.translator
    with opened(asked) as workspace:
        page = workspace.read(lambda reader: today_page(reader, mine, kind or None, limit=_MOST))
    answer(_json(page, t), as_json=as_json, words=lambda: _words(page, t))


def _json(page: TodayPage, t: Translator) -> dict[str, object]:
    from app.wording.today import kind_words

    return {
        "date": page.on.isoformat(),
        "total": page.total,
        "groups": [
            {
                "kind": group.kind.value,
                "label": kind_words(group.kind, t),
                "count": group.count,
                "lines": [_line_json(line, t) for line in group.lines],
            }
            for group in page.groups
        ],
    }


def _line_json(line: TodayLine, t: Translator) -> dict[str, object]:
    from app.wording.today import what_words, who_words

    return {
        "key": line.key,
        "number": line.number,
        "name": who_words(line, t),
        "due": line.due.isoformat() if line.due else None,
        "days_over": line.days_over,
        "text": what_words(line, t),
        "assigned_to": line.assigned_name or None,
        "put_off_until": line.put_off_until.isoformat() if line.put_off_until else None,
    }


def _words(page: TodayPage, t: Translator) -> str:
    from app.wording.today import nothing_waits

    if not page.groups:
        return "\n".join((t.say("Nothing waits"), nothing_waits(page, t)))
    return "\n\n".join(_group_words(group, t) for group in page.groups)


def _group_words(group: TodayGroup, t: Translator) -> str:
    from app.wording.today import kind_words

    head = f"{kind_words(group.kind, t)}  {t.number(group.count)}"
    return "\n".join((head, *(f"  {_line_words(line, t)}" for line in group.lines)))


def _line_words(line: TodayLine, t: Translator) -> str:
    from app.wording.today import due_words, hands_words, what_words, who_words

    parts = (
        line.number,
        who_words(line, t),
        what_words(line, t),
        due_words(line, t),
        hands_words(line, t),
    )
    return "  ".join(part for part in parts if part)
