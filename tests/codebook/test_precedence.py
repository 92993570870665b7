"""What stands when sources conflict: P1 to P16, each with ties (domain.md 3.6)."""

from datetime import date

import pytest

from models.vocabulary.evidence import Authenticity, IdentityBasis
from models.vocabulary.status import (
    Ack,
    Chip,
    Civil,
    Custody,
    Facet,
    Fate,
    Headline,
    Health,
    Legal,
    Remains,
    Repat,
)
from tests.codebook.telling import (
    acknowledged,
    chips,
    conclusive,
    contested,
    footage,
    headline,
    it,
    keys,
    missing,
    override,
    rules,
    shuffled,
    status,
    value,
    word,
)

H = Headline


class TestP1OccurrenceBeatsReportDate:
    def test_order_of_entry_does_not_matter(self) -> None:
        told = (missing(), footage(), it("R71", "2021-05-01", "B2"), acknowledged())
        assert status(*told).headline is status(*shuffled(told)).headline is H.S30

    def test_a_death_told_late_but_dated_early_is_defeated(self) -> None:
        assert headline(missing(), it("X80", "2020-12-13", "B2"), footage()) is H.S22

    def test_what_lies_in_the_future_does_not_count_yet(self) -> None:
        told = (missing(), it("R67", "2021-05-04", "A1"))
        assert headline(*told, as_of=date(2021, 5, 3)) is H.S10
        assert headline(*told, as_of=date(2021, 5, 4)) is H.S41

    def test_the_hour_orders_events_of_one_day(self) -> None:
        charged = it("L40", "2021-05-04T09:00", "B2")
        on_trial = it("L42", "2021-05-04T15:00", "B2")
        assert value(Facet.LEGAL, on_trial, charged) is Legal.ON_TRIAL
        assert not contested(Facet.LEGAL, on_trial, charged)


class TestP2LaterBeatsEarlier:
    def test_later_beats_earlier(self) -> None:
        told = (it("D26", "2021-03-01", "B2"), it("D28", "2021-04-01", "B2", says=Health.GOOD))
        assert value(Facet.HEALTH, *told) is Health.GOOD
        assert not contested(Facet.HEALTH, *told)

    def test_where_days_overlap_the_higher_level_stands(self) -> None:
        told = (
            it("D28", "[2021-03-01..2021-03-05]", "B2", says=Health.GOOD),
            it("D28", "2021-03-03", "B2", "C3", says=Health.SERIOUS_INJURY),
        )
        assert value(Facet.HEALTH, *told) is Health.SERIOUS_INJURY
        assert not contested(Facet.HEALTH, *told)

    def test_a_tie_is_contested_and_shows_the_less_final(self) -> None:
        told = (it("D20", "2021-02-03", "B2"), it("D21", "2021-02-03", "A1"))
        assert value(Facet.ACK, *told) is Ack.ACK_OFFICIAL
        assert contested(Facet.ACK, *told)
        assert Chip.DISPUTED in chips(*told)

    def test_a_tie_of_custody_and_freedom_shows_custody(self) -> None:
        told = (it("C19", "2021-05-01", "B2"), it("R71", "2021-05-01", "B2"))
        assert value(Facet.CUSTODY, *told) is Custody.INDICATED
        assert contested(Facet.CUSTODY, *told)

    def test_a_tie_of_life_and_death_shows_life(self) -> None:
        told = (it("C19", "2021-03-XX", "B2"), it("X80", "2021-03-15", "B2"))
        assert value(Facet.FATE, *told) is Fate.ALIVE_INDICATED
        assert contested(Facet.FATE, *told)

    def test_a_lead_does_not_replace_more_than_a_lead(self) -> None:
        told = (it("L43", "2021-07-22", "B2"), it("L45", "2021-09-01", "F6"))
        assert value(Facet.LEGAL, *told) is Legal.CONVICTED

    def test_a_later_word_settles_a_tie(self) -> None:
        tie = (it("D20", "2021-02-03", "B2"), it("D21", "2021-02-03", "A1"))
        assert not contested(Facet.ACK, *tie, it("D20", "2021-03-03", "B2"))

    def test_a_stay_up_to_the_release_does_not_contradict_it(self) -> None:
        told = (
            footage("2020-12-15"),
            it("D25", "2020-12-20/2021-05-01", "B2"),
            it("R71", "2021-05-01", "B2"),
        )
        assert headline(*told) is H.S30
        assert not contested(Facet.CUSTODY, *told)


