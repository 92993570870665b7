"""Resolve what a family said about passing things on: the most restrictive word wins.

domain.md 2.12: each scope is asked by itself; 3.10: where two who may speak for a man disagree,
nothing goes out until they are of one mind.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from models.vocabulary.families import ConsentAnswer, ConsentScope, ConsentState
from models.vocabulary.partial_date import PartialDate

_NEVER = PartialDate.unknown()


@dataclass(frozen=True, slots=True)
class Answer:
    """What one person answered about one scope; `giver` is the same for all they ever said."""

    scope: ConsentScope
    answer: ConsentAnswer
    giver: str
    name: str
    given: PartialDate
    recorded: datetime
    withdrawn_on: date | None = None

    @property
    def state(self) -> ConsentState:
        """What this answer says by itself, as it stands now."""
        if self.withdrawn_on is not None:
            return ConsentState.WITHDRAWN
        return ConsentState.YES if self.answer is ConsentAnswer.YES else ConsentState.NO

    @property
    def since(self) -> PartialDate:
        """The day from which it says so."""
        return self.given if self.withdrawn_on is None else PartialDate.on(self.withdrawn_on)

    @property
    def order(self) -> tuple[date, datetime]:
        """Put what one person said in the order in which it was said."""
        return self.given.earliest or self.recorded.date(), self.recorded

    def is_later_than(self, other: Answer) -> bool:
        """Tell whether the same person said this after the other."""
        return self.order > other.order


@dataclass(frozen=True, slots=True)
class Standing:
    """What holds of one scope: by whose word, since when, and who says otherwise."""

    state: ConsentState = ConsentState.NOT_ASKED
    by: tuple[str, ...] = ()
    since: PartialDate = _NEVER
    against: tuple[str, ...] = ()


type Standings = Mapping[ConsentScope, Standing]


@dataclass(frozen=True, slots=True)
class Allowed:
    """It may go out: by whose word, since when."""

    scope: ConsentScope
    by: tuple[str, ...]
    since: PartialDate


@dataclass(frozen=True, slots=True)
class Blocked:
    """It may not go out; `why` is never YES."""

    scope: ConsentScope
    why: ConsentState
    by: tuple[str, ...]
    since: PartialDate


def resolve(answers: Iterable[Answer]) -> Standings:
    """Say what holds of every scope.

    What somebody said last replaces what they said before; a consent taken back is not made good
    by an older one. Among several people yes holds only where nobody says no and nobody took it
    back.
    """
    last: dict[tuple[ConsentScope, str], Answer] = {}
    for answer in answers:
        key = answer.scope, answer.giver
        if key not in last or answer.is_later_than(last[key]):
            last[key] = answer
    return {
        scope: _standing([said for (of, _), said in last.items() if of is scope])
        for scope in ConsentScope
    }


def _standing(said: list[Answer]) -> Standing:
    if not said:
        return Standing()
    yes = [one for one in said if one.state is ConsentState.YES]
    refusing = [one for one in said if one.state is not ConsentState.YES]
    if yes and refusing:
        return Standing(
            ConsentState.CONFLICT, _names(refusing), _newest(refusing), against=_names(yes)
        )
    no = [one for one in refusing if one.state is ConsentState.NO]
    deciding = yes or no or refusing
    return Standing(deciding[0].state, _names(deciding), _newest(deciding))


def _names(said: list[Answer]) -> tuple[str, ...]:
    return tuple(sorted({one.name for one in said}))


def _newest(said: list[Answer]) -> PartialDate:
    return max(said, key=lambda one: one.order).since


def may_share(standings: Standings, scope: ConsentScope) -> Allowed | Blocked:
    """Say whether something of this scope may go out; what was not asked may not."""
    found = standings.get(scope, Standing())
    if found.state is ConsentState.YES:
        return Allowed(scope, found.by, found.since)
    return Blocked(scope, found.state, found.by, found.since)


def may_share_all(standings: Standings, *scopes: ConsentScope) -> Allowed | Blocked:
    """Say whether something that needs several scopes may go out; the first refusal is named."""
    found = [may_share(standings, scope) for scope in scopes]
    return next((one for one in found if isinstance(one, Blocked)), found[0])
