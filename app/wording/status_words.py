"""Say the status in words: the four questions and their answers, the headline, the chips."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.i18n import Translator
from app.wording.vocabulary import Form, label
from models.codebook.accounting import home_facet
from models.codebook.facts import FacetState, Status
from models.vocabulary.partial_date import PartialDate
from models.vocabulary.status import Chip, Facet, Headline


class Answer(StrEnum):
    """The four questions that every file answers, in this order (product.md rule 2)."""

    ALIVE = "alive"
    HELD = "held"
    ADMITTED = "admitted"
    HOME = "home"


@dataclass(frozen=True, slots=True)
class AnswerWords:
    """One of the four questions with its answer, short, full and bold, and its dates as data."""

    question: str
    facet: Facet
    state: FacetState
    short: str
    full: str
    bold: str
    accessible: str


def facet_of(which: Answer, status: Status) -> Facet:
    """Name the facet that answers a question; "home" is REMAINS once that is set."""
    if which is Answer.ALIVE:
        return Facet.FATE
    if which is Answer.HELD:
        return Facet.CUSTODY
    if which is Answer.ADMITTED:
        return Facet.ACK
    return home_facet(status)


def question(which: Answer, t: Translator) -> str:
    """Ask one of the four questions."""
    if which is Answer.ALIVE:
        return t.say("Is he alive?")
    if which is Answer.HELD:
        return t.say("Is he held?")
    if which is Answer.ADMITTED:
        return t.say("Does the other side admit it?")
    return t.say("Is he home?")


def column_head(which: Answer, t: Translator) -> str:
    """Give the word that stands over the marks of a question in a table."""
    if which is Answer.ALIVE:
        return t.say_in("column of marks", "Alive")
    if which is Answer.HELD:
        return t.say_in("column of marks", "Held")
    if which is Answer.ADMITTED:
        return t.say_in("column of marks", "Admitted")
    return t.say_in("column of marks", "Home")


def four_answers(status: Status, t: Translator) -> tuple[AnswerWords, ...]:
    """Give all four questions with their answers, always all four, in their order."""
    return tuple(answer_words(which, status, t) for which in Answer)


def answer_words(which: Answer, status: Status, t: Translator) -> AnswerWords:
    """Give one question with its answer in every length."""
    facet = facet_of(which, status)
    state = status.facets[facet]
    bold = short_answer(which, status, t)
    return AnswerWords(
        question=question(which, t),
        facet=facet,
        state=state,
        short=mark_word(facet, state.value, t, contested=state.contested),
        full=value_words(facet, state.value, t),
        bold=bold,
        accessible=t.say("{question}: {answer}", question=column_head(which, t), answer=bold),
    )


def value_words(facet: Facet, value: str, t: Translator, form: Form = "full") -> str:
    """Name a value of a facet."""
    return label(facet.lower(), value, t.lang, form)


def mark_word(facet: Facet, value: str, t: Translator, *, contested: bool) -> str:
    """Give the one word beneath a mark; "disputed" takes the place of a contested state."""
    if contested:
        return label("chip", Chip.DISPUTED, t.lang, "short")
    return value_words(facet, value, t, "short")


def short_answer(which: Answer, status: Status, t: Translator) -> str:
    """Give the short bold answer that opens a row of the four answers on paper (paper.md 4)."""
    facet = facet_of(which, status)
    state = status.facets[facet]
    if which is Answer.HOME and status.headline is Headline.S42:
        return found_on_his_side(t)
    answer = value_words(facet, state.value, t, "answer")
    if state.contested:
        return t.say("{answer} – accounts differ", answer=answer)
    return answer


def found_on_his_side(t: Translator) -> str:
    """Say of a man who was never captured where he is: no list and no handover brought him."""
    return t.say("On his own side – was never held")


def headline_words(status: Status, t: Translator, form: Form = "full") -> str:
    """Say the headline."""
    return label("headline", status.headline, t.lang, form)


def chip_words(status: Status, as_of: date, t: Translator) -> tuple[str, ...]:
    """Say the chips as words, in their order; silence with its days (paper.md 4)."""
    return tuple(one_chip(chip, status.proof_of_life_at, as_of, t) for chip in status.chips)


def one_chip(chip: Chip, sign_of_life: PartialDate | None, as_of: date, t: Translator) -> str:
    """Say one chip; `sign_of_life` is the day of the last one at L2 or better, if any."""
    last = None if sign_of_life is None else sign_of_life.latest or sign_of_life.earliest
    if chip is Chip.STALE and last is not None:
        days = max(0, (as_of - last).days)
        return t.say_n("No sign of life for {n} day", "No sign of life for {n} days", days)
    return label("chip", chip, t.lang)
