"""Choose the one line for lists from the facets, top down, first true wins (P15)."""

from collections.abc import Callable
from typing import NamedTuple

from models.codebook.custody import CustodyFinding, confirms_custody
from models.codebook.facts import FacetState, TraceLine
from models.codebook.fate import FateFinding
from models.codebook.latest import Say
from models.codebook.pile import Pile, Weighed
from models.codebook.proceedings import CivilFinding
from models.codebook.remains import RemainsFinding
from models.vocabulary.accounts import SourceKind
from models.vocabulary.event_codes import EventCode
from models.vocabulary.evidence import EventTrait, EvidenceLevel
from models.vocabulary.status import (
    Ack,
    Admin,
    Custody,
    Facet,
    FacetValue,
    Fate,
    Headline,
    Health,
    Legal,
    Repat,
)

_C = EventCode
L1, L2, L3, L4 = EvidenceLevel.L1, EvidenceLevel.L2, EvidenceLevel.L3, EvidenceLevel.L4

_OUTSIDE = frozenset({Admin.MERGED, Admin.REJECTED})
_HOME = frozenset({Repat.VERIFIED, Repat.CLOSED})
_CONVICTED = frozenset({Legal.CONVICTED, Legal.SERVING})
_DENIED = frozenset({Ack.DENIED, Ack.NOT_IDENTIFIED, Ack.ACK_WITHDRAWN})
_DETAINING = frozenset(
    {
        SourceKind.MOD_ADVERSE,
        SourceKind.SECURITY_SERVICE_ADVERSE,
        SourceKind.COURT_ADVERSE,
        SourceKind.STATE_COMMISSION_ADVERSE,
    }
)


class Answers(NamedTuple):
    """All facets of a case together, as the headline and the chips ask for them."""

    pile: Pile
    facets: dict[Facet, FacetState]
    fate: FateFinding
    custody: CustodyFinding
    remains: RemainsFinding
    civil: CivilFinding
    acknowledged: bool

    def value(self, facet: Facet) -> FacetValue:
        """Give the value of a facet as it stands after any override."""
        return self.facets[facet].value


class Choice(NamedTuple):
    """A headline and why it was chosen."""

    headline: Headline
    key: str
    rule: str = "P15"


def choose_headline(answers: Answers, say: Say) -> Headline:
    """P15: ask each rule in its order; the first that answers names the headline."""
    for rule in _IN_ORDER:
        choice = rule(answers)
        if choice is not None:
            say(TraceLine(None, choice.key, choice.rule, "", None, "", (choice.headline,)))
            return choice.headline
    say(TraceLine(None, "nothing_reported", "P15", "", None, "", (Headline.S00,)))
    return Headline.S00


def _outside(answers: Answers) -> Choice | None:
    """P15: merged or not ours: S90."""
    if answers.value(Facet.ADMIN) in _OUTSIDE:
        return Choice(Headline.S90, "file_closed")
    return None


def _home_or_never_held(answers: Answers) -> Choice | None:
    """P15, P8: verified in person: S41; found alive, never captured: S42."""
    if answers.value(Facet.REPAT) in _HOME:
        return Choice(Headline.S41, "verified_in_person")
    if answers.value(Facet.CUSTODY) is Custody.NEVER:
        return Choice(Headline.S42, "found_not_captured")
    return None


def _remains_known(answers: Answers) -> Choice | None:
    """P15, P7, P16: handed over S63, identified S62, unidentifiable S64; Status 3: S61, S60."""
    found = answers.remains
    if found.with_family:
        return Choice(Headline.S63, "remains_with_family")
    if found.identified:
        return Choice(Headline.S62, "remains_identified")
    if found.unidentifiable:
        return Choice(Headline.S64, "remains_unidentifiable")
    if found.recovered:
        return Choice(Headline.S61, "remains_recovered", "P16")
    if found.located:
        return Choice(Headline.S60, "remains_located", "P16")
    return None


def _death_confirmed(answers: Answers) -> Choice | None:
    """P15: death confirmed after confirmed custody, or told by the detaining power: S53, S52."""
    if answers.value(Facet.FATE) is not Fate.DEAD_CONFIRMED:
        return None
    if answers.value(Facet.CUSTODY) is Custody.ENDED_DEATH:
        return Choice(Headline.S53, "died_in_custody")
    return Choice(Headline.S52, "death_confirmed")


