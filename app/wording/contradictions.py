"""Says which facts of a case do not go together (domain.md 5.5)."""

from __future__ import annotations

from app.i18n import Translator
from models.codebook.contradictions import Contradiction, Misfit
from models.vocabulary.date_words import in_words
from models.vocabulary.partial_date import PartialDate


def contradiction_sentence(found: object, t: Translator) -> str:
    """Give the sentence for one contradiction, with both dates in words."""
    if not isinstance(found, Contradiction):
        return t.say("Two facts of this case do not go together.")
    if found.misfit in (Misfit.TOO_YOUNG, Misfit.TOO_OLD):
        age = "?" if found.age is None else found.age
        return t.say("He would have been {age} years old. Check the date of birth.", age=age)
    return _sentences(t)[found.misfit].format(
        first=_words(found.first_date, t), second=_words(found.second_date, t)
    )


def _sentences(t: Translator) -> dict[Misfit, str]:
    return {
        Misfit.BEFORE_BIRTH: t.say("This would have happened before he was born."),
        Misfit.IN_THE_FUTURE: t.say("This date lies in the future."),
        Misfit.CAPTURE_BEFORE_LAST_CONTACT: t.say(
            "He would have been captured ({first}) before his last contact ({second})."
        ),
        Misfit.DEATH_BEFORE_PROOF_OF_LIFE: t.say(
            "He would have died ({first}) before a sign of life ({second})."
        ),
        Misfit.DEATH_BEFORE_CAPTURE: t.say(
            "He would have died ({first}) before he was captured ({second})."
        ),
        Misfit.HANDOVER_BEFORE_CAPTURE: t.say(
            "He would have been handed over ({first}) before he was captured ({second})."
        ),
        Misfit.VERIFIED_BEFORE_ARRIVAL: t.say(
            "His identity would have been verified ({first}) before he arrived ({second})."
        ),
        Misfit.TWO_PLACES_AT_ONCE: t.say(
            "He would have been in two places at once ({first}; {second})."
        ),
        Misfit.CUSTODY_AFTER_RETURN: t.say(
            "He would still have been held ({second}) after he was handed over ({first})."
        ),
        Misfit.HANDED_OVER_UNIDENTIFIED: t.say(
            "Remains would have been handed over without an identification."
        ),
    }


def _words(date: PartialDate | None, t: Translator) -> str:
    return "" if date is None else in_words(date, t.lang)
