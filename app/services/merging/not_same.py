"""Use cases: a person decides that two files are two men, and the machine does not ask again."""

from __future__ import annotations

from uuid import UUID

from app.db.unit_of_work import UnitOfWork
from app.errors import BadInput, NotFound
from app.queries.merged import not_same, refuse_merged_in
from app.services.typed_text import line
from app.shapes.changes import Changes, Outcome
from app.shapes.requests.merging import MarkNotSame, UnmarkNotSame
from models.cases import Case
from models.merges import NotSame
from models.vocabulary.roles import Action


def mark_not_same(uow: UnitOfWork, request: MarkNotSame) -> Outcome[UUID]:
    """Remember that two files are two men.

    Raises:
        NotAllowed; NotFound; BadInput: it is one file, or it was decided already; CaseMerged.
    """
    uow.doing(Action.EDIT_CASE, named="mark_not_same")
    both = (request.first_id, request.second_id)
    for case_id in both:
        uow.get(Case, case_id)
    refuse_merged_in(uow.session, both)
    why = line(request.reason, "reason", limit=500)
    uow.because(why)
    if not_same(uow.session, *both) is not None:
        raise BadInput("case", "two_men_already")
    decision = remember_two_men(uow, *both, why)
    return Outcome(decision.id, Changes.of("cases", *both))


def unmark_not_same(uow: UnitOfWork, request: UnmarkNotSame) -> Outcome[None]:
    """Take back that two files are two men; it is open again.

    Raises:
        NotAllowed; NotFound: nobody decided it.
    """
    uow.doing(Action.EDIT_CASE, named="unmark_not_same")
    decision = not_same(uow.session, request.first_id, request.second_id)
    if decision is None:
        raise NotFound("not_same", request.first_id)
    uow.because(line(request.reason, "reason", limit=500))
    uow.session.delete(decision)
    return Outcome(None, Changes.of("cases", request.first_id, request.second_id))


def remember_two_men(uow: UnitOfWork, first_id: UUID, second_id: UUID, why: str) -> NotSame:
    """Enter the decision; the smaller id stands first.

    Raises:
        BadInput: it is one file.
    """
    if first_id == second_id:
        raise BadInput("case", "one_file")
    one, other = sorted((first_id, second_id))
    decision = NotSame(first_id=one, second_id=other, reason=why)
    uow.session.add(decision)
    return decision
