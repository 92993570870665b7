"""Use cases on sources: who says things, and what ties a fact to them."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import select

from app.db.dialect import wait_for_numbering_turn
from app.db.unit_of_work import UnitOfWork
from app.errors import BadInput, NotFound
from app.search.fold import fold
from app.services.numbering import next_source_code
from app.services.permission import require
from app.services.typed_text import line, prose
from app.shapes.changes import Changes, Outcome
from app.shapes.requests.evidence import CiteFact, NewSource, SaidBy
from models.cases import Case
from models.events import Citation
from models.sources import Source
from models.vocabulary.accounts import PROTECTED_SOURCE_KINDS
from models.vocabulary.evidence import Credibility, Reliability
from models.vocabulary.roles import Action


def add_source(uow: UnitOfWork, request: NewSource) -> Outcome[UUID]:
    """Enter a source; people who could be harmed are confidential whether ticked or not.

    Raises:
        NotAllowed; BadInput: no title, or its code is taken.
    """
    uow.doing(Action.EDIT_SOURCE, named="add_source")
    source = _new_source(uow, request)
    return Outcome(source.id, Changes.of("sources", source.id))


def _new_source(uow: UnitOfWork, request: NewSource) -> Source:
    title = line(request.title, "source", limit=500)
    if not title:
        raise BadInput("source", "missing")
    confidential = request.confidential or request.kind in PROTECTED_SOURCE_KINDS
    code = line(request.code, "source_code", limit=40)
    if code:
        wait_for_numbering_turn(uow.session)
    if code and uow.session.scalar(select(Source.id).where(Source.code == code)):
        raise BadInput("source_code", "taken", value=code)
    source = Source(
        code=code or next_source_code(uow, confidential=confidential),
        kind=request.kind,
        title=title,
        title_hy=line(request.title_hy, "source", limit=500),
        title_ru=line(request.title_ru, "source", limit=500),
        confidential=confidential,
        sealed_name=line(request.sealed_name, "sealed_name", limit=500),
        contact=line(request.contact, "contact", limit=500),
        independence_group=line(request.independence_group, "independence_group", limit=100),
        url=line(request.url, "url", limit=1000),
        remark=prose(request.remark, "remark"),
    )
    # A confidential source is found by its code, never by its name (decisions.md, Data 8).
    shown = source.code if confidential else f"{source.code} {title} "
    if not confidential:
        shown += f"{source.title_hy} {source.title_ru}"
    source.search_key = fold(shown)
    uow.session.add(source)
    uow.session.flush()
    return source


def source_of(uow: UnitOfWork, said_by: SaidBy) -> Source:
    """Find the source that is meant, or enter the new one that is described.

    Raises:
        NotFound; BadInput.
    """
    return _source(uow, said_by.source)


def source_meant(uow: UnitOfWork, meant: UUID | NewSource | None) -> UUID | None:
    """Find the source an exhibit came from, or enter the new one, or none.

    Raises:
        NotFound; BadInput.
    """
    return None if meant is None else _source(uow, meant).id


def _source(uow: UnitOfWork, meant: UUID | NewSource) -> Source:
    if isinstance(meant, NewSource):
        require(uow, Action.EDIT_SOURCE)
        return _new_source(uow, meant)
    source = uow.session.get(Source, meant)
    if source is None:
        raise NotFound("sources", meant)
    return source


def require_grading(uow: UnitOfWork, said: SaidBy) -> None:
    """Ask for the right to grade where what is said carries another grade than F6.

    Raises:
        NotAllowed.
    """
    if (said.reliability, said.credibility) != (Reliability.F, Credibility.SIX):
        require(uow, Action.GRADE_SOURCE)


def cite_fact(uow: UnitOfWork, request: CiteFact) -> Outcome[UUID]:
    """Tie a fact of a case to a source; another value than ours stands beside it.

    Raises:
        NotAllowed: the case, or the grade, is not theirs to change; NotFound; BadInput.
    """
    uow.doing(Action.EDIT_CASE, named="cite_fact")
    uow.get(Case, request.case_id)
    said = request.said_by
    require_grading(uow, said)
    citation = Citation(
        case_id=request.case_id,
        subject_id=request.subject_id,
        field=line(request.field, "field", limit=60),
        source_id=source_of(uow, said).id,
        states=line(request.states, "states"),
        said=said.said,
        words=prose(said.words, "words"),
        locator=line(said.locator, "locator", limit=300),
        reliability=said.reliability,
        credibility=said.credibility,
    )
    uow.session.add(citation)
    return Outcome(citation.id, Changes.of("cases", request.case_id))
