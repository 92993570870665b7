"""Answer "is he alive?": proof of life against word of death, by date and level."""

from collections.abc import Sequence
from typing import NamedTuple

from models.codebook.facts import FacetState, TraceLine
from models.codebook.latest import Say, grades, supports
from models.codebook.pile import Pile, Weighed, earliest_date
from models.vocabulary.event_codes import EventCode
from models.vocabulary.evidence import EventTrait, EvidenceLevel
from models.vocabulary.partial_date import PartialDate
from models.vocabulary.status import Facet, Fate

_C = EventCode
L1, L2, L3, L4 = EvidenceLevel.L1, EvidenceLevel.L2, EvidenceLevel.L3, EvidenceLevel.L4

PROOF_OF_LIFE = frozenset({_C.C12, _C.C16, _C.C17, _C.C18, _C.C19, _C.D24, _C.D31, _C.E07, _C.R67})
DEATH = frozenset({_C.X80, _C.X81, _C.X82, _C.M97, _C.M99, _C.M100})
_CONFIRMS_DEATH = frozenset({_C.X81, _C.X82, _C.M97})
_IDENTIFICATION = frozenset({_C.M97, _C.M99, _C.M100})
_TOUCHES_FATE = PROOF_OF_LIFE | DEATH

_UNKNOWN = FacetState(Fate.UNKNOWN)


class FateFinding(NamedTuple):
    """The fate facet and what the other rules ask about it.

    `deaths` are the words of death nothing has defeated; `defeated` is true where a death at
    L2 or better was defeated by later life, `outlived` where any word of death was.
    """

    state: FacetState
    deaths: tuple[Weighed, ...]
    proofs: tuple[Weighed, ...]
    proof_of_life_at: PartialDate | None
    defeated: bool
    outlived: bool


_NOTHING = FateFinding(_UNKNOWN, (), (), None, defeated=False, outlived=False)


def fate(pile: Pile, say: Say) -> FateFinding:
    """Settle fate (3.2; decisions.md, Status 2; P2, P3, P7)."""
    if _TOUCHES_FATE.isdisjoint(pile.codes):
        return _NOTHING
    proofs = tuple([w for w in pile.events if proves_life(w)])
    alleged = [w for w in pile.events if w.level >= L1 and w.code in DEATH]
    if alleged:
        alleged = _without_revoked(alleged, pile, say)
    deaths = []
    defeated = outlived = False
    for death in alleged:
        by = _defeater(death, proofs)
        if by is None:
            deaths.append(death)
        else:
            outlived = True
            defeated = defeated or death.level >= L2
            say(_line("death_defeated", "P3", death, (by.event.id, by.code)))
    state = _settle(deaths, proofs, say)
    if defeated and not state.contested:
        state = FacetState(state.value, state.level, state.since, state.as_of, contested=True)
    return FateFinding(state, tuple(deaths), proofs, last_sign_of_life(proofs), defeated, outlived)


def proves_life(weighed: Weighed) -> bool:
    """Say whether he was seen, heard or read alive (decisions.md, Status 2)."""
    return (
        weighed.life >= L1
        and weighed.code in PROOF_OF_LIFE
        and EventTrait.SEEN_DEAD not in weighed.event.traits
    )


def last_sign_of_life(proofs: Sequence[Weighed]) -> PartialDate | None:
    """P5: find the last day on which he is known, at L2 or better, to have lived."""
    dated = [w for w in proofs if w.life >= L2 and w.event.date.earliest is not None]
    if not dated:
        return None
    return max(dated, key=lambda w: (w.lo, w.hi)).event.date


def _without_revoked(alleged: Sequence[Weighed], pile: Pile, say: Say) -> list[Weighed]:
    """P7: a revocation (M98) cancels the identification and what rested on it."""
    kept = []
    for death in alleged:
        if is_revoked(death, pile):
            say(_line("identification_revoked", "P7", death))
        else:
            kept.append(death)
    return kept


