"""Use cases on exhibits: taken in, described, linked, made into others, removed, restored."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import select, update

from app.db.unit_of_work import UnitOfWork
from app.errors import AlreadyKept, BadInput
from app.queries.limited_access import exhibits_open_to
from app.services.exhibits.rows import (
    exhibit_meant,
    keep_blob,
    link,
    new_exhibit,
    note_step,
    write_facts,
)
from app.services.typed_text import line, reason
from app.shapes.changes import Changes, Outcome
from app.shapes.requests.exhibits import (
    ChangeExhibit,
    DeriveExhibit,
    ExhibitFacts,
    KeepMade,
    LinkExhibit,
    LinkTo,
    RemoveExhibit,
    RestoreExhibit,
    TakeInExhibit,
    TakenIn,
    UnlinkExhibit,
)
from models.exhibits import Exhibit, ExhibitLink
from models.vocabulary.exhibits import CustodyAction, Shown
from models.vocabulary.roles import Action


def take_in_exhibit(uow: UnitOfWork, request: TakeInExhibit) -> Outcome[TakenIn]:
    """Take a kept file in as an exhibit, with its number and the first step of its custody log.

    Raises:
        NotAllowed; NotFound; AlreadyKept: the same bytes are an exhibit already, and nobody said
        that they are wanted twice; BadInput: nobody said where it came from, nor that it is
        unknown.
    """
    uow.doing(Action.ADD_EXHIBIT, named="take_in_exhibit")
    if not request.twice:
        _refuse_known(uow, request.kept.sha256)
    exhibit = new_exhibit(uow, request.kept, request.file_name, request.media_type, request.facts)
    exhibit.warnings = ",".join(request.warnings)
    for to in request.links:
        link(uow, exhibit, to)
    note_step(uow, exhibit, CustodyAction.INGESTED, from_whom=exhibit.origin[:500])
    taken = TakenIn(exhibit.id, exhibit.number, exhibit.sha256)
    return Outcome(taken, _touched(exhibit))


def _refuse_known(uow: UnitOfWork, sha256: str) -> None:
    known = uow.session.execute(
        select(Exhibit.number, Exhibit.id)
        .where(Exhibit.sha256 == sha256, exhibits_open_to(uow))
        .order_by(Exhibit.number)
    ).all()
    if known:
        raise AlreadyKept(tuple(row.number for row in known), tuple(row.id for row in known))


def change_exhibit(uow: UnitOfWork, request: ChangeExhibit) -> Outcome[None]:
    """Save what is known of an exhibit.

    Raises:
        NotAllowed; NotFound; BadInput; CaseChangedMeanwhile.
    """
    uow.doing(Action.ADD_EXHIBIT, named="change_exhibit")
    exhibit = exhibit_meant(uow, request.exhibit_id, request.version)
    write_facts(uow, exhibit, request.facts)
    uow.because(line(request.reason, "reason", limit=500))
    return Outcome(None, _touched(exhibit))


def link_exhibit(uow: UnitOfWork, request: LinkExhibit) -> Outcome[UUID]:
    """Tie an exhibit to one more case, event or incident.

    Raises:
        NotAllowed; NotFound; BadInput: tied already.
    """
    uow.doing(Action.ADD_EXHIBIT, named="link_exhibit")
    exhibit = exhibit_meant(uow, request.exhibit_id)
    made = link(uow, exhibit, request.to)
    return Outcome(made.id, _touched(exhibit))


def unlink_exhibit(uow: UnitOfWork, request: UnlinkExhibit) -> Outcome[None]:
    """Untie an exhibit from a case, an event or an incident.

    Raises:
        NotAllowed; NotFound; CaseChangedMeanwhile.
    """
    uow.doing(Action.ADD_EXHIBIT, named="unlink_exhibit")
    found = uow.get(ExhibitLink, request.link_id, request.version)
    exhibit = exhibit_meant(uow, found.exhibit_id)
    touched = _touched(exhibit)
    uow.because(line(request.reason, "reason", limit=500))
    uow.session.delete(found)
    uow.session.flush()
    uow.session.expire(exhibit, ["links"])
    return Outcome(None, touched)


def derive_exhibit(uow: UnitOfWork, request: DeriveExhibit) -> Outcome[TakenIn]:
    """Keep what was made from an exhibit as an exhibit of its own, tied as the first one is.

    Raises:
        NotAllowed; NotFound; BadInput: it does not say what was done.
    """
    uow.doing(Action.ADD_EXHIBIT, named="derive_exhibit")
    made = derived(uow, request)
    return Outcome(TakenIn(made.id, made.number, made.sha256), _touched(made))


def derived(uow: UnitOfWork, request: DeriveExhibit) -> Exhibit:
    """Write what was made from an exhibit. Raises NotFound, BadInput."""
    first = exhibit_meant(uow, request.from_id)
    transform = line(request.transform, "transform", limit=300)
    if not transform:
        raise BadInput("transform", "missing")
    facts = ExhibitFacts(
        kind=request.kind or first.kind,
        title=request.title or first.title,
        origin=first.origin,
        origin_unknown=not first.origin,
        received_by=first.received_by,
        received=first.received,
        made=first.made,
        source=first.source_id,
        url=first.url,
        url_archived=first.url_archived,
        uploader=first.uploader,
        shows=shown_of(first.shows),
    )
    made = new_exhibit(uow, request.kept, request.file_name, request.media_type, facts)
    made.derived_from_id = first.id
    made.transform = transform
    for one in first.links:
        case_id = one.case_id if one.event_id is None else None
        link(uow, made, LinkTo(case_id, one.event_id, one.incident_id, one.remark))
    note_step(uow, first, CustodyAction.TRANSFORMED, to_whom=made.number, reason=transform)
    note_step(uow, made, CustodyAction.INGESTED, from_whom=first.number, reason=transform)
    return made


def remove_exhibit(uow: UnitOfWork, request: RemoveExhibit) -> Outcome[None]:
    """Put an exhibit into the bin with a reason; its files, links and log stay as they are (R-13).

    Raises:
        NotAllowed; NotFound; BadInput: no reason, or in the bin already; CaseChangedMeanwhile.
    """
    uow.doing(Action.WITHDRAW, named="remove_exhibit")
    exhibit = exhibit_meant(uow, request.exhibit_id, request.version)
    if exhibit.removed_at is not None:
        raise BadInput("exhibit", "already_gone")
    exhibit.removed_reason = reason(request.reason)
    exhibit.removed_at = uow.clock.now()
    uow.because(exhibit.removed_reason)
    return Outcome(None, _touched(exhibit))


def restore_exhibit(uow: UnitOfWork, request: RestoreExhibit) -> Outcome[None]:
    """Take an exhibit out of the bin again, as it was.

    Raises:
        NotAllowed; NotFound; BadInput: it is not in the bin; CaseChangedMeanwhile.
    """
    uow.doing(Action.WITHDRAW, named="restore_exhibit")
    exhibit = exhibit_meant(uow, request.exhibit_id, request.version)
    if exhibit.removed_at is None:
        raise BadInput("exhibit", "not_removed")
    exhibit.removed_at = None
    exhibit.removed_reason = ""
    uow.because(line(request.reason, "reason", limit=500))
    return Outcome(None, _touched(exhibit))


def keep_made(uow: UnitOfWork, request: KeepMade) -> Outcome[None]:
    """Keep what the sandbox made of an exhibit, or why it could make nothing.

    Not an entry of the history: it can be made again from the original at any time.

    Raises:
        NotAllowed; NotFound.
    """
    uow.doing(Action.ADD_EXHIBIT, named="keep_made")
    exhibit = exhibit_meant(uow, request.exhibit_id)
    for one in request.made:
        keep_blob(uow, exhibit.id, one.kind, one.kept, one.media_type)
    # Past the session: whoever edits the exhibit meanwhile must not find it changed.
    uow.session.execute(
        update(Exhibit).where(Exhibit.id == exhibit.id).values(no_picture=request.no_picture),
        execution_options={"derived": True, "synchronize_session": False},
    )
    return Outcome(None, Changes.of("exhibits", exhibit.id))


def shown_of(kept: str) -> frozenset[Shown]:
    """Read the codes of what can be seen in an exhibit."""
    return frozenset(Shown(code) for code in kept.split(",") if code)


def _touched(exhibit: Exhibit) -> Changes:
    cases = Changes.of("cases", *exhibit.history_case_ids())
    return Changes.of("exhibits", exhibit.id) | cases
