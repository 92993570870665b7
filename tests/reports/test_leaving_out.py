"""What a reader may not see is out of the case before a word of a paper is made."""

from __future__ import annotations

import dataclasses
from dataclasses import replace

import pytest

from app.reports.audience import MATRIX, PAPERS, Extent, FieldClass, paper_for
from app.reports.field_classes import FIELDS
from app.reports.leaving_out import REDUCTIONS, for_reader
from app.shapes import case_report
from models.vocabulary.event_codes import EventCode
from models.vocabulary.papers import Audience, LeftThing, PaperSection, WhyLeftOut
from tests.factories import model_man, papers

OUTSIDE = [audience for audience in Audience if audience is not Audience.INTERNAL]
SHAPES = [
    shape
    for shape in vars(case_report).values()
    if isinstance(shape, type)
    and dataclasses.is_dataclass(shape)
    and getattr(shape, "__module__", "") == case_report.__name__
]


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.__name__)
def test_every_field_a_paper_may_be_made_of_has_its_class(shape: type) -> None:
    names = {f"{shape.__name__}.{one.name}" for one in dataclasses.fields(shape)}
    assert not names - set(FIELDS)


def test_no_class_is_kept_for_a_field_that_is_gone() -> None:
    names = {f"{s.__name__}.{one.name}" for s in SHAPES for one in dataclasses.fields(s)}
    assert not set(FIELDS) - names
    assert not {name for table in REDUCTIONS.values() for name in table} - names


def test_every_section_says_how_much_of_it_each_reader_gets() -> None:
    assert set(MATRIX) == set(PaperSection)
    for paper in PAPERS.values():
        absent = {s for s in PaperSection if MATRIX[s][paper.audience] is Extent.ABSENT}
        assert not absent & set(paper.sections)


def test_the_internal_reader_sees_everything() -> None:
    case = papers.model_case()
    assert for_reader(case, paper_for(Audience.INTERNAL)).case is case


@pytest.mark.parametrize("audience", OUTSIDE)
def test_staff_notes_and_leads_never_leave(audience: Audience) -> None:
    lead = replace(papers.model_case().events[0], key="lead", code=EventCode.E08.value)
    case = replace(
        papers.model_case(), remark="the father drinks", do_not_transmit="he asked for it"
    )
    case = replace(case, events=(*case.events, lead))
    left = for_reader(case, paper_for(audience)).case
    assert left.remark == ""
    assert left.do_not_transmit == ""
    assert left.case_officer == ""
    assert left.circumstances == ()
    assert left.event("lead") is None
    assert all(event.words == "" for event in left.events)
    assert left.status.trace == ()


@pytest.mark.parametrize("audience", [a for a in OUTSIDE if a is not Audience.COURT])
def test_grades_telephones_and_words_of_sources_stay_in_the_office(audience: Audience) -> None:
    left = for_reader(papers.model_case(), paper_for(audience)).case
    assert FieldClass.CONFIDENTIAL not in paper_for(audience).may_see
    assert all(cite.grade == "" for event in left.events for cite in event.cites)
    assert all(event.verbatim == "" for event in left.events if event.code != "D21")
    icrc = audience is Audience.ICRC  # is told where he lived, and what the other side answered
    assert (left.identity.address.value is None) != icrc
    assert all(event.verbatim == "" for event in left.events) != icrc


@pytest.mark.parametrize("audience", OUTSIDE)
def test_informants_are_a_category_and_a_month(audience: Audience) -> None:
    case = papers.model_case()
    sealed = replace(
        case.statements[0],
        kind="RETURNED_CAPTIVE",
        title=case_report.Wording("Named Person"),
        reference="ward 3",
        said_on=model_man.day("2020-12-14"),
    )
    case = replace(case, statements=(sealed, *case.statements[1:]))
    left = for_reader(case, paper_for(audience)).case
    for said in left.statements:
        if said.key == sealed.key:
            assert said.title == case_report.Wording()
            assert said.reference == ""
            assert said.said_on == model_man.day("2020-12")


def test_a_source_is_named_to_a_court_and_only_its_kind_to_others() -> None:
    for audience in OUTSIDE:
        said = for_reader(papers.model_case(), paper_for(audience)).case.statements
        named = any(one.title != case_report.Wording() for one in said)
        assert named == (audience is Audience.COURT)
        assert all(one.kind for one in said)


def test_who_saw_and_who_rang_is_told_to_nobody_outside() -> None:
    case = papers.model_case()
    told = {"WITNESS": "Named Person", "NUMBER": "+374 00 000 000", "DISTANCE": "20 m"}
    case = replace(case, events=(replace(case.events[3], particulars=told),))
    (seen,) = for_reader(case, paper_for(Audience.COURT)).case.events
    assert dict(seen.particulars) == {"DISTANCE": "20 m"}


def test_a_section_that_was_not_chosen_is_left_out_and_told_of() -> None:
    paper = paper_for(Audience.COURT).with_sections(frozenset({PaperSection.IDENTITY}))
    released = for_reader(papers.model_case(), paper)
    assert released.case.service == case_report.Service()
    told = {(one.thing, one.why) for one in released.left_out}
    assert (LeftThing.SERVICE, WhyLeftOut.NOT_CHOSEN) in told


def test_whoever_makes_a_paper_is_told_what_it_does_not_say_and_why() -> None:
    released = for_reader(papers.model_case(), paper_for(Audience.PUBLIC))
    assert released.case.exhibits == ()
    told = {one.thing: one for one in released.left_out if one.section is PaperSection.EXHIBITS}
    assert told[LeftThing.EXHIBITS].why is WhyLeftOut.NOT_FOR_READER
    assert told[LeftThing.EXHIBITS].count == len(papers.model_case().exhibits)
