"""The internal case file says everything, in three languages, with its sources."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from app.reports.document import DataTable, Document, FourAnswers, SectionHead
from app.reports.internal_file import internal_file
from app.reports.render import write_pdf
from app.shapes.case_report import CaseReport, Known, Wording
from models.vocabulary.partial_date import PartialDate
from tests.factories import papers
from tests.reports.reading import pages_of, text_of

LANGUAGES = ("en", "hy", "ru")
SECTIONS = {
    "en": ("The four answers", "Identity", "Service", "Family", "Timeline", "Accounts that differ"),
    "hy": ("Չորս պատասխան", "Ինքնություն", "Ծառայություն", "Ընտանիք", "Ժամանակագրություն"),
    "ru": ("Четыре ответа", "Личность", "Служба", "Семья", "Хронология", "Места"),
}


def _printed(case: CaseReport, lang: str) -> str:
    return text_of(write_pdf(internal_file(case, lang, papers.draft_context())).content)


def _heads(document: Document) -> list[SectionHead]:
    return [block for block in document.blocks if isinstance(block, SectionHead)]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_name_stands_in_three_scripts_with_the_papers_own_first(lang: str) -> None:
    text = _printed(papers.model_case(), lang)
    names = ("Նմուշյան Արամ Սուրենի", "Nmushyan Aram, son of Suren", "Нмушян Арам Суренович")
    first = {"hy": names[0], "en": names[1], "ru": names[2]}[lang]
    assert all(name in text for name in names)
    assert text.startswith(first)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_section_stands_in_the_language_of_the_paper(lang: str) -> None:
    text = _printed(papers.model_case(), lang)
    assert all(section in text for section in SECTIONS[lang])


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("case", [papers.model_case(), papers.thin_case()], ids=["full", "thin"])
def test_sections_are_numbered_without_gaps(case: CaseReport, lang: str) -> None:
    heads = _heads(internal_file(case, lang, papers.draft_context()))
    assert [head.number for head in heads] == list(range(1, len(heads) + 1))


def test_absent_sections_are_left_out_and_the_next_take_their_numbers() -> None:
    titles = [
        h.title for h in _heads(internal_file(papers.thin_case(), "en", papers.draft_context()))
    ]
    assert titles == [
        "The four answers",
        "Identity",
        "Service",
        "Timeline",
        "What is not known",
        "Certification",
    ]


@pytest.mark.parametrize("case", [papers.model_case(), papers.thin_case()], ids=["full", "thin"])
def test_all_four_questions_are_always_answered(case: CaseReport) -> None:
    blocks = internal_file(case, "en", papers.draft_context()).blocks
    answers = next(block for block in blocks if isinstance(block, FourAnswers))
    assert len(answers.rows) == 4
    assert all(row.question and row.answer for row in answers.rows)


def test_short_answers_carry_no_dates() -> None:
    blocks = internal_file(papers.model_case(), "en", papers.draft_context()).blocks
    answers = next(block for block in blocks if isinstance(block, FourAnswers))
    assert not any(re.search(r"\d{4}", row.answer) for row in answers.rows)


def test_denial_is_said_not_to_change_the_answer_above() -> None:
    assert "A denial does not change the answer above it." in _printed(papers.model_case(), "en")


def test_unknown_and_not_recorded_are_told_apart() -> None:
    case = papers.model_case()
    asked = _printed(case, "en")
    assert "not known – asked of the unit on 2 February 2021, no reply" in asked
    service = replace(case.service, personal_number=Known())
    assert "Personal number not recorded" in _printed(replace(case, service=service), "en")


def test_other_values_stand_beside_the_accepted_one() -> None:
    text = _printed(papers.model_case(), "en")
    assert "24 April 2001" in text
    assert "stated otherwise: 25 April 2001" in text


def test_withdrawn_events_stay_with_their_reason() -> None:
    assert "Withdrawn: he spoke of another man" in _printed(papers.model_case(), "en")


def test_imprecise_dates_are_printed_with_their_own_precision() -> None:
    text = _printed(papers.model_case(), "en")
    assert "between 13 and 16 December 2020" in text
    assert "13.12.2020" not in text


def test_words_of_a_date_nobody_could_read_are_kept() -> None:
    case = papers.model_case()
    unread = replace(case.events[0], date=PartialDate.unknown("before the new year"))
    text = _printed(replace(case, events=(unread, *case.events[1:])), "en")
    assert "“before the new year”" in text


def test_confidential_sources_are_named_by_code_only() -> None:
    case = papers.model_case()
    secret = Wording("Petrosyan Sample", "Պետրոսյան Նմուշ", "Петросян")
    statements = tuple(replace(s, title=secret) if s.confidential else s for s in case.statements)
    text = _printed(replace(case, statements=statements), "en")
    assert "W-01" in text
    assert "Petrosyan" not in text


def test_conflicting_accounts_differ_in_bold_and_agree_in_regular() -> None:
    document = internal_file(papers.model_case(), "en", papers.draft_context())
    matrix = next(b for b in document.blocks if type(b).__name__ == "AccountsMatrix")
    rows = {row.label: row.cells for row in matrix.rows}  # type: ignore[union-attr]  # found by name
    assert all(run.bold for cell in rows["Day"] for run in cell)
    assert not any(run.bold for cell in rows["His condition"] for run in cell)
    assert rows["His condition"][0][0].text == "not stated"


def test_more_than_three_accounts_are_stacked() -> None:
    case = papers.model_case()
    disagreement = case.disagreements[0]
    many = replace(disagreement, accounts=disagreement.accounts * 2)
    text = _printed(replace(case, disagreements=(many,)), "en")
    assert "Account D" in text
    assert text.count("Until decided, this file says") == 1


def test_everything_lacking_is_named_in_the_head_and_among_the_gaps() -> None:
    text = _printed(papers.thin_case(), "en")
    assert "file complete in 11 of 16 points" in text
    document = internal_file(papers.thin_case(), "en", papers.draft_context())
    tables = [block for block in document.blocks if isinstance(block, DataTable)]
    assert len(tables[-1].rows) == 5


def test_certification_never_stands_alone_on_a_page() -> None:
    for rows in range(20, 48):
        case = papers.with_long_timeline(rows)
        case = replace(case, disagreements=(), places=(), exhibits=(), open_questions=())
        content = write_pdf(internal_file(case, "en", papers.draft_context())).content
        last = pages_of(content)[-1]
        assert "Certification" in last
        assert not last.startswith("9 Certification")
        assert "What is not known" in last or "December" in last or "2021" in last.split("S1 ")[0]


def test_nothing_of_a_case_that_is_no_sample_says_sample() -> None:
    context = replace(papers.draft_context(), office=Wording("Office of the Human Rights Defender"))
    text = text_of(write_pdf(internal_file(papers.thin_case(), "en", context)).content)
    assert "SAMPLE" not in text
    assert "invented" not in text
