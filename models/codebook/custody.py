"""Answer "is he held?": what shows custody, what ended it, which of the two came later."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from models.codebook.facts import FacetState, TraceLine
from models.codebook.latest import Say, grades, supports
from models.codebook.pile import Pile, Weighed, day_before, earliest_date, latest_date
from models.vocabulary.event_codes import EventCode
from models.vocabulary.evidence import EvidenceLevel
from models.vocabulary.status import Ack, Custody, Facet

_C = EventCode
L1, L2, L3, L4 = EvidenceLevel.L1, EvidenceLevel.L2, EvidenceLevel.L3, EvidenceLevel.L4

# P4: no denial, silence or absence from a list stands among these.
SHOWS_CUSTODY = frozenset(
    {_C.C10, _C.C11, _C.C12, _C.C13, _C.C14, _C.C15, _C.C16, _C.C17, _C.C18, _C.C19}
    | {_C.D20, _C.D23, _C.D24, _C.D25, _C.D26, _C.D27, _C.D28, _C.D29, _C.D30, _C.D31}
    | {_C.L41, _C.L43}
)
ENDS_CUSTODY: dict[EventCode, Custody] = {
    _C.R65: Custody.ENDED_RELEASED,
    _C.R66: Custody.ENDED_RELEASED,
    _C.R67: Custody.ENDED_REPATRIATED,
    _C.R71: Custody.ENDED_RELEASED,
    _C.R72: Custody.ENDED_ESCAPED,
    _C.R74: Custody.ENDED_RELEASED,
    _C.E07: Custody.NEVER,
}
_REPLIES = frozenset({_C.L49, _C.R61})
_IN_PERSON = frozenset({_C.C12, _C.C16, _C.C17, _C.C18, _C.C19, _C.D24, _C.D31})
_TOUCHES_CUSTODY = SHOWS_CUSTODY | _REPLIES | frozenset(ENDS_CUSTODY)

_NOT_INDICATED = FacetState(Custody.NOT_INDICATED)


class CustodyFinding(NamedTuple):
    """The custody facet and what the other rules ask about it."""

    state: FacetState
    held: tuple[Weighed, ...]
    ever_confirmed: bool


_NOTHING = CustodyFinding(_NOT_INDICATED, (), ever_confirmed=False)


def custody(pile: Pile, say: Say) -> CustodyFinding:
    """Settle custody (3.2, 3.5; decisions.md, Status 1 and 8; P2, P4, P5, P8)."""
    if _TOUCHES_CUSTODY.isdisjoint(pile.codes):
        return _NOTHING
    held = tuple([w for w in pile.events if w.level >= L1 and shows_custody(w)])
    ends = [w for w in pile.events if w.level >= L2 and w.code in ENDS_CUSTODY]
    confirmed = any(_value(w) is Custody.CONFIRMED for w in held)
    if not ends:
        state = _held_state(held, say) if held else _NOT_INDICATED
    else:
        state = _after_an_end(held, ends, say)
    return CustodyFinding(state, held, confirmed)


def shows_custody(weighed: Weighed) -> bool:
    """Say whether an event is positive evidence of custody (P4, P5)."""
    code = weighed.code
    return code in SHOWS_CUSTODY or (code in _REPLIES and weighed.event.says is Ack.ACK_OFFICIAL)


def confirms_custody(weighed: Weighed) -> bool:
    """Say whether this event alone confirms custody: L4, or L3 with sign-off (Status 1)."""
    return _value(weighed) is Custody.CONFIRMED


def _value(weighed: Weighed) -> Custody:
    """L1 presumed, L2 and L3 indicated, L4 or signed-off L3 confirmed (Status 1)."""
    level = weighed.level
    if level is L4 or (level is L3 and weighed.event.signed_off):
        return Custody.CONFIRMED
    return Custody.INDICATED if level >= L2 else Custody.PRESUMED


def _held_state(held: Sequence[Weighed], say: Say, *, contested: bool = False) -> FacetState:
    """Take the best evidence of custody; weaker evidence beside it takes nothing away."""
    best = max(held, key=_rank)
    value = _value(best)
    if len(held) == 1:
        say(supports(Facet.CUSTODY, best))
        when = best.event.date
        return FacetState(value, best.level, when, when, contested)
    same = [w for w in held if _value(w) is value]
    for weighed in same:
        say(supports(Facet.CUSTODY, weighed))
    return FacetState(value, best.level, earliest_date(same), latest_date(same), contested)


def _rank(weighed: Weighed) -> tuple[int, int]:
    return int(_value(weighed) is Custody.CONFIRMED), weighed.level


def _after_an_end(held: Sequence[Weighed], ends: Sequence[Weighed], say: Say) -> FacetState:
    """Weigh evidence of custody against release, escape, return or "was never held" (P2, P8)."""
    end = _deciding_end(ends)
    value = ENDS_CUSTODY[end.code]
    if value is Custody.ENDED_REPATRIATED:
        # P8: a paper dated after he was seen in person says nothing about where he is.
        again = [
            w for w in held if w.code in _IN_PERSON and w.later_than(end) and confirms_custody(w)
        ]
        rival = bool(again)
    else:
        again = [w for w in held if w.level >= L2 and w.later_than(end)]
        rival = _disputes(value, held, end)
        if not again:
            again, rival = _overlapping(held, end, rival=rival)
    if again:
        say(_line("end_outlived", end, value))
        return _held_state(again, say, contested=rival or end.code in _HANDED_OVER)
    say(_line("ended", end, value))
    when = end.event.date
    return FacetState(value, end.level, when, when, rival)


_HANDED_OVER = frozenset({_C.R65, _C.R66, _C.R67})


def _deciding_end(ends: Sequence[Weighed]) -> Weighed:
    """P8: verification in person outranks the rest; otherwise the last end decides (P1)."""
    verified = [w for w in ends if w.code is _C.R67]
    return max(verified or ends, key=lambda w: (w.hi, w.lo, w.level, w.code, w.event.id))


def _disputes(value: Custody, held: Sequence[Weighed], end: Weighed) -> bool:
    """Say whether "he was never captured" meets confirmed custody before it."""
    return value is Custody.NEVER and any(
        confirms_custody(w) and not w.later_than(end) for w in held
    )


def _overlapping(
    held: Sequence[Weighed], end: Weighed, *, rival: bool
) -> tuple[list[Weighed], bool]:
    """P2: on one day the higher level stands; at one level custody stands before freedom."""
    if rival:
        return [w for w in held if confirms_custody(w)], True
    same_days = [w for w in held if w.lo <= end.hi and end.lo <= _last_day_held(w)]
    stronger = [w for w in same_days if w.level > end.level]
    if stronger:
        return stronger, False
    equal = [w for w in same_days if w.level is end.level and w.level >= L2]
    return equal, bool(equal)


def _last_day_held(weighed: Weighed) -> date:
    """A stay that lasted up to his release does not contradict the release."""
    when = weighed.event.date
    if not when.is_interval:
        return weighed.hi
    return weighed.lo if when.latest is None else day_before(weighed.hi)


def _line(key: str, end: Weighed, value: Custody) -> TraceLine:
    rule = "P8" if end.code is _C.R67 else "P2"
    return TraceLine(
        Facet.CUSTODY, key, rule, end.event.id, end.code, grades(end), (value,), end.event.date
    )
