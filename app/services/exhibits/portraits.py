"""Use cases on the picture that stands for a man on screen and paper."""

from __future__ import annotations

from sqlalchemy import select

from app.db.unit_of_work import UnitOfWork
from app.errors import BadInput
from app.services.exhibits.exhibits import derived
from app.services.exhibits.rows import exhibit_meant, keep_blob, link, note_step
from app.services.typed_text import line
from app.shapes.changes import Changes, Outcome
from app.shapes.requests.exhibits import LinkTo, MarkPortrait, TakenIn, TakePortraitAway
from models.exhibits import ExhibitLink
from models.people import Person
from models.vocabulary.exhibits import BlobKind, CustodyAction
from models.vocabulary.roles import Action


def mark_portrait(uow: UnitOfWork, request: MarkPortrait) -> Outcome[TakenIn]:
    """Let an exhibit, or a part of it kept as one of its own, stand for a man.

    It is tied to his case if it was not. Only the picture encoded anew is ever shown (R-50).

    Raises:
        NotAllowed; NotFound; BadInput: it is in the bin.
    """
    uow.doing(Action.EDIT_CASE, named="mark_portrait")
    person = uow.get(Person, request.case_id)
    exhibit = exhibit_meant(uow, request.exhibit_id)
    if exhibit.removed_at is not None:
        raise BadInput("exhibit", "already_gone")
    if request.cropped is not None:
        exhibit = derived(uow, request.cropped)
    tied = select(ExhibitLink.id).where(
        ExhibitLink.exhibit_id == exhibit.id, ExhibitLink.case_id == person.id
    )
    if uow.session.scalar(tied.limit(1)) is None:
        link(uow, exhibit, LinkTo(case_id=person.id))
    keep_blob(uow, exhibit.id, BlobKind.PORTRAIT, request.kept, request.media_type)
    keep_blob(uow, exhibit.id, BlobKind.PAPER, request.paper, request.paper_type)
    note_step(uow, exhibit, CustodyAction.COPIED, reason=BlobKind.PORTRAIT)
    person.portrait_id = exhibit.id
    touched = Changes.of("cases", person.id) | Changes.of("exhibits", exhibit.id)
    return Outcome(TakenIn(exhibit.id, exhibit.number, exhibit.sha256), touched)


def take_portrait_away(uow: UnitOfWork, request: TakePortraitAway) -> Outcome[None]:
    """Let no picture stand for a man any more.

    Raises:
        NotAllowed; NotFound; BadInput: there is none.
    """
    uow.doing(Action.EDIT_CASE, named="take_portrait_away")
    person = uow.get(Person, request.case_id)
    if person.portrait_id is None:
        raise BadInput("portrait", "missing")
    former, person.portrait_id = person.portrait_id, None
    uow.because(line(request.reason, "reason", limit=500))
    return Outcome(None, Changes.of("cases", person.id) | Changes.of("exhibits", former))
