"""Holds two people against each other by the roles of their names, and says what speaks for what.

Nothing is merged here: the verdict is advice, the reasons are what a person decides by.
"""

from __future__ import annotations

from app.search.findings import Findings, findings
from app.search.likeness_reasons import reasons_for
from app.search.part_levels import PartMatch
from app.search.verdicts import brothers_perhaps, only_weakly_alike, verdict_of
from app.search.weights import Weights
from app.shapes.briefs import PersonBrief
from app.shapes.likeness import Comparison, Verdict

#: What is left of the probability where a rule of the register speaks against the sum.
_LEFT = {Verdict.DIFFERENT: 0.1, Verdict.CONFLICT: 0.5}


def compare(a: PersonBrief, b: PersonBrief, weights: Weights) -> Comparison:
    """Say how likely two people are one man, on which tier, and why.

    All forms of both names are held against each other; what only one side knows says nothing.
    The tier is that of the worst name part (domain.md 4.5): None where two men are told apart, in
    a conflict that of the parts which agree. The bits of the reasons add up to the score, before
    the verdict lowers it.
    """
    return _comparison(a, b, findings(a, b), weights)


def compare_typed(a: PersonBrief, b: PersonBrief, weights: Weights) -> Comparison:
    """Compare two people, or two words where nothing but one word was given of either.

    One word names no man, so `compare` leaves it at a candidate; but whoever types two words asks
    whether they are one name, or one place.
    """
    found = findings(a, b)
    words = found.names.lone
    if words is None or not found.is_of_two_words:
        return _comparison(a, b, found, weights)
    as_given = found.level("given") or words.level
    bits = min(weights.bits("family", words.level), weights.bits("given", as_given))
    return Comparison(
        score=round(weights.chance(bits, prior=0.5), 4),
        tier=words.tier,
        verdict=_verdict_of_words(words),
        reasons=reasons_for(a, b, found, weights),
    )


def _comparison(a: PersonBrief, b: PersonBrief, found: Findings, weights: Weights) -> Comparison:
    reasons = reasons_for(a, b, found, weights)
    chance = weights.chance(sum(reason.bits for reason in reasons))
    verdict = verdict_of(found, chance)
    return Comparison(
        score=round(chance * _left(found, verdict), 4),
        tier=_tier(found, verdict),
        verdict=verdict,
        reasons=reasons,
    )


def _verdict_of_words(words: PartMatch) -> Verdict:
    if words.is_close and words.tier is not None:
        return Verdict.SAME
    return Verdict.CANDIDATE if words.agrees else Verdict.DIFFERENT


def _left(found: Findings, verdict: Verdict) -> float:
    """Give what is left of the probability: twins share all but one vowel of a given name."""
    if verdict is Verdict.CANDIDATE and brothers_perhaps(found):
        return _LEFT[Verdict.CONFLICT]
    return _LEFT.get(verdict, 1.0)


def _tier(found: Findings, verdict: Verdict) -> int | None:
    if verdict is Verdict.CONFLICT:
        return found.names.tier_of_agreeing
    told_apart = verdict is Verdict.DIFFERENT and not only_weakly_alike(found)
    return None if told_apart else found.names.tier
