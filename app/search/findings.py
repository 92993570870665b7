"""On which level every field of two people lands: what weights, verdict and reasons go by."""

from __future__ import annotations

from dataclasses import dataclass

from app.search.birth_levels import birth_level
from app.search.fact_levels import FactMatch, number_match, place_match, sex_level, unit_match
from app.search.name_forms import NameForm, form_of
from app.search.name_levels import NameMatch, names_match
from app.search.part_levels import PartMatch
from app.search.weights import Pattern
from app.shapes.briefs import PersonBrief
from models.vocabulary.people import Sex

#: The fields of a person in the order of `resources/matching/weights.toml`.
FIELDS = (
    "family", "given", "father", "birth", "sex", "number", "unit", "birthplace", "home",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Findings:
    """What was found where two people were held against each other; None where one is silent."""

    names: NameMatch
    birth: str | None
    sex: str | None
    number: FactMatch | None
    unit: FactMatch | None
    birthplace: FactMatch | None
    home: FactMatch | None

    def level(self, field: str) -> str | None:
        """Name the level of a field."""
        match field:
            case "family":
                return self._family()
            case "given":
                return _given_level(self.names.given or self.names.lone)
            case "father":
                return _given_level(self.names.father)
            case "birth":
                return self.birth
            case "sex":
                return self.sex
            case _:
                facts = {
                    "number": self.number,
                    "unit": self.unit,
                    "birthplace": self.birthplace,
                    "home": self.home,
                }
                found = facts[field]
                return None if found is None else found.level

    @property
    def pattern(self) -> Pattern:
        """Give the levels of all fields, as `weights.estimate` counts them."""
        return tuple(map(self.level, FIELDS))

    @property
    def is_of_two_words(self) -> bool:
        """Tell whether one word on either side is all there is to go by."""
        known = [level for level in self.pattern if level is not None]
        return self.names.is_lone_on_both_sides and len(known) == 1

    def _family(self) -> str | None:
        family = self.names.family
        if family is not None and family.agrees:
            if self.names.reordered:
                return "order"
            if self.names.ter or family.is_half:
                return "partly"
        return _level(family)


def findings(a: PersonBrief, b: PersonBrief) -> Findings:
    """Hold two people against each other, field by field."""
    ours, theirs = _forms(a), _forms(b)
    return Findings(
        names=names_match(ours, theirs),
        birth=birth_level(a.birth, b.birth),
        sex=sex_level(_sex(a, ours), _sex(b, theirs)),
        number=number_match(a, b),
        unit=unit_match(a, b),
        birthplace=place_match(a.birth_place, b.birth_place),
        home=place_match(a.home_place, b.home_place),
    )


def _forms(person: PersonBrief) -> list[NameForm]:
    return [form for name in person.names if not (form := form_of(name)).says_nothing]


def _sex(person: PersonBrief, forms: list[NameForm]) -> Sex:
    """Give the sex that was recorded, else the one that all patronymics tell."""
    if person.sex is not Sex.UNKNOWN:
        return person.sex
    told = {form.sex for form in forms} - {Sex.UNKNOWN}
    return told.pop() if len(told) == 1 else Sex.UNKNOWN


def _given_level(part: PartMatch | None) -> str | None:
    """Name the level; a vowel tells two given names apart, but two spellings of a family name."""
    vowels = part is not None and part.level == "loose" and part.vowels_differ
    return "vowels" if vowels else _level(part)


def _level(part: PartMatch | None) -> str | None:
    return None if part is None else part.level
