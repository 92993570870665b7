"""Words of claims on screen: a number is said as it was said, never more exactly."""

from __future__ import annotations

from app.i18n.translator import Translator
from app.shapes.incidents import ClaimView
from app.wording import claims


def number_said(claim: ClaimView, t: Translator) -> str:
    """Give the number of a claim in the form in which it was said."""
    return claims.number_said(claim.form, claim.number_from, claim.number_to, t)


def beside_said(claim: ClaimView, t: Translator) -> str:
    """Say what we counted for the same words and day, how it stands, what could explain it."""
    if claim.withdrawn_at is not None:
        return t.say("withdrawn: {reason}", reason=claim.withdrawn_reason)
    if claim.superseded:
        return t.say("replaced by a later count")
    if claim.compared is None:
        return t.say("We keep no count of the same definition yet.")
    found = claim.compared
    return " ".join(
        (
            claims.counted_said(found, t),
            claims.standing_said(found, t),
            *claims.explained(found, t),
        )
    )
