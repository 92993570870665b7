"""What is asked for about exhibits: taken in, described, linked, made into others, removed."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from app.shapes.kept_files import KeptFile
from app.shapes.requests.evidence import UNKNOWN_DATE, NewSource
from models.vocabulary.exhibits import BlobKind, ExhibitKind, ReceivedBy, Shown
from models.vocabulary.partial_date import PartialDate


@dataclass(frozen=True, slots=True)
class LinkTo:
    """Tie to a case, to one of its events, or to an incident: exactly one of the three."""

    case_id: UUID | None = None
    event_id: UUID | None = None
    incident_id: UUID | None = None
    remark: str = ""


@dataclass(frozen=True, slots=True)
class ExhibitFacts:
    """What is known of an exhibit.

    `origin` answers "where did this come from?"; where nobody knows, it stays empty and
    `origin_unknown` says that the question was asked (U-11). `title` empty: its file's name;
    `kind` None: guessed from the content.
    `description` says what is seen, not what it means.
    """

    kind: ExhibitKind | None = None
    title: str = ""
    origin: str = ""
    origin_unknown: bool = False
    received_by: ReceivedBy = ReceivedBy.UNKNOWN
    received: PartialDate = UNKNOWN_DATE
    made: PartialDate = UNKNOWN_DATE
    source: UUID | NewSource | None = None
    description: str = ""
    place_id: UUID | None = None
    place_as_reported: str = ""
    url: str = ""
    url_archived: str = ""
    uploader: str = ""
    languages: str = ""
    transcript: str = ""
    shows: frozenset[Shown] = frozenset()


@dataclass(frozen=True, slots=True)
class TakeInExhibit:
    """Take a kept file in as an exhibit.

    `file_name` is how it came to us, kept for the record and never used as a path. `twice` says
    that the same bytes are wanted a second time.
    """

    kept: KeptFile
    file_name: str
    media_type: str
    facts: ExhibitFacts
    links: tuple[LinkTo, ...] = ()
    warnings: tuple[str, ...] = ()
    twice: bool = False


@dataclass(frozen=True, slots=True)
class DeriveExhibit:
    """Keep what was made from another exhibit (cropped, turned, converted) as one of its own.

    It inherits its origin's links. `transform` says what was done ("turned by 90 degrees").
    """

    from_id: UUID
    kept: KeptFile
    file_name: str
    media_type: str
    transform: str
    title: str = ""
    kind: ExhibitKind | None = None


@dataclass(frozen=True, slots=True)
class ChangeExhibit:
    """Save what is known of an exhibit; its original cannot change."""

    exhibit_id: UUID
    version: int
    facts: ExhibitFacts
    reason: str = ""


@dataclass(frozen=True, slots=True)
class LinkExhibit:
    """Tie an exhibit to one more case, event or incident."""

    exhibit_id: UUID
    to: LinkTo


@dataclass(frozen=True, slots=True)
class UnlinkExhibit:
    """Untie an exhibit; the exhibit itself stays."""

    link_id: UUID
    version: int
    reason: str = ""


@dataclass(frozen=True, slots=True)
class SaveTranslation:
    """Keep a translation of an exhibit, a new one or (`translation_id`) one that is corrected.

    It has words, or is a paper: the number of the exhibit that it is; or both. Languages are codes,
    empty where not noted. Without `certified_by` it is not certified.
    """

    exhibit_id: UUID
    lang: str
    from_lang: str = ""
    words: str = ""
    paper: str = ""
    translator: str = ""
    certified_by: str = ""
    certified: PartialDate = UNKNOWN_DATE
    translation_id: UUID | None = None
    version: int | None = None


@dataclass(frozen=True, slots=True)
class DropTranslation:
    """Take away a translation that was entered by mistake; its paper stays an exhibit."""

    translation_id: UUID
    version: int


@dataclass(frozen=True, slots=True)
class RemoveExhibit:
    """Put an exhibit into the bin; nothing of it is deleted."""

    exhibit_id: UUID
    version: int
    reason: str


@dataclass(frozen=True, slots=True)
class RestoreExhibit:
    """Take an exhibit out of the bin again."""

    exhibit_id: UUID
    version: int
    reason: str = ""


@dataclass(frozen=True, slots=True)
class MadeFile:
    """One thing the sandbox made of an exhibit: its thumbnail, preview or text."""

    kind: BlobKind
    kept: KeptFile
    media_type: str


@dataclass(frozen=True, slots=True)
class KeepMade:
    """Keep what the sandbox made of an exhibit, or why it could make nothing."""

    exhibit_id: UUID
    made: tuple[MadeFile, ...] = ()
    no_picture: str = ""


@dataclass(frozen=True, slots=True)
class MarkPortrait:
    """Let a picture stand for a man on screen and paper.

    `kept` is the picture encoded anew from its pixels (R-50), `paper` its grey pixels, whose width
    and height the type of `paper` tells (`GreyPixels`). Where it is a part of the exhibit,
    `cropped` keeps that part as an exhibit of its own, and that one stands for him.
    """

    case_id: UUID
    exhibit_id: UUID
    kept: KeptFile
    media_type: str
    paper: KeptFile
    paper_type: str
    cropped: DeriveExhibit | None = None


@dataclass(frozen=True, slots=True)
class TakePortraitAway:
    """Let no picture stand for a man any more; the exhibit stays."""

    case_id: UUID
    reason: str = ""


@dataclass(frozen=True, slots=True)
class NoteCustody:
    """Add a step to the custody log of an exhibit; `sha256` is what its original hashes to now."""

    exhibit_id: UUID
    from_whom: str = ""
    to_whom: str = ""
    reason: str = ""
    sha256: str = ""


@dataclass(frozen=True, slots=True)
class TakenIn:
    """An exhibit that was taken in."""

    exhibit_id: UUID
    number: str
    sha256: str
