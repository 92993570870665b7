"""What the machine thinks of two people by what was found (domain.md 4.2, 4.5); never an act."""

from __future__ import annotations

from app.search.findings import Findings
from app.search.part_levels import PartMatch
from app.search.scripts import script_of
from app.shapes.likeness import Verdict

_LIKELY = 0.5
_NOT_QUITE = frozenset({"turned", "slip", "near"})
_BORN_ALIKE = frozenset({"day", "year"})


def verdict_of(found: Findings, chance: float) -> Verdict:
    """Weigh what ties two people together against what keeps them apart.

    What keeps two men apart wins, whatever the sum of weights: sex, father and son, another
    father, another date of birth. Where something that only one man has speaks for one (an
    identity number; a whole date of birth beside a name), the two stand in conflict and a person
    has to look.
    """
    tied = _one_number(found)
    if found.sex == "differs" or found.names.mirror or found.birth == "apart":
        return Verdict.CONFLICT if tied else Verdict.DIFFERENT
    if not found.names.parts:
        return Verdict.CANDIDATE if tied else Verdict.DIFFERENT
    if any(part.level == "differs" for part in found.names.parts):
        return Verdict.CONFLICT if tied or is_all_but_one(found) else Verdict.DIFFERENT
    if only_weakly_alike(found):
        return Verdict.DIFFERENT
    if found.number is not None and not tied:
        return Verdict.CONFLICT
    return Verdict.SAME if chance >= _LIKELY and _is_plain(found) else Verdict.CANDIDATE


def is_all_but_one(found: Findings) -> bool:
    """Tell whether the whole date of birth and all parts of the name agree but one.

    Twins, a nickname that no table knows, a wife's name, a father's name in two versions: a person
    has to look. Where no father is known, a family name and a day are enough; a given name is not.
    """
    parts = found.names.parts
    close = sum(part.is_close for part in parts)
    enough = 2 if found.names.father is not None or not _is_close(found.names.family) else 1
    return found.birth == "day" and close >= enough and close == len(parts) - 1


def brothers_perhaps(found: Findings) -> bool:
    """Tell whether family and father agree while the given names are two."""
    names = found.names
    if not (_is_close(names.family) and _is_close(names.father)) or names.given is None:
        return False
    level = found.level("given")
    one_script = script_of(names.given.a) is script_of(names.given.b)
    return level in {"differs", "weak"} or (level == "vowels" and one_script)


def _one_number(found: Findings) -> bool:
    return found.number is not None and found.number.level == "same"


def only_weakly_alike(found: Findings) -> bool:
    """Tell whether a part agrees so weakly that something else would have to agree too."""
    names = found.names
    if not any(part.level == "weak" for part in names.parts):
        return False
    others = (found.number, found.unit, found.birthplace)
    helped = any(other is not None and other.level == "same" for other in others)
    return not (helped or found.birth in _BORN_ALIKE or _is_close(names.father))


def _is_plain(found: Findings) -> bool:
    """Tell whether nothing in the agreement asks for a second look."""
    names = found.names
    if names.family is None or names.given is None or names.ter or names.reordered:
        return False
    if names.family.is_half:
        return False
    surely = names.given.level in {"same", "near"} and names.family.agrees
    father = names.father is None or names.father.is_close
    return surely and father and found.birth not in _NOT_QUITE


def _is_close(part: PartMatch | None) -> bool:
    return part is not None and part.is_close
