"""What cannot both be true is pointed out, and only where the dates are certain (5.5)."""

from datetime import date

import pytest

from models.codebook import CaseHistory, EventFact
from models.codebook.contradictions import Misfit, contradictions
from tests.codebook.telling import footage, it, on

TODAY = date(2022, 6, 1)


def misfits(*events: EventFact, born: str | None = None) -> set[Misfit]:
    history = CaseHistory(events, born=None if born is None else on(born))
    return {found.misfit for found in contradictions(history, TODAY)}


@pytest.mark.parametrize(
    ("events", "misfit"),
    [
        ((it("C11", "2020-12-10", "B2"), it("E02", "2020-12-12", "B2")),
         Misfit.CAPTURE_BEFORE_LAST_CONTACT),
        ((it("X80", "2020-12-14", "B2"), footage("2020-12-15")),
         Misfit.DEATH_BEFORE_PROOF_OF_LIFE),
        ((it("X82", "2020-12-14", "B2"), it("C11", "2020-12-15", "B2")),
         Misfit.DEATH_BEFORE_CAPTURE),
        ((it("R65", "2020-12-01", "B2"), it("C11", "2020-12-15", "B2")),
         Misfit.HANDOVER_BEFORE_CAPTURE),
        ((it("R67", "2021-01-27", "A1"), it("R66", "2021-01-28", "A1")),
         Misfit.VERIFIED_BEFORE_ARRIVAL),
        ((it("D25", "2021-01-01/2021-02-01", "B2", place="a"),
          it("D25", "2021-01-20/2021-03-01", "B2", place="b")), Misfit.TWO_PLACES_AT_ONCE),
        ((it("R67", "2021-01-28", "A1"), it("D26", "2021-03-01", "B2")),
         Misfit.CUSTODY_AFTER_RETURN),
        ((it("M99", "2021-02-05", "A1"),), Misfit.HANDED_OVER_UNIDENTIFIED),
        ((it("E01", "2022-07-01", "C3"),), Misfit.IN_THE_FUTURE),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_told(events: tuple[EventFact, ...], misfit: Misfit) -> None:
    assert misfits(*events) == {misfit}


@pytest.mark.parametrize(
    ("born", "misfit"),
    [
        ("2021-01-01", Misfit.BEFORE_BIRTH),
        ("2007", Misfit.TOO_YOUNG),
        ("1945", Misfit.TOO_OLD),
    ],
)
def test_events_are_held_against_his_birth(born: str, misfit: Misfit) -> None:
    assert misfits(footage("2020-12-15"), born=born) == {misfit}


def test_what_may_fit_raises_nothing() -> None:
    assert misfits(it("C11", "2020-12-XX", "B2"), it("E02", "2020-12-12", "B2")) == set()
    assert misfits(footage("2020-12-15"), born="2001~") == set()
    assert misfits(it("X80", None, "B2"), footage("2020-12-15")) == set()


def test_the_day_of_a_transfer_belongs_to_both_places() -> None:
    stays = (
        it("D25", "2021-01-01/2021-02-01", "B2", place="a"),
        it("D25", "2021-02-01/2021-03-01", "B2", place="b"),
    )
    assert misfits(*stays) == set()


def test_a_withdrawn_event_contradicts_nothing() -> None:
    assert misfits(it("R65", "2020-12-01", "B2", withdrawn=True), footage()) == set()


def test_both_events_are_named_with_their_dates() -> None:
    death, life = it("X80", "2020-12-14", "B2"), footage("2020-12-15")
    (found,) = contradictions(CaseHistory((life, death)), TODAY)
    assert (found.first, found.second) == (death.id, life.id)
    assert (found.first_date, found.second_date) == (death.date, life.date)
