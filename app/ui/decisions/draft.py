"""What is being typed about a decision by hand, and what stops its save; no Qt here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from app.shapes.overrides import OverrideView
from app.shapes.requests.cases import SetOverride
from app.ui.forms.typed import typed_date
from app.ui.widgets.date_sentences import refusal
from app.ui.widgets.kit import Words
from app.wording.decisions import HEADLINE
from models.codebook.overrides import LONGEST_DAYS, SHORTEST_REASON
from models.vocabulary.date_terms import NotADate
from models.vocabulary.status import FACET_VALUES, Facet, Headline

USUAL_DAYS = 30
"""After so many days a decision is proposed for review; nobody is held to it."""
LONGEST_EVIDENCE = 300

#: What is decided by hand. The state of the file is not: a case is closed, taken into another and
#: opened again by steps of its own, and so no man leaves every count by a word set here.
QUESTIONS = (*(facet for facet in Facet if facet is not Facet.ADMIN), HEADLINE)
_OUTSIDE = Headline.S90


def values_of(question: str) -> tuple[str, ...]:
    """List the values a question may be given by hand, in the order of the vocabulary."""
    if question == HEADLINE:
        return tuple(one.value for one in Headline if one is not _OUTSIDE)
    if question not in QUESTIONS:
        return ()
    return tuple(one.value for one in FACET_VALUES[Facet(question)])


@dataclass(frozen=True, slots=True)
class DecisionDraft:
    """The content of the form; the question as its facet or HEADLINE, the day as it is typed."""

    question: str = ""
    value: str = ""
    reason: str = ""
    evidence: str = ""
    review: str = ""

    @classmethod
    def new(cls, today: date) -> DecisionDraft:
        """Give the empty form; a day of review is proposed."""
        return cls(review=f"{today + timedelta(days=USUAL_DAYS):%d.%m.%Y}")

    @classmethod
    def anew(cls, view: OverrideView, today: date) -> DecisionDraft:
        """Give the draft with which a decision is taken anew: why is asked again."""
        question = HEADLINE if view.facet is None else view.facet.value
        review = cls.new(today).review
        return cls(question, view.value, evidence=view.evidence_ref, review=review)

    @property
    def facet(self) -> Facet | None:
        """Return the facet that is decided, None for the headline; ValueError while unchosen."""
        return None if self.question == HEADLINE else Facet(self.question)

    @property
    def is_chosen(self) -> bool:
        """Tell whether a question and one of its values are chosen."""
        return self.value in values_of(self.question)

    def problems(self, today: date) -> Sequence[tuple[str, Words]]:
        """List what stops a save."""
        found: list[tuple[str, Words]] = []
        if not self.question:
            found.append(("question", lambda t: t.say("Choose what is decided.")))
        elif not self.is_chosen:
            found.append(("value", lambda t: t.say("Choose what it is set to.")))
        if len(self.reason.strip()) < SHORTEST_REASON:
            found.append(
                (
                    "reason",
                    lambda t: t.say(
                        "Write why, in at least {limit} characters: a colleague must be able to "
                        "follow it.",
                        limit=SHORTEST_REASON,
                    ),
                )
            )
        if not self.evidence.strip():
            found.append(("evidence_ref", lambda t: t.say("Name the evidence this rests on.")))
        return [*found, *self._day_problem(today)]

    def request(self, case_id: UUID) -> SetOverride:
        """Ask for the decision; raises NotADate, ValueError."""
        return SetOverride(
            case_id, self.facet, self.value, self.reason, self.evidence, self._review()
        )

    def _review(self) -> date:
        known = typed_date(self.review)
        if not known.is_exact_day or known.earliest is None:
            raise ValueError("a day was asked for")
        return known.earliest

    def _day_problem(self, today: date) -> Sequence[tuple[str, Words]]:
        try:
            review = self._review()
        except NotADate as fault:
            unread = fault
            return [("review_by", lambda t: refusal(unread, t))]
        except ValueError:
            return [("review_by", lambda t: t.say("Enter a day."))]
        if today < review <= today + timedelta(days=LONGEST_DAYS):
            return []
        return [
            (
                "review_by",
                lambda t: t.say(
                    "Choose a day after today, at most {limit} days ahead.", limit=LONGEST_DAYS
                ),
            )
        ]
