"""Turn the reasons of a status into sentences, in blocks: held, alive, admitted, home, not used."""

from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple

from app.i18n import Translator
from app.wording.trace_sentences import sentence
from app.wording.vocabulary import label
from models.codebook.facts import Status, TraceLine
from models.vocabulary.date_speech import NB
from models.vocabulary.event_codes import EventCode
from models.vocabulary.status import Facet

NOT_USED = frozenset(
    {
        "set_aside",
        "capped",
        "unsupported",
        "counted_once",
        "word_withdrawn",
        "coerced",
        "death_defeated",
        "death_not_used",
        "identification_revoked",
        "remains_not_his",
        "possible_link",
        "lead_of_return",
        "override_expired",
        "override_not_valid",
    }
)
_ORDER = (
    Facet.CUSTODY,
    Facet.FATE,
    Facet.ACK,
    Facet.REPAT,
    Facet.REMAINS,
    Facet.ICRC,
    Facet.LEGAL,
    Facet.HEALTH,
    Facet.CIVIL,
    Facet.R39,
    Facet.ADMIN,
)


class Block(StrEnum):
    """What a block of reasons is about."""

    HEADLINE = "headline"
    FACET = "facet"
    NOT_USED = "not_used"
    WOULD_BECOME = "would_become"


class Reason(NamedTuple):
    """One sentence with the rule, event and grade it rests on; empty where there is none."""

    text: str
    rule: str = ""
    event_id: str = ""
    code: EventCode | None = None
    grade: str = ""
    facet: Facet | None = None
    key: str = ""


class WhyBlock(NamedTuple):
    """One block of the Why popover: its mark (facet), bold result and sentences."""

    block: Block
    facet: Facet | None
    title: str
    reasons: tuple[Reason, ...]


def why(status: Status, t: Translator) -> tuple[WhyBlock, ...]:
    """Explain a status block by block: why this headline, each facet, what was not used."""
    blocks = [
        _block(Block.HEADLINE, None, label("headline", status.headline, t.lang), chosen, t)
        for chosen in [_about_headline(status.trace)]
        if chosen
    ]
    for facet in _ORDER:
        lines = [line for line in status.trace if line.facet is facet and _is_used(line)]
        if lines:
            value = label(facet.lower(), status.facets[facet].value, t.lang)
            title = t.say(
                "{question}: {answer}", question=label("facet", facet, t.lang), answer=value
            )
            blocks.append(_block(Block.FACET, facet, title, lines, t))
    unused = [line for line in status.trace if not _is_used(line)]
    if unused:
        blocks.append(_block(Block.NOT_USED, None, t.say("Not used"), unused, t))
    coming = [line for line in status.trace if line.key == "would_become"]
    last = _block(Block.WOULD_BECOME, None, t.say("What would change it"), coming, t)
    return (*blocks, last) if last.reasons else tuple(blocks)


def reasons(status: Status, t: Translator) -> tuple[Reason, ...]:
    """Give all reasons one after the other, in the order of the blocks."""
    return tuple(reason for block in why(status, t) for reason in block.reasons)


def why_paragraph(status: Status, t: Translator) -> str:
    """Give the reasons as one paragraph for the internal file: used ones, rules in brackets."""
    said: dict[str, dict[str, None]] = {}
    for block in why(status, t):
        if block.block in {Block.HEADLINE, Block.FACET}:
            for reason in block.reasons:  # one sentence may explain two answers: it stands once
                notes = said.setdefault(reason.text, {})
                notes.update(dict.fromkeys(filter(None, (reason.grade, reason.rule))))
    return " ".join(
        f"{text} [{', '.join(notes).replace(' ', NB)}]" if notes else text
        for text, notes in said.items()
    )


def _block(
    block: Block, facet: Facet | None, title: str, lines: Iterable[TraceLine], t: Translator
) -> WhyBlock:
    found = (
        Reason(text, line.rule, line.event_id, line.code, line.grade, line.facet, line.key)
        for line in lines
        if (text := sentence(line, t))
    )
    return WhyBlock(block, facet, title, tuple(dict.fromkeys(found)))


def _is_used(line: TraceLine) -> bool:
    return line.key not in NOT_USED


def _about_headline(trace: tuple[TraceLine, ...]) -> list[TraceLine]:
    return [
        line
        for line in trace
        if line.facet is None and line.key not in NOT_USED and line.key != "would_become"
    ]
