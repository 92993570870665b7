"""What stands in the way of a paper, reason by reason: consent, harm, a death, gaps, one person."""

from __future__ import annotations

from dataclasses import replace
from uuid import uuid4

import pytest

from app.i18n import LANGUAGES, Translator
from app.reports.audience import PAPERS, paper_for
from app.reports.gates import (
    MANY,
    gates_of_men,
    gates_of_people,
    opens_on_another_basis,
    why_second,
)
from app.shapes.disclosures import Gate, GateKind, ManToRelease, WhySecond
from app.shapes.staff import StaffMember
from app.wording.releases import gate_words
from models.codebook.consents import Standing
from models.vocabulary.families import ConsentScope, ConsentState
from models.vocabulary.papers import Audience, LegalBasis
from models.vocabulary.roles import Role
from tests.metrics import record_count

MAN = ManToRelease(uuid4(), "HRD-2020-00017", 3)
VITAL, CONSENT = LegalBasis.VITAL_INTEREST_SUBJECT, LegalBasis.CONSENT
NARE = StaffMember(uuid4(), "Նարե", frozenset({Role.CASEWORKER}))
VAHE = StaffMember(uuid4(), "Вагэ", frozenset({Role.SUPERVISOR}))


def kinds(
    audience: Audience, man: ManToRelease, basis: LegalBasis | None = VITAL
) -> list[GateKind]:
    """Name what stands in the way of one man's paper."""
    return [gate.kind for gate in gates_of_men(paper_for(audience), [man], basis)]


def who_said(scope: ConsentScope, state: ConsentState) -> ManToRelease:
    """Give a man whose family answered so."""
    return replace(MAN, standings={scope: Standing(state, ("Մարո",))})


def test_nothing_stands_in_the_way_of_a_man_of_whom_all_is_known_and_agreed() -> None:
    assert all(not kinds(audience, MAN) for audience in Audience)


@pytest.mark.parametrize("state", [ConsentState.NO, ConsentState.WITHDRAWN, ConsentState.CONFLICT])
def test_whoever_refused_is_not_overruled_by_another_legal_basis(state: ConsentState) -> None:
    man = who_said(ConsentScope.SHARE_COURT, state)
    assert kinds(Audience.COURT, man, VITAL) == [GateKind.NOT_AGREED]
    assert kinds(Audience.ICRC, man, VITAL) == []
    unnamed = who_said(ConsentScope.PUBLISH_NAME, state)
    assert kinds(Audience.PUBLIC, unnamed, VITAL) == [GateKind.NOT_AGREED]


def test_who_was_not_asked_stands_in_the_way_only_where_consent_is_the_basis() -> None:
    assert kinds(Audience.ICRC, MAN, VITAL) == []
    assert kinds(Audience.ICRC, MAN, CONSENT) == [GateKind.NOT_AGREED]
    (unasked,) = gates_of_men(paper_for(Audience.ICRC), [MAN], CONSENT)
    (refused,) = gates_of_men(
        paper_for(Audience.ICRC), [who_said(ConsentScope.SHARE_ICRC, ConsentState.NO)], CONSENT
    )
    assert opens_on_another_basis(unasked)
    assert not opens_on_another_basis(refused)
    yes = who_said(ConsentScope.SHARE_ICRC, ConsentState.YES)
    assert kinds(Audience.ICRC, yes, CONSENT) == []


def test_a_man_who_is_not_to_be_passed_on_stays_with_the_office_and_his_family() -> None:
    man = replace(MAN, do_not_transmit=True, do_not_transmit_reason="His brother is held too")
    stopped = {audience for audience in Audience if kinds(audience, man)}
    assert stopped == {Audience.ICRC, Audience.COURT, Audience.NEGOTIATION, Audience.PUBLIC}
    gate = gates_of_men(paper_for(Audience.ICRC), [man], VITAL)[0]
    assert "His brother is held too" in gate_words(gate, Translator.open("en"))


def test_no_letter_tells_a_family_of_a_death_before_two_of_us_did() -> None:
    man = replace(MAN, speaks_of_death=True)
    assert kinds(Audience.FAMILY, man) == [GateKind.DEATH_NOT_TOLD]
    assert gates_of_men(paper_for(Audience.FAMILY), [man], VITAL)[0].locks_draft
    assert kinds(Audience.FAMILY, replace(man, told_in_person=True)) == []
    assert kinds(Audience.ICRC, man) == []


