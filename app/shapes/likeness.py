"""How like two people are: what the comparison hands to screens, papers and the command line."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Verdict(StrEnum):
    """What the machine thinks of two people; a person decides, always."""

    #: All that is known agrees, and enough is known.
    SAME = "same"
    #: Worth a look: something is loose, missing or only nearly right.
    CANDIDATE = "candidate"
    #: What ties them together and what keeps them apart are both strong.
    CONFLICT = "conflict"
    DIFFERENT = "different"


class ReasonCode(StrEnum):
    """Why two people are held to be alike or not; `app/wording/likeness.py` says each."""

    FAMILY_SAME = "family_same"
    FAMILY_SCRIPT = "family_script"
    FAMILY_SPELLING = "family_spelling"
    FAMILY_LOOSE = "family_loose"
    FAMILY_WEAK = "family_weak"
    FAMILY_INITIAL = "family_initial"
    FAMILY_TER = "family_ter"
    FAMILY_HALF = "family_half"
    FAMILY_RARE = "family_rare"
    FAMILY_DIFFERS = "family_differs"
    GIVEN_SAME = "given_same"
    GIVEN_SCRIPT = "given_script"
    GIVEN_SPELLING = "given_spelling"
    GIVEN_LOOSE = "given_loose"
    GIVEN_WEAK = "given_weak"
    GIVEN_INITIAL = "given_initial"
    GIVEN_RARE = "given_rare"
    GIVEN_DIFFERS = "given_differs"
    FATHER_SAME = "father_same"
    FATHER_SCRIPT = "father_script"
    FATHER_SPELLING = "father_spelling"
    FATHER_LOOSE = "father_loose"
    FATHER_WEAK = "father_weak"
    FATHER_INITIAL = "father_initial"
    FATHER_UNKNOWN = "father_unknown"
    FATHER_DIFFERS = "father_differs"
    WORD_SAME = "word_same"
    WORD_SCRIPT = "word_script"
    WORD_SPELLING = "word_spelling"
    WORD_LOOSE = "word_loose"
    WORD_WEAK = "word_weak"
    WORD_INITIAL = "word_initial"
    WORD_DIFFERS = "word_differs"
    MIRROR = "mirror"
    BROTHERS = "brothers"
    TWINS = "twins"
    RENAMED = "renamed"
    ORDER = "order"
    MIXED_LETTERS = "mixed_letters"
    UNKNOWN_SCRIPT = "unknown_script"
    NO_NAME = "no_name"
    BORN_DAY = "born_day"
    BORN_TURNED = "born_turned"
    BORN_SLIP = "born_slip"
    BORN_YEAR = "born_year"
    BORN_OVERLAP = "born_overlap"
    BORN_NEAR = "born_near"
    BORN_APART = "born_apart"
    SEX_DIFFERS = "sex_differs"
    NUMBER_SAME = "number_same"
    NUMBER_DIFFERS = "number_differs"
    UNIT_SAME = "unit_same"
    UNIT_DIFFERS = "unit_differs"
    BIRTHPLACE_SAME = "birthplace_same"
    BIRTHPLACE_DIFFERS = "birthplace_differs"
    HOME_SAME = "home_same"
    HOME_DIFFERS = "home_differs"


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason with the words it speaks of, as they were written on either side.

    Dates stand in `a` and `b` as EDTF. `bits` says how much it weighs: positive speaks for one
    man, negative against, log2 of how much likelier it is for one man than for two.
    """

    code: ReasonCode
    a: str = ""
    b: str = ""
    count: int = 0
    bits: float = 0.0


@dataclass(frozen=True, slots=True)
class Comparison:
    """What came of putting two people side by side.

    `score` lies between 0 and 1; `tier` is that of the worst name part needed, 1 to 4 (domain.md
    4.5), None where one does not agree at all. `reasons` come in the order in which a person
    would tell them: names, birth, numbers, the rest.
    """

    score: float
    tier: int | None
    verdict: Verdict
    reasons: tuple[Reason, ...]