class TestP3ProofOfLifeDefeatsDeath:
    def test_life_after_an_alleged_death_defeats_it(self) -> None:
        told = (missing(), it("X80", "2020-12-14", "B2", "C3"), it("C17", "2021-02-01", "B2"))
        assert value(Facet.FATE, *told) is Fate.ALIVE_INDICATED
        assert headline(*told) is H.S21

    def test_death_at_l4_stands_against_weaker_life(self) -> None:
        told = (missing(), conclusive("X81", "2021-04-01", "B2"), it("C19", "2021-05-01", "B2"))
        assert value(Facet.FATE, *told) is Fate.DEAD_CONFIRMED

    def test_death_at_l4_falls_to_life_at_l4(self) -> None:
        told = (missing(), conclusive("X81", "2021-04-01", "B2"), it("D24", "2021-05-01", "A1"))
        assert value(Facet.FATE, *told) is Fate.ALIVE_CONFIRMED
        assert Chip.DISPUTED in chips(*told)

    def test_death_after_the_last_proof_of_life_is_not_contradicted(self) -> None:
        told = (missing(), footage(), conclusive("X81", "2021-04-01", "B2"))
        assert value(Facet.FATE, *told) is Fate.DEAD_CONFIRMED
        assert headline(*told) is H.S53

    def test_a_figure_seen_dead_is_no_proof_of_life(self) -> None:
        told = (missing(), it("X80", "2020-12-14", "B2", "C3"), footage(traits="SEEN_DEAD"))
        assert value(Facet.FATE, *told) is Fate.DEAD_INDICATED

    def test_a_weak_rumour_after_good_proof_of_life_is_not_used(self) -> None:
        told = (footage(), it("X80", "2020-12-17", "F6"))
        assert value(Facet.FATE, *told) is Fate.ALIVE_CONFIRMED
        assert "death_not_used" in keys(status(*told))

    def test_identified_remains_fall_to_a_later_visit(self) -> None:
        told = (missing(), conclusive("M97", "2021-02-01", "A2"), it("D24", "2021-05-01", "A1"))
        assert headline(*told) is H.S24
        assert Chip.DISPUTED in chips(*told)


class TestP4DenialLowersNothing:
    @pytest.mark.parametrize("code", ["D21", "D22", "R63"])
    def test_denial_never_lowers_custody(self, code: str) -> None:
        assert value(Facet.CUSTODY, footage(), it(code, "2021-02-03", "A1")) is Custody.CONFIRMED

    def test_denial_sets_acknowledgement_only(self) -> None:
        before, after = status(footage()), status(footage(), it("D21", "2021-02-03", "A1"))
        changed = {f for f in Facet if before.facets[f] != after.facets[f]}
        assert changed == {Facet.ACK}
        assert after.headline is H.S23

    def test_denial_of_a_man_only_indicated_leaves_him_indicated(self) -> None:
        told = (footage("2020-12-15", "B2"), it("D21", "2021-02-03", "A1"))
        assert headline(*told) is H.S21

    def test_not_identified_is_kept_as_it_was_said(self) -> None:
        reply = it("D21", "2021-02-03", "A1", says=Ack.NOT_IDENTIFIED)
        assert value(Facet.ACK, footage(), reply) is Ack.NOT_IDENTIFIED
        assert headline(footage(), reply) is H.S23

    def test_silence_is_no_reply_after_its_day(self) -> None:
        asked = it("D22", "2021-01-10", reply_due=date(2021, 2, 10))
        assert value(Facet.ACK, asked, as_of=date(2021, 2, 10)) is Ack.ASKED
        assert value(Facet.ACK, asked, as_of=date(2021, 2, 11)) is Ack.NO_REPLY
        assert headline(footage(), asked) is H.S22

    def test_asking_again_undoes_no_answer(self) -> None:
        told = (footage(), it("D21", "2021-02-03", "A1"), it("D22", "2021-03-01"))
        assert value(Facet.ACK, *told) is Ack.DENIED

    def test_denial_after_admission_withdraws_it_and_keeps_custody(self) -> None:
        told = (acknowledged("2021-02-03"), it("D21", "2021-06-01", "A1"))
        assert value(Facet.ACK, *told) is Ack.ACK_WITHDRAWN
        assert headline(*told) is H.S23


