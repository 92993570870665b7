"""Use cases on the office itself: its name on papers, the prefix of its numbers."""

from __future__ import annotations

from sqlalchemy import select

from app.db.unit_of_work import UnitOfWork
from app.errors import BadInput
from app.services.typed_text import line
from app.shapes.changes import Changes, Outcome
from app.shapes.office import CONTACT, Office
from models.desk import OfficeFact
from models.vocabulary.roles import Action

_LONGEST_PREFIX = 8


def name_office(uow: UnitOfWork, office: Office) -> Outcome[None]:
    """Keep what papers say of the office.

    Raises:
        NotAllowed; BadInput: a prefix that is not of letters and figures.
    """
    uow.doing(Action.MANAGE_STAFF, named="name_office")
    prefix = line(office.prefix, "prefix", limit=_LONGEST_PREFIX)
    if not prefix.isalnum() or not prefix.isascii():
        raise BadInput("prefix", "not_letters", value=prefix)
    facts = {
        "name_en": line(office.name_en, "office", limit=300),
        "name_hy": line(office.name_hy, "office", limit=300),
        "name_ru": line(office.name_ru, "office", limit=300),
        "prefix": prefix.upper(),
        "is_sample": "yes" if office.is_sample else "",
        **{key: line(getattr(office, key), "office", limit=300) for key in CONTACT},
    }
    kept = {fact.key: fact for fact in uow.session.scalars(select(OfficeFact))}
    for key, value in facts.items():
        if key in kept:
            kept[key].value = value
        else:
            uow.session.add(OfficeFact(key=key, value=value))
    return Outcome(None, Changes())
