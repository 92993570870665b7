"""Exhibits as they are shown: the list, one with all that hangs on it, and a kept file."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from app.shapes.case_file import SourceView
from app.shapes.kept_files import KeptFile
from app.shapes.places import PlaceView
from models.vocabulary.event_codes import EventCode
from models.vocabulary.exhibits import (
    Attribute,
    AttributeState,
    BlobKind,
    CustodyAction,
    ExhibitKind,
    MinimumState,
    ReceivedBy,
    Shown,
)
from models.vocabulary.partial_date import PartialDate


@dataclass(frozen=True, slots=True)
class BlobView:
    """What is kept of an exhibit: its original, or what the sandbox made of it."""

    kept: KeptFile
    exhibit_id: UUID
    kind: BlobKind
    media_type: str


class ExhibitSort(StrEnum):
    """What a list of exhibits can be ordered by."""

    NUMBER = "number"
    TITLE = "title"
    KIND = "kind"
    RECEIVED = "received"
    ADDED = "added"
    SIZE = "size"


@dataclass(frozen=True, slots=True)
class ExhibitFilter:
    """Which exhibits are asked for; an empty one lets everything through but the bin.

    `without_source`: nothing is known of where it came from. `unlinked`: it is tied to no case
    and no incident yet. `removed`: what is in the bin, and nothing else.
    """

    text: str = ""
    kinds: frozenset[ExhibitKind] = frozenset()
    case_id: UUID | None = None
    event_id: UUID | None = None
    incident_id: UUID | None = None
    without_source: bool = False
    unlinked: bool = False
    removed: bool = False


@dataclass(frozen=True, slots=True)
class ExhibitLinkView:
    """What an exhibit is tied to: a case (and maybe one of its events), or an incident."""

    id: UUID
    version: int
    case_id: UUID | None
    case_number: str
    case_name: str
    event_id: UUID | None
    event_code: EventCode | None
    event_date: PartialDate
    incident_id: UUID | None
    incident_number: str
    incident_title: str
    incident_title_hy: str
    incident_title_ru: str
    remark: str

    def incident(self, lang: str) -> str:
        """Give the incident's title in a language."""
        own = {"hy": self.incident_title_hy, "ru": self.incident_title_ru}.get(lang, "")
        return own or self.incident_title


@dataclass(frozen=True, slots=True)
class Minimum:
    """The six attributes every exhibit needs in court, each filled, unknown or missing.

    GREEN: all filled. AMBER: some are said to be unknown. RED: one is missing (Berkeley Protocol
    par. 155, 167; domain.md 2.6).
    """

    attributes: tuple[tuple[Attribute, AttributeState], ...]

    @property
    def state(self) -> MinimumState:
        """Sum the six up in one light."""
        states = {state for _, state in self.attributes}
        if AttributeState.MISSING in states:
            return MinimumState.RED
        return MinimumState.AMBER if AttributeState.UNKNOWN in states else MinimumState.GREEN


@dataclass(frozen=True, slots=True)
class ExhibitRow:
    """An exhibit as a list shows it; links to cases that the reader may not see are left out."""

    id: UUID
    version: int
    number: str
    kind: ExhibitKind
    title: str
    original_name: str
    media_type: str
    size: int
    sha256: str
    received_by: ReceivedBy
    origin: str
    received: PartialDate
    made: PartialDate
    shows: frozenset[Shown]
    warnings: tuple[str, ...]
    has_thumbnail: bool
    no_picture: str
    links: tuple[ExhibitLinkView, ...]
    derived_from_id: UUID | None
    added_at: datetime
    added_by: str
    removed_at: datetime | None
    removed_reason: str
    minimum: Minimum

    @property
    def origin_known(self) -> bool:
        """False where whoever took it in said that its origin is unknown."""
        return bool(self.origin)

    @property
    def veiled(self) -> bool:
        """True where its picture is shown only when asked for (domain.md 2.6)."""
        return bool(self.shows)


@dataclass(frozen=True, slots=True)
class CustodyView:
    """One step of the custody log."""

    at: datetime
    by: str
    action: CustodyAction
    from_whom: str
    to_whom: str
    reason: str
    sha256: str


@dataclass(frozen=True, slots=True)
class RelatedExhibit:
    """An exhibit that was made from another, or that another was made from."""

    id: UUID
    number: str
    title: str
    kind: ExhibitKind
    transform: str


@dataclass(frozen=True, slots=True)
class TranslationView:
    """A translation of an exhibit; `paper` is the exhibit that it is, where it is a paper too."""

    id: UUID
    version: int
    from_lang: str
    lang: str
    words: str
    paper: RelatedExhibit | None
    translator: str
    certified_by: str
    certified: PartialDate

    @property
    def is_certified(self) -> bool:
        """True where somebody answers for it."""
        return bool(self.certified_by)


@dataclass(frozen=True, slots=True)
class ExhibitView:
    """Everything about one exhibit."""

    row: ExhibitRow
    description: str
    source: SourceView | None
    place: PlaceView | None
    place_as_reported: str
    url: str
    url_archived: str
    uploader: str
    languages: str
    transcript: str
    translations: tuple[TranslationView, ...]
    transform: str
    blobs: tuple[BlobView, ...]
    custody: tuple[CustodyView, ...]
    derived_from: RelatedExhibit | None
    derived: tuple[RelatedExhibit, ...]
    same_bytes: tuple[RelatedExhibit, ...]
    portrait_of: tuple[UUID, ...]

    @property
    def original(self) -> BlobView:
        """What was taken in, bit by bit."""
        return next(blob for blob in self.blobs if blob.kind is BlobKind.ORIGINAL)

    def blob(self, kind: BlobKind) -> BlobView | None:
        """Find what is kept of one kind."""
        return next((blob for blob in self.blobs if blob.kind is kind), None)
