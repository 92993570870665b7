"""Finds what an accounting sheet is asked for by the name a person typed."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import or_, select

from app.db.unit_of_work import Reader
from app.errors import BadInput, NotFound
from app.search.fold import fold
from models.incidents import Incident, Unit
from models.vocabulary.roles import Action


def incident_numbered(reader: Reader, number: str) -> UUID:
    """Find an incident by its number.

    Raises:
        NotAllowed; NotFound.
    """
    reader.allow(Action.READ_CASES)
    found = reader.session.scalar(select(Incident.id).where(Incident.number == number.strip()))
    if found is None:
        raise NotFound("incidents", number)
    return found


def unit_named(reader: Reader, name: str) -> UUID:
    """Find a unit by its name in any language, or by a part of it that only one bears.

    Raises:
        NotAllowed; NotFound; BadInput: several units bear the words.
    """
    reader.allow(Action.READ_CASES)
    said = name.strip()
    exact = or_(Unit.name == said, Unit.name_hy == said, Unit.name_ru == said)
    found = reader.session.scalars(select(Unit.id).where(exact).limit(2)).all()
    if not found:
        part = Unit.search_key.contains(fold(said), autoescape=True)
        found = reader.session.scalars(select(Unit.id).where(part).limit(2)).all()
    if not found:
        raise NotFound("units", name)
    if len(found) > 1:
        raise BadInput("unit", "several_bear_it", value=said)
    return found[0]
