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
from app.queries.exhibits.paper_portraits import PaperPortrait, paper_portraits
from app.services.exhibits.custody import note_custody
from app.shapes.case_report import GreyPicture
from app.shapes.kept_files import KeptFile
from app.shapes.requests.exhibits import NoteCustody
from app.workspace import Workspace
from models.vocabulary.deeds import ReadKind
from models.vocabulary.exhibits import CustodyAction
from models.vocabulary.partial_date import PartialDate

_SIZE = re.compile(rf"{re.escape(GREY)};width=(\d+);height=(\d+)")


@dataclass(frozen=True, slots=True)
class KeptPortrait:
    """A portrait for paper as it lies in the evidence, and what is said of it.

    `shown` are the cases of which whoever sees it is shown something.
    """

    kept: KeptFile
    width: int
    height: int
    made: PartialDate
    number: str
    shown: frozenset[UUID]


def printed_portrait(
    workspace: Workspace, case_id: UUID, how: ReadKind = ReadKind.PRINTED
) -> GreyPicture | None:
    """Give the portrait of a man for paper; None where he has none.

    `how` goes into the log of readings.

    Raises:
        NotAllowed; DamagedEvidence.
    """

    def read(reader: Reader) -> KeptPortrait | None:
        found = kept_portraits(reader, [case_id]).get(case_id)
        if found is not None:
            reader.shows(how, found.shown)
        return found

    found = workspace.read(read)
    return None if found is None else grey_portrait(workspace, found)


def kept_portraits(reader: Reader, case_ids: Sequence[UUID]) -> dict[UUID, KeptPortrait]:
    """Find the portraits for paper of those men who have one.

    Whoever calls says by `reader.shows` how each is shown, once it is.

    Raises:
        NotAllowed; DamagedEvidence: nobody wrote down how large one is.
    """
    found = paper_portraits(reader, case_ids)
    return {case_id: _kept(portrait) for case_id, portrait in found.items()}


def _kept(found: PaperPortrait) -> KeptPortrait:
    blob = found.blob
    size = _SIZE.fullmatch(blob.media_type)
    if size is None:
        raise DamagedEvidence(blob.kept.id, "altered")
    return KeptPortrait(
        blob.kept, int(size[1]), int(size[2]), found.made, found.number, found.shown
    )


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
        found = paper_portraits(reader, [case_id for case_id, _ in cases])
        for portrait in found.values():
            reader.shows(how, portrait.shown)
        return [
            NoteCustody(found[case_id].blob.exhibit_id, reason=number)
            for case_id, number in cases
            if case_id in found
        ]

    if cases and (steps := workspace.read(read)):
        with contextlib.suppress(ReadOnlyVault):  # where only reading is possible, so is printing
            workspace.write(lambda uow: note_custody(uow, CustodyAction.PRINTED, steps))
