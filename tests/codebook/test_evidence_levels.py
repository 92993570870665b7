"""How strong one word is, and what several reach together (domain.md 3.5)."""

import pytest

from models.codebook.evidence_level import weigh
from models.vocabulary.accounts import SourceKind
from models.vocabulary.evidence import Authenticity, EvidenceClass, EvidenceLevel, IdentityBasis
from tests.codebook.telling import conclusive, footage, it, word

L0, L1, L2, L3, L4 = EvidenceLevel


@pytest.mark.parametrize(
    ("grades", "level"),
    [
        ((), L0),
        (("E1",), L0),
        (("A5",), L0),
        (("E5", "E5", "E5"), L0),
        (("F6",), L1),
        (("D3",), L1),
        (("C3",), L1),
        (("A4",), L1),
        (("B2",), L2),
        (("A1",), L2),
        (("C3", "C3"), L2),
        (("C2", "B3"), L2),
        (("B2", "F6"), L2),
        (("F6", "F6", "F6", "F6"), L1),
        (("C3", "F6"), L1),
        (("B2", "C3"), L3),
        (("A1", "A1"), L3),
        (("C3", "C3", "C3"), L2),
        (("B2", "B2", "B2", "B2"), L3),
    ],
)
def test_level_follows_from_the_grades(grades: tuple[str, ...], level: EvidenceLevel) -> None:
    assert weigh(it("C11", "2020-12-15", *grades)).level is level


def test_one_pair_is_the_lower_of_its_two_bands() -> None:
    pairs = {a + b: weigh(it("X80", None, a + b)).level for a in "ABCDEF" for b in "123456"}
    assert {pair for pair, level in pairs.items() if level is L2} == {"A1", "A2", "B1", "B2"}
    assert {pair for pair, level in pairs.items() if level is L0} == {
        *(f"E{b}" for b in "123456"),
        *(f"{a}5" for a in "ABCDF"),
    }


def test_direct_evidence_confirms_only_where_two_sources_make_it_probable() -> None:
    assert weigh(footage()).level is L4
    assert weigh(footage("2020-12-15", "B2")).level is L2
    assert weigh(footage("2020-12-15", "C3", "C3")).level is L2
    assert weigh(it("C11", "2020-12-15", "B2", "C3")).level is L3


def test_one_conclusive_item_confirms_at_medium_or_better() -> None:
    assert weigh(conclusive("D20", "2021-02-03", "C3")).level is L4
    assert weigh(conclusive("D20", "2021-02-03", "F6")).level is L1
    assert weigh(it("D20", "2021-02-03", "B2")).level is L2


@pytest.mark.parametrize(
    ("authenticity", "level"),
    [
        (Authenticity.PASS, L4),
        (Authenticity.INCONCLUSIVE, L4),
        (Authenticity.NOT_DONE, L2),
        (None, L2),
        (Authenticity.FAIL, L1),
    ],
)
def test_footage_goes_as_far_as_its_checks(
    authenticity: Authenticity | None, level: EvidenceLevel
) -> None:
    weight = weigh(it("C12", "2020-12-15", "B2", "C3", authenticity=authenticity))
    assert (weight.level, weight.life) == (level, level)


def test_his_own_name_said_on_camera_stands_beside_one_who_knows_him() -> None:
    assert weigh(footage("2020-12-15", "B2", traits="SELF_NAMED")).level is L4
    assert weigh(footage("2020-12-15", "C3", traits="SELF_NAMED")).level is L2
    assert weigh(footage("2020-12-15", "F6", traits="SELF_NAMED")).level is L1


def test_a_recognised_letter_or_call_proves_life_before_it_proves_custody() -> None:
    letter = weigh(it("C17", "2021-01-10", "B2", traits="RECOGNISED"))
    assert (letter.level, letter.life) == (L2, L4)
    call = weigh(it("C18", "2021-01-28", "C3", traits="RECOGNISED"))
    assert (call.level, call.life) == (L1, L4)
    unread = weigh(it("C17", "2021-01-10", "B2"))
    assert (unread.level, unread.life) == (L2, L2)


