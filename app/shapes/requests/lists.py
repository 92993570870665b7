"""What is asked for about lists: taking one in, deciding its rows, answering them, sending one."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from app.shapes.negotiation import ListedMan
from app.shapes.requests.evidence import UNKNOWN_DATE, NewSource
from models.vocabulary.accounts import Channel
from models.vocabulary.evidence import Credibility, Reliability
from models.vocabulary.lists import ColumnMeaning, ListDirection, ListOrigin, ListType, Reply
from models.vocabulary.papers import LegalBasis
from models.vocabulary.partial_date import PartialDate


@dataclass(frozen=True, slots=True)
class ListColumn:
    """A column: its head verbatim, and what it holds."""

    head: str
    meaning: ColumnMeaning


@dataclass(frozen=True, slots=True)
class ReceivedFile:
    """A file exactly as it was received."""

    name: str
    content: bytes
    media_type: str = ""


@dataclass(frozen=True, slots=True)
class ListDetails:
    """What is said of a list through all its versions.

    `issuer` made the list: the source of every event it leads to; a list that came in needs one.
    """

    kind: ListType
    direction: ListDirection
    title: str
    issuer: UUID | NewSource | None = None
    recipient: str = ""
    channel: Channel = Channel.OTHER
    incident_id: UUID | None = None
    handover_id: UUID | None = None
    remark: str = ""
    number: str = ""


@dataclass(frozen=True, slots=True)
class VersionDetails:
    """What is said of one version: its dates, its grade, the scan it was typed from."""

    dated: PartialDate = UNKNOWN_DATE
    passed_on: PartialDate = UNKNOWN_DATE
    language: str = ""
    exhibit_id: UUID | None = None
    reliability: Reliability = Reliability.F
    credibility: Credibility = Credibility.SIX
    remark: str = ""


@dataclass(frozen=True, slots=True)
class TakeInList:
    """A list comes in: a new one (`details`), or the next version of one (`list_id`).

    `rows` and the heads in `columns` are verbatim; `rows` may be empty only where it is `TYPED`.
    """

    origin: ListOrigin
    columns: tuple[ListColumn, ...]
    rows: tuple[tuple[str, ...], ...]
    version: VersionDetails = VersionDetails()
    details: ListDetails | None = None
    list_id: UUID | None = None
    file: ReceivedFile | None = None


@dataclass(frozen=True, slots=True)
class ListTaken:
    """The version that came to be."""

    list_id: UUID
    version_id: UUID
    number: str
    version_no: int
    rows: int
    faults: int
    #: The version of another list on which the very same rows stand, or nothing.
    same_rows_on: str = ""

    @property
    def named(self) -> str:
        """Name the version, "L-014 v3"."""
        return f"{self.number} v{self.version_no}"


@dataclass(frozen=True, slots=True)
class ChangeVersion:
    """What is said of a version now; its scan and its language stay."""

    version_id: UUID
    version: int
    details: VersionDetails


@dataclass(frozen=True, slots=True)
class ChangeList:
    """Save what is said of a list and of one version of it; versions as they were read (R-07)."""

    list_id: UUID
    version: int
    details: ListDetails
    of_version: ChangeVersion
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ReadColumns:
    """Say anew what the columns hold; every row that nobody decided yet is read again."""

    version_id: UUID
    version: int
    meanings: tuple[ColumnMeaning, ...]


@dataclass(frozen=True, slots=True)
class TypedRow:
    """A row typed from a scan or off a telephone, word for word."""

    name: str
    father: str = ""
    birth: PartialDate = UNKNOWN_DATE
    unit: str = ""
    rank: str = ""
    place: str = ""
    document: str = ""
    row_id: str = ""
    said: str = ""
    #: Page and line of the scan.
    locator: str = ""


@dataclass(frozen=True, slots=True)
class AddTypedRow:
    """Add a row at the end of a version that is typed."""

    version_id: UUID
    row: TypedRow


@dataclass(frozen=True, slots=True)
class ChangeTypedRow:
    """Correct a row that was typed wrongly; only while nobody decided about it."""

    row_id: UUID
    version: int
    row: TypedRow


class RowDecision(StrEnum):
    """What a person says of a row."""

    ACCEPT = "accept"
    NOT_HIM = "not_him"
    NO_MATCH = "no_match"
    PROVISIONAL = "provisional"
    NOT_A_MAN = "not_a_man"
    REOPEN = "reopen"


@dataclass(frozen=True, slots=True)
class DecideRow:
    """Decide about one row; `case_id` for ACCEPT and NOT_HIM, `reason` for REOPEN if there is one.

    `tier` is that of the candidate that was shown; None where he was picked by hand.
    """

    row_id: UUID
    version: int
    decision: RowDecision
    case_id: UUID | None = None
    tier: int | None = None
    reason: str = ""
    #: Filled in to save although a warning stands ("named on a list after he died").
    warning_reason: str = ""


@dataclass(frozen=True, slots=True)
class RowDecided:
    """What came of it: the case that the row is tied to now, and the event it led to."""

    case_id: UUID | None = None
    number: str = ""
    event_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class NoteRow:
    """Keep a remark of our own at a row."""

    row_id: UUID
    version: int
    note: str


@dataclass(frozen=True, slots=True)
class ReplyRows:
    """One answer to many rows of a version; None takes an answer back, `words` then says why.

    `replied` is the day of the answer, `words` its wording verbatim. `answered_by` is whoever
    answered where it is not the issuer of the list. `official_notice`: a death that an authority
    notified (X81), else it is reported only (X80). Without `record_events` the answer is kept at
    the rows alone.
    """

    version_id: UUID
    row_ids: tuple[UUID, ...]
    reply: Reply | None
    replied: PartialDate = UNKNOWN_DATE
    words: str = ""
    words_lang: str = ""
    answered_by: UUID | NewSource | None = None
    reliability: Reliability | None = None
    credibility: Credibility | None = None
    document: str = ""
    official_notice: bool = False
    record_events: bool = True
    warning_reason: str = ""


@dataclass(frozen=True, slots=True)
class SendList:
    """A list made of our own cases goes out and is frozen as it was sent.

    `left_out` are those of the chosen whom somebody decided to leave off it; `men` what a
    negotiation list says of the others, in the order of the list. `basis` is the ground on which
    they are named.
    """

    case_ids: tuple[UUID, ...]
    version: VersionDetails = VersionDetails()
    details: ListDetails | None = None
    list_id: UUID | None = None
    language: str = "en"
    left_out: tuple[UUID, ...] = ()
    basis: LegalBasis | None = None
    men: tuple[ListedMan, ...] = ()
