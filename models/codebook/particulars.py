"""Read the particulars kept with an event (strings) into what the rules ask about."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from models.vocabulary.accounts import ClosureReason
from models.vocabulary.event_codes import EventCode
from models.vocabulary.evidence import EventTrait, IdentityBasis
from models.vocabulary.status import (
    Ack,
    FacetValue,
    Health,
    Icrc,
    Legal,
    Remains,
    Repat,
    Rule39,
)

_C = EventCode
YES = "yes"


class Particular(StrEnum):
    """Name a key under which an event keeps something that the rules ask about.

    `traits` holds codes with spaces between; `signed_off` and `homonym` hold "yes" or nothing;
    `reply_due` is a day, ISO 8601.
    """

    SAYS = "says"
    TRAITS = "traits"
    BASIS = "basis"
    REPLY_DUE = "reply_due"
    SIGNED_OFF = "signed_off"
    HOMONYM = "homonym"
    CLOSURE_REASON = "closure_reason"


class NotAParticular(ValueError):
    """A particular cannot be read: `key`, `value`; the sentence is made by the faces."""

    def __init__(self, key: str, value: str) -> None:
        super().__init__("not_a_particular")
        self.key = key
        self.value = value


class Particulars(NamedTuple):
    """What the rules ask of an event beyond its code, date and sources."""

    says: FacetValue | None = None
    traits: frozenset[EventTrait] = frozenset()
    basis: IdentityBasis | None = None
    reply_due: date | None = None
    signed_off: bool = False
    homonym: bool = False
    closure_reason: ClosureReason | None = None


MAY_SAY: dict[EventCode, tuple[FacetValue, ...]] = {
    _C.D20: (Ack.ACK_OFFICIAL, Ack.ACK_INFORMAL),
    _C.D21: (Ack.DENIED, Ack.NOT_IDENTIFIED),
    _C.D22: (Ack.ASKED, Ack.NO_REPLY, Icrc.TRACING_OPEN),
    _C.L49: (Ack.ACK_OFFICIAL, Ack.NOT_IDENTIFIED, Ack.DENIED, Rule39.INFO_SOUGHT),
    _C.R61: (Ack.ACK_OFFICIAL, Ack.NOT_IDENTIFIED, Ack.DENIED, Repat.REFUSED),
    _C.R60: (Repat.LISTED_OWN, Repat.CLAIM_SUBMITTED, Icrc.TRACING_OPEN),
    _C.L43: (Legal.CONVICTED, Legal.ACQUITTED),
    _C.L44: (Legal.APPEAL, Legal.SERVING),
    _C.L45: (Legal.PARDONED_OR_REDUCED, Legal.SENTENCE_SERVED, Legal.SERVING),
    _C.L46: (Rule39.REQUESTED, Rule39.INFO_SOUGHT),
    _C.L48: (Rule39.SUSPENDED, Rule39.REFUSED, Rule39.LIFTED),
    _C.M93: (Remains.UNDER_EXAM, Remains.UNIDENTIFIABLE),
    _C.M96: (Remains.UNIDENTIFIABLE,),
    **dict.fromkeys(
        (_C.E03, _C.E09, _C.C19, _C.D27, _C.D28, _C.D29, _C.D31, _C.R68), tuple(Health)
    ),
}
"""What an event may say in so many words, where its code leaves it open."""

MAY_SHOW: dict[EventCode, tuple[EventTrait, ...]] = {
    _C.E04: (EventTrait.NAMED_LIST,),
    _C.E09: (EventTrait.CRITICAL,),
    _C.C12: (EventTrait.SELF_NAMED, EventTrait.SEEN_DEAD),
    _C.C13: (EventTrait.SELF_NAMED,),
    _C.C14: (EventTrait.IN_WRITING, EventTrait.TWO_IDENTIFIERS),
    _C.C15: (EventTrait.IN_WRITING, EventTrait.TWO_IDENTIFIERS),
    _C.C17: (EventTrait.RECOGNISED, EventTrait.OFFICIAL_CHANNEL),
    _C.C18: (EventTrait.RECOGNISED, EventTrait.OFFICIAL_CHANNEL),
    _C.C19: (EventTrait.KNEW_HIM, EventTrait.SEEN_DEAD),
    _C.D20: (EventTrait.IN_WRITING, EventTrait.TWO_IDENTIFIERS),
    _C.D22: (EventTrait.DEADLINE_PASSED,),
    _C.D26: (EventTrait.CRITICAL,),
    _C.D28: (EventTrait.CRITICAL,),
    _C.R68: (EventTrait.CRITICAL,),
    _C.M97: (EventTrait.BY_AUTHORITY,),
}
"""Which circumstances the form asks about with each code."""

ASKS_BASIS = frozenset({_C.M90, _C.M91, _C.M92, _C.M93, _C.M97, _C.M99, _C.X80, _C.X82})
"""Codes with which the form asks by what the remains were tied to him (P7)."""


def read_particulars(code: EventCode, kept: Mapping[str, str]) -> Particulars:
    """Read the particulars of an event. Raises NotAParticular for a word no rule knows."""
    if not kept:
        return _NONE
    return Particulars(
        says=_says(code, kept.get(Particular.SAYS, "")),
        traits=_traits(kept.get(Particular.TRAITS, "")),
        basis=_one_of(IdentityBasis, Particular.BASIS, kept),
        reply_due=_day(kept.get(Particular.REPLY_DUE, "")),
        signed_off=kept.get(Particular.SIGNED_OFF, "") == YES,
        homonym=kept.get(Particular.HOMONYM, "") == YES,
        closure_reason=_one_of(ClosureReason, Particular.CLOSURE_REASON, kept),
    )


_NONE = Particulars()


def _says(code: EventCode, word: str) -> FacetValue | None:
    if not word:
        return None
    for value in MAY_SAY.get(code, ()):
        if value == word:
            return value
    raise NotAParticular(Particular.SAYS, word)


def _traits(words: str) -> frozenset[EventTrait]:
    try:
        return frozenset(EventTrait(word) for word in words.split())
    except ValueError:
        raise NotAParticular(Particular.TRAITS, words) from None


def _one_of[Word: StrEnum](
    kind: type[Word], key: Particular, kept: Mapping[str, str]
) -> Word | None:
    word = kept.get(key, "")
    if not word:
        return None
    try:
        return kind(word)
    except ValueError:
        raise NotAParticular(key, word) from None


def _day(word: str) -> date | None:
    if not word:
        return None
    try:
        return date.fromisoformat(word)
    except ValueError:
        raise NotAParticular(Particular.REPLY_DUE, word) from None
