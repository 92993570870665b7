"""What holds for every history whatever, tried on many made-up ones."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from models.codebook import CaseHistory, EventFact, compute
from models.codebook.accounting import accounting_line
from models.codebook.facts import AssertionFact
from models.vocabulary.event_codes import EventCode, EventGroup
from models.vocabulary.evidence import (
    Authenticity,
    Credibility,
    EvidenceClass,
    EvidenceLevel,
    Reliability,
)
from models.vocabulary.partial_date import PartialDate
from models.vocabulary.status import FACET_VALUES, Ack, Custody, Facet, Fate
from tests.codebook.telling import AS_OF, it, on

FIRST = date(2020, 12, 1)
DENIALS = (EventCode.D21, EventCode.R63, EventCode.D22)

days = st.integers(0, 500).map(lambda n: FIRST + timedelta(days=n))
grades = st.tuples(st.sampled_from(Reliability), st.sampled_from(Credibility))
weak = st.tuples(
    st.sampled_from((Reliability.D, Reliability.E, Reliability.F)), st.sampled_from(Credibility)
)


@st.composite
def dates(draw: st.DrawFn) -> PartialDate:
    first = draw(days)
    last = first + timedelta(days=draw(st.integers(0, 20)))
    form = draw(st.sampled_from(("{0}", "[{0}..{1}]", "{0}/{1}", "{0}/..", "[..{0}]", "")))
    return on(form.format(first, last) or None)


@st.composite
def assertions(
    draw: st.DrawFn, pairs: st.SearchStrategy[tuple[Reliability, Credibility]] = grades
) -> AssertionFact:
    reliability, credibility = draw(pairs)
    return AssertionFact(
        reliability,
        credibility,
        group=draw(st.sampled_from("abcd")),
        coerced=draw(st.booleans()),
        withdrawn=draw(st.sampled_from((False, False, False, True))),
    )


@st.composite
def events(draw: st.DrawFn) -> EventFact:
    return EventFact(
        id=str(draw(st.integers(0, 10**9))),
        code=draw(st.sampled_from(EventCode)),
        date=draw(dates()),
        assertions=tuple(draw(st.lists(assertions(), max_size=3))),
        evidence_class=draw(st.sampled_from((None, None, *EvidenceClass))),
        authenticity=draw(st.sampled_from((None, *Authenticity))),
        name_only=draw(st.sampled_from((False, False, True))),
        signed_off=draw(st.sampled_from((False, False, True))),
    )


histories = st.lists(events(), max_size=8, unique_by=lambda event: event.id).map(tuple)
many = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def facets(told: tuple[EventFact, ...]) -> dict[Facet, object]:
    return dict(compute(CaseHistory(told), AS_OF).facets)


@many
@given(histories)
def test_every_history_has_a_status_and_one_line_of_the_account(
    told: tuple[EventFact, ...],
) -> None:
    found = compute(CaseHistory(told), AS_OF)
    assert set(found.facets) == set(Facet)
    assert all(isinstance(found.facets[f].value, FACET_VALUES[f]) for f in Facet)
    assert accounting_line(found)


@many
@given(histories, st.randoms(use_true_random=False))
def test_the_order_in_which_events_are_given_does_not_matter(
    told: tuple[EventFact, ...], chance: object
) -> None:
    mixed = list(told)
    chance.shuffle(mixed)  # type: ignore[attr-defined]  # hypothesis gives a random.Random
    assert compute(CaseHistory(told), AS_OF) == compute(CaseHistory(tuple(mixed)), AS_OF)


@many
@given(histories, st.sampled_from(DENIALS), dates(), st.lists(assertions(), max_size=3))
def test_denial_never_lowers_custody_or_fate(
    told: tuple[EventFact, ...], code: EventCode, when: PartialDate, words: list[AssertionFact]
) -> None:
    denial = EventFact("denial", code, when, tuple(words))
    before, after = facets(told), facets((*told, denial))
    assert after[Facet.CUSTODY] == before[Facet.CUSTODY]
    assert after[Facet.FATE] == before[Facet.FATE]


@many
@given(histories, st.sampled_from(EventCode), dates(), st.lists(assertions(weak), max_size=3))
def test_weak_evidence_never_confirms(
    told: tuple[EventFact, ...], code: EventCode, when: PartialDate, words: list[AssertionFact]
) -> None:
    lead = EventFact("lead", code, when, tuple(words))
    before, after = compute(CaseHistory(told), AS_OF), compute(CaseHistory((*told, lead)), AS_OF)
    if before.facets[Facet.CUSTODY].value is not Custody.CONFIRMED:
        assert after.custody_ever_confirmed == before.custody_ever_confirmed
    if after.facets[Facet.FATE].value is Fate.DEAD_CONFIRMED:
        assert before.facets[Facet.FATE].value is Fate.DEAD_CONFIRMED
    if after.facets[Facet.ACK].value is Ack.ACK_OFFICIAL:
        assert before.facets[Facet.ACK].value is Ack.ACK_OFFICIAL


@many
@given(histories, events())
def test_withdrawing_an_event_gives_back_what_was(
    told: tuple[EventFact, ...], added: EventFact
) -> None:
    gone = replace(added, id="added", withdrawn=True)
    assert facets((*told, gone)) == facets(told)


@many
@given(histories)
def test_withdrawing_every_word_leaves_nothing_but_the_office_itself(
    told: tuple[EventFact, ...],
) -> None:
    def struck(event: EventFact) -> EventFact:
        words = tuple(replace(word, withdrawn=True) for word in event.assertions)
        return replace(event, assertions=words)

    found = compute(CaseHistory(tuple(struck(event) for event in told)), AS_OF)
    assert found.facets[Facet.FATE].level is EvidenceLevel.L0
    assert found.facets[Facet.CUSTODY].level is EvidenceLevel.L0


@many
@given(histories, dates(), st.lists(assertions(), max_size=3))
def test_a_court_declares_nobody_dead_in_fact(
    told: tuple[EventFact, ...], when: PartialDate, words: list[AssertionFact]
) -> None:
    court = EventFact("court", EventCode.X84, when, tuple(words))
    before, after = facets(told), facets((*told, court))
    differing = {facet for facet in Facet if before[facet] != after[facet]}
    assert differing <= {Facet.CIVIL, Facet.ADMIN}


@many
@given(histories)
def test_only_events_of_life_and_death_speak_of_fate(told: tuple[EventFact, ...]) -> None:
    quiet = {EventGroup.LEGAL, EventGroup.ADMIN}
    kept = tuple(event for event in told if event.code.group not in quiet)
    assert facets(kept)[Facet.FATE] == facets(told)[Facet.FATE]


@many
@given(histories)
def test_a_man_verified_in_person_is_home_unless_the_case_is_not_ours(
    told: tuple[EventFact, ...],
) -> None:
    home = it("R67", "2021-01-28", "A1", id="home")
    found = compute(CaseHistory((*told, home)), AS_OF)
    assert found.headline in {"S41", "S90"}
