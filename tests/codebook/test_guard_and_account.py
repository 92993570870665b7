"""Changes that are rarely right, closing a case, and the line a case is counted on."""

import pytest

from models.codebook.accounting import (
    accounting_line,
    home_facet,
    home_state,
    presumed_with_his_group,
)
from models.codebook.facts import Status
from models.codebook.guard import ClosureBlock, UnusualChange, closure_blocks, unusual_change
from models.vocabulary.accounts import ClosureReason
from models.vocabulary.status import AccountingLine, Facet, Headline, Health, Remains
from tests.codebook.telling import acknowledged, conclusive, footage, it, missing, status

H = Headline
U = UnusualChange


@pytest.mark.parametrize(
    ("old", "new", "unusual"),
    [
        (H.S11, H.S24, None),
        (H.S10, H.S11, None),
        (H.S22, H.S23, None),
        (H.S24, H.S40, None),
        (H.S40, H.S41, None),
        (H.S41, H.S41, None),
        (H.S22, H.S50, U.TO_DEATH),
        (H.S11, H.S51, U.TO_DEATH),
        (H.S24, H.S53, U.TO_DEATH),
        (H.S51, H.S60, U.TO_REMAINS),
        (H.S61, H.S62, U.TO_REMAINS),
        (H.S41, H.S22, U.HOME_NO_MORE),
        (H.S62, H.S22, U.MISIDENTIFIED),
        (H.S62, H.S21, U.MISIDENTIFIED),
        (H.S24, H.S10, U.ACKNOWLEDGED_TO_MISSING),
        (H.S63, H.S22, U.BURIED_NO_MORE),
        (H.S63, H.S62, U.BURIED_NO_MORE),
    ],
)
def test_rare_changes_are_stopped(old: Headline, new: Headline, unusual: U | None) -> None:
    assert unusual_change(old, new) is unusual


def test_every_headline_has_exactly_one_line() -> None:
    lines = {headline: accounting_line(Status(headline)) for headline in Headline}
    assert set(lines.values()) == set(AccountingLine)


def test_a_convicted_man_is_counted_by_whether_he_is_admitted() -> None:
    verdict = it("L43", "2021-07-22", "B2")
    alone, admitted = status(footage(), verdict), status(footage(), verdict, acknowledged())
    assert (alone.headline, admitted.headline) == (H.S26, H.S26)
    assert accounting_line(alone) is AccountingLine.HELD_NOT_ACKNOWLEDGED
    assert accounting_line(admitted) is AccountingLine.HELD_ACKNOWLEDGED


def test_a_visit_counts_as_acknowledged_in_hospital() -> None:
    found = status(it("D24", "2021-02-03", "A1"), it("D26", "2021-03-03", "B2"))
    assert found.headline is H.S25
    assert accounting_line(found) is AccountingLine.HELD_ACKNOWLEDGED


def test_home_shows_return_until_remains_are_set() -> None:
    assert home_facet(status(missing())) is Facet.REPAT
    found = status(missing(), conclusive("M97", "2021-02-01", "A2"))
    assert home_state(found).value is Remains.IDENTIFIED
    revoked = status(
        missing(), conclusive("M97", "2021-02-01", "A2"), it("M98", "2021-03-01", "A1")
    )
    assert home_facet(revoked) is Facet.REPAT


@pytest.mark.parametrize(
    ("others", "proposed"),
    [
        ([], False),
        ([H.S10], False),
        ([H.S21, H.S10], True),
        ([H.S22, H.S10, H.S11], False),
        ([H.S41, H.S40, H.S10], True),
        ([H.S20, H.S20], False),
        ([H.S51, H.S62], False),
    ],
)
def test_a_group_proposes_capture_from_half(others: list[Headline], proposed: bool) -> None:
    assert presumed_with_his_group(others) is proposed


def test_a_case_is_closed_only_for_what_happened() -> None:
    court = status(missing(), it("X84", "2022-01-10", "A1"))
    for reason in (
        ClosureReason.REPATRIATED_VERIFIED,
        ClosureReason.FOUND_ALIVE_NOT_CAPTURED,
        ClosureReason.REMAINS_HANDED_TO_FAMILY,
    ):
        assert closure_blocks(court, reason)


def test_a_man_at_home_is_closed_after_his_medical_check() -> None:
    home = it("R67", "2021-01-28", "A1")
    reason = ClosureReason.REPATRIATED_VERIFIED
    assert closure_blocks(status(home), reason) == (ClosureBlock.NO_MEDICAL_CHECK,)
    checked = it("R68", "2021-01-29", "A1", says=Health.GOOD)
    assert closure_blocks(status(home, checked), reason) == ()


def test_remains_are_closed_when_identified_and_handed_over() -> None:
    reason = ClosureReason.REMAINS_HANDED_TO_FAMILY
    given = it("M99", "2021-02-05", "A1")
    assert closure_blocks(status(given), reason) == (ClosureBlock.NOT_IDENTIFIED,)
    assert closure_blocks(status(conclusive("M97", "2021-02-01", "A2"), given), reason) == ()
    assert closure_blocks(status(missing()), reason) == (ClosureBlock.REMAINS_NOT_HANDED_OVER,)
