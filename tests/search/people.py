"""Invented people for comparisons."""

from __future__ import annotations

from app.shapes.briefs import NameBrief, NumberBrief, PersonBrief, PlaceBrief
from models.vocabulary.partial_date import PartialDate
from models.vocabulary.people import IdentifierKind, Sex


def man(
    *names: str | NameBrief,
    born: str = "",
    sex: Sex = Sex.UNKNOWN,
    unit: str = "",
    birthplace: str = "",
    passport: str = "",
) -> PersonBrief:
    """Make a man by the names he goes by and what else is said of him."""
    return PersonBrief(
        names=tuple(NameBrief(full=n) if isinstance(n, str) else n for n in names),
        birth=PartialDate.parse_edtf(born, dob=True) if born else PartialDate.unknown(),
        sex=sex,
        units=(unit,) if unit else (),
        birth_place=PlaceBrief(names=(birthplace,) if birthplace else ()),
        numbers=(NumberBrief(IdentifierKind.PASSPORT, "AM", passport),) if passport else (),
    )


def parted(family: str, given: str, father: str = "", base: str = "") -> NameBrief:
    """Make a name whose parts a person has told apart."""
    return NameBrief(f"{family} {given} {father}".strip(), family, given, father, base)
