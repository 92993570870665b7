"""Settle the facets where the last word stands: law, health, interim measure, the file itself."""

from collections.abc import Mapping
from typing import NamedTuple

from models.codebook.facts import FacetState, TraceLine
from models.codebook.latest import Claim, Say, Settled, settle, state_of, tell
from models.codebook.pile import Pile, Weighed
from models.vocabulary.accounts import ClosureReason
from models.vocabulary.event_codes import EventCode
from models.vocabulary.evidence import EvidenceLevel
from models.vocabulary.status import (
    Admin,
    Civil,
    Facet,
    FacetValue,
    Health,
    Legal,
    Rule39,
)

_C = EventCode
L1, L2 = EvidenceLevel.L1, EvidenceLevel.L2

_LEGAL: dict[EventCode, FacetValue] = {
    _C.L40: Legal.CHARGED,
    _C.L41: Legal.INVESTIGATED,
    _C.L42: Legal.ON_TRIAL,
    _C.L43: Legal.CONVICTED,
    _C.L44: Legal.APPEAL,
    _C.L45: Legal.PARDONED_OR_REDUCED,
}
_HEALTH: dict[EventCode, FacetValue] = {
    _C.D26: Health.HOSPITALISED,
    _C.D27: Health.UNKNOWN,
}
_SPEAKS_OF_HEALTH = frozenset({_C.E03, _C.E09, _C.C19, _C.D27, _C.D28, _C.D29, _C.D31, _C.R68})
_CIVIL: dict[EventCode, FacetValue] = {
    _C.X83: Civil.RECOGNISED_MISSING,
    _C.X84: Civil.DECLARED_DEAD,
    _C.X85: Civil.DECLARATION_REVOKED,
    _C.X86: Civil.DEATH_REGISTERED,
}
_R39: dict[EventCode, FacetValue] = {
    _C.L46: Rule39.REQUESTED,
    _C.L47: Rule39.APPLIED,
    _C.L48: Rule39.SUSPENDED,
}

_TOUCHES_LEGAL = frozenset(_LEGAL)
_TOUCHES_HEALTH = _SPEAKS_OF_HEALTH | frozenset(_HEALTH)
_TOUCHES_CIVIL = frozenset(_CIVIL)
_TOUCHES_R39 = frozenset(_R39) | {_C.L49}

# P2: of two equal words of one day the less final stands.
_HEALTH_FINALITY = tuple(Health)
_LEGAL_FINALITY = tuple(Legal)
_CIVIL_FINALITY = (
    Civil.NONE,
    Civil.DECLARATION_REVOKED,
    Civil.RECOGNISED_MISSING,
    Civil.DECLARED_DEAD,
    Civil.DEATH_REGISTERED,
)
_R39_FINALITY = tuple(Rule39)

_DEFAULT_LEGAL = FacetState(Legal.NONE_KNOWN)
_DEFAULT_HEALTH = FacetState(Health.UNKNOWN)
_DEFAULT_CIVIL = FacetState(Civil.NONE)
_DEFAULT_R39 = FacetState(Rule39.NOT_REQUESTED)


class CivilFinding(NamedTuple):
    """The civil facet, and the court declaration of death in force, if any (P6)."""

    state: FacetState
    declared_dead: Weighed | None = None


_NO_COURT = CivilFinding(_DEFAULT_CIVIL)


def legal(pile: Pile, say: Say) -> FacetState:
    """Settle where proceedings against him stand: the last step (3.2, P1, P2)."""
    if pile.codes.isdisjoint(_TOUCHES_LEGAL):
        return _DEFAULT_LEGAL
    return _last_word(Facet.LEGAL, pile, _LEGAL, _LEGAL_FINALITY, say) or _DEFAULT_LEGAL


def health(pile: Pile, say: Say) -> FacetState:
    """Settle how he is: the last word (3.2); what was not said stays unknown (Status 9)."""
    if pile.codes.isdisjoint(_TOUCHES_HEALTH):
        return _DEFAULT_HEALTH
    state = _last_word(Facet.HEALTH, pile, _HEALTH, _HEALTH_FINALITY, say)
    return state or _DEFAULT_HEALTH


