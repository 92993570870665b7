"""Before a dossier goes to a court its flaws are named, each with what to do about it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from app.i18n.translator import Translator
from app.reports.audience import paper_for
from app.reports.context import OfficeContact, PaperContext
from app.reports.court_warnings import court_warnings, in_strasbourg, next_opening
from app.reports.leaving_out import for_reader
from app.shapes.case_report import CaseReport
from app.shapes.court import CourtFlaw, CourtWarning
from app.wording.court_warnings import court_warning_sentence
from models.vocabulary.papers import Audience
from tests.factories import court, papers


def _found(
    case: CaseReport,
    *,
    context: PaperContext | None = None,
    lang: str = "en",
    pages: int = 5,
    at: datetime = court.FRIDAY_NOON,
) -> dict[CourtFlaw, CourtWarning]:
    left = for_reader(case, paper_for(Audience.COURT)).case
    made = context or court.court_context()
    return {w.flaw: w for w in court_warnings(left, lang, made, pages=pages, at=at)}


def test_a_whole_dossier_within_office_hours_is_only_asked_for_its_proof() -> None:
    assert set(_found(court.court_case())) == {
        CourtFlaw.EXHIBIT_INCOMPLETE,
        CourtFlaw.FACT_WITHOUT_EXHIBIT,
    }


def test_an_exhibit_that_lacks_what_a_court_asks_is_named() -> None:
    found = _found(court.court_case())[CourtFlaw.EXHIBIT_INCOMPLETE]
    assert found.named == ("E-2020-00017",)


def test_facts_that_no_exhibit_proves_are_named_by_paragraph() -> None:
    found = _found(court.court_case())[CourtFlaw.FACT_WITHOUT_EXHIBIT]
    assert {"5", "7", "13"}.isdisjoint(found.named)
    assert {"1", "2"} <= set(found.named)


def test_paragraphs_in_a_row_are_said_as_a_range() -> None:
    unproven = CourtWarning(CourtFlaw.FACT_WITHOUT_EXHIBIT, ("1", "2", "3", "4", "7"))
    assert "paragraphs 1–4, 7." in court_warning_sentence(unproven, Translator.open("en"))


def test_eleven_pages_are_too_long_for_one_fax() -> None:
    assert CourtFlaw.TOO_LONG_FOR_FAX not in _found(court.court_case(), pages=10)
    assert CourtFlaw.TOO_LONG_FOR_FAX in _found(court.court_case(), pages=11)


@pytest.mark.parametrize(
    ("contact", "missing"),
    [
        (OfficeContact(), True),
        (OfficeContact(person="K. Ejyan"), True),
        (OfficeContact(telephone="+374 00 000 000"), True),
        (OfficeContact(person="K. Ejyan", telephone="+374 00 000 000"), False),
    ],
)
def test_the_court_needs_a_name_and_a_number(contact: OfficeContact, *, missing: bool) -> None:
    context = replace(court.court_context(), contact=contact)
    assert (CourtFlaw.CONTACT_MISSING in _found(court.court_case(), context=context)) is missing


@pytest.mark.parametrize(
    ("utc", "opens"),
    [
        ("2021-03-12T07:00", ""),  # Friday 08:00 in winter
        ("2021-03-12T14:59", ""),
        ("2021-03-12T15:00", "2021-03-15T07:00"),  # Friday 16:00: Monday
        ("2021-03-12T06:59", "2021-03-12T07:00"),
        ("2021-03-13T12:00", "2021-03-15T07:00"),
        ("2021-03-26T18:00", "2021-03-29T06:00"),  # over the change to summer time
        ("2021-07-01T06:00", ""),  # Thursday 08:00 in summer
        ("2021-07-01T14:00", "2021-07-02T06:00"),
    ],
)
def test_hours_are_those_of_strasbourg_summer_and_winter(utc: str, opens: str) -> None:
    at = datetime.fromisoformat(utc).replace(tzinfo=UTC)
    found = _found(court.court_case(), at=at).get(CourtFlaw.OUT_OF_HOURS)
    if not opens:
        assert found is None
        return
    assert found is not None
    assert found.opens == datetime.fromisoformat(opens).replace(tzinfo=UTC)
    assert next_opening(at).hour == 8


def test_summer_time_begins_and_ends_on_the_last_sundays() -> None:
    hours = [
        in_strasbourg(datetime.fromisoformat(f"2021-{moment}+00:00")).hour
        for moment in ("03-28T00:59", "03-28T01:00", "10-31T00:59", "10-31T01:00")
    ]
    assert hours == [1, 3, 2, 2]


def test_a_case_that_names_nobody_is_told_what_it_lacks() -> None:
    assert {
        CourtFlaw.STATE_MISSING,
        CourtFlaw.APPLICANT_MISSING,
        CourtFlaw.NO_RELEASABLE_TEXT,
    } <= set(_found(papers.thin_case()))


def test_a_man_without_a_family_name_is_pointed_out() -> None:
    case = court.court_case()
    assert CourtFlaw.NAME_UNKNOWN not in _found(case)
    figure = tuple(replace(one, family="", written="Figure 7") for one in case.identity.names)
    nameless = replace(case, identity=replace(case.identity, names=figure))
    assert CourtFlaw.NAME_UNKNOWN in _found(nameless)


@pytest.mark.parametrize(
    ("name", "lang", "told"),
    [
        ("Աննա Քարաբերդյան", "en", True),
        ("Աննա Քարաբերդյան", "hy", False),
        ("Աննա Քարաբերդյան / Anna Karaberdyan", "en", False),
        ("Анна Карабердян", "en", True),
        ("", "en", False),
    ],
)
def test_a_name_that_the_court_cannot_read_is_pointed_out(
    name: str, lang: str, *, told: bool
) -> None:
    case = court.court_case()
    family = tuple(replace(relative, name=name) for relative in case.family)
    found = _found(replace(case, family=family), lang=lang)
    assert (CourtFlaw.APPLICANT_IN_OTHER_LETTERS in found) is told
    if told:
        assert found[CourtFlaw.APPLICANT_IN_OTHER_LETTERS].named == (name,)


@pytest.mark.parametrize("lang", ["hy", "ru"])
def test_a_paper_in_another_language_than_the_courts_is_pointed_out(lang: str) -> None:
    assert CourtFlaw.OTHER_LANGUAGE in _found(court.court_case(), lang=lang)


@pytest.mark.parametrize("lang", ["en", "hy", "ru"])
def test_every_flaw_has_its_sentence(lang: str) -> None:
    t = Translator.open(lang)
    figures = {"pages": 14, "limit": 10}
    opens = next_opening(court.FRIDAY_NOON)
    said = {
        court_warning_sentence(CourtWarning(flaw, ("7", "9"), figures, opens), t)
        for flaw in CourtFlaw
    }
    assert len(said) == len(CourtFlaw)
    assert not any("{" in sentence for sentence in said)
