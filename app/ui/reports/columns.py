"""Say what stands in the cells of the log of papers."""

from __future__ import annotations

from collections.abc import Callable

from app.i18n import Translator
from app.shapes.disclosures import DisclosureLine
from app.ui.theme.palette import Role
from app.ui.widgets.table_columns import Cell, Column
from app.wording.clock import day_and_time
from app.wording.paper_names import paper_name
from app.wording.visible_text import visible
from app.wording.vocabulary import label
from models.vocabulary.papers import DisclosureState


def log_columns(say: Callable[[], Translator]) -> list[Column[DisclosureLine]]:
    """Make the columns of the log: which paper, whose, for whom, when, how it stands."""

    def paper(row: DisclosureLine) -> Cell:
        t = say()
        name = paper_name(row.audience.value, row.template, t)
        if not row.number:  # one that waits has none yet
            return Cell(f"{name} · {row.language.upper()}", strong=True, wraps=True)
        return Cell(row.number, f"{name} · {row.language.upper()}", strong=True, keeps=True)

    def men(row: DisclosureLine) -> Cell:
        name, more = men_words(row, say())
        return Cell(name, more, keeps=True)

    def whom(row: DisclosureLine) -> Cell:
        recipient, purpose = visible(row.recipient), visible(row.purpose)
        return Cell(recipient, purpose, tip=f"{recipient}\n{purpose}")

    def when(row: DisclosureLine) -> Cell:
        t = say()
        at = row.issued_at or row.asked_at
        day, time = day_and_time(at, t)
        return Cell(day, f"{time} · {row.issued_by or row.prepared_by}", keeps=True)

    def copy(row: DisclosureLine) -> Cell:
        t = say()
        if row.is_reprint:
            return Cell(t.say("reprint"), row.reprint_of, keeps=True)
        if row.state is not DisclosureState.ISSUED:
            return Cell("–")
        return Cell(t.say("{copy} of {copies}", copy=row.copy_no, copies=row.copies), row.code)

    def state(row: DisclosureLine) -> Cell:
        first, second = state_words(row, say())
        return Cell(first, second, wraps=not second, role=Role.TEXT2, tip=second)

    return [
        Column("paper", lambda t: t.say("Paper"), paper, 190, 164, 3, sorts=False),
        Column("men", lambda t: t.say("Of whom"), men, 190, 138, 2, sorts=False),
        Column(
            "whom", lambda t: t.say("To whom, what for"), whom, 230, 110, 1, grows=True, sorts=False
        ),
        Column("when", lambda t: t.say("When, by whom"), when, 150, 118, 2, sorts=False),
        Column("copy", lambda t: t.say("Copy and code"), copy, 122, 108, 3, sorts=False),
        Column("state", lambda t: t.say("State"), state, 170, 126, 2, sorts=False),
    ]


def men_words(row: DisclosureLine, t: Translator) -> tuple[str, str]:
    """Say whom a paper is about: the man, or the first and how many more."""
    everybody = len(row.men) + row.hidden
    if not row.men:
        return t.say_n("{n} man", "{n} men", everybody), t.say("access limited")
    first = row.men[0]
    if everybody == 1:
        return visible(first.name) or first.number, first.number
    more = t.say_n("and {n} more", "and {n} more", everybody - 1)
    return visible(first.name) or first.number, more


def state_words(row: DisclosureLine, t: Translator) -> tuple[str, str]:
    """Say how a paper stands, and what of it a person should know."""
    first = label("disclosure_state", row.state.value, t.lang)
    match row.state:
        case DisclosureState.REFUSED:
            return first, visible(row.refusal_reason)
        case DisclosureState.ISSUED if row.superseded_by:
            return t.say("superseded"), t.say("by {number}", number=row.superseded_by)
        case DisclosureState.ISSUED if row.handed_out_at is None:
            return first, t.say("not handed out yet")
        case DisclosureState.ISSUED if row.decided_by:
            return first, t.say("approved by {name}", name=row.decided_by)
    return first, ""
