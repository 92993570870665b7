"""Settle a facet on which the later word replaces the earlier one (P1, P2)."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from models.codebook.facts import FacetState, TraceLine
from models.codebook.pile import Weighed
from models.vocabulary.evidence import EvidenceLevel
from models.vocabulary.status import Facet, FacetValue

L1, L2 = EvidenceLevel.L1, EvidenceLevel.L2
_LEVEL_NAMES = tuple(level.name for level in EvidenceLevel)
type Say = Callable[[TraceLine], None]


class Claim(NamedTuple):
    """A value of a facet that an event states; `finality` orders values for ties (P2)."""

    value: FacetValue
    finality: int
    by: Weighed


class Settled(NamedTuple):
    """The claim that stands, those that say the same, and whether an equal one differs."""

    claim: Claim
    agreeing: tuple[Claim, ...]
    rivals: tuple[Claim, ...]


def settle(claims: Iterable[Claim]) -> Settled | None:
    """P2: find the claim that stands; claims come in order of occurrence.

    A later one replaces an earlier one unless it is a mere lead (L1) against more than a lead.
    Where days overlap the higher level stands; at one level the less final value stands and
    the facet is contested.
    """
    champion: Claim | None = None
    agreeing: list[Claim] = []
    rivals: list[Claim] = []
    for claim in claims:
        if claim.by.level < L1:
            continue
        if champion is None:
            champion, agreeing = claim, [claim]
        elif claim.value == champion.value:
            agreeing.append(claim)
            if claim.by.level >= champion.by.level:
                champion = claim
                rivals = [rival for rival in rivals if not claim.by.later_than(rival.by)]
        elif claim.by.later_than(champion.by):
            if claim.by.level >= L2 or champion.by.level <= L1:
                champion, agreeing, rivals = claim, [claim], []
        elif claim.by.level > champion.by.level:
            champion, agreeing, rivals = claim, [claim], []
        elif claim.by.level == champion.by.level:
            if claim.finality < champion.finality:
                champion, agreeing, rivals = claim, [claim], [champion]
            else:
                rivals.append(claim)
    if champion is None:
        return None
    return Settled(champion, tuple(agreeing), tuple(rivals))


def state_of(settled: Settled) -> FacetState:
    """Turn what stands into the facet: its level, since when, as of when, contested or not."""
    claim, agreeing, rivals = settled
    if len(agreeing) == 1:
        when = claim.by.event.date
        return FacetState(claim.value, claim.by.level, when, when, bool(rivals))
    level = max(agreed.by.level for agreed in agreeing)
    return FacetState(
        claim.value, level, agreeing[0].by.event.date, agreeing[-1].by.event.date, bool(rivals)
    )


def tell(facet: Facet, settled: Settled, say: Say) -> None:
    """Say what stands, on whose word, and which equal account speaks against it."""
    for agreed in settled.agreeing:
        say(supports(facet, agreed.by))
    for rival in settled.rivals:
        say(
            TraceLine(
                facet,
                "rival",
                "P2",
                rival.by.event.id,
                rival.by.code,
                grades(rival.by),
                (rival.value,),
                rival.by.event.date,
            )
        )


def supports(
    facet: Facet, by: Weighed, rule: str = "", *, level: EvidenceLevel | None = None
) -> TraceLine:
    """Say that an event supports the value of a facet, at its level or another it has here."""
    event = by.event
    reached = by.level if level is None else level
    return TraceLine(
        facet,
        "supports",
        rule,
        event.id,
        by.code,
        grades(by),
        (_LEVEL_NAMES[reached], by.by_class),
        event.date,
    )


def grades(by: Weighed) -> str:
    """Give the pairs an event rests on, best first: "B2 C3" (domain.md 2.7)."""
    words = by.event.assertions
    if len(words) == 1:
        only = words[0]
        return "" if only.withdrawn else only.reliability + only.credibility
    pairs = {word.reliability + word.credibility for word in words if not word.withdrawn}
    return " ".join(sorted(pairs))
