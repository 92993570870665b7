"""Words of claims: a number is said as it was said, never more exactly; what could explain it."""

from __future__ import annotations

from app.i18n import Translator
from app.shapes.claims import Compared, Explains, Standing
from models.vocabulary.accounts import ClaimForm


def number_said(form: ClaimForm, low: int | None, high: int | None, t: Translator) -> str:
    """Give the number of a claim in the form in which it was said."""
    if low is None:
        return t.say("in words")
    first = t.number(low)
    match form:
        case ClaimForm.ABOUT:
            return t.say("about {n}", n=first)
        case ClaimForm.AT_LEAST:
            return t.say("at least {n}", n=first)
        case ClaimForm.RANGE if high is not None:
            return t.say("{first}–{last}", first=first, last=t.number(high))
        case ClaimForm.WORDS:
            return t.say("said in words, {n} at the lowest", n=first)
    return first


def counted_said(compared: Compared, t: Translator) -> str:
    """Say how many we counted, and as known when."""
    n = t.number(compared.ours)
    if compared.day is None:
        return t.say("We count {n} today for the same words.", n=n)
    return t.say("We counted {n} for the same day and words.", n=n)


def standing_said(compared: Compared, t: Translator) -> str:
    """Say how their number stands to ours."""
    match compared.standing:
        case Standing.SAME:
            return t.say("The same number.")
        case Standing.FITS:
            return t.say("It fits.")
        case Standing.THEY_MORE:
            n = compared.gap
            return t.say_n("They say {n} more.", "They say {n} more.", n)
        case Standing.WE_MORE:
            n = -compared.gap
            return t.say_n("They say {n} fewer.", "They say {n} fewer.", n)
        case Standing.OUTSIDE:
            return t.say("It does not fit.")
        case Standing.NO_NUMBER:
            return t.say("It is not a number, so no difference is shown.")


def difference_figure(compared: Compared, t: Translator) -> str:
    """Give the difference as a table prints it: a number with its sign, or whether it fits."""
    match compared.standing:
        case Standing.SAME:
            return "0"
        case Standing.THEY_MORE:
            return "+" + t.number(compared.gap)
        case Standing.WE_MORE:
            return "−" + t.number(-compared.gap)
        case Standing.FITS:
            return t.say("fits")
        case Standing.OUTSIDE:
            return t.say("does not fit")
        case Standing.NO_NUMBER:
            return "–"


def explained(compared: Compared, t: Translator) -> tuple[str, ...]:
    """Say what could explain the difference, a sentence each; by name where a list was given."""
    found = [_reason(why, compared, t) for why in compared.explains]
    named = compared.named
    if named is not None:
        found.insert(
            0,
            t.say_n("The same {n} man, by name.", "The same {n} men, by name.", named.both)
            if named.same_men
            else t.say(
                "By name: {both} on both, {theirs} only on their list, {ours} only with us.",
                both=t.number(named.both),
                theirs=t.number(named.theirs_only),
                ours=t.number(named.ours_only),
            ),
        )
    return tuple(found)


def _reason(why: Explains, compared: Compared, t: Translator) -> str:
    match why:
        case Explains.REPORTED_LATER:
            n = compared.later
            return t.say_n(
                "{n} more was registered here after that day.",
                "{n} more were registered here after that day.",
                n,
            )
        case Explains.WIDER_SCOPE:
            return t.say("Their words may cover more than we count.")
        case Explains.NARROWER_SCOPE:
            return t.say("Their words may cover less than we count.")
        case Explains.NO_LIST:
            return t.say("No list was given.")
        case Explains.ROWS_UNTIED:
            n = compared.named.untied if compared.named else 0
            return t.say_n(
                "{n} row of their list is not decided yet.",
                "{n} rows of their list are not decided yet.",
                n,
            )
