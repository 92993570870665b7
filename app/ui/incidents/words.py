"""Words of claims and returns: a number is said as it was said, never more exactly."""

from __future__ import annotations

from app.i18n.translator import Translator
from app.shapes.incidents import ClaimView
from models.vocabulary.accounts import ClaimForm


def number_said(claim: ClaimView, t: Translator) -> str:
    """Give the number of a claim in the form in which it was said."""
    low = claim.number_from
    if low is None:
        return t.say("in words")
    first = t.number(low)
    match claim.form:
        case ClaimForm.ABOUT:
            return t.say("about {n}", n=first)
        case ClaimForm.AT_LEAST:
            return t.say("at least {n}", n=first)
        case ClaimForm.RANGE if claim.number_to is not None:
            return t.say("{first}–{last}", first=first, last=t.number(claim.number_to))
        case ClaimForm.WORDS:
            return t.say("said in words, {n} at the lowest", n=first)
    return first


def difference_said(claim: ClaimView, t: Translator) -> str:
    """Say how our count stands to theirs; for "about" and ranges only whether it fits."""
    if claim.ours is None or claim.number_from is None:
        return t.say("not compared")
    low, high = claim.number_from, claim.number_to or claim.number_from
    ours = claim.ours
    if claim.form is ClaimForm.EXACT:
        gap = ours - low
        if gap == 0:
            return t.say("equal")
        if gap > 0:
            return t.say("{n} more than they say", n=t.number(gap))
        return t.say("{n} fewer than they say", n=t.number(-gap))
    if claim.form is ClaimForm.AT_LEAST:
        return t.say("fits") if ours >= low else t.say("does not fit")
    slack = round(low * _ABOUT) if claim.form is not ClaimForm.RANGE else 0
    return t.say("fits") if low - slack <= ours <= high + slack else t.say("does not fit")


_ABOUT = 0.15
"""How far a number may lie from "about" and "several dozen" and still fit."""
