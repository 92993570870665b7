"""Lists of names as screens and papers show them: rows word for word, and whom they mean."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from app.shapes.case_file import SourceView
from app.shapes.like_pairs import LikeMan, PairMan
from app.shapes.requests.lists import ListColumn
from models.vocabulary.accounts import Channel
from models.vocabulary.evidence import Credibility, Reliability
from models.vocabulary.lists import (
    TIED,
    ListDirection,
    ListOrigin,
    ListType,
    Reply,
    RowFault,
    RowState,
)
from models.vocabulary.partial_date import PartialDate


@dataclass(frozen=True, slots=True)
class ListLine:
    """One list in the list of lists, as its newest version stands."""

    id: UUID
    number: str
    kind: ListType
    direction: ListDirection
    title: str
    issuer: SourceView | None
    recipient: str
    channel: Channel
    incident_number: str
    handover_number: str
    version_id: UUID
    version_no: int
    dated: PartialDate
    passed_on: PartialDate
    frozen: bool
    #: Rows by what somebody decided; `OPEN` waits.
    states: Mapping[RowState, int]
    #: Rows by what was answered.
    replies: Mapping[Reply, int]

    @property
    def rows(self) -> int:
        """Count the rows of the newest version."""
        return sum(self.states.values())

    @property
    def open(self) -> int:
        """Count the rows that wait for a decision."""
        return self.states.get(RowState.OPEN, 0)

    @property
    def tied(self) -> int:
        """Count the rows behind which a man of the register stands."""
        return sum(count for state, count in self.states.items() if state in TIED)


@dataclass(frozen=True, slots=True)
class ListHead:
    """A list through all its versions; `version` is what a save of it must carry (R-07)."""

    id: UUID
    version: int
    number: str
    kind: ListType
    direction: ListDirection
    title: str
    issuer: SourceView | None
    recipient: str
    channel: Channel
    incident_id: UUID | None
    incident_number: str
    handover_id: UUID | None
    handover_number: str
    remark: str


@dataclass(frozen=True, slots=True)
class VersionHead:
    """One version of a list; "L-014 v3" is `named`."""

    id: UUID
    version: int
    version_no: int
    named: str
    dated: PartialDate
    passed_on: PartialDate
    origin: ListOrigin
    #: The file exactly as received; no name where there was none.
    file_name: str
    file_sha256: str
    file_size: int
    #: The scan from which it was typed.
    exhibit_id: UUID | None
    exhibit_number: str
    language: str
    columns: tuple[ListColumn, ...]
    reliability: Reliability
    credibility: Credibility
    #: Over the rows verbatim.
    sha256: str
    frozen_at: datetime | None
    remark: str
    rows: int

    @property
    def grade(self) -> str:
        """Give the pair as it is shown, "B2"."""
        return f"{self.reliability.value}{self.credibility.value}"


@dataclass(frozen=True, slots=True)
class RowView:
    """One row word for word, how it was read, whom somebody decided it means, what was answered.

    `man` is None where the row is tied to nobody, and where the case is not for whoever reads:
    `hidden` says so.
    """

    id: UUID
    version: int
    row_no: int
    cells: tuple[str, ...]
    locator: str
    name: str
    family: str
    given: str
    father: str
    birth: PartialDate
    unit: str
    rank: str
    place: str
    document: str
    row_id: str
    said: str
    faults: tuple[RowFault, ...]
    state: RowState
    man: PairMan | None
    hidden: bool
    #: 1 to 4 as it stood when somebody decided; None: chosen by hand.
    tier: int | None
    decided_by: str
    decided_at: datetime | None
    reply: Reply | None
    replied: PartialDate
    reply_words: str
    event_id: UUID | None
    reply_event_id: UUID | None
    note: str

    @property
    def tied(self) -> bool:
        """Tell whether a man of the register stands behind it."""
        return self.state in TIED


@dataclass(frozen=True, slots=True)
class ListPage:
    """Everything the workbench shows but the candidates."""

    list: ListHead
    version: VersionHead
    versions: tuple[VersionHead, ...]
    rows: tuple[RowView, ...]


class Proposal(StrEnum):
    """What the machine says of an open row; nobody is bound by it and it is never kept."""

    #: One man fits.
    PROPOSED = "proposed"
    #: Two or more fit: only a person can tell.
    TWO_FIT = "two_fit"
    NONE = "none"
    #: A heading, a sum, no name: nobody is looked for.
    NO_MAN = "no_man"


@dataclass(frozen=True, slots=True)
class RowCandidates:
    """Whom a row may mean, the likeliest first, with reasons.

    `sure`: accepted by `accept_sure_rows`. `taken` names the row of this list that means the
    likeliest man already, 0 if none does.
    """

    row_id: UUID
    row_no: int
    proposal: Proposal
    men: tuple[LikeMan, ...] = ()
    sure: bool = False
    taken: int = 0

    @property
    def tier(self) -> int | None:
        """Give the tier of the likeliest."""
        return self.men[0].comparison.tier if self.men else None


class RowChange(StrEnum):
    """How the rows of two lists that mean one man differ."""

    #: The name is written otherwise.
    SPELLING = "spelling"
    REPLY = "reply"
    #: What is said beside the name: birth, unit, rank, remark.
    DETAIL = "detail"
    #: The two lists were decided to mean two men of ours by rows that are alike.
    MAN = "man"


@dataclass(frozen=True, slots=True)
class RowPair:
    """A man on two lists; `by_decision`: somebody tied both rows to him, else the names agree."""

    a: RowView
    b: RowView
    by_decision: bool
    changes: frozenset[RowChange]


@dataclass(frozen=True, slots=True)
class ListSide:
    """One of the two lists that are compared."""

    list: ListHead
    version: VersionHead


@dataclass(frozen=True, slots=True)
class ListDifference:
    """Two versions of one list, or any two lists, side by side.

    Rows without a man (headings, sums) are left out and counted. `unclear` are rows that fit
    several rows of the other list: only a person can tell; they are in neither `only_a` nor
    `only_b`.
    """

    a: ListSide
    b: ListSide
    pairs: tuple[RowPair, ...]
    only_a: tuple[RowView, ...]
    only_b: tuple[RowView, ...]
    unclear_a: tuple[RowView, ...]
    unclear_b: tuple[RowView, ...]
    left_out: int

    @property
    def same_list(self) -> bool:
        """Tell whether they are two versions of one list."""
        return self.a.list.id == self.b.list.id

    def changed(self, how: RowChange) -> tuple[RowPair, ...]:
        """Give the men on both whose rows differ in this."""
        return tuple(pair for pair in self.pairs if how in pair.changes)

    @property
    def unmatched(self) -> tuple[RowView, ...]:
        """Give the rows of either list behind which nobody of ours stands."""
        both = [row for pair in self.pairs for row in (pair.a, pair.b)]
        rows = [*both, *self.only_a, *self.only_b, *self.unclear_a, *self.unclear_b]
        return tuple(row for row in rows if not row.tied)

    @property
    def differ(self) -> bool:
        """Tell whether anything is not the same on both."""
        alone = self.only_a or self.only_b or self.unclear_a or self.unclear_b
        return bool(alone) or any(pair.changes for pair in self.pairs)


@dataclass(frozen=True, slots=True)
class ReceivedRows:
    """A list as it was read but not yet kept: what the form shows before it is taken in.

    `rows` are the rows below the head; `head_row` the number of the head in the file from 1, 0
    where there was none. `certain` is False where another encoding reads as well.
    """

    rows: tuple[tuple[str, ...], ...]
    columns: tuple[ListColumn, ...]
    origin: ListOrigin
    head_row: int = 0
    language: str = ""
    encoding: str = ""
    certain: bool = True
    delimiter: str = ""
    sheets: tuple[str, ...] = ()
    sheet: str = ""


@dataclass(frozen=True, slots=True)
class ReplyDone:
    """What a reply to many rows led to: events recorded, rows that are tied to nobody."""

    recorded: int
    without_man: int


@dataclass(frozen=True, slots=True)
class SureDone:
    """What accepting the sure rows did."""

    accepted: int
    left_open: int
