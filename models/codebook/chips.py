"""Choose the overlays shown beside the headline: each is one sentence a colleague would add."""

from datetime import date, timedelta

from models.codebook.facts import CaseHistory, TraceLine
from models.codebook.headline import Answers
from models.codebook.latest import Say
from models.vocabulary.event_codes import EventCode
from models.vocabulary.evidence import EventTrait, EvidenceLevel
from models.vocabulary.partial_date import PartialDate
from models.vocabulary.status import Chip, Custody, Facet, Headline, Health, Rule39

_C = EventCode
L1, L2 = EvidenceLevel.L1, EvidenceLevel.L2

STALE_AFTER_DAYS = 60
"""P5: so many days without a sign of life make a case stale."""
ADULT_AT = 18

_STILL_SOUGHT = frozenset(
    {
        Headline.S10,
        Headline.S11,
        Headline.S20,
        Headline.S21,
        Headline.S22,
        Headline.S23,
        Headline.S24,
        Headline.S25,
        Headline.S26,
        Headline.S30,
        Headline.S31,
    }
)
_HELD = frozenset({Custody.PRESUMED, Custody.INDICATED, Custody.CONFIRMED})
_CONTACT = frozenset({_C.E02, _C.E03})
_SPEAKS_OF_HEALTH = frozenset({_C.E09, _C.D26, _C.D28})


def choose_chips(
    history: CaseHistory, answers: Answers, headline: Headline, *, manual: bool, say: Say
) -> tuple[Chip, ...]:
    """Collect the chips of a case in the order they are shown (3.4; decisions.md, Status 5)."""
    chips = []
    if disputed(answers):
        chips.append(Chip.DISPUTED)
    if manual:
        chips.append(Chip.MANUAL)
    if history.urgent:
        chips.append(Chip.URGENT)
    last = silent_from(answers, headline)
    silent_for = None if last is None else (answers.pile.as_of - last).days
    if silent_for is not None and silent_for > STALE_AFTER_DAYS:
        chips.append(Chip.STALE)
        say(TraceLine(None, "stale", "P5", "", None, "", (str(silent_for),)))
    chips.extend(_of_health(answers))
    if answers.civil.declared_dead is not None and answers.custody.ever_confirmed:
        chips.append(Chip.DECLARED_DEAD)
        say(TraceLine(Facet.CIVIL, "court_does_not_end_search", "P6"))
    if answers.remains.possible_link:
        chips.append(Chip.POSSIBLE_REMAINS_LINK)
    if answers.value(Facet.R39) is Rule39.APPLIED:
        chips.append(Chip.R39)
    if _before_the_working_group(answers):
        chips.append(Chip.WGEID)
    if history.born is not None and may_be_minor(history.born, answers.pile.as_of):
        chips.append(Chip.MINOR)
    if history.restricted:
        chips.append(Chip.RESTRICTED)
    return tuple(chips)


def disputed(answers: Answers) -> bool:
    """Say whether accounts stand against one another (P2; decisions.md, Status 5)."""
    fate = answers.fate
    confirmed = answers.custody.ever_confirmed
    return (
        any(state.contested for state in answers.facets.values())
        or fate.defeated
        or (bool(fate.deaths or fate.outlived) and confirmed and _death_is_open(answers))
        or (fate.outlived and bool(fate.proofs))
        or (answers.civil.declared_dead is not None and confirmed)
    )


def _death_is_open(answers: Answers) -> bool:
    """A death that the facets have accepted as confirmed stands against nothing."""
    return answers.value(Facet.CUSTODY) in _HELD or answers.fate.outlived


def silent_from(answers: Answers, headline: Headline) -> date | None:
    """P5: name the day he was last known to live, or last met his people, while he is sought.

    None when no event has a date to count from, and where nobody looks for him any more.
    """
    if headline not in _STILL_SOUGHT:
        return None
    last = answers.fate.proof_of_life_at
    latest = last.latest or last.earliest if last is not None else None
    days = [w.hi for w in answers.pile.events if w.code in _CONTACT and _dated(w.event.date)]
    if latest is not None:
        days.append(min(latest, answers.pile.as_of))
    if not days:
        days = [w.hi for w in answers.pile.events if _dated(w.event.date)][:1]
    return max(days) if days else None


def _dated(when: PartialDate) -> bool:
    return when.latest is not None


def _of_health(answers: Answers) -> list[Chip]:
    """Say that he is in hospital, whatever the headline; critical only while he is held."""
    state = answers.facets[Facet.HEALTH]
    chips = []
    if state.level >= L2 and answers.value(Facet.CUSTODY) in _HELD:
        critical = state.value is Health.SERIOUS_INJURY or any(
            w.code in _SPEAKS_OF_HEALTH
            and EventTrait.CRITICAL in w.event.traits
            and w.event.date == state.as_of
            for w in answers.pile.events
        )
        if critical:
            chips.append(Chip.HEALTH_CRITICAL)
    if state.value is Health.HOSPITALISED and state.level >= L1:
        chips.append(Chip.HOSPITALISED)
    return chips


def _before_the_working_group(answers: Answers) -> bool:
    """WGEID: submitted (L51) and not clarified since (L52)."""
    codes = answers.pile.codes
    if _C.L51 not in codes:
        return False
    last = [w.code for w in answers.pile.events if w.code in {_C.L51, _C.L52} and w.level >= L1]
    return bool(last) and last[-1] is _C.L51


def may_be_minor(born: PartialDate, on: date) -> bool:
    """Say whether he may be under eighteen on a day, by the latest day he can be born on."""
    latest = born.latest
    if latest is None:
        return False
    return _birthday(latest, ADULT_AT) > on


def _birthday(born: date, age: int) -> date:
    try:
        return born.replace(year=born.year + age)
    except ValueError:  # born on 29 February
        return born.replace(year=born.year + age, day=28) + timedelta(days=1)