class TestP5AcknowledgementProvesCustodyNotLife:
    def test_acknowledgement_proves_custody_at_its_date(self) -> None:
        found = status(missing(), acknowledged("2021-02-03"))
        assert found.headline is H.S24
        assert found.facets[Facet.CUSTODY].since == found.facets[Facet.ACK].since

    def test_acknowledgement_says_nothing_of_life(self) -> None:
        found = status(missing(), acknowledged("2021-02-03"))
        assert found.facets[Facet.FATE].value is Fate.UNKNOWN
        assert found.proof_of_life_at is None

    def test_silence_is_counted_from_the_last_sign_of_life(self) -> None:
        told = (footage("2021-01-01"), acknowledged("2021-02-27"))
        assert Chip.STALE not in status(*told, as_of=date(2021, 3, 2)).chips
        assert Chip.STALE in status(*told, as_of=date(2021, 3, 3)).chips

    def test_a_mere_lead_does_not_end_the_silence(self) -> None:
        told = (footage("2021-01-01"), it("C19", "2021-03-01", "F6"))
        assert Chip.STALE in status(*told, as_of=date(2021, 3, 20)).chips

    def test_a_man_at_home_is_never_stale(self) -> None:
        assert Chip.STALE not in chips(footage(), it("R67", "2021-01-28", "A1"))


class TestP6CourtDeclaration:
    COURT = it("X84", "2022-01-10", "A1")

    def test_declaration_alone_presumes_death_at_most(self) -> None:
        found = status(missing(), self.COURT)
        assert found.headline is H.S51
        assert found.facets[Facet.FATE].value is Fate.UNKNOWN
        assert found.facets[Facet.CIVIL].value is Civil.DECLARED_DEAD

    def test_declaration_never_touches_a_man_whose_custody_was_confirmed(self) -> None:
        told = (missing(), footage(), self.COURT)
        assert headline(*told) is H.S22
        assert {Chip.DISPUTED, Chip.DECLARED_DEAD} <= chips(*told)

    def test_declaration_revoked_gives_back_what_was(self) -> None:
        told = (missing(), self.COURT, it("X85", "2022-03-01", "A1"))
        assert headline(*told) is H.S10
        assert value(Facet.CIVIL, *told) is Civil.DECLARATION_REVOKED

    def test_a_certificate_after_the_declaration_does_not_lift_it(self) -> None:
        assert headline(missing(), self.COURT, it("X86", "2022-02-01", "A1")) is H.S51

    def test_recognition_as_missing_changes_no_headline(self) -> None:
        assert headline(missing(), it("X83", "2021-06-01", "A1")) is H.S10

    def test_hearsay_of_a_judgment_presumes_nothing(self) -> None:
        assert headline(missing(), it("X84", "2022-01-10", "F6")) is H.S10

    def test_life_after_the_judgment_outweighs_it(self) -> None:
        assert headline(missing(), self.COURT, it("C19", "2022-03-01", "B2")) is H.S21


class TestP7IdentityOfRemains:
    def test_documents_on_a_body_never_exceed_a_lead(self) -> None:
        jacket = it("X80", "2021-01-01", "A1", "A1", basis=IdentityBasis.DOCUMENTS)
        assert status(missing(), jacket).headline is H.S50
        assert status(missing(), jacket).facets[Facet.FATE].level.name == "L1"

    def test_identification_by_documents_is_no_identification(self) -> None:
        found = status(missing(), it("M97", "2021-02-01", "A1", basis=IdentityBasis.DOCUMENTS))
        assert found.facets[Facet.REMAINS].value is Remains.NONE
        assert Chip.POSSIBLE_REMAINS_LINK in found.chips

    def test_revocation_gives_back_what_was(self) -> None:
        before = (missing(), it("E05", "2020-12-16", "B2"), footage())
        wrong = (conclusive("M97", "2021-02-01", "A2"), it("M99", "2021-02-05", "A1"))
        revoked = it("M98", "2021-06-01", "A1")
        assert headline(*before, *wrong) is H.S63
        after, as_it_was = status(*before, *wrong, revoked), status(*before)
        assert after.headline is as_it_was.headline is H.S22
        differing = {f for f in Facet if after.facets[f] != as_it_was.facets[f]}
        assert differing == {Facet.REMAINS}
        assert after.facets[Facet.REMAINS].value is Remains.IDENTIFICATION_REVOKED

    def test_a_new_identification_after_a_revocation_stands(self) -> None:
        told = (
            missing(),
            conclusive("M97", "2021-02-01", "A2"),
            it("M98", "2021-06-01", "A1"),
            conclusive("M97", "2021-09-01", "A2"),
        )
        assert headline(*told) is H.S62

    def test_exhumation_takes_the_remains_from_the_family(self) -> None:
        told = (
            missing(),
            conclusive("M97", "2021-02-01", "A2"),
            it("M100", "2021-02-05", "A1"),
            it("M101", "2021-05-01", "A1"),
        )
        assert headline(*told) is H.S62


