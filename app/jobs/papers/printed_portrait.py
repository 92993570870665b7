"""Brings the portrait of a man onto his paper, as grey pixels that were made when it was chosen."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from app.db.unit_of_work import Reader
from app.errors import DamagedEvidence, ReadOnlyVault
from app.jobs.exhibits.pictures import GREY
from app.queries.exhibits.view import exhibit_view, portrait_file
from app.services.exhibits.custody import note_custody
from app.shapes.case_report import GreyPicture
from app.shapes.kept_files import KeptFile
from app.shapes.requests.exhibits import NoteCustody
from app.workspace import Workspace
from models.vocabulary.deeds import ReadKind
from models.vocabulary.exhibits import BlobKind, CustodyAction
from models.vocabulary.partial_date import PartialDate

_SIZE = re.compile(rf"{re.escape(GREY)};width=(\d+);height=(\d+)")


@dataclass(frozen=True, slots=True)
class KeptPortrait:
    """A portrait for paper as it lies in the evidence, and what is said of it."""

    kept: KeptFile
    width: int
    height: int
    made: PartialDate
    number: str


def printed_portrait(
    workspace: Workspace, case_id: UUID, how: ReadKind = ReadKind.PRINTED
) -> GreyPicture | None:
    """Give the portrait of a man for paper; None where he has none.

    `how` goes into the log of readings.

    Raises:
        NotAllowed; DamagedEvidence.
    """
    found = workspace.read(lambda reader: kept_portrait(reader, case_id, how))
    return None if found is None else grey_portrait(workspace, found)


def kept_portrait(reader: Reader, case_id: UUID, how: ReadKind) -> KeptPortrait | None:
    """Find the portrait of a man for paper; None where he has none.

    Raises:
        NotAllowed; DamagedEvidence: nobody wrote down how large it is.
    """
    blob = portrait_file(reader, case_id, BlobKind.PAPER, how)
    if blob is None:
        return None
    size = _SIZE.fullmatch(blob.media_type)
    if size is None:
        raise DamagedEvidence(blob.kept.id, "altered")
    row = exhibit_view(reader, blob.exhibit_id, how).row
    return KeptPortrait(blob.kept, int(size[1]), int(size[2]), row.made, row.number)


def grey_portrait(workspace: Workspace, found: KeptPortrait) -> GreyPicture:
    """Read the pixels of a portrait; raises DamagedEvidence."""
    pixels = b"".join(workspace.evidence.pieces(found.kept))
    if found.width * found.height != len(pixels):
        raise DamagedEvidence(found.kept.id, "altered")
    return GreyPicture(found.width, found.height, pixels, found.made, found.number)


def note_portraits(
    workspace: Workspace, cases: Sequence[tuple[UUID, str]], how: ReadKind = ReadKind.PRINTED
) -> None:
    """Tell the custody logs of the portraits of these men on which paper copies of them are."""

    def read(reader: Reader) -> list[NoteCustody]:
        found = ((portrait_file(reader, one, how=how), number) for one, number in cases)
        return [NoteCustody(blob.exhibit_id, reason=number) for blob, number in found if blob]

    if steps := workspace.read(read):
        with contextlib.suppress(ReadOnlyVault):  # where only reading is possible, so is printing
            workspace.write(lambda uow: note_custody(uow, CustodyAction.PRINTED, steps))