def _on_his_way(answers: Answers) -> Choice | None:
    """P15, P8: handed over S40, escaped S31, released S30."""
    if answers.value(Facet.REPAT) is Repat.HANDED_OVER:
        return Choice(Headline.S40, "handed_over", "P8")
    held = answers.value(Facet.CUSTODY)
    if held is Custody.ENDED_ESCAPED:
        return Choice(Headline.S31, "escaped")
    if held is Custody.ENDED_RELEASED:
        return Choice(Headline.S30, "released")
    return None


def _presumed_dead(answers: Answers) -> Choice | None:
    """P15, P6: death at L3 with no later custody or life, or a court alone: S51."""
    state = answers.facets[Facet.FATE]
    if state.value is Fate.DEAD_INDICATED and state.level >= L3 and not held_after_death(answers):
        return Choice(Headline.S51, "death_probable")
    court = answers.civil.declared_dead
    if court is None or answers.custody.ever_confirmed or _lived_after(court, answers):
        return None
    return Choice(Headline.S51, "declared_dead", "P6")


def held_after_death(answers: Answers) -> bool:
    """P15, P2: say whether custody is shown after the alleged death, or as well on its day."""
    deaths = answers.fate.deaths
    if not deaths:
        return False
    death = max(deaths, key=lambda w: (w.level, w.lo, w.hi))
    return any(
        w.later_than(death) if not w.overlaps(death) else w.level >= death.level
        for w in answers.custody.held
        if w.level >= L2
    )


def _lived_after(court: Weighed, answers: Answers) -> bool:
    """P3: say whether life at L2 is known from after the day the court ruled."""
    return any(w.life >= L2 and w.later_than(court) for w in answers.fate.proofs)


def _held(answers: Answers) -> Choice | None:
    """P15: custody confirmed: convicted S26, in hospital S25, admitted S24, denied S23, S22."""
    held = answers.value(Facet.CUSTODY)
    if held is Custody.INDICATED:
        return Choice(Headline.S21, "custody_indicated")
    if held is not Custody.CONFIRMED:
        return None
    facets = answers.facets
    law, well = facets[Facet.LEGAL], facets[Facet.HEALTH]
    if law.value in _CONVICTED and law.level >= L2:
        return Choice(Headline.S26, "held_convicted")
    if well.value is Health.HOSPITALISED and well.level >= L2:
        return Choice(Headline.S25, "held_in_hospital")
    if answers.acknowledged or answers.value(Facet.ACK) is Ack.ACK_OFFICIAL:
        return Choice(Headline.S24, "held_admitted")
    if answers.value(Facet.ACK) in _DENIED:
        return Choice(Headline.S23, "held_denied", "P4")
    return Choice(Headline.S22, "held_not_admitted")


def _reported(answers: Answers) -> Choice | None:
    """P15: death reported S50, capture presumed S20, missing S11, reported missing S10."""
    if answers.value(Facet.FATE) is Fate.DEAD_INDICATED:
        return Choice(Headline.S50, "death_reported")
    if answers.value(Facet.CUSTODY) is Custody.PRESUMED:
        return Choice(Headline.S20, "custody_presumed")
    if any(_authority_confirms(w) for w in answers.pile.events):
        return Choice(Headline.S11, "authority_confirms")
    if any(w.code is _C.E01 and w.level >= L1 for w in answers.pile.events):
        return Choice(Headline.S10, "reported_missing")
    return None


def _authority_confirms(weighed: Weighed) -> bool:
    """S11: E05, or E04 with a named list from the unit command (decisions.md, Status 4)."""
    if weighed.level < L1:
        return False
    return weighed.code is _C.E05 or (
        weighed.code is _C.E04 and EventTrait.NAMED_LIST in weighed.event.traits
    )


def died_in_custody(fate: FateFinding, custody: CustodyFinding) -> bool:
    """S53: custody was confirmed before the death, or the detaining power reports it (3.5)."""
    certain = [w for w in fate.deaths if w.level is L4]
    if any(
        w.code is _C.X81
        and any(a.source_kind in _DETAINING and not a.withdrawn for a in w.event.assertions)
        for w in certain
    ):
        return True
    if custody.state.value is not Custody.CONFIRMED or not certain:
        return False
    first = min(certain, key=lambda w: (w.hi, w.lo, w.code, w.event.id))
    return any(confirms_custody(w) and w.lo <= first.hi for w in custody.held)


_IN_ORDER: tuple[Callable[[Answers], Choice | None], ...] = (
    _outside,
    _home_or_never_held,
    _remains_known,
    _death_confirmed,
    _on_his_way,
    _presumed_dead,
    _held,
    _reported,
)