def civil(pile: Pile, say: Say) -> CivilFinding:
    """P6: settle what a court declared; a declaration touches nothing but this and S51."""
    if pile.codes.isdisjoint(_TOUCHES_CIVIL):
        return _NO_COURT
    settled = _settled(pile, _CIVIL, _CIVIL_FINALITY)
    if settled is None:
        return _NO_COURT
    tell(Facet.CIVIL, settled, say)
    return CivilFinding(state_of(settled), _declaration_in_force(pile))


def _declaration_in_force(pile: Pile) -> Weighed | None:
    """P6: find a declaration of death at L2 or better that no later ruling has revoked."""
    found = None
    for weighed in pile.events:
        if weighed.level >= L2:
            if weighed.code is _C.X84:
                found = weighed
            elif weighed.code is _C.X85:
                found = None
    return found


def interim_measure(pile: Pile, say: Say, *, home: bool) -> FacetState:
    """Settle Rule 39 (2.10); a request still open when he is home needs no decision."""
    if pile.codes.isdisjoint(_TOUCHES_R39):
        return _DEFAULT_R39
    state = _last_word(Facet.R39, pile, _R39, _R39_FINALITY, say) or _DEFAULT_R39
    if home and state.value in {Rule39.REQUESTED, Rule39.INFO_SOUGHT}:
        say(TraceLine(Facet.R39, "home_before_decision"))
        return FacetState(
            Rule39.REPATRIATED_NO_DECISION, state.level, state.since, state.as_of, state.contested
        )
    return state


def file_itself(pile: Pile, say: Say) -> FacetState:
    """Settle the file's own state; acts of the office need no graded source (3.2, 3.8)."""
    state = FacetState(Admin.DRAFT)
    for weighed in pile.events:
        value = _ADMIN_STEPS.get(weighed.code)
        if value is None or (weighed.code is _C.E01 and weighed.level < L1):
            continue
        if weighed.code is _C.A113:
            value = _CLOSED_AS.get(weighed.event.closure_reason, Admin.CLOSED)
        if weighed.code is _C.E01 and state.value is not Admin.DRAFT:
            continue
        when = weighed.event.date
        state = FacetState(value, weighed.level, when, when)
        if value is not Admin.OPEN:
            say(
                TraceLine(
                    Facet.ADMIN, "file_step", "", weighed.event.id, weighed.code, "", (value,), when
                )
            )
    if state.value is Admin.DRAFT and any(w.level >= L1 for w in pile.events):
        return FacetState(Admin.OPEN)
    return state


_ADMIN_STEPS: dict[EventCode, Admin] = {
    _C.E01: Admin.OPEN,
    _C.A110: Admin.OPEN,
    _C.A111: Admin.MERGED,
    _C.A112: Admin.OPEN,
    _C.A113: Admin.CLOSED,
    _C.A114: Admin.REOPENED,
}
_CLOSED_AS: Mapping[ClosureReason | None, Admin] = {
    ClosureReason.OUTSIDE_MANDATE: Admin.REJECTED,
    ClosureReason.DUPLICATE: Admin.MERGED,
}


def _last_word(
    facet: Facet,
    pile: Pile,
    by_code: Mapping[EventCode, FacetValue],
    finality: tuple[FacetValue, ...],
    say: Say,
) -> FacetState | None:
    settled = _settled(pile, by_code, finality)
    if settled is None:
        return None
    tell(facet, settled, say)
    return state_of(settled)


def _settled(
    pile: Pile, by_code: Mapping[EventCode, FacetValue], finality: tuple[FacetValue, ...]
) -> Settled | None:
    """P2: settle a facet from what codes mean and what events say in so many words.

    `finality` lists the facet's values from the least final; it decides ties.
    """
    kind = finality[0].__class__
    claims = []
    for weighed in pile.events:
        if weighed.level < L1:
            continue
        says = weighed.event.says
        value = says if says.__class__ is kind else by_code.get(weighed.code)
        if value is not None:
            claims.append(Claim(value, finality.index(value), weighed))
    return settle(claims) if claims else None
