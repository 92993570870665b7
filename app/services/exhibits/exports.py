"""Use cases: write down that something left the register, before it has its name outside."""

from __future__ import annotations

from sqlalchemy import select

from app.db.unit_of_work import UnitOfWork
from app.queries.register.second_person import second_person
from app.services.exhibits.rows import exhibit_meant, note_step
from app.services.permission import require
from app.shapes.changes import Changes, Outcome
from app.shapes.requests.exports import NoteExport
from models.desk import OfficeFact
from models.vocabulary.exhibits import CustodyAction
from models.vocabulary.roles import Action

LAST_EXPORT = "export.last"


def note_export(uow: UnitOfWork, told: NoteExport) -> Outcome[None]:
    """Note what goes out, in the history and in the custody log of each original that goes along.

    Raises:
        NotAllowed; NotFound; BadInput: no second person agrees (R-51).
    """
    uow.doing(Action.EXPORT_REGISTER, named="export_register")
    _remember(uow, told)
    for exhibit_id in told.exhibits:
        exhibit = exhibit_meant(uow, exhibit_id)
        note_step(uow, exhibit, CustodyAction.EXPORTED, reason=told.reason)
    return Outcome(None, Changes.of("exhibits", *told.exhibits))


def note_publication(uow: UnitOfWork, told: NoteExport) -> Outcome[None]:
    """Note how many men are published.

    Raises:
        NotAllowed; BadInput: no second person agrees (R-51).
    """
    uow.doing(Action.APPROVE_DISCLOSURE, named="publish_people")
    require(uow, Action.EXPORT_REGISTER)
    _remember(uow, told)
    return Outcome(None, Changes())


def _remember(uow: UnitOfWork, told: NoteExport) -> None:
    second = second_person(uow, told.approved_by)
    uow.because(" · ".join(filter(None, (told.reason, told.recipient, second))))
    moment = uow.clock.now().isoformat(timespec="seconds")
    value = f"{moment} {told.form} {told.people} {told.rows}"
    fact = uow.session.scalar(select(OfficeFact).where(OfficeFact.key == LAST_EXPORT))
    if fact is None:
        uow.session.add(OfficeFact(key=LAST_EXPORT, value=value))
    else:
        fact.value = value
