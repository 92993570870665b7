"""Answer "do they admit it?": what the detaining power and the Red Cross have said."""

from typing import NamedTuple

from models.codebook.facts import FacetState, TraceLine
from models.codebook.latest import Claim, Say, Settled, grades, settle, state_of, supports, tell
from models.codebook.pile import Pile, Weighed
from models.vocabulary.accounts import SourceKind
from models.vocabulary.event_codes import EventCode
from models.vocabulary.evidence import EventTrait, EvidenceLevel
from models.vocabulary.status import Ack, Facet, Icrc

_C = EventCode
L0, L1, L2 = EvidenceLevel.L0, EvidenceLevel.L1, EvidenceLevel.L2

_REPLIES = frozenset({_C.C14, _C.D20, _C.D21, _C.L49, _C.R61})
_TOUCHES_ACK = _REPLIES | {_C.D22}
_ADMITS: dict[EventCode, Ack] = {_C.D20: Ack.ACK_OFFICIAL, _C.C14: Ack.ACK_INFORMAL}
_DENIALS = frozenset({Ack.DENIED, Ack.NOT_IDENTIFIED})
# P2: of two equal answers of one day the admission stands, as custody stands before freedom.
_FINALITY: dict[Ack, int] = {
    Ack.ACK_OFFICIAL: 0,
    Ack.ACK_INFORMAL: 1,
    Ack.ACK_WITHDRAWN: 2,
    Ack.NOT_IDENTIFIED: 3,
    Ack.DENIED: 4,
    Ack.NO_REPLY: 5,
    Ack.ASKED: 6,
    Ack.NOT_ASKED: 7,
}

_TOUCHES_ICRC = frozenset({_C.D22, _C.D23, _C.D24, _C.C17, _C.R60})
_ICRC_STEPS = (
    Icrc.NONE,
    Icrc.TRACING_OPEN,
    Icrc.MESSAGE_RECEIVED,
    Icrc.NOTIFIED_BY_POWER,
    Icrc.VISITED,
    Icrc.CLOSED,
)

_NOT_ASKED = FacetState(Ack.NOT_ASKED)
_NO_ICRC = FacetState(Icrc.NONE)


class AckFinding(NamedTuple):
    """The acknowledgement facet, and whether it names him well enough for S24."""

    state: FacetState
    admitted: bool = False


class IcrcFinding(NamedTuple):
    """The Red Cross facet, and whether a notification or visit at L2 stands behind it."""

    state: FacetState
    registered: bool = False


_NOTHING = AckFinding(_NOT_ASKED)
_NO_CONTACT = IcrcFinding(_NO_ICRC)


def acknowledgement(pile: Pile, say: Say) -> AckFinding:
    """Settle acknowledgement (3.2; P2, P4): it never touches custody or fate when it denies."""
    if _TOUCHES_ACK.isdisjoint(pile.codes):
        return _NOTHING
    claims = [
        Claim(said, _FINALITY[said], w)
        for w in pile.events
        if w.code in _REPLIES and w.level >= L1 and (said := _reply(w)) is not None
    ]
    settled = settle(claims)
    if settled is None:
        return _asked(pile, say)
    tell(Facet.ACK, settled, say)
    state = state_of(settled)
    if settled.claim.value in _DENIALS:
        denial = settled.claim.by
        say(TraceLine(Facet.ACK, "denial_keeps_custody", "P4", denial.event.id, denial.code))
        admission = _earlier_admission(claims, denial)
        if admission is not None:
            say(_line(Facet.ACK, "admission_withdrawn", "P2", admission))
            state = FacetState(
                Ack.ACK_WITHDRAWN, state.level, state.since, state.as_of, state.contested
            )
    return AckFinding(state, _names_him(settled))


