"""Reads sources and units for the pickers."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import ColumnElement, or_, select

from app.db.unit_of_work import Reader
from app.search.fold import fold
from app.shapes.case_file import SourceView
from models.cases import Case
from models.claims import Claim
from models.events import Assertion, Citation
from models.incidents import Unit
from models.sources import Source
from models.vocabulary.roles import Action


def source_view(row: Source) -> SourceView:
    """Give a source as it may be shown: a confidential one by code and category only."""
    return SourceView(
        id=row.id,
        code=row.code,
        kind=row.kind,
        title=row.code if row.confidential else row.title,
        title_hy="" if row.confidential else row.title_hy,
        title_ru="" if row.confidential else row.title_ru,
        confidential=row.confidential,
        independence_group="" if row.confidential else row.independence_group,
    )


def find_sources(
    reader: Reader, text: str, limit: int = 12, *, of: UUID | None = None
) -> tuple[SourceView, ...]:
    """Find sources by code or title; a confidential one by its code alone.

    Those that speak in the case `of` come first: there is a mother in every file.

    One that speaks of nobody but of men whose cases lie in the bin lies there with them.

    Raises:
        NotAllowed.
    """
    reader.allow(Action.READ_CASES)
    wanted = fold(text)
    query = select(Source).where(sources_kept()).limit(limit)
    if of is not None:
        spoke = select(Assertion.source_id).where(Assertion.case_id == of)
        query = query.order_by(Source.id.not_in(spoke))
    query = query.order_by(Source.code)
    if wanted:
        query = query.where(Source.search_key.contains(wanted, autoescape=True))
    return tuple(source_view(row) for row in reader.session.scalars(query))


def sources_kept() -> ColumnElement[bool]:
    """Give the condition that leaves out sources that speak of nobody but of men in the bin."""
    in_bin = [
        select(kind.source_id)
        .join(Case, Case.id == kind.case_id)
        .where(Case.removed_at.is_not(None))
        for kind in (Assertion, Citation)
    ]
    elsewhere = [
        select(kind.id)
        .join(Case, Case.id == kind.case_id)
        .where(kind.source_id == Source.id, Case.removed_at.is_(None))
        .exists()
        for kind in (Assertion, Citation)
    ]
    claimed = select(Claim.id).where(Claim.source_id == Source.id).exists()
    speaks_of_the_bin = or_(*(Source.id.in_(some) for some in in_bin))
    return or_(~speaks_of_the_bin, *elsewhere, claimed)


def find_units(reader: Reader, text: str, limit: int = 12) -> tuple[tuple[UUID, str], ...]:
    """Find units by name: id and name as entered.

    Raises:
        NotAllowed.
    """
    reader.allow(Action.READ_CASES)
    query = select(Unit).order_by(Unit.name).limit(limit)
    if wanted := fold(text):
        query = query.where(Unit.search_key.contains(wanted, autoescape=True))
    return tuple((row.id, row.name) for row in reader.session.scalars(query))
