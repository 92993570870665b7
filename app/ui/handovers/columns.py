"""Say what stands in the cells of the tables of handovers and of arrivals."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from app.clock import OFFICE_ZONE
from app.i18n import Translator
from app.shapes.handovers import ArrivalView, HandoverLine, StepState
from app.ui.theme.palette import Role
from app.ui.widgets.spoken import date_in_words
from app.ui.widgets.table_columns import Cell, Column
from app.wording.clock import moment
from app.wording.vocabulary import label
from models.vocabulary.handovers import ArrivalStep

#: Who must be verified may be late, and says so in a long word.
_ROOM_OF_STEP = {ArrivalStep.VERIFIED: (116, 106)}


def handover_columns(say: Callable[[], Translator]) -> list[Column[HandoverLine]]:
    """Make the columns of the list of handovers."""

    def when(row: HandoverLine) -> Cell:
        return Cell(date_in_words(row.occurred, say(), "table"), row.number, strong=True)

    def through(row: HandoverLine) -> Cell:
        t = say()
        place = row.place.name(t.lang) if row.place else ""
        return Cell(label("channel", row.channel.value, t.lang), row.route_in(t.lang) or place)

    def count(number: int | None) -> Cell:
        return Cell("–" if number is None else say().number(number))

    def verified(row: HandoverLine) -> Cell:
        t = say()
        if not row.overdue:
            return count(row.verified if row.arrived else None)
        late = t.say_n("{n} overdue", "{n} overdue", row.overdue)
        return Cell(t.number(row.verified), late, keeps=True)

    def state(row: HandoverLine) -> Cell:
        t = say()
        if row.closed:
            return Cell(t.say_in("handover", "closed"))
        if not row.arrived:
            return Cell("–", role=Role.TEXT3)
        return Cell(t.say("{n} of {all} through", n=row.through, all=row.arrived))

    return [
        Column("when", lambda t: t.say("When"), when, 176, 132, 2, sorts=False),
        Column(
            "through", lambda t: t.say("Through whom"), through, 260, 150, 3,
            grows=True, sorts=False,
        ),
        Column(
            "announced", lambda t: t.say("Announced"), lambda row: count(row.announced), 104, 92, 2,
            right=True, sorts=False,
        ),
        Column(
            "manifest", lambda t: t.say("On the manifest"), lambda row: count(row.manifest),
            128, 112, 2, right=True, sorts=False,
        ),
        Column(
            "arrived", lambda t: t.say_in("column", "Arrived"),
            lambda row: count(row.arrived or None), 90, 82, 2, right=True, sorts=False,
        ),
        Column(
            "verified", lambda t: t.say_in("column", "Verified"), verified, 120, 108, 2,
            right=True, sorts=False,
        ),
        Column(
            "state", lambda t: t.say("Checklist"), state, 148, 116, 2, right=True, sorts=False
        ),
    ]  # fmt: skip


def arrival_columns(
    say: Callable[[], Translator], now: Callable[[], datetime]
) -> list[Column[ArrivalView]]:
    """Make the columns of the table of arrivals."""

    def who(row: ArrivalView) -> Cell:
        t = say()
        if row.hidden:
            return Cell(t.say("access limited"), role=Role.TEXT3)
        about = t.say("provisional, {number}", number=row.number) if row.provisional else row.number
        return Cell(row.name_as_told, f"{about}  {row.name}".strip(), strong=True)

    def on_list(row: ArrivalView) -> Cell:
        return Cell("–" if row.row_no is None else say().number(row.row_no))

    def step(which: ArrivalStep) -> Callable[[ArrivalView], Cell]:
        return lambda row: step_cell(row, which, now(), say())

    def then(row: ArrivalView) -> Cell:
        t = say()
        if row.next_step is None:
            return Cell(t.say("through"), role=Role.TEXT3)
        return Cell(next_words(row.next_step, t), wraps=True)

    columns = [
        Column(
            "who", lambda t: t.say("Name, as he told it"), who, 250, 176, 3, grows=True, sorts=False
        ),
        Column("row", lambda t: t.say("Row"), on_list, 60, 52, centred=True, sorts=False),
    ]
    columns += [
        Column(one.value, _head(one), step(one), *_ROOM_OF_STEP.get(one, (96, 78)), 2, sorts=False)
        for one in ArrivalStep
    ]
    columns.append(Column("next", lambda t: t.say("Next"), then, 150, 110, 1, sorts=False))
    return columns


def _head(step: ArrivalStep) -> Callable[[Translator], str]:
    heads: dict[ArrivalStep, Callable[[Translator], str]] = {
        ArrivalStep.VERIFIED: lambda t: t.say_in("column", "Verified"),
        ArrivalStep.MEDICAL: lambda t: t.say_in("column", "Medical"),
        ArrivalStep.FAMILY: lambda t: t.say_in("column", "Family"),
        ArrivalStep.DEBRIEF: lambda t: t.say_in("column", "Debrief"),
        ArrivalStep.CLOSED: lambda t: t.say_in("column", "Closed"),
    }
    return heads[step]


def step_cell(row: ArrivalView, step: ArrivalStep, now: datetime, t: Translator) -> Cell:
    """Say in words how a step stands; until when somebody is to be verified."""
    match row.steps[step]:
        case StepState.DONE:
            return Cell(t.say_in("step", "done"))
        case StepState.WAIVED:
            return Cell(t.say("does not apply"), tip=row.waived.get(step, ""), role=Role.TEXT3)
        case _:
            if step is not ArrivalStep.VERIFIED:
                return Cell("–", role=Role.TEXT3)
    if row.overdue(now):
        return Cell(t.say("overdue"), _late(row.verify_due, now, t), strong=True)
    return Cell(t.say("to do"), _hours_left(row.verify_due - now, t), tip=moment(row.verify_due, t))


_MANY_HOURS = 72


def _hours_left(span: timedelta, t: Translator) -> str:
    hours = max(int(span.total_seconds() // 3600), 0)
    return t.say_n("{n} hour left", "{n} hours left", hours)


def _late(due: datetime, now: datetime, t: Translator) -> str:
    """Say how late it is: in hours at first, then in days as the page of the day counts them."""
    hours = max(int((now - due).total_seconds() // 3600), 0)
    if hours < _MANY_HOURS:
        return t.say_n("by {n} hour", "by {n} hours", hours)
    days = (now.astimezone(OFFICE_ZONE).date() - due.astimezone(OFFICE_ZONE).date()).days
    return t.say_n("by {n} day", "by {n} days", days)


def next_words(step: ArrivalStep, t: Translator) -> str:
    """Say what is to be done next."""
    return {
        ArrivalStep.VERIFIED: t.say("Verify his identity"),
        ArrivalStep.MEDICAL: t.say("Medical check"),
        ArrivalStep.FAMILY: t.say("Word to the family"),
        ArrivalStep.DEBRIEF: t.say("Debrief"),
        ArrivalStep.CLOSED: t.say("Close the case"),
    }[step]
