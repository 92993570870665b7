"""Answer "is he home?": lists, agreement, handover and the moment he was seen in person."""

from models.codebook.facts import FacetState, TraceLine
from models.codebook.latest import Claim, Say, settle, state_of, supports, tell
from models.codebook.pile import Pile, Weighed
from models.vocabulary.event_codes import EventCode
from models.vocabulary.evidence import EvidenceLevel
from models.vocabulary.status import Facet, Repat

_C = EventCode
L1, L2 = EvidenceLevel.L1, EvidenceLevel.L2

_STEPS: dict[EventCode, Repat] = {
    _C.R60: Repat.CLAIM_SUBMITTED,
    _C.R62: Repat.AGREED,
    _C.R63: Repat.REFUSED,
    _C.R64: Repat.IN_TRANSIT,
    _C.R65: Repat.HANDED_OVER,
    _C.R66: Repat.HANDED_OVER,
    _C.R67: Repat.VERIFIED,
}
_HANDOVER = frozenset({_C.R65, _C.R66})
_TOUCHES_REPAT = frozenset(_STEPS) | {_C.R61}
_ON_THE_WAY = frozenset({Repat.HANDED_OVER, Repat.VERIFIED, Repat.CLOSED})
_FINALITY = tuple(Repat)

_NOT_LISTED = FacetState(Repat.NOT_LISTED)


def homecoming(pile: Pile, say: Say, *, closed: bool, held_again: bool) -> FacetState:
    """Settle return (3.2, 3.8; decisions.md, Status 8; P2, P8).

    `closed`: the file was closed because he is home; `held_again`: custody stands after all.
    """
    if _TOUCHES_REPAT.isdisjoint(pile.codes):
        return _NOT_LISTED
    events = [w for w in pile.events if w.code in _TOUCHES_REPAT]
    verified = [w for w in events if w.code is _C.R67 and w.level >= L2]
    if verified:
        value = Repat.CLOSED if closed else Repat.VERIFIED
        return _arrived(verified, value, "P8", say, contested=held_again)
    handed = [w for w in events if w.code in _HANDOVER and w.level >= L2]
    if handed:
        return _arrived(handed, Repat.HANDED_OVER, "P8", say, contested=held_again)
    return _on_lists(events, say)


def _arrived(
    events: list[Weighed], value: Repat, rule: str, say: Say, *, contested: bool
) -> FacetState:
    """P8: no list cancels a handover, and no paper cancels a man seen in person."""
    for weighed in events:
        say(supports(Facet.REPAT, weighed, rule))
    level = max(w.level for w in events)
    return FacetState(value, level, events[0].event.date, events[-1].event.date, contested)


def _on_lists(events: list[Weighed], say: Say) -> FacetState:
    """Settle the way before the handover: a name on a list is not a man at home."""
    claims = []
    for weighed in events:
        value = _said(weighed)
        if value is None or weighed.level < L1:
            continue
        if value in _ON_THE_WAY:
            say(TraceLine(Facet.REPAT, "lead_of_return", "P8", weighed.event.id, weighed.code))
        else:
            claims.append(Claim(value, _FINALITY.index(value), weighed))
    settled = settle(claims)
    if settled is None:
        return _NOT_LISTED
    tell(Facet.REPAT, settled, say)
    return state_of(settled)


def _said(weighed: Weighed) -> Repat | None:
    says = weighed.event.says
    return says if isinstance(says, Repat) else _STEPS.get(weighed.code)
