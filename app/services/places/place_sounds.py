"""Keeps every name of a place findable in any script, also after the tables of sounds grew."""

from __future__ import annotations

from sqlalchemy import bindparam, update

from app.db.unit_of_work import UnitOfWork
from app.queries.places import stale_names
from app.search.place_words import kept_sounds
from app.shapes.changes import Changes, Outcome
from models.places import PlaceName


def keep_places_findable(uow: UnitOfWork) -> Outcome[int]:
    """Compute anew how names sound where that was computed by an older program; says how many.

    Nothing anybody entered changes: the history tells nothing of it.
    """
    stale = stale_names(uow)
    table = PlaceName.metadata.tables[PlaceName.__tablename__]
    if stale:
        uow.session.execute(
            update(table).where(table.c.id == bindparam("of")).values(sounds=bindparam("so")),
            [{"of": name_id, "so": kept_sounds(name)} for name_id, name in stale],
            execution_options={"derived": True},
        )
    return Outcome(len(stale), Changes())
