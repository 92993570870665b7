"""Says whether what men are found by was built by this program."""

from __future__ import annotations

from sqlalchemy import select

from app.db.unit_of_work import Reader, UnitOfWork
from app.search.brief_text import is_current
from models.cases import CaseLine
from models.finding import CaseBrief, FoundThing
from models.places import Place


def index_is_stale(reader: Reader | UnitOfWork) -> bool:
    """Say whether people cannot be found as they should: built by an older program, or never."""
    some = reader.session.scalar(select(CaseBrief.brief).limit(1))
    if some is not None:
        return not is_current(some)
    if reader.session.scalar(select(CaseLine.row).limit(1)) is not None:
        return True
    found = reader.session.scalar(select(FoundThing.row).limit(1))
    return found is None and reader.session.scalar(select(Place.id).limit(1)) is not None