class TestP8InPersonBeatsPaper:
    def test_a_list_never_cancels_a_man_seen_in_person(self) -> None:
        told = (footage(), it("R67", "2021-01-28", "A1"), it("R63", "2021-03-01", "A1"))
        assert headline(*told) is H.S41

    def test_a_paper_dated_after_his_return_leaves_him_home(self) -> None:
        told = (footage(), it("R67", "2021-01-28", "A1"), acknowledged("2021-02-03"))
        assert headline(*told) is H.S41
        assert value(Facet.CUSTODY, *told) is Custody.ENDED_REPATRIATED

    def test_handed_over_without_verification_stays_unverified(self) -> None:
        assert headline(footage(), it("R65", "2021-01-28", "B2")) is H.S40

    def test_a_later_list_does_not_take_a_handover_back(self) -> None:
        assert headline(it("R65", "2021-01-28", "B2"), it("R60", "2021-03-01", "A1")) is H.S40

    def test_a_rumour_of_a_handover_sends_nobody_home(self) -> None:
        told = (footage(), it("R65", "2021-01-28", "F6"))
        assert headline(*told) is H.S22
        assert "lead_of_return" in keys(status(*told))

    def test_new_footage_after_his_return_is_disputed(self) -> None:
        told = (it("R67", "2021-01-28", "A1"), footage("2021-09-01"))
        assert headline(*told) is H.S41
        assert Chip.DISPUTED in chips(*told)


class TestP9Coercion:
    def test_coerced_words_count_for_presence(self) -> None:
        told = it(
            "C12",
            "2020-12-15",
            word("B2", "a", coerced=True),
            word("C3", "b"),
            authenticity=Authenticity.PASS,
        )
        assert headline(told) is H.S22
        assert "P9" in rules(status(told))

    def test_coerced_words_about_another_mans_death_do_not_count(self) -> None:
        told = (missing(), it("X80", "2020-12-14", word("B2", "a", coerced=True)))
        assert headline(*told) is H.S10

    def test_coerced_words_do_not_convict(self) -> None:
        told = it("L43", "2021-07-22", word("B2", "a", coerced=True))
        assert value(Facet.LEGAL, told) is Legal.NONE_KNOWN


class TestP10Circularity:
    def test_five_outlets_of_one_post_are_one(self) -> None:
        outlets = [word(grade, "post") for grade in ("C3", "C3", "C2", "D3", "F6")]
        found = status(missing(), it("C11", "2020-12-15", *outlets))
        assert found.headline is H.S20
        assert "counted_once" in keys(found)

    def test_the_best_of_a_group_is_the_one_that_counts(self) -> None:
        told = it("C11", "2020-12-15", word("F6", "post"), word("B2", "post"))
        assert headline(told) is H.S21

    def test_two_groups_are_two(self) -> None:
        told = it("C11", "2020-12-15", word("C3", "post"), word("C3", "mother"))
        assert headline(told) is H.S21


class TestP11OwnInterestAdmission:
    def test_the_adverse_sides_admission_counts(self) -> None:
        written = it("D20", "2021-02-03", "C3", traits="IN_WRITING TWO_IDENTIFIERS")
        assert headline(missing(), written) is H.S24

    def test_the_adverse_sides_denial_is_not_conclusive(self) -> None:
        denial = conclusive("D21", "2021-02-03", "A1")
        assert headline(missing(), footage(), denial) is H.S23
        assert value(Facet.CUSTODY, footage(), denial) is Custody.CONFIRMED

    def test_a_weak_rumour_of_an_admission_is_not_official(self) -> None:
        told = it("D20", "2021-02-03", "F6")
        assert value(Facet.ACK, told) is Ack.ACK_INFORMAL
        assert headline(told) is H.S20


