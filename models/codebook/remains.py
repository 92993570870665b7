"""Say what is known of his remains, and how firmly they are tied to him."""

from typing import NamedTuple

from models.codebook.facts import FacetState, TraceLine
from models.codebook.fate import is_revoked
from models.codebook.latest import Say, grades, supports
from models.codebook.pile import Pile, Weighed
from models.vocabulary.event_codes import EventCode
from models.vocabulary.evidence import EvidenceLevel
from models.vocabulary.status import Facet, Remains

_C = EventCode
L1, L2, L3, L4 = EvidenceLevel.L1, EvidenceLevel.L2, EvidenceLevel.L3, EvidenceLevel.L4

_LINKS: dict[EventCode, Remains] = {
    _C.M90: Remains.LOCATED,
    _C.M91: Remains.RECOVERED,
    _C.M92: Remains.TRANSFERRED_HOME,
    _C.M93: Remains.UNDER_EXAM,
    _C.M101: Remains.UNDER_EXAM,
}
_GIVEN: dict[EventCode, Remains] = {
    _C.M99: Remains.HANDED_TO_FAMILY,
    _C.M100: Remains.BURIED,
}
_CONCLUDES = frozenset({_C.M93, _C.M96, _C.M97})
_TOUCHES_REMAINS = frozenset(_LINKS) | frozenset(_GIVEN) | {_C.M96, _C.M97, _C.M98}
_STEPS = (
    Remains.LOCATED,
    Remains.RECOVERED,
    Remains.TRANSFERRED_HOME,
    Remains.UNDER_EXAM,
    Remains.UNIDENTIFIABLE,
    Remains.IDENTIFIED,
    Remains.HANDED_TO_FAMILY,
    Remains.BURIED,
)
_IDENTITY_KNOWN = frozenset({Remains.IDENTIFIED, Remains.HANDED_TO_FAMILY, Remains.BURIED})

_NONE = FacetState(Remains.NONE)


class RemainsFinding(NamedTuple):
    """The remains facet, the sub-flags the headline asks about, and a weak link if any (P16)."""

    state: FacetState
    located: bool = False
    recovered: bool = False
    identified: bool = False
    unidentifiable: bool = False
    with_family: bool = False
    possible_link: bool = False


_NOTHING = RemainsFinding(_NONE)


def remains(pile: Pile, proofs: tuple[Weighed, ...], say: Say) -> RemainsFinding:
    """Settle remains (3.2; P3, P7, P16; decisions.md, Status 3); `proofs` are proofs of life."""
    if _TOUCHES_REMAINS.isdisjoint(pile.codes):
        return _NOTHING
    about = [w for w in pile.events if w.level >= L1 and w.code in _TOUCHES_REMAINS]
    firm: list[tuple[Weighed, Remains]] = []
    weak = False
    for weighed in about:
        value = _value(weighed)
        if value is None:
            continue
        if is_revoked(weighed, pile) or _outlived(weighed, proofs):
            say(_line("remains_not_his", "P7", weighed))
        elif weighed.level >= _needed(weighed, value):
            firm.append((weighed, value))
        else:
            weak = True
            say(_line("possible_link", "P16", weighed, (weighed.level.name,)))
    return _finding(_above_ground(firm, about), about, say, weak=weak)


def _value(weighed: Weighed) -> Remains | None:
    """Tell what the event says of remains; an exam or report may find them unidentifiable."""
    code = weighed.code
    if code in _CONCLUDES and weighed.event.says is Remains.UNIDENTIFIABLE:
        return Remains.UNIDENTIFIABLE
    if code is _C.M97:
        return Remains.IDENTIFIED if weighed.level is L4 else Remains.UNDER_EXAM
    return _LINKS.get(code) or _GIVEN.get(code)


def _needed(weighed: Weighed, value: Remains) -> EvidenceLevel:
    """P16: a link to him needs L3; that they were handed over or buried needs L2.

    An unidentifiable finding needs L2 and the supervisor's sign-off (S64).
    """
    if value is Remains.UNIDENTIFIABLE:
        return L2 if weighed.event.signed_off else L4
    return L2 if weighed.code in _GIVEN else L3


def _outlived(weighed: Weighed, proofs: tuple[Weighed, ...]) -> bool:
    """P3: say whether he was known to live after these remains were already there."""
    return any(
        proof.later_than(weighed) and (weighed.level < L4 or proof.life is L4) for proof in proofs
    )


def _above_ground(
    firm: list[tuple[Weighed, Remains]], about: list[Weighed]
) -> list[tuple[Weighed, Remains]]:
    """Let an exhumation (M101) undo the handing over and burial that came before it."""
    exhumed = [w for w in about if w.code is _C.M101 and w.level >= L2]
    if not exhumed:
        return firm
    last = exhumed[-1]
    return [(w, said) for w, said in firm if w.code not in _GIVEN or w.later_than(last)]


def _finding(
    firm: list[tuple[Weighed, Remains]], about: list[Weighed], say: Say, *, weak: bool
) -> RemainsFinding:
    values = {value for _, value in firm}
    state = _revoked(about, say) or _NONE
    if firm:
        state = _furthest(firm, state, say)
    return RemainsFinding(
        state,
        located=Remains.LOCATED in values,
        recovered=bool(values & {Remains.RECOVERED, Remains.TRANSFERRED_HOME, Remains.UNDER_EXAM}),
        identified=Remains.IDENTIFIED in values,
        unidentifiable=Remains.UNIDENTIFIABLE in values,
        with_family=bool(values & {Remains.HANDED_TO_FAMILY, Remains.BURIED}),
        possible_link=weak,
    )


def _revoked(about: list[Weighed], say: Say) -> FacetState | None:
    """P7: after a revocation with nothing identified since, the facet says so."""
    revocations = [w for w in about if w.code is _C.M98 and w.level >= L2]
    if not revocations:
        return None
    last = revocations[-1]
    say(_line("revocation", "P7", last))
    when = last.event.date
    return FacetState(Remains.IDENTIFICATION_REVOKED, last.level, when, when)


def _furthest(firm: list[tuple[Weighed, Remains]], revoked: FacetState, say: Say) -> FacetState:
    """Take the furthest step; recovery, transfer and exam come in any order (3.2)."""
    best, value = max(firm, key=lambda pair: (_STEPS.index(pair[1]), pair[0].level))
    if revoked is not _NONE and value not in _IDENTITY_KNOWN:
        return revoked
    same = [weighed for weighed, said in firm if said is value]
    for weighed in same:
        say(supports(Facet.REMAINS, weighed))
    return FacetState(value, best.level, same[0].event.date, same[-1].event.date)


def _line(key: str, rule: str, weighed: Weighed, values: tuple[str, ...] = ()) -> TraceLine:
    return TraceLine(
        Facet.REMAINS,
        key,
        rule,
        weighed.event.id,
        weighed.code,
        grades(weighed),
        values,
        weighed.event.date,
    )
