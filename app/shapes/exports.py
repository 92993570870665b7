"""What leaves the register in forms that other programs read: which files, how many rows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from uuid import UUID

from models.vocabulary.people import Sex
from models.vocabulary.pfif import PUBLIC_STATUS, PfifStatus
from models.vocabulary.status import Headline


class Form(StrEnum):
    """In what form something leaves."""

    OPEN = "open"
    PFIF = "pfif"
    ICS = "ics"


class LeftOut(StrEnum):
    """Why something did not go out with the rest."""

    CLOSED_TO_YOU = "closed_to_you"
    SEALED_NAME = "sealed_name"
    NOT_ASKED = "not_asked"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    CONFLICT = "conflict"
    LIMITED = "limited"
    DO_NOT_TRANSMIT = "do_not_transmit"
    NO_PUBLIC_STATUS = "no_public_status"
    NO_NAME = "no_name"


@dataclass(frozen=True, slots=True)
class Provenance:
    """What an export says of itself: for whom, by whom, who agreed, where the history stood."""

    recipient: str  # empty: the office itself
    by: str
    second: str  # empty: nobody else at work could agree
    at: datetime
    register_id: UUID
    history_seq: int
    history_hash: str


@dataclass(frozen=True, slots=True)
class OpenTable:
    """One table as it goes out: the name of its files and its columns."""

    name: str
    columns: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PublicMan:
    """All that may be published of a man: nothing else of him is ever read for it.

    `place` is the settlement where his incident was; of his birth only the year is told.
    """

    number: str
    name: str
    given: str
    family: str
    other_names: tuple[str, ...]
    sex: Sex
    birth_year: int | None
    headline: Headline
    place: str = ""

    @property
    def status(self) -> PfifStatus:
        """What an exchange of records calls his status."""
        return PUBLIC_STATUS[self.headline]


@dataclass(frozen=True, slots=True)
class PublicMen:
    """The men who may be published, and how many may not, by reason."""

    men: tuple[PublicMan, ...]
    left_out: Mapping[LeftOut, int]


@dataclass(frozen=True, slots=True)
class ExportedFile:
    """A file that was written: where in the folder, its hash, its rows (None: no table)."""

    path: str
    sha256: str
    rows: int | None = None


@dataclass(frozen=True, slots=True)
class ExportDone:
    """What was written, and what was left out, counted by reason."""

    path: Path
    files: tuple[ExportedFile, ...]
    left_out: Mapping[LeftOut, int] = field(default_factory=dict)
