"""One form of a name made ready for comparison: its parts by their roles, whoever parted it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from app.search.fathers import father_of
from app.search.fold import fold
from app.search.keys import word_keys
from app.search.parts import ReadName, read_name
from app.shapes.briefs import NameBrief
from models.vocabulary.people import Sex

_LONGEST = 300
"""Letters of a name that are looked at; nobody is called more, but a file may hold anything."""
_GLUED_TER = re.compile(r"(?:տեր|тер|ter|der)(\w{6,})", re.IGNORECASE)
_TER = frozenset({"տեր", "тер", "ter", "der", "тэр"})


@dataclass(frozen=True, slots=True)
class NameForm:
    """The parts of one form; empty where it has none."""

    family: str
    given: str
    #: The father's name in the nominative; several where the form does not tell.
    fathers: tuple[str, ...]
    #: His name as the form writes it.
    father: str
    ter: bool
    #: The one word of a form that has no more, its role being anybody's guess.
    lone: str
    mixed: bool
    unknown_script: bool
    #: Of the child, where the form of the patronymic tells it: -ович, qızı.
    sex: Sex = Sex.UNKNOWN

    @property
    def says_nothing(self) -> bool:
        """Tell whether no part of a name is there."""
        return not (self.family or self.given or self.father)


@lru_cache(maxsize=65_536)
def form_of(name: NameBrief) -> NameForm:
    """Give the parts of a form: those a person gave, else those that can be read in it."""
    full = name.full[:_LONGEST]
    parted = bool(name.family or name.given)
    read = None if parted else read_name(full)
    if read is None:
        family, given, father = (
            part[:_LONGEST].strip() for part in (name.family, name.given, name.father)
        )
        fathers = (name.father_base[:_LONGEST],) if name.father_base else _fathers(father)
        text = f"{family} {given} {father}"
    else:
        family, given, father, fathers = read.family, read.given, read.father, read.father_bases
        text = full
    bare, ter = _without_ter(family, read)
    words = [part for part in (bare, given, father) if part]
    keys = [word_keys(word) for word in text.split()]
    return NameForm(
        family=bare,
        given=given,
        fathers=fathers,
        father=father,
        ter=ter,
        lone=words[0] if not parted and len(words) == 1 else "",
        mixed=any(word.mixed for word in keys),
        unknown_script=any(word.guessed for word in keys),
        sex=told.sex if (told := father_of(father)) is not None else Sex.UNKNOWN,
    )


@lru_cache(maxsize=16_384)
def _fathers(written: str) -> tuple[str, ...]:
    found = father_of(written)
    return () if found is None or found.initial else found.bases


def _without_ter(family: str, read: ReadName | None) -> tuple[str, bool]:
    """Part Ter- from a family name: some lists write it, some do not (domain.md 4.4)."""
    words = fold(family).split()
    if len(words) > 1 and words[0] in _TER:
        return family.replace("֊", "-").replace("-", " ").split(maxsplit=1)[-1], True
    glued = _GLUED_TER.fullmatch(family)
    if glued and any(key.endswith("yan") for key in word_keys(glued[1]).first):
        return f"{glued[1][0].upper()}{glued[1][1:]}", True
    return family, read is not None and any(fold(word) in _TER for word in read.particles)
