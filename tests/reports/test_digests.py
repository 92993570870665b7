"""What changed since a paper was issued can be said without keeping what it said."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from app.reports.audience import paper_for
from app.reports.digests import (
    _plainly,
    as_json,
    changed_since,
    digests_of,
    from_json,
    new_salt,
)
from app.reports.fingerprint import spelled
from app.reports.leaving_out import for_reader
from app.shapes.case_report import CaseReport, Known, TranslationNote
from app.shapes.disclosures import ChangedFact
from models.vocabulary.papers import Audience, PaperSection
from tests.factories.court import court_case
from tests.factories.model_man import day
from tests.factories.papers import model_case

SALT = new_salt()
NUMBER = "HRD-2020-00017"


def changed(
    then: CaseReport, now: CaseReport, audience: Audience = Audience.INTERNAL
) -> tuple[ChangedFact, ...]:
    """Say what a reader would find changed."""
    paper = paper_for(audience)
    before, after = (digests_of(for_reader(one, paper).case, SALT) for one in (then, now))
    return changed_since(NUMBER, from_json(as_json(before)), after)


def test_the_same_file_another_day_has_not_changed() -> None:
    case = model_case()
    later = replace(case, status_as_of=case.status_as_of + timedelta(days=40))
    assert changed(case, later) == ()


def test_a_changed_fact_a_new_event_and_a_withdrawn_one_are_told_by_section() -> None:
    case = model_case()
    identity = replace(case.identity, born=Known(day("2001-05-24")))
    first, *rest = case.events
    now = replace(case, identity=identity, events=(replace(first, key="new"), first, *rest[:-1]))
    found = {one.section: one for one in changed(case, now)}
    assert found[PaperSection.IDENTITY].changed == 1
    assert sum(one.added for one in found.values()) == 1
    assert sum(one.removed for one in found.values()) == 1


def test_a_new_translation_is_a_change_and_none_leaves_former_papers_as_they_were() -> None:
    case = court_case()
    first, *rest = case.exhibits
    now = replace(case, exhibits=(replace(first, translations=(TranslationNote("en"),)), *rest))
    assert [one.section for one in changed(case, now)] == [PaperSection.EXHIBITS]
    assert "translations" not in spelled(_plainly(first))


def test_what_a_reader_never_saw_is_not_told_to_have_changed() -> None:
    case = model_case()
    now = replace(case, remark="The uncle rang")
    assert changed(case, now, Audience.ICRC) == ()
    assert changed(case, now) != ()


def test_another_source_for_the_same_fact_is_no_change_of_it() -> None:
    case = model_case()
    born = replace(case.identity.born, cites=())
    assert changed(case, replace(case, identity=replace(case.identity, born=born))) == ()


def test_digests_hold_no_word_and_differ_from_paper_to_paper() -> None:
    case = model_case()
    kept = as_json(digests_of(case, SALT))
    assert case.identity.names[0].family not in kept
    assert kept != as_json(digests_of(case, new_salt()))
    assert kept == as_json(digests_of(case, SALT))
