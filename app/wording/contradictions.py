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
    first, second = _words(found.first_date, t), _words(found.second_date, t)
    match found.misfit:
        case Misfit.BEFORE_BIRTH:
            return t.say("This would have happened before he was born.")
        case Misfit.IN_THE_FUTURE:
            return t.say("This date lies in the future.")
        case Misfit.CAPTURE_BEFORE_LAST_CONTACT:
            return t.say(
                "He would have been captured ({first}) before his last contact ({second}).",
                first=first,
                second=second,
            )
        case Misfit.DEATH_BEFORE_PROOF_OF_LIFE:
            return t.say(
                "He would have died ({first}) before a sign of life ({second}).",
                first=first,
                second=second,
            )
        case Misfit.DEATH_BEFORE_CAPTURE:
            return t.say(
                "He would have died ({first}) before he was captured ({second}).",
                first=first,
                second=second,
            )
        case Misfit.HANDOVER_BEFORE_CAPTURE:
            return t.say(
                "He would have been handed over ({first}) before he was captured ({second}).",
                first=first,
                second=second,
            )
        case Misfit.VERIFIED_BEFORE_ARRIVAL:
            return t.say(
                "His identity would have been verified ({first}) before he arrived ({second}).",
                first=first,
                second=second,
            )
        case Misfit.TWO_PLACES_AT_ONCE:
            return t.say(
                "He would have been in two places at once ({first}; {second}).",
                first=first,
                second=second,
            )
        case Misfit.CUSTODY_AFTER_RETURN:
            return t.say(
                "He would still have been held ({second}) after he was handed over ({first}).",
                first=first,
                second=second,
            )
        case Misfit.HANDED_OVER_UNIDENTIFIED:
            return t.say("Remains would have been handed over without an identification.")
        case Misfit.TOO_YOUNG | Misfit.TOO_OLD:
            return t.say(
                "He would have been {age} years old. Check the date of birth.", age=found.age or "?"
            )


def _words(date: PartialDate | None, t: Translator) -> str:
    return "" if date is None else in_words(date, t.lang)