def test_no_notice_of_a_dead_man_hangs_where_his_family_was_not_told() -> None:
    man = replace(MAN, speaks_of_death=True)
    assert kinds(Audience.PUBLIC, man) == [GateKind.DEATH_NOT_TOLD]
    assert kinds(Audience.PUBLIC, replace(man, told_in_person=True)) == []
    outside = {Audience.COURT, Audience.NEGOTIATION, Audience.ICRC, Audience.INTERNAL}
    assert not any(kinds(audience, man) for audience in outside)


def test_a_notice_that_names_nobody_needs_no_answer_of_the_family_but_heeds_its_no() -> None:
    assert kinds(Audience.PUBLIC, MAN) == []
    assert kinds(Audience.PUBLIC, MAN, CONSENT) == [GateKind.NOT_AGREED]
    no_picture = who_said(ConsentScope.PUBLISH_PHOTO, ConsentState.NO)
    assert kinds(Audience.PUBLIC, no_picture) == []
    no_name = who_said(ConsentScope.PUBLISH_NAME, ConsentState.NO)
    assert kinds(Audience.PUBLIC, no_name) == [GateKind.NOT_AGREED]


def test_gaps_of_the_minimum_stop_the_readers_who_need_it_and_no_draft() -> None:
    man = replace(MAN, missing=("MIN.FATHER", "MIN.LEGAL", "MIN.PHOTO"))
    assert kinds(Audience.ICRC, man) == [GateKind.MINIMUM]
    gate = gates_of_men(paper_for(Audience.ICRC), [man], VITAL)[0]
    assert gate.missing == ("MIN.FATHER",)
    assert not gate.locks_draft
    assert kinds(Audience.INTERNAL, man) == kinds(Audience.FAMILY, man) == []


def test_nothing_of_a_limited_case_is_made_public() -> None:
    man = replace(MAN, access_limited=True)
    assert kinds(Audience.PUBLIC, man) == [GateKind.LIMITED]
    assert kinds(Audience.ICRC, man) == []


def test_court_negotiators_and_the_public_take_a_second_person_others_when_they_are_many() -> None:
    needed = {one for one, paper in PAPERS.items() if why_second(paper, [MAN])}
    assert needed == {Audience.COURT, Audience.NEGOTIATION, Audience.PUBLIC}
    internal = paper_for(Audience.INTERNAL)
    assert why_second(internal, [MAN] * MANY) is None
    assert why_second(internal, [MAN] * (MANY + 1)) is WhySecond.MANY
    assert why_second(internal, [replace(MAN, access_limited=True)]) is WhySecond.LIMITED
    stopped = sum(why_second(paper_for(one), [MAN] * (MANY + 1)) is not None for one in Audience)
    record_count("R-51", "readers of whom a paper on many takes two", stopped, len(Audience))
    assert stopped == len(Audience)


def test_the_second_person_is_another_one_at_work_who_may_approve() -> None:
    why = WhySecond.READER

    def found(approver: StaffMember | None, named: str = "") -> list[GateKind]:
        return [gate.kind for gate in gates_of_people(why, NARE, approver, named)]

    assert found(VAHE) == []
    assert found(None) == [GateKind.SECOND_PERSON]
    assert found(NARE) == [GateKind.OWN_PAPER]
    assert found(None, "Nobody") == [GateKind.MAY_NOT_APPROVE]
    worker = StaffMember(uuid4(), "Gor", frozenset({Role.CASEWORKER}))
    assert found(worker) == [GateKind.MAY_NOT_APPROVE]
    assert gates_of_people(None, NARE, None) == ()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_gate_has_a_sentence_of_its_own(lang: str) -> None:
    t = Translator.open(lang)
    gates = [Gate(kind, "HRD-2020-00017", who="Nobody", missing=("MIN.DOB",)) for kind in GateKind]
    gates += [Gate(GateKind.SECOND_PERSON, second=why) for why in WhySecond]
    told = {gate_words(gate, t) for gate in gates}
    assert len(told) == len(gates) - 2  # who was not asked, and the reader, are told of twice
