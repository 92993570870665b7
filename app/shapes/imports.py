"""An import as it is previewed and reported: which row became what, and why."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from app.shapes.likeness import Comparison
from models.vocabulary.accounts import RowOutcome
from models.vocabulary.partial_date import PartialDate


@dataclass(frozen=True, slots=True)
class Alike:
    """A man of the register whom a row resembles, and why; who he is, is read apart."""

    case_id: UUID
    comparison: Comparison


@dataclass(frozen=True, slots=True)
class RowReport:
    """What becomes of one row; `row` counts rows of the file from 1, the header included.

    `reason` is a code with data for the faces to say ("NO_NAME"); `notes` are codes of values
    kept verbatim because they could not be read. `alike` are the men whom a new row resembles,
    the likeliest first.
    """

    row: int
    outcome: RowOutcome
    reason: str = ""
    detail: str = ""
    case_id: UUID | None = None
    number: str = ""
    name: str = ""
    notes: tuple[str, ...] = ()
    verbatim: tuple[str, ...] = ()
    alike: tuple[Alike, ...] = ()


@dataclass(frozen=True, slots=True)
class Namesake:
    """A man already here whom a row resembles; only a person says whether he is the same."""

    case_id: UUID
    number: str
    name: str
    birth: PartialDate


@dataclass(frozen=True, slots=True)
class ImportReport:
    """The whole import, counted; `proposed` rows are new ones that resemble a man already here.

    `head` is the row of the file that names its columns, if it has one; `sheet` the sheet read.
    """

    rows: int
    new: int
    matched: int
    updated: int
    refused: tuple[RowReport, ...]
    proposed: int
    dry_run: bool
    batch_id: UUID | None = None
    sample: tuple[RowReport, ...] = ()
    head: tuple[str, ...] = ()
    sheet: str = ""


@dataclass(frozen=True, slots=True)
class ImportBatchView:
    """One past import in the list of imports."""

    id: UUID
    file_name: str
    sha256: str
    profile: str
    imported_at: datetime
    imported_by: str
    rows: int
    new: int
    matched: int
    updated: int
    refused: int
    undone_at: datetime | None
