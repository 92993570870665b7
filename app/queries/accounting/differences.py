"""Says how a published count stands to ours, and what could explain it; pure, and alters neither.

"About" and "several dozen" are never made more exact than the words (domain.md 3.9): what was
rounded fits or does not, a range is never given a difference, words are no number at all.
"""

from __future__ import annotations

from app.shapes.claims import Compared, Explains, ListCompared, Standing
from models.vocabulary.accounts import ClaimForm

ABOUT = 0.15
"""How far a number may lie from "about" and still fit."""


def standing_of(form: ClaimForm, low: int | None, high: int | None, ours: int) -> Standing:
    """Say how our count stands to a number in the form in which it was said."""
    if form is ClaimForm.WORDS or low is None:
        return Standing.NO_NUMBER
    if form is ClaimForm.AT_LEAST:
        return Standing.FITS if ours >= low else Standing.OUTSIDE
    if form is ClaimForm.EXACT:
        if ours == low:
            return Standing.SAME
        return Standing.THEY_MORE if low > ours else Standing.WE_MORE
    first, last = low, high if high is not None else low
    if form is ClaimForm.ABOUT:
        slack = round(low * ABOUT)
        first, last = low - slack, last + slack
    return Standing.FITS if first <= ours <= last else Standing.OUTSIDE


def compare(
    form: ClaimForm,
    low: int | None,
    high: int | None,
    ours: int,
    *,
    later: int = 0,
    other_words: bool = False,
    named: ListCompared | None = None,
) -> Compared:
    """Compare a claim with our count under the same definition and date.

    `later`: how many of ours were registered only after that day. `other_words`: the claim words
    its own scope, and nobody said in the terms of the register whom that means. `named`: what a
    list of names that came with the number says.
    """
    standing = standing_of(form, low, high, ours)
    gap = low - ours if low is not None and form is ClaimForm.EXACT else 0
    they_more = low is not None and low > ours
    found: list[Explains] = []
    if standing is Standing.NO_NUMBER:
        return Compared(ours, standing, 0, (), later, named)
    if later and they_more:
        found.append(Explains.REPORTED_LATER)
    if standing not in {Standing.SAME, Standing.FITS}:
        if other_words:
            found.append(Explains.WIDER_SCOPE if they_more else Explains.NARROWER_SCOPE)
        if named is None:
            found.append(Explains.NO_LIST)
    if named is not None and named.untied:
        found.append(Explains.ROWS_UNTIED)
    return Compared(ours, standing, gap, tuple(found), later if they_more else 0, named)
