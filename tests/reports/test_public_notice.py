"""A notice that anyone may read names nobody, unless the family agreed that it may."""

import re
from dataclasses import replace
from datetime import date

import pytest

from app.i18n import LANGUAGES
from app.reports.context import OfficeContact
from app.reports.papers import make_document
from app.reports.public_notice import hangs_until
from app.reports.reductions.public import as_interval
from app.reports.render import write_pdf
from app.shapes.case_report import CaseReport, ConsentLine, EventLine, PlaceWords, Wording
from models.vocabulary.papers import Audience
from models.vocabulary.partial_date import PartialDate
from models.vocabulary.status import SPEAK_OF_DEATH, Headline
from tests.factories.model_man import day
from tests.factories.papers import (
    draft_context,
    grey_photo,
    issued_context,
    model_case,
    thin_case,
)
from tests.reports.reading import text_of

NAMES = ("Nmushyan", "Նմուշյան", "Нмушян", "Aram", "Արամ", "Арам")


def notice(case: CaseReport, lang: str = "en") -> tuple[str, CaseReport]:
    context = replace(draft_context(), contact=OfficeContact("", "+374 00 000 000"))
    made = make_document(Audience.PUBLIC, [case], lang, context)
    return text_of(write_pdf(made.document).content), made.released[0]


def agreed(case: CaseReport, *scopes: str, state: str = "YES") -> CaseReport:
    return replace(case, consents=tuple(ConsentLine(scope, state) for scope in scopes))


def test_without_consent_it_says_a_year_a_region_some_days_and_a_settlement() -> None:
    text, _ = notice(model_case())
    assert "Serviceman, born 2001 Shirak Province" in text
    assert "between 13 and 16 December 2020 near Khtsaberd (Çaylaqqala)" in text
    assert "+374 00 000 000" in text
    assert "may be shown until 8 June 2021" in text


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("state", ["NO", "WITHDRAWN", "CONFLICT", "NOT_ASKED"])
def test_nobody_is_named_or_shown_whose_family_did_not_agree(lang: str, state: str) -> None:
    case = agreed(model_case(), "PUBLISH_NAME", "PUBLISH_PHOTO", state=state)
    text, released = notice(case, lang)
    assert not [name for name in NAMES if name in text]
    assert released.photo is None
    assert (len(released.family), len(released.statements), len(released.exhibits)) == (0, 0, 0)


def test_with_consent_he_is_named_and_the_notice_says_that_the_family_agreed() -> None:
    text, _ = notice(agreed(model_case(), "PUBLISH_NAME"))
    assert "Nmushyan Aram" in text
    assert "The family has agreed" in text


def test_only_a_picture_taken_before_he_was_lost_is_ever_shown() -> None:
    case = agreed(model_case(), "PUBLISH_PHOTO")
    assert notice(case)[1].photo is not None
    for taken in (day("2020-12-15"), day("2020-12"), PartialDate.unknown(), None):
        _, released = notice(replace(case, photo=replace(grey_photo(), taken=taken)))
        assert released.photo is None


@pytest.mark.parametrize("headline", sorted(SPEAK_OF_DEATH))
def test_nobody_hears_of_a_death_from_a_notice(headline: Headline) -> None:
    case = model_case()
    text, _ = notice(replace(case, status=replace(case.status, headline=headline)))
    assert ("The search goes on" in text) is (headline is not Headline.S63)
    assert "eath" not in text
    assert "emains" not in text


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("2020-12-12", "[2020-12-11..2020-12-20]"),
        ("2020-12-31", "[2020-12-21..2020-12-31]"),
        ("[2020-12-10..2020-12-11]", "[2020-12-01..2020-12-20]"),
        ("[2020-12-13..2020-12-16]", "[2020-12-13..2020-12-16]"),
        ("2020-12", "2020-12"),
        ("[..2020-12-16]", "2020-12"),
    ],
)
def test_a_day_becomes_some_days_from_which_it_cannot_be_counted_back(said: str, told: str) -> None:
    interval = as_interval(day(said))
    assert interval is not None
    assert interval.edtf == told


def test_a_notice_holds_for_ninety_days() -> None:
    assert hangs_until(date(2021, 3, 10)) == date(2021, 6, 8)


@pytest.mark.parametrize(
    ("lang", "who", "stands"),
    [
        ("en", "A missing person", "The search goes on"),
        ("hy", "Անհետ կորած անձ", "Որոնումը շարունակվում է"),
        ("ru", "Пропавший человек", "Поиски продолжаются"),
    ],
)
def test_somebody_of_whom_hardly_anything_is_known_is_told_of_in_the_language_of_the_notice(
    lang: str, who: str, stands: str
) -> None:
    case = thin_case()
    text, _ = notice(replace(case, status=replace(case.status, headline=Headline.S10)), lang)
    assert who in text
    assert stands in text


@pytest.mark.parametrize("headline", [Headline.S25, Headline.S26, Headline.S31])
def test_that_somebody_fled_is_ill_or_was_sentenced_is_on_no_notice(headline: Headline) -> None:
    case = model_case()
    text, _ = notice(replace(case, status=replace(case.status, headline=headline)))
    assert not re.search("(?i)escap|hospital|convict|sentence", text)


def test_a_notice_of_somebody_who_is_back_asks_nobody_to_look() -> None:
    case = model_case()
    text, _ = notice(replace(case, status=replace(case.status, headline=Headline.S41)))
    assert "The search has ended" in text
    assert "If you have seen" not in text


def test_what_hangs_on_a_wall_names_nobody_of_the_office() -> None:
    for context in (draft_context(), issued_context()):
        made = make_document(Audience.PUBLIC, [model_case()], "en", context).document
        assert context.printed_by not in text_of(write_pdf(made).content)


def test_somebody_is_lost_near_a_village_and_in_a_district() -> None:
    case = model_case()
    village = PlaceWords(names=Wording(en="Hin Shen"), kind="SETTLEMENT")
    district = PlaceWords(names=Wording(en="Hadrut district"), kind="DISTRICT")
    for place, told in ((village, "near Hin Shen"), (district, "in Hadrut district")):
        lost = EventLine("l", "E04", day("2020-12"), (), place=place)
        text, _ = notice(replace(case, events=(lost,)))
        assert f"Contact was lost in December 2020 {told}" in " ".join(text.split())
