"""What is asked for about submissions: sent to whom about whom, steps, answers, measures."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from app.shapes.requests.evidence import UNKNOWN_DATE, NewSource, SaidBy
from models.vocabulary.accounts import Channel
from models.vocabulary.lists import Reply
from models.vocabulary.partial_date import PartialDate
from models.vocabulary.status import Rule39
from models.vocabulary.submissions import Body, StepKind, SubmissionKind


@dataclass(frozen=True, slots=True)
class PaperAsSent:
    """A file exactly as it went out or came in."""

    content: bytes
    name: str
    media_type: str = ""


@dataclass(frozen=True, slots=True)
class SubmissionFacts:
    """What a submission says of itself."""

    body: Body
    kind: SubmissionKind
    subject: str
    body_name: str = ""
    channel: Channel = Channel.OTHER
    incident_id: UUID | None = None
    text: str = ""
    our_reference: str = ""
    their_reference: str = ""
    applicant: str = ""
    signed_by: str = ""
    sealed: bool = False
    list_version_id: UUID | None = None
    follows_id: UUID | None = None
    due_on: date | None = None
    remark: str = ""


@dataclass(frozen=True, slots=True)
class OpenSubmission:
    """A new submission about these men, a draft until it is sent; `number` empty: the next one.

    `source` is the body as the source of what it answers; None: it is entered with the answer.
    """

    facts: SubmissionFacts
    case_ids: tuple[UUID, ...] = ()
    number: str = ""
    paper: PaperAsSent | None = None
    source: UUID | NewSource | None = None


@dataclass(frozen=True, slots=True)
class ChangeSubmission:
    """Say anew what a submission says of itself; `paper` replaces what was attached.

    `case_ids`: whom a draft asks about from now on; None leaves them as they are.
    """

    submission_id: UUID
    version: int
    facts: SubmissionFacts
    paper: PaperAsSent | None = None
    case_ids: tuple[UUID, ...] | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class TakeStep:
    """Something happened to a submission: sent, received, extended, reminded, answered, closed.

    `due_on` is the day an answer is due from this step on; None leaves it as it was. `reason` is
    asked for where a day is put off.
    """

    submission_id: UUID
    version: int
    kind: StepKind
    occurred: PartialDate = UNKNOWN_DATE
    due_on: date | None = None
    reference: str = ""
    words: str = ""
    words_lang: str = ""
    paper: PaperAsSent | None = None
    exhibit_id: UUID | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class AnswerPeople:
    """One answer for some of the men: the reply, its day, its exact words, who says so, how good.

    `said_by` carries the words, the day it was said and the grade; its source may be the body
    itself or whoever answered through it. `occurred` is the day of the answer where another.
    `official`, `in_writing` and `two_identifiers` are what the rules of evidence ask.
    """

    submission_id: UUID
    version: int
    case_ids: tuple[UUID, ...]
    reply: Reply
    said_by: SaidBy
    reference: str = ""
    official: bool = False
    in_writing: bool = False
    two_identifiers: bool = False
    paper: PaperAsSent | None = None
    warning_reason: str = ""


@dataclass(frozen=True, slots=True)
class DecideMeasures:
    """Where the interim measures of some of the men stand now, and who says so."""

    submission_id: UUID
    version: int
    case_ids: tuple[UUID, ...]
    measure: Rule39
    said_by: SaidBy
    reference: str = ""
    due_on: date | None = None