def test_a_letter_carried_by_the_red_cross_is_conclusive_for_both() -> None:
    by_trait = weigh(it("C17", "2021-01-10", "B2", traits="RECOGNISED OFFICIAL_CHANNEL"))
    by_kind = weigh(it("C17", "2021-01-10", "B2", kind=SourceKind.ICRC, traits="RECOGNISED"))
    assert by_trait.level is by_kind.level is by_kind.life is L4


def test_a_returned_captive_who_knew_him_is_direct() -> None:
    assert weigh(it("C19", "2021-03-01", "B2", "C3", traits="KNEW_HIM")).level is L4
    assert weigh(it("C19", "2021-03-01", "B2", "C3")).level is L3
    assert weigh(it("C19", "2021-03-01", "B2", traits="KNEW_HIM")).level is L2


@pytest.mark.parametrize("code", ["C16", "D23", "D24", "L43", "R67"])
def test_some_events_are_conclusive_by_what_they_are(code: str) -> None:
    assert weigh(it(code, "2021-02-03", "C3")).level is L4


def test_hearsay_of_a_visit_is_not_a_visit() -> None:
    assert weigh(it("D24", "2021-02-03", "B2", kind=SourceKind.ICRC)).level is L4
    assert weigh(it("D24", "2021-02-03", "B2", kind=SourceKind.FAMILY)).level is L2
    assert weigh(it("R67", "2021-02-03", "B2", kind=SourceKind.SOCIAL_OWN)).level is L2


def test_acknowledgement_in_writing_with_two_identifiers_is_conclusive() -> None:
    assert weigh(it("D20", "2021-02-03", "B2", traits="IN_WRITING TWO_IDENTIFIERS")).level is L4
    assert weigh(it("D20", "2021-02-03", "B2", traits="IN_WRITING")).level is L2
    assert weigh(it("C14", "2021-02-03", "C3", traits="IN_WRITING TWO_IDENTIFIERS")).level is L4


def test_notification_of_death_is_conclusive_from_the_detaining_power_or_the_red_cross() -> None:
    def notified_by(kind: SourceKind | None) -> EvidenceLevel:
        return weigh(it("X81", "2021-04-01", "B2", kind=kind)).level

    assert notified_by(SourceKind.MOD_ADVERSE) is L4
    assert notified_by(SourceKind.ICRC) is L4
    assert notified_by(SourceKind.MEDIA_ADVERSE) is L2
    assert notified_by(None) is L2


def test_a_class_chosen_by_hand_overrides_the_derived_one() -> None:
    ordinary = footage(evidence_class=EvidenceClass.ORDINARY)
    assert weigh(ordinary).level is L3
    assert weigh(conclusive("X81", "2021-04-01", "B2")).level is L4


@pytest.mark.parametrize(
    ("basis", "level"),
    [
        (IdentityBasis.DNA, L4),
        (IdentityBasis.FINGERPRINT, L4),
        (IdentityBasis.DENTAL, L4),
        (IdentityBasis.IMPLANT_SERIAL, L4),
        (IdentityBasis.SECONDARY_SIGNS, L3),
        (IdentityBasis.VISUAL, L2),
        (IdentityBasis.DOCUMENTS, L1),
        (None, L3),
    ],
)
def test_identity_of_remains_goes_as_far_as_its_basis(
    basis: IdentityBasis | None, level: EvidenceLevel
) -> None:
    identified = it("M97", "2021-02-01", "A2", "A2", basis=basis, traits="BY_AUTHORITY")
    assert weigh(identified).level is level


def test_dna_without_the_authority_is_not_conclusive() -> None:
    report = it("M97", "2021-02-01", "A2", basis=IdentityBasis.DNA, kind=SourceKind.MEDIA_OWN)
    assert weigh(report).level is L2
    lab = it("M97", "2021-02-01", "A2", basis=IdentityBasis.DNA, kind=SourceKind.FORENSIC_LAB)
    assert weigh(lab).level is L4


def test_nobody_known_behind_the_words_counts_as_one() -> None:
    nobody = it("C10", "2020-12-15", word("C3", " "), word("C3", " "), word("C3", " "))
    assert weigh(nobody).level is L1
