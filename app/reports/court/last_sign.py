"""What a dossier says of the last sign of life: the sure one, and all that may be later."""

from __future__ import annotations

from collections.abc import Iterator

from app.reports.court.desk import CourtDesk
from app.shapes.case_report import EventLine
from models.vocabulary.partial_date import PartialDate
from models.vocabulary.status import Facet, Fate

#: Nobody writes, is treated, moved or tried who is not alive.
ALIVE = frozenset(
    {"C16", "C17", "C18", "D20", "D23", "D24", "D25", "D26", "D27", "D28", "D29", "D30", "D31"}
    | {"L40", "L41", "L42", "L43", "L44", "L45"}
)
#: Others saw him or named him a captive, as it may be dead: no word of life while he is thought so.
SEEN = frozenset({"C11", "C12", "C14", "C15", "C19"})
DEAD = frozenset({Fate.DEAD_INDICATED, Fate.DEAD_CONFIRMED})


def last_sign(desk: CourtDesk) -> str:
    """Say when he last gave a sure sign of life, and where the facts hold what may be later."""
    words = desk.words
    sure = desk.case.status.proof_of_life_at
    others = tuple(_others(desk, sure))
    named = desk.paragraph_of(others)
    if sure is None:
        said = words.say("No sure sign of life from him is recorded.")
        pointed = words.say_n(
            "What points to his being alive: see paragraph {paragraphs}.",
            "What points to his being alive: see paragraphs {paragraphs}.",
            len(others),
            paragraphs=named,
        )
        return f"{said} {pointed}" if others else said
    said = words.say("The last sure sign of life from him: {date}.", date=words.when(sure))
    if not others:
        return f"{said} {words.say('None is recorded since.')}"
    later = words.say_n(
        "What is or may be later: see paragraph {paragraphs}.",
        "What is or may be later: see paragraphs {paragraphs}.",
        len(others),
        paragraphs=named,
    )
    return f"{said} {later}"


def _others(desk: CourtDesk, sure: PartialDate | None) -> Iterator[EventLine]:
    """Find what else shows him alive, if it may have been after the last sure sign."""
    fate = desk.case.status.facets.get(Facet.FATE)
    codes = ALIVE if fate is not None and fate.value in DEAD else ALIVE | SEEN
    for event in desk.events():
        if event.code in codes and _may_be_later(event.date, sure):
            yield event


def _may_be_later(date: PartialDate, sure: PartialDate | None) -> bool:
    if sure is None:
        return True
    last = sure.latest or sure.earliest
    return date != sure and (last is None or date.latest is None or date.latest > last)
