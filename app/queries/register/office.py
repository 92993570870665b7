"""Reads what papers and headers say of the office."""

from __future__ import annotations

from sqlalchemy import select

from app.db.unit_of_work import Reader
from app.shapes.office import CONTACT, Office
from models.desk import OfficeFact


def office(reader: Reader) -> Office:
    """Read the office's names, number prefix and sample mark."""
    facts = dict(reader.session.execute(select(OfficeFact.key, OfficeFact.value)).all())
    return Office(
        name_en=facts.get("name_en", ""),
        name_hy=facts.get("name_hy", ""),
        name_ru=facts.get("name_ru", ""),
        prefix=facts.get("prefix", "") or "HRD",
        is_sample=bool(facts.get("is_sample")),
        **{key: facts.get(key, "") for key in CONTACT},
    )
