"""Say what a family agreed to, and why something may not go out."""

from __future__ import annotations

from app.i18n import Translator
from app.wording.vocabulary import label
from models.codebook.consents import Blocked
from models.vocabulary.date_words import in_words
from models.vocabulary.families import ConsentState, MayBeTold
from models.vocabulary.partial_date import PartialDate


def blocked_words(blocked: Blocked, t: Translator) -> str:
    """Say why something may not go out and what would let it: for staff, it names relatives."""
    scope = label("consent_scope", blocked.scope.value, t.lang)
    names, when = ", ".join(blocked.by), _when(blocked.since, t)
    match blocked.why:
        case ConsentState.NO:
            return t.say(
                "Not agreed to: {scope}. Refused by: {names} ({date}).",
                scope=scope,
                names=names,
                date=when,
            )
        case ConsentState.WITHDRAWN:
            return t.say(
                "Consent taken back: {scope}. Taken back by: {names} ({date}).",
                scope=scope,
                names=names,
                date=when,
            )
        case ConsentState.CONFLICT:
            return t.say(
                "The relatives disagree: {scope}. Against it: {names} ({date}). Nothing goes out "
                "until they are of one mind.",
                scope=scope,
                names=names,
                date=when,
            )
        case _:
            return t.say(
                "Not asked yet: {scope}. Ask the family and record the answer.", scope=scope
            )


def blocked_shortly(blocked: Blocked, t: Translator) -> str:
    """Say why something may not go out without naming anybody: for papers and tables."""
    return t.say(
        "{scope}: {state}",
        scope=label("consent_scope", blocked.scope.value, t.lang),
        state=label("consent_state", blocked.why.value, t.lang),
    )


def against_wish_sentence(may_be_told: str, t: Translator) -> str:
    """Say that a relative was told what the family asked to keep from them."""
    if may_be_told == MayBeTold.NO_SENSITIVE_NEWS:
        return t.say(
            "The family asked that this relative be not told sensitive news. Enter why it was "
            "done all the same."
        )
    if may_be_told == MayBeTold.THROUGH_ANOTHER:
        return t.say(
            "The family asked that this relative be told through somebody else. Enter why it was "
            "done otherwise."
        )
    return t.say(
        "The family asked that this relative be told nothing. Enter why it was done all the same."
    )


def _when(since: PartialDate, t: Translator) -> str:
    return in_words(since, t.lang, case="figures") if since.is_known else "–"
