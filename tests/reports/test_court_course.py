"""A dossier says nothing twice, denies nothing it states, and keeps the course of a day."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest

from app.reports.court.day_order import in_course, once
from app.reports.document import (
    ChapterHead,
    DataTable,
    Document,
    Facts,
    Numbered,
    Portrait,
    UrgentFace,
)
from app.reports.paper_words import PaperWords
from app.reports.papers import make_document
from app.shapes.case_report import CaseReport, EventLine, Identity, PrintedName, Service
from models.codebook.compute import compute
from models.codebook.facts import FacetState
from models.vocabulary.papers import Audience
from models.vocabulary.partial_date import PartialDate
from models.vocabulary.status import Ack, Facet, Headline
from tests.factories import court, papers
from tests.factories.model_man import day

REPLIES = "Replies of the Government, word for word"


def _document(case: CaseReport, lang: str = "en") -> Document:
    return make_document(Audience.COURT, [case], lang, court.court_context()).document


def _said(document: Document) -> list[str]:
    return [
        "".join(run.text for run in block.text)
        for block in document.blocks
        if isinstance(block, Numbered)
    ]


def _cells(document: Document, head: str) -> list[list[str]]:
    heads = [b.title if isinstance(b, ChapterHead) else "" for b in document.blocks]
    table = document.blocks[heads.index(head) + 1]
    assert isinstance(table, DataTable)
    return [["".join(run.text for run in cell) for cell in row.cells] for row in table.rows]


def _event(code: str, on: str) -> EventLine:
    return EventLine(code, code, day(on), papers.model_case().events[9].cites)


def _with(*events: EventLine) -> CaseReport:
    case = court.court_case()
    together = (*case.events, *events)
    history = papers.history_of(together)
    return replace(case, events=together, status=compute(history, papers.AS_OF))


def _alone(*events: EventLine, alive_on: str = "") -> CaseReport:
    status = compute(papers.history_of(events), papers.AS_OF)
    status = replace(status, proof_of_life_at=day(alive_on) if alive_on else None)
    return replace(court.court_case(), events=events, status=status)


@pytest.mark.parametrize("lang", ["en", "hy", "ru"])
def test_what_may_be_later_than_the_last_sign_of_life_is_never_denied(lang: str) -> None:
    case = _alone(
        _event("C12", "2020-12-15"),
        _event("L43", "2021-03-01"),
        _event("D26", "2021-03-05~"),
        alive_on="2020-12-15",
    )
    said = _said(_document(case, lang))
    first = next(n for n, p in enumerate(said, 1) if PaperWords(lang).when(day("2020-12-15")) in p)
    told = PaperWords(lang).say_n(
        "What is or may be later: see paragraph {paragraphs}.",
        "What is or may be later: see paragraphs {paragraphs}.",
        2,
        paragraphs=PaperWords(lang).say("{some} and {last}", some=first + 1, last=first + 2),
    )
    assert sum(p.endswith(told) for p in said) == 1


def test_the_sign_that_is_the_last_is_not_said_to_be_later_than_itself() -> None:
    said = _said(_document(_alone(_event("C17", "2020-12-03/"), alive_on="2020-12-03/")))
    assert not any("may be later" in p for p in said)


def test_for_a_man_found_on_his_own_side_no_measure_is_asked() -> None:
    case = _alone(_event("E04", "2020-12-15"), _event("E07", "2020-12-18"))
    document = _document(replace(case, status=replace(case.status, headline=Headline.S42)))
    assert not any(isinstance(block, UrgentFace) for block in document.blocks)


def test_remains_that_were_said_to_be_his_do_not_bear_out_the_request() -> None:
    case = _alone(_event("M97", "2021-01-14"), _event("M98", "2021-02-19"))
    said = _said(_document(case))
    found = next(n for n, p in enumerate(said, 1) if "Remains identified" in p)
    assert any("does not bear out" in p and p.endswith(f"paragraph {found}.") for p in said)


def test_without_a_later_sign_it_is_said_that_there_is_none() -> None:
    said = _said(_document(_alone(_event("C12", "2020-12-15"), alive_on="2020-12-15")))
    assert any(p.endswith("None is recorded since.") for p in said)


def test_a_man_of_whom_only_a_verdict_is_known_is_not_said_to_give_no_sign() -> None:
    said = _said(_document(_alone(_event("L43", "2021-03-01"))))
    sign = next(p for p in said if "sure sign of life" in p)
    verdict = next(n for n, p in enumerate(said, 1) if "Verdict" in p)
    assert sign.endswith(f"What points to his being alive: see paragraph {verdict}.")


def test_a_measure_in_force_is_named_before_more_is_asked() -> None:
    said = _said(_document(_alone(_event("L46", "2021-01-02"), _event("L47", "2021-01-04"))))
    applied = next(n for n, p in enumerate(said, 1) if "Rule 39 applied" in p)
    named = next(p for p in said if "has indicated a measure for him already" in p)
    assert f"see paragraph {applied}." in named


def test_a_request_without_a_decision_is_named_too() -> None:
    said = _said(_document(_alone(_event("L46", "2021-01-02"))))
    assert any("No decision on it is recorded." in p for p in said)


def test_on_one_day_handing_over_stands_before_arriving_at_an_hour() -> None:
    arrived = _event("R66", "2021-01-28T21:40")
    handed = _event("R65", "2021-01-28")
    missing = _event("E01", "2021-01-28")
    verified = _event("R67", "2021-01-28")
    ordered = in_course((arrived, handed, missing, verified))
    assert [event.code for event in ordered] == ["R65", "E01", "R66", "R67"]


def test_what_nothing_proves_is_not_said_again_beside_what_is_proven() -> None:
    twice = (_event("R60", "2020-12-22"), replace(_event("R60", "2020-12-22"), key="2", cites=()))
    assert once(twice) == [twice[0]]
    alone = (twice[1], replace(twice[1], key="3", words_releasable="Row 37"))
    assert once((*alone, twice[0])) == [alone[1], twice[0]]


def test_a_day_of_birth_that_is_not_known_is_said_in_grammar() -> None:
    case = court.court_case()
    for edtf, words in (("2000-XX-XX", "born on a day in 2000"), ("1999", "born 1999")):
        born = replace(case.identity.born, value=day(edtf))
        said = _said(_document(replace(case, identity=replace(case.identity, born=born))))
        assert f"{words}." in said[0]
    born = replace(case.identity.born, value=day("1999"))
    year = replace(case, identity=replace(case.identity, born=born))
    assert "1999\u00a0թ.։ " in _said(_document(year, "hy"))[0]
    assert "1999\u00a0г. " in _said(_document(year, "ru"))[0]


def test_hours_and_days_keep_their_order() -> None:
    events = (
        _event("R66", "2021-01-27"),
        _event("C12", "2021-01-28T08:00"),
        _event("E02", "2021-01-28T21:00"),
        _event("E01", "2021-01-29"),
    )
    assert in_course(events) == events


def test_a_reply_whose_words_nobody_recorded_joins_the_words_of_its_day() -> None:
    case = _with(_event("L49", "2021-02-03"))
    rows = _cells(_document(case), REPLIES)
    assert len(rows) == 1
    assert rows[0][3].startswith("Detention denied or “not identified”\nGovernment’s reply")


def test_a_reply_of_another_day_stands_for_itself() -> None:
    rows = _cells(_document(_with(_event("L49", "2021-02-04"))), REPLIES)
    assert [row[1] == "words not recorded" for row in rows] == [False, True]


def test_one_fact_is_not_said_to_be_paragraphs_1_to_1() -> None:
    name = PrintedName("Latn", "figure 7 in video V12")
    bare = replace(
        _alone(), identity=Identity((name,)), service=Service(), circumstances_releasable=()
    )
    said = _said(_document(bare))
    assert said[0].startswith("Figure 7 in video V12")
    assert said[1] == "Paragraph 1 states facts. What follows is submitted by the Office."


def test_statements_are_cited_in_the_order_of_their_numbers() -> None:
    event = next(e for e in court.court_case().events if len(e.cites) > 1)
    turned = replace(event, cites=event.cites[::-1])
    for row in _cells(_document(_alone(turned)), "Chronology"):
        marks = [int(mark[1:]) for mark in row[3].replace(";", ",").split(", ") if mark[0] == "S"]
        assert marks == sorted(marks)


def test_an_answer_that_is_overdue_is_said_to_have_been_due() -> None:
    answers = [row[3] for row in _cells(_document(court.court_case()), "Steps taken")]
    assert "none; was due 18\u00a0January 2021" in answers
    asked = tuple(replace(one, due=date(2021, 6, 1)) for one in court.ASKED)
    answers = [
        row[3] for row in _cells(_document(replace(court.court_case(), asked=asked)), "Steps taken")
    ]
    assert "none; due 1\u00a0June 2021" in answers


def test_the_photograph_is_named_by_its_number_in_the_index() -> None:
    photo = replace(papers.grey_photo(), exhibit_number=court.EXHIBITS[1].number)
    document = _document(replace(court.court_case(), photo=photo))
    (portrait,) = (block for block in document.blocks if isinstance(block, Portrait))
    named = "".join(run.text for run in portrait.lines[-1])
    number, registered = named.split(" · ")
    row = next(row for row in _cells(document, "Index of exhibits") if registered in row[2])
    assert number == f"Exhibit\u00a0{row[0]}"


def test_what_is_acknowledged_is_not_asked_on_the_first_page_either() -> None:
    case = court.court_case()
    facets = {**case.status.facets, Facet.ACK: FacetState(Ack.ACK_OFFICIAL)}
    document = _document(replace(case, status=replace(case.status, facets=facets)))
    face = next(block for block in document.blocks if isinstance(block, Facts))
    asked = "".join(run.text for run in face.rows[-1].value)
    assert asked.startswith("that the Government say where he is held")


@pytest.mark.parametrize("code", ["C11", "C14", "C15"])
def test_a_man_named_a_captive_later_is_not_said_to_have_given_no_sign_since(code: str) -> None:
    case = _alone(_event("C12", "2020-12-15"), _event(code, "2020-12-24"), alive_on="2020-12-15")
    said = _said(_document(case))
    named = next(n for n, p in enumerate(said, 1) if p.startswith("24\u00a0December 2020."))
    assert any(p.endswith(f"What is or may be later: see paragraph {named}.") for p in said)


def test_words_nobody_could_read_as_a_date_are_named_as_such() -> None:
    told = "չգիտեմ երբ, մինչև նոր տարի"
    event = replace(_event("E04", "2020-12-15"), date=replace(PartialDate.unknown(), text=told))
    document = _document(_alone(event))
    assert any(p.startswith(f"Date as it was told: “{told}”. ") for p in _said(document))
    assert _cells(document, "Chronology")[-1][0] == f"Date as it was told: “{told}”"


def test_two_paragraphs_of_facts_are_named_one_by_one() -> None:
    case = replace(_alone(_event("C12", "2020-12-15")), service=Service())
    said = _said(_document(replace(case, circumstances_releasable=())))
    assert said[2].startswith("Paragraphs 1 and 2 state facts.")


def test_armenian_counts_paragraphs_by_ordinals_everywhere() -> None:
    case = _with(_event("E09", "2020-12-16"), _event("X80", "2020-12-17"))
    said = " ".join(_said(_document(case, "hy")))
    assert "-րդ կետ" in said
    assert not re.search(r"\d կետ", said)
