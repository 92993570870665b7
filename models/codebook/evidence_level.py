"""Weigh one event: how strong is each word for it, and what level do they reach together."""

from typing import NamedTuple

from models.codebook.facts import AssertionFact, EventFact
from models.vocabulary.accounts import SourceKind
from models.vocabulary.event_codes import EventCode, EventGroup
from models.vocabulary.evidence import (
    Authenticity,
    Credibility,
    EventTrait,
    EvidenceClass,
    EvidenceLevel,
    IdentityBasis,
    Reliability,
)

NONE, WEAK, MEDIUM, STRONG = 0, 1, 2, 3
L0, L1, L2, L3, L4 = EvidenceLevel

RELIABILITY_BAND: dict[Reliability, int] = {
    Reliability.A: STRONG,
    Reliability.B: STRONG,
    Reliability.C: MEDIUM,
    Reliability.D: WEAK,
    Reliability.F: WEAK,
    Reliability.E: NONE,
}
CREDIBILITY_BAND: dict[Credibility, int] = {
    Credibility.ONE: STRONG,
    Credibility.TWO: STRONG,
    Credibility.THREE: MEDIUM,
    Credibility.FOUR: WEAK,
    Credibility.SIX: WEAK,
    Credibility.FIVE: NONE,
}

_C = EventCode
_K = SourceKind
_FOOTAGE = frozenset({_C.C12, _C.C13})
_LETTER_OR_CALL = frozenset({_C.C17, _C.C18})
_NAMED_BY_POWER = frozenset({_C.C14, _C.C15, _C.D20})

# What the office itself did is on record without anybody else's word.
OWN_ACTS = frozenset({_C.D22, _C.R60, _C.L46, _C.L50, _C.L51, _C.M94}) | frozenset(
    code for code in EventCode if code.group is EventGroup.ADMIN
)

# P9: what a man says under coercion counts for where, when and in what state he was.
_PRESENCE_AND_CONDITION = frozenset(
    {_C.C10, _C.C11, _C.C12, _C.C13, _C.C14, _C.C15, _C.C16, _C.C17, _C.C18, _C.C19}
    | {_C.D24, _C.D25, _C.D26, _C.D27, _C.D28, _C.D29, _C.D30, _C.D31}
)

_DETAINING = frozenset(
    {_K.MOD_ADVERSE, _K.SECURITY_SERVICE_ADVERSE, _K.COURT_ADVERSE, _K.STATE_COMMISSION_ADVERSE}
)
_RED_CROSS = frozenset({_K.ICRC, _K.NATIONAL_SOCIETY})
_IDENTIFYING = frozenset(
    {_K.FORENSIC_LAB, _K.STATE_COMMISSION_OWN, _K.MOD_OWN, _K.REGISTRY, _K.HOSPITAL}
)
_NOT_IN_PERSON = frozenset(
    {_K.ANON, _K.SOCIAL_ADVERSE, _K.SOCIAL_OWN, _K.MEDIA_ADVERSE, _K.MEDIA_OWN, _K.MEDIA_INTL}
)
_ANYBODY = frozenset(SourceKind)

# Whose word makes an item of the conclusive class; the kind may be unknown only where the code
# itself names the body that speaks (a visit of the ICRC, a judgment, our own verification).
_CONCLUSIVE_BY_CODE: dict[EventCode, frozenset[SourceKind]] = {
    _C.C16: _ANYBODY,
    _C.D23: _RED_CROSS | _DETAINING,
    _C.D24: _RED_CROSS,
    _C.L43: _DETAINING | _RED_CROSS | {_K.LAWYER, _K.ECHR, _K.OFFICE_STAFF},
    _C.R67: _ANYBODY - _NOT_IN_PERSON,
}
_CONCLUSIVE_BY_KIND: dict[EventCode, frozenset[SourceKind]] = {
    _C.C15: frozenset({_K.ICRC}),
    _C.X81: _DETAINING | {_K.ICRC},
    _C.X82: frozenset({_K.FORENSIC_LAB, _K.HOSPITAL}),
}