class TestP12NameOnly:
    def test_a_name_alone_on_a_list_is_a_lead(self) -> None:
        assert headline(missing(), it("C15", "2020-12-20", "A1", name_only=True)) is H.S20

    def test_a_name_alone_caps_even_conclusive_evidence(self) -> None:
        assert headline(missing(), conclusive("C15", "2020-12-20", "A1", name_only=True)) is H.S20

    def test_a_homonym_caps_as_well(self) -> None:
        told = it("C15", "2020-12-20", "A1", "B2", homonym=True)
        assert headline(missing(), told) is H.S20
        assert "P12" in rules(status(told))

    def test_with_a_second_particular_the_cap_is_gone(self) -> None:
        assert headline(missing(), it("C15", "2020-12-20", "A1")) is H.S21


class TestP13Override:
    def test_a_decision_by_hand_stands_and_shows(self) -> None:
        found = status(missing(), overrides=(override(H.S51),))
        assert found.headline is H.S51
        assert Chip.MANUAL in found.chips

    def test_it_expires_to_the_computed_value(self) -> None:
        expired = override(H.S51, review_by=date(2022, 5, 31))
        found = status(missing(), overrides=(expired,))
        assert found.headline is H.S10
        assert Chip.MANUAL not in found.chips
        assert "override_expired" in keys(found)

    def test_it_stands_on_its_last_day(self) -> None:
        last = override(H.S51, review_by=date(2022, 6, 1))
        assert status(missing(), overrides=(last,)).headline is H.S51

    def test_a_facet_set_by_hand_carries_through_to_the_headline(self) -> None:
        by_hand = override(Custody.CONFIRMED, Facet.CUSTODY)
        assert status(missing(), overrides=(by_hand,)).headline is H.S22
        admitted = override(Ack.ACK_OFFICIAL, Facet.ACK, id="o2")
        assert status(missing(), overrides=(by_hand, admitted)).headline is H.S24

    @pytest.mark.parametrize(
        "fault",
        [
            {"reason": "too short"},
            {"reason": " " * 30},
            {"evidence_ref": ""},
            {"review_by": date(2022, 8, 1)},
            {"review_by": date(2022, 4, 1)},
            {"value": Custody.CONFIRMED},
        ],
    )
    def test_what_is_not_complete_does_not_stand(self, fault: dict[str, object]) -> None:
        bad = override(fault.pop("value", H.S51), **fault)  # type: ignore[arg-type]
        assert status(missing(), overrides=(bad,)).headline is H.S10

    def test_the_last_one_set_wins_and_lifting_ends_it(self) -> None:
        first = override(H.S51, id="o1", set_on=date(2022, 5, 1))
        second = override(H.S22, id="o2", set_on=date(2022, 5, 10))
        assert status(missing(), overrides=(second, first)).headline is H.S22
        lifted = override(H.S51, lifted_on=date(2022, 5, 20))
        assert status(missing(), overrides=(lifted,)).headline is H.S10

    def test_what_was_replaced_does_not_come_back_when_the_later_one_expires(self) -> None:
        first = override(H.S51, id="o1", set_on=date(2022, 5, 1))
        short = override(H.S22, id="o2", set_on=date(2022, 5, 10), review_by=date(2022, 5, 20))
        assert status(missing(), overrides=(first, short)).headline is H.S10


class TestP14Withdrawal:
    def test_a_withdrawn_word_no_longer_counts(self) -> None:
        told = it(
            "C12",
            "2020-12-15",
            word("B2", "a"),
            word("C3", "b", withdrawn=True),
            authenticity=Authenticity.PASS,
        )
        assert headline(told) is H.S21
        assert "word_withdrawn" in keys(status(told))

    def test_a_withdrawn_event_gives_back_what_was(self) -> None:
        told = (missing(), footage())
        gone = conclusive("X81", "2021-04-01", "B2", withdrawn=True)
        assert status(*told, gone).facets == status(*told).facets
        assert "set_aside" in keys(status(*told, gone))

    def test_a_correction_takes_the_place_of_what_it_corrects(self) -> None:
        wrong = it("C12", "2020-11-15", "B2", "C3", id="old", authenticity=Authenticity.PASS)
        right = footage("2020-12-15", "B2", supersedes="old")
        found = status(wrong, right)
        assert found.headline is H.S21
        assert found.facets[Facet.CUSTODY].since == right.date

    def test_a_withdrawn_correction_gives_the_first_account_back(self) -> None:
        first = footage("2020-12-15", id="old")
        taken_back = it("C12", "2020-12-15", "F6", supersedes="old", withdrawn=True)
        assert headline(first, taken_back) is H.S22


