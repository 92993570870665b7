"""Turns what was found about two people into reasons with their words and weights."""

from __future__ import annotations

from collections.abc import Iterator

from app.search.findings import Findings
from app.search.fold import fold
from app.search.keys import word_keys
from app.search.name_forms import form_of
from app.search.part_levels import PartMatch
from app.search.scripts import script_of
from app.search.verdicts import brothers_perhaps, is_all_but_one
from app.search.weights import Weights
from app.shapes.briefs import PersonBrief
from app.shapes.likeness import Reason, ReasonCode

_RARE_PER_MILLION = 1500
_ENOUGH_PEOPLE = 200


def reasons_for(
    a: PersonBrief, b: PersonBrief, found: Findings, weights: Weights
) -> tuple[Reason, ...]:
    """Give the reasons in the order a person would tell them; their bits make up the sum."""
    return (
        *_names(found, weights),
        *_birth(a, b, found, weights),
        *_facts(found, weights),
        *_writing(a, b),
    )


def _names(found: Findings, weights: Weights) -> Iterator[Reason]:
    names = found.names
    if not names.parts:
        yield Reason(ReasonCode.NO_NAME)
    if names.lone is not None:
        level = found.level("given") or names.lone.level
        yield _part("word", names.lone, weights.bits("given", level))
    if names.family is not None:
        level = found.level("family") or names.family.level
        yield _part("family", names.family, _bits(weights, "family", names.family, level))
        if level == "same":
            yield from _rare("family", ReasonCode.FAMILY_RARE, names.family, weights)
        if names.family.is_half:
            yield Reason(ReasonCode.FAMILY_HALF)
    if names.ter:
        yield Reason(ReasonCode.FAMILY_TER)
    if names.given is not None:
        level = found.level("given") or names.given.level
        yield _part("given", names.given, _bits(weights, "given", names.given, level))
        if level == "same":
            yield from _rare("given", ReasonCode.GIVEN_RARE, names.given, weights)
    yield from _father(found, weights)
    yield from _kin(found)


def _kin(found: Findings) -> Iterator[Reason]:
    """Say what the whole of the name suggests: father and son, brothers, a changed name."""
    names = found.names
    if names.reordered:
        yield Reason(ReasonCode.ORDER)
    if names.mirror:
        yield Reason(ReasonCode.MIRROR)
    elif is_all_but_one(found) and _differs(names.given):
        yield Reason(ReasonCode.TWINS)
    elif is_all_but_one(found) and _differs(names.family):
        yield Reason(ReasonCode.RENAMED)
    elif brothers_perhaps(found):
        yield Reason(ReasonCode.BROTHERS)


def _differs(part: PartMatch | None) -> bool:
    return part is not None and not part.agrees


def _father(found: Findings, weights: Weights) -> Iterator[Reason]:
    names = found.names
    if names.father is not None:
        level = found.level("father") or names.father.level
        bits = _bits(weights, "father", names.father, level)
        yield _part("father", names.father, bits)
    elif names.forms is not None and names.lone is None:
        ours, theirs = names.forms
        if ours.father or theirs.father:
            yield Reason(ReasonCode.FATHER_UNKNOWN, ours.father, theirs.father)


def _bits(weights: Weights, field: str, part: PartMatch, level: str) -> float:
    """Weigh a part; where two keys agree, the commoner of them counts (Winkler)."""
    if level != "same":
        return weights.bits(field, level)
    return min(weights.bits(field, level, key) for key in _keys(part))


def _keys(part: PartMatch) -> frozenset[str]:
    return frozenset().union(*(word_keys(word).first for word in part.words)) or frozenset({""})


def _rare(field: str, code: ReasonCode, part: PartMatch, weights: Weights) -> Iterator[Reason]:
    """Say that a name is rare, where the register is large enough to know."""
    if weights.shares is None or weights.shares.people < _ENOUGH_PEOPLE:
        return
    uses = max(weights.shares.uses(field, key) for key in _keys(part))
    if 0 < uses * 1_000_000 <= _RARE_PER_MILLION * weights.shares.people:
        yield Reason(code, part.a, part.b, count=uses)


def _part(role: str, part: PartMatch, bits: float) -> Reason:
    return Reason(ReasonCode(f"{role}_{_likeness(part)}"), part.a, part.b, bits=bits)


def _likeness(part: PartMatch) -> str:
    """Tell in what way two words agree: as written, in another script, in another spelling."""
    if part.level not in {"same", "near"}:
        return part.level
    if fold(part.a) == fold(part.b):
        return "same"
    return "spelling" if script_of(part.a) is script_of(part.b) else "script"


def _birth(a: PersonBrief, b: PersonBrief, found: Findings, weights: Weights) -> Iterator[Reason]:
    if found.birth is not None:
        code = ReasonCode(f"born_{found.birth}")
        bits = weights.bits("birth", found.birth)
        yield Reason(code, a.birth.edtf or "", b.birth.edtf or "", bits=bits)


def _facts(found: Findings, weights: Weights) -> Iterator[Reason]:
    if found.sex == "differs":
        yield Reason(ReasonCode.SEX_DIFFERS, bits=weights.bits("sex", "differs"))
    facts = {
        "number": found.number,
        "unit": found.unit,
        "birthplace": found.birthplace,
        "home": found.home,
    }
    for field, fact in facts.items():
        if fact is not None:
            code = ReasonCode(f"{field}_{fact.level}")
            yield Reason(code, fact.a, fact.b, bits=weights.bits(field, fact.level))


def _writing(a: PersonBrief, b: PersonBrief) -> Iterator[Reason]:
    """Warn of words whose letters are of two scripts, and of scripts nobody here reads."""
    for code, names in (
        (ReasonCode.MIXED_LETTERS, [n.full for n in (*a.names, *b.names) if form_of(n).mixed]),
        (
            ReasonCode.UNKNOWN_SCRIPT,
            [n.full for n in (*a.names, *b.names) if form_of(n).unknown_script],
        ),
    ):
        for written in dict.fromkeys(names):
            yield Reason(code, written)