# P7: DNA, fingerprint, dental > implant serial > concordant signs > sight > documents, clothing.
_PRIMARY_BASIS = frozenset({IdentityBasis.DNA, IdentityBasis.FINGERPRINT, IdentityBasis.DENTAL})
_BASIS_CAP: dict[IdentityBasis, EvidenceLevel] = {
    IdentityBasis.SECONDARY_SIGNS: L3,
    IdentityBasis.VISUAL: L2,
    IdentityBasis.DOCUMENTS: L1,
}


class Weight(NamedTuple):
    """What an event weighs: its level, its level as proof of life, and why it is no other.

    `cap` names the rule that kept it down, `by_class` the class of evidence that raised it to L4.
    """

    level: EvidenceLevel
    life: EvidenceLevel
    cap: str = ""
    by_class: str = ""


def strength(assertion: AssertionFact) -> int:
    """Give the lower of the two bands, 0 none to 3 strong (domain.md 3.5); never shown."""
    reliability = RELIABILITY_BAND[assertion.reliability]
    credibility = CREDIBILITY_BAND[assertion.credibility]
    return min(credibility, reliability)


def counts(assertion: AssertionFact, code: EventCode) -> bool:
    """P14, P9: a withdrawn word does not count; a coerced one only for presence and condition."""
    if assertion.withdrawn:
        return False
    return not assertion.coerced or code in _PRESENCE_AND_CONDITION


def weigh(event: EventFact, pooled: tuple[AssertionFact, ...] = ()) -> Weight:
    """Weigh an event with the identifications (C13) pooled into it (domain.md 3.5)."""
    code = event.code
    words = event.assertions
    if not words and code in OWN_ACTS:
        return _OWN_ACT
    if len(words) == 1 and not pooled and code in _PLAIN and _is_plain(event):
        only = words[0]
        return _WEIGHT_OF_ONE[only.reliability + only.credibility]
    best = _best_by_group(event, code, pooled)
    if not best:
        return _NOTHING
    level = _joint_level(best)
    if level is L0:
        return _NOTHING
    life = level
    by_class = ""
    evidence_class = event.evidence_class or _derived_class(event, code)
    if evidence_class is EvidenceClass.DIRECT:
        if level is L3:
            level = life = L4
            by_class = evidence_class
    elif evidence_class is EvidenceClass.CONCLUSIVE and _conclusive_strength(event, code) >= MEDIUM:
        level = life = L4
        by_class = evidence_class
    if code in _LETTER_OR_CALL and life is not L4 and EventTrait.RECOGNISED in event.traits:
        life = L4 if max(best) >= MEDIUM else life
    cap, why = _cap(event, code)
    if cap < level or cap < life:
        return Weight(min(level, cap), min(life, cap), why)
    return Weight(level, life, "", by_class)


_NOTHING = Weight(L0, L0)
_OWN_ACT = Weight(L2, L0)

# Most events of a register rest on one word and ask no further question: looked up, not computed.
_PLAIN = (
    frozenset(EventCode) - _FOOTAGE - {_C.M97} - set(_CONCLUSIVE_BY_CODE) - set(_CONCLUSIVE_BY_KIND)
)
_LEVEL_OF_ONE = (L0, L1, L1, L2)
_WEIGHT_OF_ONE: dict[str, Weight] = {
    letter + figure: Weight(level, level)
    for letter in Reliability
    for figure in Credibility
    for level in [_LEVEL_OF_ONE[min(RELIABILITY_BAND[letter], CREDIBILITY_BAND[figure])]]
}


def _is_plain(event: EventFact) -> bool:
    """Say whether nothing but the grade of its one word decides the level of an event."""
    only = event.assertions[0]
    return not (
        event.traits
        or event.name_only
        or event.homonym
        or only.withdrawn
        or only.coerced
        or event.evidence_class is not None
        or event.basis is not None
    )


def _best_by_group(
    event: EventFact, code: EventCode, pooled: tuple[AssertionFact, ...]
) -> list[int]:
    """P10: take the best word of each independence group, in no order."""
    words = event.assertions + pooled if pooled else event.assertions
    if len(words) == 1 and not event.traits:
        only = words[0]
        return [strength(only)] if counts(only, code) else []
    best: dict[str, int] = {}
    for word in words:
        if counts(word, code):
            worth = strength(word)
            if worth > best.get(word.group, -1):
                best[word.group] = worth
    if best and code in _FOOTAGE and EventTrait.SELF_NAMED in event.traits:
        # His own name, said on camera, stands beside the one who recognised him (3.5).
        return [*best.values(), MEDIUM]
    return list(best.values())