class TestP15Order:
    def test_nothing_reported_is_a_draft(self) -> None:
        assert headline() is H.S00
        assert headline(it("E08", "2020-12-16", "B2")) is H.S00

    def test_closed_cases_come_first(self) -> None:
        assert headline(footage(), it("A111", "2021-05-01")) is H.S90

    def test_convicted_comes_before_hospitalised(self) -> None:
        told = (footage(), it("L43", "2021-07-22", "B2"), it("D26", "2021-08-01", "B2"))
        assert headline(*told) is H.S26
        assert Chip.HOSPITALISED in chips(*told)

    def test_hospitalised_until_discharged(self) -> None:
        sick = (footage(), acknowledged(), it("D26", "2021-08-01", "B2"))
        assert headline(*sick) is H.S25
        assert headline(*sick, it("D27", "2021-08-09", "B2")) is H.S24

    def test_a_conviction_known_only_by_rumour_shows_no_conviction(self) -> None:
        assert headline(footage(), it("L42", "2021-07-22", "F6", says=Legal.CONVICTED)) is H.S22

    def test_acquitted_is_not_convicted(self) -> None:
        assert headline(footage(), it("L43", "2021-07-22", "B2", says=Legal.ACQUITTED)) is H.S22

    def test_release_then_new_proof_of_custody_is_custody(self) -> None:
        told = (footage(), it("R71", "2021-05-01", "B2"), footage("2021-06-01"))
        assert headline(*told) is H.S22

    def test_escape_is_shown(self) -> None:
        assert headline(footage(), it("R72", "2021-05-01", "B2")) is H.S31

    def test_death_reported_stands_above_capture_presumed(self) -> None:
        told = (it("C10", "2020-12-15", "C3"), it("X80", "2020-12-16", "C3"))
        assert headline(*told) is H.S50

    def test_capture_indicated_stands_above_death_reported(self) -> None:
        told = (it("C11", "2020-12-15", "B2"), it("X80", "2020-12-16", "C3"))
        assert headline(*told) is H.S21

    def test_probable_death_is_outlived_by_later_custody(self) -> None:
        told = (missing(), it("X80", "2020-12-14", "B2", "C3"), acknowledged("2021-02-03"))
        assert headline(*told) is H.S24
        assert Chip.DISPUTED in chips(*told)

    def test_found_alive_was_never_captured(self) -> None:
        assert headline(missing(), it("E07", "2020-12-18", "B1")) is H.S42

    def test_found_alive_after_confirmed_custody_is_disputed(self) -> None:
        told = (footage(), it("E07", "2020-12-18", "B1"))
        assert headline(*told) is H.S22
        assert Chip.DISPUTED in chips(*told)

    def test_captured_after_he_had_come_back_once(self) -> None:
        assert headline(it("E07", "2020-12-12", "B1"), footage("2020-12-15")) is H.S22


class TestP16RemainsLink:
    def test_a_firm_link_shows(self) -> None:
        assert headline(missing(), it("M90", "2021-03-01", "B2", "C3")) is H.S60
        assert headline(missing(), it("M91", "2021-03-01", "B2", "C3")) is H.S61

    def test_a_weak_link_is_a_chip(self) -> None:
        told = (missing(), it("M91", "2021-03-01", "B2"))
        assert headline(*told) is H.S10
        assert value(Facet.REMAINS, *told) is Remains.NONE
        assert Chip.POSSIBLE_REMAINS_LINK in chips(*told)

    def test_remains_come_before_confirmed_death(self) -> None:
        told = (conclusive("X82", "2020-12-14", "A1"), it("M91", "2021-03-01", "B2", "C3"))
        assert headline(*told) is H.S61

    def test_transfer_may_come_before_identification(self) -> None:
        told = (
            missing(),
            it("M92", "2021-01-01", "B2", "C3"),
            conclusive("M97", "2021-02-01", "A2"),
        )
        assert headline(*told) is H.S62

    def test_unidentifiable_needs_the_supervisor(self) -> None:
        cannot = Remains.UNIDENTIFIABLE
        unsigned = it("M96", "2021-09-01", "A2", says=cannot)
        signed = it("M96", "2021-09-01", "A2", signed_off=True, says=cannot)
        assert headline(missing(), unsigned) is H.S10
        assert headline(missing(), signed) is H.S64

    def test_return_is_shown_by_remains_once_they_are_set(self) -> None:
        found = status(missing(), conclusive("M97", "2021-02-01", "A2"))
        assert found.facets[Facet.REPAT].value is Repat.NOT_LISTED
        assert found.facets[Facet.REMAINS].value is Remains.IDENTIFIED
