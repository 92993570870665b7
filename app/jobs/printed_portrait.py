"""Brings the portrait of a man onto his paper, as grey pixels that were made when it was chosen."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Sequence
from uuid import UUID

from app.db.unit_of_work import Reader
from app.errors import DamagedEvidence, ReadOnlyVault
from app.jobs.exhibit_pictures import GREY
from app.queries.exhibit_view import exhibit_view, portrait_file
from app.services.custody import note_custody
from app.shapes.case_report import GreyPicture
from app.shapes.requests.exhibits import NoteCustody
from app.workspace import Workspace
from models.vocabulary.deeds import ReadKind
from models.vocabulary.exhibits import BlobKind, CustodyAction

_SIZE = re.compile(rf"{re.escape(GREY)};width=(\d+);height=(\d+)")


def printed_portrait(
    workspace: Workspace, case_id: UUID, how: ReadKind = ReadKind.PRINTED
) -> GreyPicture | None:
    """Give the portrait of a man for paper; None where he has none.

    `how` goes into the log of readings.

    Raises:
        NotAllowed; DamagedEvidence.
    """
    blob = workspace.read(lambda reader: portrait_file(reader, case_id, BlobKind.PAPER, how))
    if blob is None:
        return None
    size = _SIZE.fullmatch(blob.media_type)
    pixels = b"".join(workspace.evidence.pieces(blob.kept))
    if size is None or int(size[1]) * int(size[2]) != len(pixels):
        raise DamagedEvidence(blob.kept.id, "altered")
    row = workspace.read(lambda reader: exhibit_view(reader, blob.exhibit_id, how)).row
    return GreyPicture(int(size[1]), int(size[2]), pixels, row.made, row.number)


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
