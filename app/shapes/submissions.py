"""Submissions as the window shows them: lines, the page of one, windows that close, periods."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from app.shapes.case_file import SourceView
from models.codebook.legal_periods import LegalPeriod
from models.codebook.urgent_window import UrgentWindow
from models.vocabulary.accounts import Channel
from models.vocabulary.lists import Reply
from models.vocabulary.partial_date import PartialDate
from models.vocabulary.status import Rule39
from models.vocabulary.submissions import Body, StepKind, SubmissionKind, SubmissionState


class WhichSubmissions(StrEnum):
    """Which submissions a list shows."""

    ALL = "all"
    OPEN = "open"
    OVERDUE = "overdue"
    ANSWERED = "answered"
    DRAFTS = "drafts"


@dataclass(frozen=True, slots=True)
class SubmissionFilter:
    """What a list of submissions leaves in."""

    which: WhichSubmissions = WhichSubmissions.ALL
    bodies: frozenset[Body] = frozenset()
    text: str = ""
    incident_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class SubmissionLine:
    """One line of the list. `men` and `answered` count those the reader may see.

    `days_over` counts the days since the answer was due; `silent_days` those since anything was
    heard, where no day for an answer was set.
    """

    id: UUID
    version: int
    number: str
    body: Body
    body_name: str
    kind: SubmissionKind
    subject: str
    men: int
    answered: int
    sent: PartialDate
    last_heard: PartialDate
    due_on: date | None
    state: SubmissionState
    days_over: int
    silent_days: int | None
    officer_id: UUID | None
    follows_id: UUID | None


@dataclass(frozen=True, slots=True)
class StepView:
    """A step of a submission, in the order of days."""

    id: UUID
    kind: StepKind
    occurred: PartialDate
    due_on: date | None
    reference: str
    reply: Reply | None
    measure: Rule39 | None
    men: int
    words: str
    words_lang: str
    file_id: UUID | None
    file_name: str
    remark: str
    by: str


@dataclass(frozen=True, slots=True)
class AskedMan:
    """A man a submission asks about, and what was answered about him."""

    case_id: UUID
    number: str
    name: str
    name_second: str
    headline: str
    reply: Reply | None
    replied: PartialDate
    reply_words: str
    measure: Rule39 | None
    measured: PartialDate


@dataclass(frozen=True, slots=True)
class SubmissionPage:
    """Everything the page of a submission shows."""

    line: SubmissionLine
    channel: Channel
    incident_id: UUID | None
    text: str
    our_reference: str
    their_reference: str
    applicant: str
    signed_by: str
    sealed: bool
    list_version_id: UUID | None
    list_name: str
    file_id: UUID | None
    file_name: str
    remark: str
    officer: str
    source: SourceView | None
    follows_number: str
    followed_by: tuple[tuple[UUID, str], ...]
    steps: tuple[StepView, ...]
    people: tuple[AskedMan, ...]
    hidden: int

    @property
    def asks_measures(self) -> bool:
        """True where the page has a table of interim measures."""
        return self.line.kind is SubmissionKind.INTERIM_MEASURES or any(
            man.measure is not None for man in self.people
        )


@dataclass(frozen=True, slots=True)
class CaseSubmission:
    """A submission as the file of one man shows it."""

    line: SubmissionLine
    reply: Reply | None
    replied: PartialDate
    measure: Rule39 | None


@dataclass(frozen=True, slots=True)
class ClosingWindow:
    """A man whose window at the UN working group closes soon, and nothing was sent there."""

    case_id: UUID
    number: str
    name: str
    name_second: str
    disappeared: PartialDate
    window: UrgentWindow
    days_left: int


@dataclass(frozen=True, slots=True)
class CasePeriods:
    """What a man's file says of periods: the window, and when courts may speak of him."""

    disappeared: PartialDate
    last_news: PartialDate
    window: UrgentWindow | None
    before_the_group: bool
    periods: Mapping[str, tuple[LegalPeriod, ...]]
    today: date
