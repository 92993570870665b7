"""Say a decision by hand: what it sets, whether it stands and until when."""

from __future__ import annotations

from datetime import date

from app.i18n import PSEUDO, Translator
from app.shapes.overrides import OverrideView, Standing
from app.wording.vocabulary import label
from models.vocabulary.date_words import in_words
from models.vocabulary.partial_date import PartialDate

HEADLINE = "HEADLINE"
"""Stands for the headline itself among the questions."""


def vocabulary_of(question: str) -> str:
    """Name the list whose words the values of a question are."""
    return question.lower()


def question_words(question: str, t: Translator) -> str:
    """Name what is decided: a question, or the headline itself."""
    if question == HEADLINE:
        return t.say("The headline itself")
    return label("facet", question, t.lang)


def set_words(view: OverrideView, t: Translator) -> str:
    """Say what a decision sets to what."""
    question = HEADLINE if view.facet is None else view.facet.value
    return t.say(
        "{question}: {answer}",
        question=question_words(question, t),
        answer=label(vocabulary_of(question), view.value, t.lang),
    )


def standing_words(view: OverrideView, t: Translator) -> str:
    """Say whether a decision stands, and until when."""
    match view.standing:
        case Standing.STANDS:
            return t.say("stands, to be reviewed by {date}", date=_day(view.review_by, t))
        case Standing.EXPIRED:
            return t.say(
                "was to be reviewed by {date}; the computed value stands",
                date=_day(view.review_by, t),
            )
        case Standing.REPLACED:
            return t.say("replaced by a later decision")
        case Standing.LIFTED:
            lifted = view.lifted_on or view.review_by
            return t.say("lifted on {date}", date=_day(lifted, t))


def _day(one: date, t: Translator) -> str:
    return in_words(PartialDate.on(one), "en" if t.lang == PSEUDO else t.lang, case="table")
