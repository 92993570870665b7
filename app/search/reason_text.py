"""Keeps what came of a comparison as one line of text beside the pair."""

from __future__ import annotations

import json

from app.shapes.likeness import Comparison, Reason, ReasonCode, Verdict

_NO_TIER = 9
"""Stands for no tier in a column that sorts."""


def tier_kept(comparison: Comparison) -> int:
    """Give the tier as it is kept; one beyond all where the names do not agree."""
    return comparison.tier or _NO_TIER


def pack_reasons(comparison: Comparison) -> str:
    """Give verdict and reasons as one line of text."""
    reasons = [
        [one.code.value, one.a, one.b, one.count, round(one.bits, 2)] for one in comparison.reasons
    ]
    return json.dumps([comparison.verdict.value, reasons], ensure_ascii=False)


def unpack_comparison(score: float, tier: int, line: str) -> Comparison:
    """Give the comparison that was kept; a reason that is no longer known is left out."""
    verdict, reasons = json.loads(line)
    known = {code.value for code in ReasonCode}
    return Comparison(
        score=score,
        tier=None if tier == _NO_TIER else tier,
        verdict=Verdict(verdict),
        reasons=tuple(
            Reason(ReasonCode(code), a, b, count, bits)
            for code, a, b, count, bits in reasons
            if code in known
        ),
    )
