"""Compute the status of a case: weigh the events, settle each facet, choose the headline."""

from datetime import date
from types import MappingProxyType

from models.codebook.chips import choose_chips, silent_from
from models.codebook.custody import CustodyFinding, custody
from models.codebook.facts import CaseHistory, FacetState, Override, Status, TraceLine
from models.codebook.fate import FateFinding, fate
from models.codebook.headline import Answers, choose_headline, died_in_custody
from models.codebook.homecoming import homecoming
from models.codebook.latest import Say, grades
from models.codebook.overrides import in_force, set_by_hand
from models.codebook.pile import Pile, Weighed, lay_out
from models.codebook.proceedings import civil, file_itself, health, interim_measure, legal
from models.codebook.remains import remains
from models.codebook.replies import acknowledgement, red_cross
from models.vocabulary.accounts import ClosureReason
from models.vocabulary.event_codes import EventCode
from models.vocabulary.evidence import EvidenceLevel
from models.vocabulary.status import Ack, Custody, Facet, Fate, Headline, Repat

CODEBOOK_VERSION = "1.0"

_HELD = frozenset({Custody.PRESUMED, Custody.INDICATED, Custody.CONFIRMED})
_HANDED_OVER = frozenset({Repat.HANDED_OVER, Repat.VERIFIED, Repat.CLOSED})


def compute(history: CaseHistory, as_of: date) -> Status:
    """Compute facets, chips, headline and reasons of one case as they stand on a day.

    The order in which events are given does not matter. domain.md 3.2-3.6, decisions.md Status.
    """
    trace: list[TraceLine] = []
    say = trace.append
    pile = lay_out(history, as_of)
    _tell_what_was_set_aside(pile, say)
    answers = _settle_facets(pile, say)
    chosen = _decisions_by_hand(history, answers, as_of, say)
    headline = choose_headline(answers, say)
    by_hand = chosen.get(None)
    if by_hand is not None and isinstance(by_hand.value, Headline):
        headline = by_hand.value
    chips = choose_chips(history, answers, headline, manual=bool(chosen), say=say)
    say(TraceLine(None, "would_become", "", "", None, "", (headline,)))
    return Status(
        headline,
        MappingProxyType(answers.facets),
        chips,
        tuple(trace),
        answers.fate.proof_of_life_at,
        answers.custody.ever_confirmed,
        answers.acknowledged or answers.value(Facet.ACK) is Ack.ACK_OFFICIAL,
        answers.remains.identified,
        CODEBOOK_VERSION,
        silent_from(answers, headline),
    )


def _settle_facets(pile: Pile, say: Say) -> Answers:
    """Settle every facet; the four questions stay apart (product.md rule 2)."""
    held = custody(pile, say)
    life = fate(pile, say)
    held = _ended_by_death(held, life, say)
    admitted = acknowledgement(pile, say)
    visited = red_cross(pile, say)
    file = file_itself(pile, say)
    home = homecoming(pile, say, closed=_closed_at_home(pile), held_again=held.state.value in _HELD)
    body = remains(pile, life.proofs, say)
    court = civil(pile, say)
    facets = {
        Facet.FATE: life.state,
        Facet.CUSTODY: held.state,
        Facet.ACK: admitted.state,
        Facet.ICRC: visited.state,
        Facet.LEGAL: legal(pile, say),
        Facet.HEALTH: health(pile, say),
        Facet.REPAT: home,
        Facet.REMAINS: body.state,
        Facet.CIVIL: court.state,
        Facet.R39: interim_measure(pile, say, home=home.value in _HANDED_OVER),
        Facet.ADMIN: file,
    }
    return Answers(pile, facets, life, held, body, court, admitted.admitted or visited.registered)


def _ended_by_death(held: CustodyFinding, life: FateFinding, say: Say) -> CustodyFinding:
    """End custody with a confirmed death in it (3.2, S53)."""
    if life.state.value is not Fate.DEAD_CONFIRMED or not died_in_custody(life, held):
        return held
    state = life.state
    say(TraceLine(Facet.CUSTODY, "ended_by_death", "P15", "", None, "", (), state.as_of))
    ended = FacetState(Custody.ENDED_DEATH, state.level, state.since, state.as_of)
    return held._replace(state=ended)


def _closed_at_home(pile: Pile) -> bool:
    return EventCode.A113 in pile.codes and any(
        w.code is EventCode.A113 and w.event.closure_reason is ClosureReason.REPATRIATED_VERIFIED
        for w in pile.events
    )


def _decisions_by_hand(
    history: CaseHistory, answers: Answers, as_of: date, say: Say
) -> dict[Facet | None, Override]:
    """P13: let decisions in force replace facets before the headline is chosen."""
    if not history.overrides:
        return {}
    chosen = in_force(history.overrides, as_of, say)
    set_by_hand(answers.facets, chosen, say)
    return chosen


def _tell_what_was_set_aside(pile: Pile, say: Say) -> None:
    """Say what did not count and by which rule: withdrawn, repeated, coerced, capped, too weak."""
    for event in pile.set_aside:
        say(TraceLine(None, "set_aside", "P14", event.id, event.code, "", (), event.date))
    for event in pile.pooled:
        for word in event.assertions:
            say(
                TraceLine(
                    Facet.CUSTODY,
                    "identified",
                    "",
                    event.id,
                    event.code,
                    word.reliability + word.credibility,
                    (),
                    event.date,
                )
            )
    for weighed in pile.events:
        if weighed.cap:
            say(_about(weighed, "capped", weighed.cap, weighed.level.name))
        elif weighed.level is EvidenceLevel.L0 and weighed.event.assertions:
            say(_about(weighed, "unsupported", "", ""))
        words = weighed.event.assertions
        if len(words) > 1 or (words and (words[0].withdrawn or words[0].coerced)):
            _tell_of_words(weighed, say)


def _tell_of_words(weighed: Weighed, say: Say) -> None:
    """P9, P10, P14: say which words of an event were struck out, coerced or counted once."""
    groups = [w.group for w in weighed.event.assertions if not w.withdrawn]
    repeated = len(groups) - len(set(groups))
    if repeated:
        say(_about(weighed, "counted_once", "P10", str(repeated + 1)))
    for word in weighed.event.assertions:
        pair = word.reliability + word.credibility
        event = weighed.event
        if word.withdrawn:
            say(TraceLine(None, "word_withdrawn", "P14", event.id, weighed.code, pair))
        elif word.coerced:
            say(TraceLine(None, "coerced", "P9", event.id, weighed.code, pair))


def _about(weighed: Weighed, key: str, rule: str, value: str) -> TraceLine:
    event = weighed.event
    return TraceLine(None, key, rule, event.id, weighed.code, grades(weighed), (value,), event.date)
