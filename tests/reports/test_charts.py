"""A time is drawn as exactly as it was said, a count as long as it is."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.reports.accounting_sheet import accounting_document
from app.reports.chart_blocks import (
    BarChart,
    BarRow,
    PlaceMap,
    TimeEnd,
    TimelineBars,
    TimeShape,
)
from app.reports.paper_words import PaperWords
from app.reports.pdf.strips import Corners, Disc, Rule
from app.reports.sections.time_bars import marks_of, time_bars
from app.shapes.accounting import (
    WHOLE_REGISTER,
    AccountingSheet,
    FacetTable,
    ScopeName,
    SheetLine,
)
from app.shapes.accounting_paper import AccountingPaper
from app.shapes.case_report import EventLine
from models.vocabulary.partial_date import PartialDate
from models.vocabulary.status import AccountingLine, Facet
from tests.factories import papers
from tests.reports.drawings import drawn, only, overlapping, strokes_of

LANGUAGES = ("en", "hy", "ru")
TODAY = date(2021, 3, 10)
EN = PaperWords("en")


def event(key: str, code: str, when: str) -> EventLine:
    """Invent something that happened."""
    return EventLine(key, code, PartialDate.parse_edtf(when), ())


@pytest.mark.parametrize(
    ("when", "shape", "start", "end"),
    [
        ("2020-12-13", TimeShape.DAY, TimeEnd.KNOWN, TimeEnd.KNOWN),
        ("2020-12-13T17:40+04:00", TimeShape.DAY, TimeEnd.KNOWN, TimeEnd.KNOWN),
        ("2020-12-13~", TimeShape.ABOUT_DAY, TimeEnd.KNOWN, TimeEnd.KNOWN),
        ("2020-12-13?", TimeShape.ABOUT_DAY, TimeEnd.KNOWN, TimeEnd.KNOWN),
        ("2020-12-XX", TimeShape.ONCE, TimeEnd.KNOWN, TimeEnd.KNOWN),
        ("2020-12", TimeShape.ONCE, TimeEnd.KNOWN, TimeEnd.KNOWN),
        ("[2020-12-13..2020-12-16]", TimeShape.ONCE, TimeEnd.KNOWN, TimeEnd.KNOWN),
        ("[..2020-12-16]", TimeShape.ONCE, TimeEnd.NOT_KNOWN, TimeEnd.KNOWN),
        ("2020-12-13/2020-12-16", TimeShape.LASTED, TimeEnd.KNOWN, TimeEnd.KNOWN),
        ("2020-12-13~/2020-12-16", TimeShape.ABOUT_LASTED, TimeEnd.KNOWN, TimeEnd.KNOWN),
        ("2020-12-13/..", TimeShape.LASTED, TimeEnd.KNOWN, TimeEnd.GOES_ON),
        ("2020-12-13/", TimeShape.LASTED, TimeEnd.KNOWN, TimeEnd.NOT_KNOWN),
    ],
)
def test_a_time_is_drawn_as_exactly_as_it_was_said(
    when: str, shape: TimeShape, start: TimeEnd, end: TimeEnd
) -> None:
    (mark,) = marks_of(PartialDate.parse_edtf(when))
    assert (mark.shape, mark.start, mark.end) == (shape, start, end)
    bounds = PartialDate.parse_edtf(when)
    assert (mark.first, mark.last) == (bounds.earliest, bounds.latest)


def test_one_of_two_days_is_two_rings_and_never_a_dot() -> None:
    marks = marks_of(PartialDate.parse_edtf("[2020-12-13,2020-12-15]"))
    assert [mark.shape for mark in marks] == [TimeShape.ABOUT_DAY, TimeShape.ABOUT_DAY]
    assert [mark.first for mark in marks] == [date(2020, 12, 13), date(2020, 12, 15)]


def test_what_has_no_date_was_withdrawn_or_is_the_offices_work_is_not_drawn() -> None:
    chart = time_bars(
        [
            event("a", "E01", "2020-12-14"),
            event("b", "C11", "2020-12-16"),
            replace(event("c", "C12", "2020-12-20"), withdrawn=True),
            replace(event("d", "C13", "2020-12-20"), date=PartialDate.unknown("winter")),
            event("e", "A116", "2021-02-01"),
        ],
        EN,
        TODAY,
    )
    assert chart is not None
    assert [row.label for row in chart.rows] == ["Reported missing", "Capture witnessed"]
    assert (chart.first, chart.last) == (date(2020, 12, 14), date(2020, 12, 16))


def test_fewer_than_two_dated_things_are_not_drawn() -> None:
    assert time_bars([], EN, TODAY) is None
    assert time_bars([event("a", "E01", "2020-12-14")], EN, TODAY) is None
    both = [event("a", "E01", "2020-12-14"), event("b", "C11", "2020-12-14")]
    assert time_bars(both, EN, TODAY) is None
    thin = drawn(papers.thin_case())
    assert not any(isinstance(block, TimelineBars | PlaceMap) for block in thin.blocks)


def test_what_goes_on_reaches_the_day_of_the_paper_and_is_explained() -> None:
    chart = time_bars(
        [event("a", "E04", "2020-12-14"), event("b", "D25", "2020-12-20/..")], EN, TODAY
    )
    assert chart is not None
    assert chart.last >= TODAY
    explained = {entry.sign for entry in chart.key}
    assert explained == {TimeShape.DAY, TimeShape.LASTED, TimeEnd.GOES_ON}


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("last", ["2020-12-20", "2021-03-01", "2023-05-05", "2045-01-01"])
def test_the_days_under_the_line_do_not_run_into_one_another(lang: str, last: str) -> None:
    events = (event("a", "E04", "2020-12-13"), event("b", "C11", last))
    case = replace(papers.model_case(), events=events)
    strokes = strokes_of(only(drawn(case, lang), TimelineBars))
    assert overlapping(strokes) == []
    ticks = [s for s in strokes if isinstance(s, Rule) and s.x1 == s.x2]
    assert len(ticks) > 1


def test_a_day_is_not_drawn_before_the_day_before_it() -> None:
    events = tuple(event(str(n), "C11", f"2020-12-{n:02d}") for n in (13, 14, 20))
    case = replace(papers.model_case(), events=(event("a", "E04", "2020-12-12"), *events))
    dots = [s.x for s in strokes_of(only(drawn(case), TimelineBars)) if isinstance(s, Disc)]
    first, *rest = dots[:-1]  # the last stands in the explanation
    assert [first, *rest] == sorted({first, *rest})


def test_a_hundred_kinds_of_events_stay_on_one_page_and_the_rest_is_counted() -> None:
    codes = ("E01", "E02", "E03", "E04", "E05", "E09", "C10", "C11", "C12", "C13", "C14", "C15",
             "C16", "C17", "C18", "C19", "D20", "D21")  # fmt: skip
    chart = time_bars(
        [event(code, code, f"2020-12-{n + 1:02d}") for n, code in enumerate(codes)], EN, TODAY
    )
    assert chart is not None
    more = len(codes) - len(chart.rows)
    assert chart.under == f"{more} more kinds of events are in the table only."


def test_bars_are_as_long_as_their_figures_and_start_at_one_line() -> None:
    rows = tuple(BarRow(f"line {count}", str(count), count) for count in (34, 17, 1, 0))
    document = replace(drawn(papers.thin_case()), blocks=(BarChart(rows, "together 52 men"),))
    bars = [s for s in strokes_of(document) if isinstance(s, Corners)]
    lengths = [bar.points[1][0] - bar.points[0][0] for bar in bars]
    assert len({bar.points[0][0] for bar in bars}) == 1
    assert lengths == pytest.approx([lengths[0], lengths[0] / 2, lengths[0] / 34])


def accounting(total: int, **counts: int) -> AccountingPaper:
    """Invent a sum over the whole register."""
    lines = tuple(SheetLine(AccountingLine[key], count, 0) for key, count in counts.items())
    sheet = AccountingSheet(WHOLE_REGISTER, None, total, lines, 0)
    return AccountingPaper(
        ScopeName(), PartialDate.unknown(), sheet, {}, (), FacetTable(Facet.R39.value, ()), ()
    )


def bars_of(paper: AccountingPaper) -> list[BarChart]:
    """Return what is drawn on an accounting sheet."""
    document = accounting_document(paper, "en", papers.issued_context())
    return [block for block in document.blocks if isinstance(block, BarChart)]


def test_the_bars_of_an_accounting_sheet_are_its_lines_and_add_up_to_its_sum() -> None:
    (chart,) = bars_of(accounting(46, HELD_NOT_ACKNOWLEDGED=34, NO_INFORMATION=12))
    assert [(row.figure, row.count) for row in chart.rows] == [("34", 34), ("12", 12)]
    assert sum(row.count for row in chart.rows) == 46
    assert chart.under == "The lines of the sum as bars: together 46 men."


def test_a_sum_that_does_not_add_up_and_one_line_alone_get_no_bars() -> None:
    assert bars_of(accounting(47, HELD_NOT_ACKNOWLEDGED=34, NO_INFORMATION=12)) == []
    assert bars_of(accounting(34, HELD_NOT_ACKNOWLEDGED=34)) == []
