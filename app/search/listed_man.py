"""The man of a row of a list: in brief, and what his likeness to ours is worth."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from app.search.fold import fold_number
from app.search.scripts import LANG_OF_SCRIPT, script_of
from app.shapes.briefs import NameBrief, NumberBrief, PersonBrief
from app.shapes.likeness import Comparison, ReasonCode, Verdict
from app.shapes.lists import Proposal
from models.vocabulary.partial_date import PartialDate
from models.vocabulary.people import IdentifierKind, NameKind

_R = ReasonCode
_UNDATED: Final = PartialDate.unknown()
_FATHER: Final = frozenset({_R.FATHER_SAME, _R.FATHER_SCRIPT, _R.FATHER_SPELLING})
_BIRTH: Final = frozenset({_R.BORN_DAY, _R.BORN_YEAR})
#: What makes more of a row than a name (domain.md 3.6 P12).
_BESIDE_THE_NAME: Final = _FATHER | _BIRTH | {_R.UNIT_SAME, _R.NUMBER_SAME}
#: With any of these a person has to look.
_DOUBTS: Final = frozenset(
    {
        _R.MIRROR,
        _R.BROTHERS,
        _R.TWINS,
        _R.RENAMED,
        _R.FAMILY_DIFFERS,
        _R.GIVEN_DIFFERS,
        _R.FATHER_DIFFERS,
        _R.WORD_DIFFERS,
        _R.BORN_APART,
        _R.BORN_TURNED,
        _R.BORN_SLIP,
        _R.BORN_NEAR,
        _R.SEX_DIFFERS,
        _R.NUMBER_DIFFERS,
        _R.UNIT_DIFFERS,
    }
)
_FIT: Final = frozenset({Verdict.SAME, Verdict.CANDIDATE})
_CLOSE: Final = 2
_NEARLY_AS_GOOD: Final = 0.5


@dataclass(frozen=True, slots=True)
class ListedName:
    """What a row says of a man, as it was read."""

    name: str
    family: str = ""
    given: str = ""
    father: str = ""
    birth: PartialDate = _UNDATED
    unit: str = ""
    document: str = ""


def brief_of_row(row: ListedName) -> PersonBrief:
    """Give the man of a row in brief; a number is of nobody knows which paper."""
    script = script_of(row.name)
    parted = bool(row.family or row.given)
    full = row.name if parted or not row.father else f"{row.name} {row.father}"
    name = NameBrief(
        full=full,
        family=row.family,
        given=row.given,
        father=row.father if parted else "",
        lang=LANG_OF_SCRIPT.get(script, ""),
        script=script,
        kind=NameKind.ON_LIST,
    )
    number = fold_number(row.document)
    return PersonBrief(
        names=(name,) if full.strip() else (),
        birth=row.birth,
        units=(row.unit,) if row.unit.strip() else (),
        numbers=(NumberBrief(IdentifierKind.OTHER, "", number),) if number else (),
    )


def bears_his_name(comparison: Comparison) -> bool:
    """Tell whether he is one whom the name may mean (domain.md 3.6 P12)."""
    close = comparison.tier is not None and comparison.tier <= _CLOSE
    return close and comparison.verdict in _FIT


def is_name_only(comparison: Comparison) -> bool:
    """Tell whether nothing but the name agrees: then the row is a lead (domain.md 3.6 P12)."""
    return _BESIDE_THE_NAME.isdisjoint(one.code for one in comparison.reasons)


def has_two_identifiers(comparison: Comparison) -> bool:
    """Tell whether birth and father agree beside the name."""
    codes = {one.code for one in comparison.reasons}
    return not codes.isdisjoint(_FATHER) and not codes.isdisjoint(_BIRTH)


def is_sure(comparison: Comparison, others: Sequence[Comparison]) -> bool:
    """Tell whether a row may be accepted unseen: names of tier 1, father and birth agree, no rival.

    Anything that speaks against it, however little, leaves the row to a person (AT16).
    """
    codes = {one.code for one in comparison.reasons}
    return (
        not others
        and comparison.tier == 1
        and comparison.verdict is Verdict.SAME
        and _DOUBTS.isdisjoint(codes)
        and has_two_identifiers(comparison)
    )


def proposal_of(comparisons: Sequence[Comparison]) -> Proposal:
    """Say what the machine thinks of a row whose candidates stand in order of likeliness."""
    fitting = [one for one in comparisons if one.verdict in _FIT]
    if not fitting:
        return Proposal.NONE
    first, rivals = fitting[0], fitting[1:]
    for rival in rivals:
        if rival.verdict is first.verdict and (rival.tier or 9) <= (first.tier or 9):
            return Proposal.TWO_FIT
        if rival.score >= first.score * _NEARLY_AS_GOOD:
            return Proposal.TWO_FIT
    return Proposal.PROPOSED