def _reply(weighed: Weighed) -> Ack | None:
    """Tell what an answer says; a mere lead that he is admitted is never an official word."""
    says = weighed.event.says
    code = weighed.code
    if code is _C.D21:
        return says if isinstance(says, Ack) and says in _DENIALS else Ack.DENIED
    said = says if isinstance(says, Ack) else None
    if said is None:
        said = _ADMITS.get(code)
    if said is Ack.ACK_OFFICIAL and weighed.level is L1:
        return Ack.ACK_INFORMAL
    return said


def _earlier_admission(claims: list[Claim], denial: Weighed) -> Weighed | None:
    """Find an official admission before a denial: the denial then takes it back."""
    for claim in reversed(claims):
        if claim.value is Ack.ACK_OFFICIAL and denial.later_than(claim.by):
            return claim.by
    return None


def _names_him(settled: Settled) -> bool:
    """S24: an official word admits him; an informal one only with two identifiers (3.5)."""
    if settled.claim.value is Ack.ACK_OFFICIAL:
        return True
    return settled.claim.value is Ack.ACK_INFORMAL and any(
        EventTrait.TWO_IDENTIFIERS in agreed.by.event.traits and agreed.by.level >= L2
        for agreed in settled.agreeing
    )


def _asked(pile: Pile, say: Say) -> AckFinding:
    """Tell that they were asked, and whether the time for an answer has passed (D22).

    Asking is the office's own act and needs no graded source; asking again undoes no answer.
    """
    asked = [w for w in pile.events if w.code is _C.D22 and not isinstance(w.event.says, Icrc)]
    if not asked:
        return _NOTHING
    last = asked[-1]
    event = last.event
    silent = (
        EventTrait.DEADLINE_PASSED in event.traits
        or (event.reply_due is not None and event.reply_due < pile.as_of)
        or event.says is Ack.NO_REPLY
    )
    say(_line(Facet.ACK, "no_reply" if silent else "asked", "P4", last))
    value = Ack.NO_REPLY if silent else Ack.ASKED
    return AckFinding(FacetState(value, last.level, asked[0].event.date, event.date))


def red_cross(pile: Pile, say: Say) -> IcrcFinding:
    """Settle how far the Red Cross has come: the furthest step stands (3.2, 3.5)."""
    if _TOUCHES_ICRC.isdisjoint(pile.codes):
        return _NO_CONTACT
    steps = [
        (step, w)
        for w in pile.events
        if (w.code in _TOUCHES_ICRC or w.event.says is not None)
        and (step := _icrc_step(w)) is not None
    ]
    if not steps:
        return _NO_CONTACT
    firm = [pair for pair in steps if pair[1].level >= L2] or steps
    value, best = max(firm, key=lambda pair: (_ICRC_STEPS.index(pair[0]), pair[1].level))
    same = [w for step, w in firm if step is value]
    for weighed in same:
        say(supports(Facet.ICRC, weighed))
    registered = any(
        step in {Icrc.NOTIFIED_BY_POWER, Icrc.VISITED} and w.level >= L2 for step, w in steps
    )
    return IcrcFinding(
        FacetState(value, best.level, same[0].event.date, same[-1].event.date), registered
    )


def _icrc_step(weighed: Weighed) -> Icrc | None:
    event = weighed.event
    code = weighed.code
    if isinstance(event.says, Icrc) and (code in {_C.D22, _C.R60} or weighed.level >= L1):
        return event.says
    if weighed.level is L0:
        return None
    if code is _C.D24:
        return Icrc.VISITED
    if code is _C.D23:
        return Icrc.NOTIFIED_BY_POWER
    if code is _C.C17 and (
        EventTrait.OFFICIAL_CHANNEL in event.traits
        or any(word.source_kind is SourceKind.ICRC for word in event.assertions)
    ):
        return Icrc.MESSAGE_RECEIVED
    return None


def _line(facet: Facet, key: str, rule: str, by: Weighed) -> TraceLine:
    return TraceLine(facet, key, rule, by.event.id, by.code, grades(by), (), by.event.date)
