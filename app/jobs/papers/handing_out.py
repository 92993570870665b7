"""Lets issued copies leave the register, each once, and keeps them in a man's file as exhibits."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

from app.clock import OFFICE_ZONE
from app.db.unit_of_work import Reader
from app.jobs.exhibits.intake import Pasted, take_in
from app.jobs.papers.leaving_files import LeavingFiles
from app.queries.papers.disclosures import disclosure
from app.queries.papers.kept_papers import answers_a_request, kept_copy
from app.sandbox.calls import lock_pdf
from app.services.papers.disclosures import note_answer_handed_out, note_handed_out
from app.shapes.disclosures import DisclosureLine
from app.shapes.requests.exhibits import ExhibitFacts, LinkTo
from app.workspace import Workspace
from models.vocabulary.deeds import ReadKind
from models.vocabulary.exhibits import ExhibitKind, ReceivedBy
from models.vocabulary.partial_date import PartialDate


def save_copy(  # nosec B107  # empty means: not locked
    workspace: Workspace, copy_id: UUID, out: Path, passphrase: str = "", *, fresh: bool = False
) -> None:
    """Write the file of a copy that has not left yet, locked where a passphrase is given.

    `fresh`: a reprint that was just made, which is noted as handed out with its making.

    Raises:
        NotAllowed; NotFound; BadInput: it has left already; PassphraseRefused; DiskFull; OSError:
        the folder cannot be written. Nothing is noted then, and nothing written.
    """
    content = workspace.read(lambda reader: kept_copy(reader, copy_id, ReadKind.EXPORTED))
    if passphrase:
        content = lock_pdf(content, passphrase)
    with LeavingFiles() as files:
        files.write(out, content)
        if not fresh:
            _note_left(workspace, copy_id)
        files.release()


def note_copy_leaves(
    workspace: Workspace, copy_id: UUID, how: ReadKind, *, fresh: bool = False
) -> bytes:
    """Note that a copy leaves on a printer, which holds it until then; give its bytes.

    Raises:
        NotAllowed; NotFound; BadInput: it has left already.
    """
    content = workspace.read(lambda reader: kept_copy(reader, copy_id, how))
    if not fresh:
        _note_left(workspace, copy_id)
    return content


def attach_copy(workspace: Workspace, copy_id: UUID) -> tuple[str, ...]:
    """Take an issued copy in as an exhibit of every man on it; gives its number.

    Raises:
        NotAllowed; NotFound; AlreadyKept: it is an exhibit already; DiskFull, ReadOnlyVault.
    """

    def read(reader: Reader) -> tuple[DisclosureLine, bytes]:
        return disclosure(reader, copy_id), kept_copy(reader, copy_id)

    line, content = workspace.read(read)
    day = PartialDate.unknown()
    if line.issued_at is not None:
        issued = line.issued_at.astimezone(OFFICE_ZONE).date()
        day = PartialDate.parse_edtf(issued.isoformat())
    facts = ExhibitFacts(
        kind=ExhibitKind.DOCUMENT,
        title=line.number,
        origin=line.number,
        received_by=ReceivedBy.UNKNOWN,
        made=day,
        description=line.purpose,
    )
    links = tuple(LinkTo(case_id=man.case_id) for man in line.men)
    taken = take_in(workspace, Pasted(content, f"{line.number}.pdf"), facts, links)
    return (taken.number,)


def _note_left(workspace: Workspace, copy_id: UUID) -> None:
    """Note that a copy left: whoever may issue such a paper may let it go."""
    answer = workspace.read(lambda reader: answers_a_request(reader, copy_id))
    note = note_answer_handed_out if answer else note_handed_out
    workspace.write(lambda uow: note(uow, copy_id))
