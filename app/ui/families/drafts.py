"""Hold a consent or a contact while it is being typed; no window here.

`draft.problems(today)` lists what stops a save as (field, sentence); `request(…)` gives what the
register takes.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from uuid import UUID

from app.clock import OFFICE_ZONE
from app.shapes.requests.families import LogContact, RecordConsent
from app.ui.forms.typed import typed_date
from app.ui.widgets.date_sentences import refusal
from app.ui.widgets.kit import Words
from models.vocabulary.date_terms import NotADate
from models.vocabulary.families import (
    SPOKEN,
    ConsentAnswer,
    ConsentForm,
    ConsentScope,
    ContactHow,
    ContactOutcome,
    DataSubject,
)

type Problems = list[tuple[str, Words]]

_TIME = re.compile(r"(\d{1,2})[:.\s]?(\d{2})")


class NotATime(ValueError):
    """What was typed is no hour of the day."""


@dataclass(frozen=True, slots=True)
class ConsentDraft:
    """What stands in the form of a consent; answers are kept by scope, as codes."""

    relative: str = ""
    given_by: str = ""
    subject: DataSubject = DataSubject.MISSING_MAN
    answers: Mapping[str, str] = field(default_factory=dict)
    form: ConsentForm = ConsentForm.WRITTEN
    given: str = ""
    language: str = ""
    interpreter: str = ""
    witness: str = ""
    exhibit: str = ""
    remark: str = ""

    def problems(self, today: date) -> Problems:
        """List what stops a save."""
        found: Problems = []
        if not self.relative and not self.given_by.strip():
            found.append(("given_by", lambda t: t.say("Say who answered.")))
        if not self.answers:
            found.append(("answers", lambda t: t.say("Enter at least one answer: yes, or no.")))
        found += _day_problem("given_on", self.given, today)
        if self.form is ConsentForm.ORAL_WITNESSED and not self.witness.strip():
            found.append(
                (
                    "witness",
                    lambda t: t.say(
                        "An oral consent needs a witness. Enter who heard it, or let it be signed."
                    ),
                )
            )
        return found

    def request(self, case_id: UUID) -> RecordConsent:
        """Give the consent as the register takes it; raises NotADate."""
        return RecordConsent(
            case_id=case_id,
            answers={ConsentScope(s): ConsentAnswer(a) for s, a in self.answers.items()},
            given=typed_date(self.given),
            relative_id=UUID(self.relative) if self.relative else None,
            given_by=self.given_by.strip(),
            subject=self.subject,
            form=self.form,
            language=self.language,
            interpreter=self.interpreter,
            witness=self.witness,
            exhibit_id=UUID(self.exhibit) if self.exhibit else None,
            remark=self.remark,
        )


@dataclass(frozen=True, slots=True)
class ContactDraft:
    """What stands in the form of a call or visit."""

    relative: str = ""
    spoke_with: str = ""
    how: ContactHow = ContactHow.PHONE
    outcome: ContactOutcome = ContactOutcome.REACHED
    on: str = ""
    at: str = ""
    told: str = ""
    heard: str = ""
    remark: str = ""
    sensitive: bool = False
    second_staff: str = ""
    next_on: str = ""
    next_about: str = ""
    warning_reason: str = ""

    def problems(self, today: date) -> Problems:
        """List what stops a save."""
        found: Problems = []
        if not self.relative and not self.spoke_with.strip():
            found.append(("spoke_with", lambda t: t.say("Say with whom.")))
        found += _day_problem("happened_at", self.on, today)
        try:
            hour_of(self.at)
        except NotATime:
            found.append(("happened_at", lambda t: t.say("Enter the hour as 14:05, or as 1405.")))
        if self.next_on.strip():
            found += _day_problem("next_on", self.next_on)
        if self.sensitive and not self.second_staff:
            found.append(
                (
                    "second_staff",
                    lambda t: t.say(
                        "Sensitive news is told by two. Enter which member of staff was with you."
                    ),
                )
            )
        return found

    def request(self, case_id: UUID) -> LogContact:
        """Give the contact as the register takes it; raises NotADate, NotATime."""
        spoken = self.outcome in SPOKEN
        return LogContact(
            case_id=case_id,
            how=self.how,
            outcome=self.outcome,
            happened_at=datetime.combine(_day(self.on), hour_of(self.at), OFFICE_ZONE),
            relative_id=UUID(self.relative) if self.relative else None,
            spoke_with=self.spoke_with.strip(),
            second_staff_id=UUID(self.second_staff) if self.sensitive else None,
            sensitive=self.sensitive,
            told=self.told if spoken else "",
            heard=self.heard if spoken else "",
            remark=self.remark,
            next_on=_day(self.next_on) if self.next_on.strip() else None,
            next_about=self.next_about.strip(),
            warning_reason=self.warning_reason.strip(),
        )


def hour_of(typed: str) -> time:
    """Read an hour: 14:05, 14.05, 1405; raises NotATime."""
    found = _TIME.fullmatch(typed.strip())
    if found is None:
        raise NotATime
    hour, minute = int(found[1]), int(found[2])
    if hour > 23 or minute > 59:
        raise NotATime
    return time(hour, minute)


def _day(typed: str) -> date:
    known = typed_date(typed)
    if not known.is_exact_day or known.earliest is None:
        raise ValueError("a day was asked for")
    return known.earliest


def _day_problem(code: str, typed: str, not_after: date | None = None) -> Problems:
    try:
        known = typed_date(typed, not_after)
    except NotADate as fault:
        unread = fault
        return [(code, lambda t: refusal(unread, t))]
    if not known.is_exact_day:
        return [(code, lambda t: t.say("Enter a day."))]
    return []
