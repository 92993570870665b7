"""Hold a submission, a step or an answer while it is being typed; no window here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from app.i18n import Translator
from app.shapes.requests.evidence import NewSource, SaidBy
from app.shapes.requests.submissions import (
    AnswerPeople,
    DecideMeasures,
    SubmissionFacts,
    TakeStep,
)
from app.shapes.submissions import SubmissionPage
from app.ui.events.draft import OtherMan
from app.ui.forms.typed import shown_typed, typed_date
from app.ui.widgets.date_sentences import refusal
from app.ui.widgets.kit import Words
from models.vocabulary.accounts import Channel
from models.vocabulary.date_terms import NotADate
from models.vocabulary.evidence import Credibility, Reliability
from models.vocabulary.lists import Reply
from models.vocabulary.partial_date import PartialDate
from models.vocabulary.status import Rule39
from models.vocabulary.submissions import Body, StepKind, SubmissionKind

type Problems = list[tuple[str, Words]]
type Answer = Reply | Rule39


@dataclass(frozen=True, slots=True)
class SubmissionDraft:
    """What stands in the form of a submission; the attached file is read when it is saved."""

    body: Body = Body.ICRC
    body_name: str = ""
    kind: SubmissionKind = SubmissionKind.ENQUIRY
    channel: Channel = Channel.OTHER
    subject: str = ""
    men: tuple[OtherMan, ...] = ()
    text: str = ""
    our_reference: str = ""
    applicant: str = ""
    signed_by: str = ""
    sealed: bool = False
    due_on: str = ""
    remark: str = ""
    file: str = ""

    @classmethod
    def of(cls, page: SubmissionPage) -> SubmissionDraft:
        """Open a submission for change."""
        line = page.line
        return cls(
            body=line.body,
            body_name=line.body_name,
            kind=line.kind,
            channel=page.channel,
            subject=line.subject,
            men=tuple(OtherMan(str(m.case_id), f"{m.number} {m.name}") for m in page.people),
            text=page.text,
            our_reference=page.our_reference,
            applicant=page.applicant,
            signed_by=page.signed_by,
            sealed=page.sealed,
            due_on="" if line.due_on is None else shown_typed(PartialDate.on(line.due_on)),
            remark=page.remark,
        )

    def problems(self, _today: date) -> Problems:
        """List what stops a save: it needs a subject, and its day must be one."""
        found: Problems = []
        if not self.subject.strip():
            found.append(("subject", lambda t: t.say("Say in a few words what it asks.")))
        return found + day_problem("due_on", self.due_on)

    def facts(self, *, follows: UUID | None = None, old: SubmissionPage | None = None,
              incident_id: UUID | None = None) -> SubmissionFacts:  # fmt: skip
        """Give the submission as the register takes it; what the form does not show stays."""
        return SubmissionFacts(
            body=self.body,
            kind=self.kind,
            subject=self.subject,
            body_name=self.body_name,
            channel=self.channel,
            incident_id=old.incident_id if old else incident_id,
            text=self.text,
            our_reference=self.our_reference,
            their_reference=old.their_reference if old else "",
            applicant=self.applicant,
            signed_by=self.signed_by,
            sealed=self.sealed,
            list_version_id=old.list_version_id if old else None,
            follows_id=old.line.follows_id if old else follows,
            due_on=day_typed(self.due_on),
            remark=self.remark,
        )

    def case_ids(self) -> tuple[UUID, ...]:
        """Name the men it asks about."""
        return tuple(UUID(man.key) for man in self.men)


@dataclass(frozen=True, slots=True)
class StepDraft:
    """What stands in the form of a step."""

    kind: StepKind = StepKind.SENT
    occurred: str = ""
    due_on: str = ""
    reference: str = ""
    words: str = ""
    words_lang: str = ""
    reason: str = ""
    file: str = ""

    def problems(self, today: date) -> Problems:
        """List what stops a save: a step has its day; a day put off has a reason."""
        found = said_problem("occurred", self.occurred, today)
        found += day_problem("due_on", self.due_on)
        if self.kind is StepKind.EXTENDED:
            if not self.due_on.strip():
                found.append(("due_on", lambda t: t.say("Give the new day for the answer.")))
            if not self.reason.strip():
                found.append(("reason", lambda t: t.say("Say why the day was put off.")))
        return found

    def request(self, page: SubmissionPage) -> TakeStep:
        """Give the step as the register takes it; raises NotADate."""
        return TakeStep(
            page.line.id,
            page.line.version,
            self.kind,
            typed_date(self.occurred),
            due_on=day_typed(self.due_on),
            reference=self.reference,
            words=self.words,
            words_lang=self.words_lang,
            reason=self.reason,
        )


@dataclass(frozen=True, slots=True)
class AnswerDraft:
    """What stands in the form of an answer: for whom, what, when, in which words, how good."""

    men: tuple[str, ...] = ()
    answer: str = Reply.NOT_IDENTIFIED.value
    is_measure: bool = False
    said_on: str = ""
    words: str = ""
    words_lang: str = ""
    reference: str = ""
    by_name: str = ""
    official: bool = False
    in_writing: bool = False
    two_identifiers: bool = False
    reliability: Reliability = Reliability.F
    credibility: Credibility = Credibility.SIX
    due_on: str = ""
    reason: str = ""
    file: str = ""

    def problems(self, today: date) -> Problems:
        """List what stops a save: an answer is about somebody and has its day."""
        found: Problems = []
        if not self.men:
            found.append(("men", lambda t: t.say("Tick the men this answer is about.")))
        return (
            found + said_problem("said", self.said_on, today) + day_problem("due_on", self.due_on)
        )

    def request(
        self, page: SubmissionPage, body: Callable[[Body, str], NewSource]
    ) -> AnswerPeople | DecideMeasures:
        """Give the answer as the register takes it; raises NotADate."""
        line = page.line
        named = self.by_name.strip()
        known = page.source.id if page.source is not None and not named else None
        said = SaidBy(
            known or body(line.body, named or line.body_name),
            typed_date(self.said_on),
            self.words,
            self.words_lang,
            self.reliability,
            self.credibility,
        )
        men = tuple(UUID(one) for one in self.men)
        if self.is_measure:
            return DecideMeasures(
                line.id,
                line.version,
                men,
                Rule39(self.answer),
                said,
                self.reference,
                day_typed(self.due_on),
            )
        return AnswerPeople(
            line.id,
            line.version,
            men,
            Reply(self.answer),
            said,
            self.reference,
            official=self.official,
            in_writing=self.in_writing,
            two_identifiers=self.two_identifiers,
            warning_reason=self.reason,
        )


def day_typed(text: str) -> date | None:
    """Read one day of the calendar; None where nothing was typed. Raises NotADate."""
    known = typed_date(text)
    return known.latest if known.is_known else None


def day_problem(field: str, text: str) -> Problems:
    """Refuse what is typed as a day and is no exact one."""
    try:
        known = typed_date(text)
    except NotADate as fault:
        return [(field, _refused(fault))]
    if known.is_known and not known.is_exact_day:
        return [(field, lambda t: t.say("An answer is due on one day. Give day, month and year."))]
    return []


def said_problem(field: str, text: str, today: date) -> Problems:
    """Refuse a missing day, one that cannot be read, and one that is yet to come."""
    if not text.strip():
        return [(field, lambda t: t.say("Say on which day it was."))]
    try:
        typed_date(text, today)
    except NotADate as fault:
        return [(field, _refused(fault))]
    return []


def _refused(fault: NotADate) -> Words:
    def words(t: Translator) -> str:
        return refusal(fault, t)

    return words
