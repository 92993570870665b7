"""What a page-by-page reading of internal files found, so that it stays mended."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from app.reports.document import AnswerRow, DataTable, Document, FourAnswers
from app.reports.internal_file import internal_file
from app.reports.paper_words import PaperWords
from app.reports.pdf.fonts import family
from app.reports.pdf.strips import Words
from app.reports.pdf.typeset import Typesetter
from app.reports.sections.dealings import answer_words
from app.reports.sections.time_bars import time_bars
from app.shapes.case_report import (
    AskedBody,
    CaseReport,
    Cite,
    ConsentLine,
    DisclosedNote,
    EventLine,
)
from app.wording.trace import why_paragraph
from models.codebook.compute import compute
from models.vocabulary.partial_date import PartialDate
from models.vocabulary.status import Headline
from tests.factories import papers
from tests.reports.drawings import only, overlapping, strokes_of

EN = PaperWords("en")


def _file(case: CaseReport, lang: str = "en") -> Document:
    return internal_file(case, lang, papers.draft_context())


def _table(document: Document, head: str) -> DataTable:
    tables = [block for block in document.blocks if isinstance(block, DataTable)]
    return next(table for table in tables if table.columns[0].head == head)


def _said(cell: tuple[object, ...]) -> str:
    return "".join(getattr(run, "text", "") for run in cell)


def test_how_others_call_a_place_is_said_where_it_is_first_named() -> None:
    case = papers.model_case()
    first, second = case.places
    again = replace(first, code="E06")
    rows = _table(_file(replace(case, places=(first, second, again))), "Place").rows
    told = [_said(row.cells[0]) for row in rows]
    assert "Խծաբերդ" in told[0]
    assert told[0].startswith(told[2])
    assert "Խծաբերդ" not in told[2]


def test_an_answer_that_is_overdue_is_not_said_to_be_due() -> None:
    asked = AskedBody("SUB-1", "ICRC", "ENQUIRY", PartialDate.on(date(2020, 12, 23)))
    asked = replace(asked, due=date(2021, 1, 23))
    assert (
        answer_words(EN, asked, date(2021, 1, 23)) == "no answer yet; due by 23\u00a0January 2021"
    )
    late = answer_words(EN, asked, date(2021, 3, 10))
    assert late == "no answer yet; it was due by 23\u00a0January 2021"


def test_a_withdrawal_ends_as_a_sentence_does() -> None:
    rows = _table(_file(papers.model_case()), "When").rows
    assert any(_said(row.cells[1]).endswith("he spoke of another man.") for row in rows)


def _admitted(case: CaseReport) -> AnswerRow:
    blocks = _file(case).blocks
    return next(block for block in blocks if isinstance(block, FourAnswers)).rows[2]


def test_a_man_whom_the_red_cross_visited_is_not_left_with_no_reply() -> None:
    case = papers.model_case()
    asked = EventLine("asked", "D22", PartialDate.on(date(2020, 12, 23)), (Cite("unit", "A1"),))
    visit = EventLine("visit", "D24", PartialDate.on(date(2021, 1, 22)), (Cite("unit", "A1"),))
    events = (asked, visit)
    status = compute(papers.history_of(events), papers.AS_OF)
    held = replace(case, events=events, status=status, disagreements=(), places=())
    assert status.headline is Headline.S24
    row = _admitted(held)
    assert "He counts as acknowledged through the Red Cross: visited by the Red Cross, 22" in _said(
        row.reason
    )
    assert "Red Cross" not in _said(_admitted(case).reason)


def test_no_day_is_parted_from_its_month_in_any_paragraph() -> None:
    for lang in ("en", "ru"):
        pages = Typesetter(_file(papers.model_case(), lang), family()).pages()
        ends = [
            stroke.text.split(" ")[-1]
            for page in pages
            for placed in page.placed
            for stroke in placed.strip.strokes
            if isinstance(stroke, Words) and " " in stroke.text
        ]
        days = [end for end in ends if end.isdecimal() and 0 < int(end) < 32]
        assert days == []


def test_a_table_under_consents_keeps_its_distance() -> None:
    consent = ConsentLine("STORE", "GIVEN", ("Mother",), PartialDate.on(date(2020, 12, 23)))
    paper = DisclosedNote("D-2021-0001", "icrc", "ICRC", date(2021, 2, 5))
    case = replace(papers.thin_case(), consents=(consent,), disclosed=(paper,))
    document = _file(case)
    table = _table(document, "Disclosure")
    strips = Typesetter(document, family()).pages()
    tops = [
        placed.strip.space_above
        for page in strips
        for placed in page.placed
        if any(isinstance(s, Words) and s.text == "Disclosure" for s in placed.strip.strokes)
    ]
    assert table.rows
    assert tops == [13.0]


def test_a_line_of_six_weeks_names_more_than_its_first_day() -> None:
    events = (
        EventLine("a", "E03", PartialDate.on(date(2020, 12, 12)), ()),
        EventLine("b", "D24", PartialDate.on(date(2021, 1, 22)), ()),
    )
    chart = time_bars(events, EN, papers.AS_OF)
    assert chart is not None
    case = replace(papers.model_case(), events=events, places=(), disagreements=())
    strokes = strokes_of(only(_file(case), type(chart)))
    days = {s.text for s in strokes if isinstance(s, Words) and "202" in s.text}
    assert len(days) > 1
    assert overlapping(strokes) == []


def _status(*events: EventLine) -> CaseReport:
    status = compute(papers.history_of(events), papers.AS_OF)
    return replace(
        papers.thin_case(), events=events, status=status, statements=papers.model_case().statements
    )


def test_the_day_on_which_custody_ended_is_said_once() -> None:
    seen = EventLine("e1", "R67", PartialDate.on(date(2021, 1, 29)), (Cite("unit", "A1"),))
    case = _status(seen)
    row = next(b for b in _file(case).blocks if isinstance(b, FourAnswers)).rows[1]
    assert _said(row.reason).count("29") == 1
    assert "Ended" not in _said(row.reason)


def test_a_man_who_was_never_held_is_not_said_to_have_left_custody() -> None:
    found = EventLine("e1", "E07", PartialDate.on(date(2020, 12, 18)), (Cite("unit", "A1"),))
    case = _status(found)
    assert case.status.headline is Headline.S42
    _, held, _, home = next(b for b in _file(case).blocks if isinstance(b, FourAnswers)).rows
    assert "Ended" not in _said(held.reason)
    assert home.answer == "On his own side – was never held"
    assert "handover" not in _said(home.reason)
    assert "custody ended" not in why_paragraph(case.status, EN.translator)


def test_one_reason_of_two_answers_is_said_once_with_all_its_rules() -> None:
    seen = EventLine("e1", "R67", PartialDate.on(date(2021, 1, 29)), (Cite("unit", "A1"),))
    told = why_paragraph(_status(seen).status, EN.translator)
    assert told.count("Evidence of this kind is conclusive.") == 1


def test_revoked_remains_do_not_answer_whether_he_is_home() -> None:
    taken = EventLine("e1", "M97", PartialDate.on(date(2021, 1, 14)), (Cite("unit", "A2"),))
    revoked = EventLine("e2", "M98", PartialDate.on(date(2021, 2, 19)), (Cite("unit", "A1"),))
    home = next(b for b in _file(_status(taken, revoked)).blocks if isinstance(b, FourAnswers))
    assert "emains" not in _said(home.rows[3].reason)


def test_a_day_that_a_title_names_is_not_said_twice() -> None:
    said = PartialDate.on(date(2020, 12, 15))
    for title in ("Post of 15 December 2020", "Post, 15.12.2020"):
        assert EN.names_day(title, said)
    assert not EN.names_day("Post of 1 December 2020", said)
    assert not EN.names_day("Post", PartialDate.unknown("in winter"))