def is_revoked(weighed: Weighed, pile: Pile) -> bool:
    """P7: say whether a later M98 cancels this M97, M99 or M100."""
    return (
        weighed.code in _IDENTIFICATION
        and _C.M98 in pile.codes
        and any(
            w.code is _C.M98 and w.level >= L2 and not weighed.later_than(w) for w in pile.events
        )
    )


def _defeater(death: Weighed, proofs: Sequence[Weighed]) -> Weighed | None:
    """P3: find life after the alleged death, unless the death is L4 and the life is less.

    P2: where the two may have fallen on one day, the higher level decides; at one level the
    death is not defeated but contested.
    """
    for proof in reversed(proofs):
        if proof.later_than(death):
            if death.level < L4 or proof.life is L4:
                return proof
        elif proof.life > death.level and proof.overlaps(death):
            return proof
    return None


def _settle(deaths: Sequence[Weighed], proofs: Sequence[Weighed], say: Say) -> FacetState:
    """Set what stands of the words of death against what is known of his life (P2, P3)."""
    alive = max(proofs, key=_as_proof) if proofs else None
    if not deaths:
        return _alive(alive, proofs, say) if alive is not None else _UNKNOWN
    death = max(deaths, key=_as_death)
    if alive is None:
        return _dead(death, deaths, say, contested=False)
    if any(_level_with(death, proof) for proof in proofs):
        # P2: same days, same level: living stands before dead.
        say(_line("death_contested", "P2", death))
        return _alive(alive, proofs, say, contested=True)
    if death.level is L1 and alive.life > L1:
        say(_line("death_not_used", "P2", death, (death.level.name,)))
        return _alive(alive, proofs, say)
    contested = alive.life >= L2 and death.level < L4
    return _dead(death, deaths, say, contested=contested)


def _level_with(death: Weighed, proof: Weighed) -> bool:
    return proof.life is death.level and proof.overlaps(death)


def _as_proof(weighed: Weighed) -> tuple[object, ...]:
    return weighed.life, weighed.lo, weighed.hi, weighed.code, weighed.event.id


def _as_death(weighed: Weighed) -> tuple[object, ...]:
    confirms = weighed.level is L4 and weighed.code in _CONFIRMS_DEATH
    return confirms, weighed.level, weighed.lo, weighed.hi, weighed.code, weighed.event.id


def _alive(
    best: Weighed, proofs: Sequence[Weighed], say: Say, *, contested: bool = False
) -> FacetState:
    """L4 confirms life on its day, less indicates it (decisions.md, Status 2)."""
    confirmed = best.life is L4
    same = [w for w in proofs if (w.life is L4) is confirmed]
    for proof in same:
        say(supports(Facet.FATE, proof, level=proof.life))
    value = Fate.ALIVE_CONFIRMED if confirmed else Fate.ALIVE_INDICATED
    as_of = max(same, key=lambda w: (w.lo, w.hi, w.life)).event.date
    return FacetState(value, best.life, earliest_date(same), as_of, contested)


def _dead(best: Weighed, deaths: Sequence[Weighed], say: Say, *, contested: bool) -> FacetState:
    """Only a notification, a medical finding or an identification at L4 confirms a death."""
    confirmed = best.level is L4 and best.code in _CONFIRMS_DEATH
    say(supports(Facet.FATE, best))
    for other in deaths:
        if other is not best:
            say(_line("death_also", "", other, (other.level.name,)))
    value = Fate.DEAD_CONFIRMED if confirmed else Fate.DEAD_INDICATED
    return FacetState(value, best.level, best.event.date, best.event.date, contested)


def _line(key: str, rule: str, death: Weighed, values: tuple[str, ...] = ()) -> TraceLine:
    return TraceLine(
        Facet.FATE, key, rule, death.event.id, death.code, grades(death), values, death.event.date
    )