def _joint_level(best: list[int]) -> EvidenceLevel:
    """Give L0 to L3 from the best word of each group (domain.md 3.5)."""
    if len(best) == 1:
        return _LEVEL_OF_ONE[best[0]]
    strong = best.count(STRONG)
    solid = strong + best.count(MEDIUM)
    if strong and solid >= 2:
        return L3
    if strong or solid >= 2:
        return L2
    return L1 if solid or WEAK in best else L0


def _derived_class(event: EventFact, code: EventCode) -> EvidenceClass | None:
    """Derive direct and conclusive class from what happened and who says so (3.5; Status 6)."""
    if code in _FOOTAGE:
        return EvidenceClass.DIRECT
    if code in _CONCLUSIVE_BY_CODE or code in _CONCLUSIVE_BY_KIND:
        return EvidenceClass.CONCLUSIVE
    traits = event.traits
    if not traits and code is not EventCode.M97:
        return None
    if code in _NAMED_BY_POWER and {EventTrait.IN_WRITING, EventTrait.TWO_IDENTIFIERS} <= traits:
        return EvidenceClass.CONCLUSIVE
    if code is EventCode.C19 and EventTrait.KNEW_HIM in traits:
        return EvidenceClass.DIRECT
    if code in _LETTER_OR_CALL and EventTrait.RECOGNISED in traits:
        return EvidenceClass.CONCLUSIVE if _carried_officially(event) else EvidenceClass.DIRECT
    if code is EventCode.M97:
        return _class_of_identification(event)
    return None


def _carried_officially(event: EventFact) -> bool:
    return EventTrait.OFFICIAL_CHANNEL in event.traits or any(
        word.source_kind is SourceKind.ICRC and not word.withdrawn for word in event.assertions
    )


def _class_of_identification(event: EventFact) -> EvidenceClass | None:
    """P7: primary signs accepted by the authority are conclusive, an implant's serial direct."""
    if event.basis in _PRIMARY_BASIS and (
        EventTrait.BY_AUTHORITY in event.traits
        or any(w.source_kind in _IDENTIFYING and not w.withdrawn for w in event.assertions)
    ):
        return EvidenceClass.CONCLUSIVE
    if event.basis is IdentityBasis.IMPLANT_SERIAL:
        return EvidenceClass.DIRECT
    return None


def _conclusive_strength(event: EventFact, code: EventCode) -> int:
    """P11: find the best word of those whose word is conclusive, the adverse side's included."""
    anybody = event.evidence_class is not None
    by_code = _CONCLUSIVE_BY_CODE.get(code)
    by_kind = _CONCLUSIVE_BY_KIND.get(code)
    if by_kind is not None and {EventTrait.IN_WRITING, EventTrait.TWO_IDENTIFIERS} <= event.traits:
        anybody = anybody or code is EventCode.C15
    best = NONE
    for word in event.assertions:
        if not counts(word, code):
            continue
        kind = word.source_kind
        if by_code is not None:
            speaks = anybody or kind is None or kind in by_code
        elif by_kind is not None:
            speaks = anybody or kind in by_kind
        else:
            speaks = True
        if speaks:
            best = max(best, strength(word))
    return best


def _cap(event: EventFact, code: EventCode) -> tuple[EvidenceLevel, str]:
    """Give the highest level the event may reach, and the rule that says so (P12, P7, 3.5)."""
    if event.name_only or event.homonym:
        return L1, "P12"
    if code in _FOOTAGE:
        if event.authenticity is Authenticity.FAIL:
            return L1, "authenticity_fail"
        if event.authenticity is None or event.authenticity is Authenticity.NOT_DONE:
            return L2, "authenticity_not_done"
    elif event.basis is not None and event.basis in _BASIS_CAP:
        return _BASIS_CAP[event.basis], "P7"
    return L4, ""
