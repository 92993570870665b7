"""Papers tell the whole truth: what left before, what to know first, which version of a list."""

from __future__ import annotations

from app.jobs.issue_job import draft_order, issue_order, reprint
from app.queries.case_report import case_report
from app.shapes.court import CourtFlaw
from app.workspace import Workspace
from models.vocabulary.papers import Audience, LeftThing
from tests.factories.men import missing_man, well_known_man
from tests.factories.releases import an_order, issue
from tests.reports.reading import text_of


def test_the_internal_file_lists_what_left_before_and_no_other_paper_does(
    register: Workspace,
) -> None:
    man = missing_man(register)
    assert register.read(lambda reader: case_report(reader, man)).disclosed == ()
    first = issue_order(register, an_order(man, copies=2, recipient="State commission"))[0]
    again = reprint(register, first.id, "Lost by the courier")
    notes = register.read(lambda reader: case_report(reader, man)).disclosed
    assert [(one.number, one.copies, one.reprint_of) for one in notes] == [
        (first.number, 2, ""),
        (again.number, 1, first.number),
    ]
    inside = text_of(draft_order(register, an_order(man, recipient="")).pdf.content)
    assert first.number in inside
    assert f"reprint of {first.number}" in " ".join(inside.split())
    for audience in Audience:
        if audience is not Audience.INTERNAL:
            drafted = draft_order(register, an_order(man, audience=audience, recipient=""))
            assert first.number not in text_of(drafted.pdf.content)
            assert LeftThing.DISCLOSURES in {one.thing for one in drafted.left_out}


def test_a_dossier_comes_with_what_to_know_before_it_goes_to_a_court(register: Workspace) -> None:
    man = well_known_man(register)
    drafted = draft_order(register, an_order(man, audience=Audience.COURT, lang="hy"))
    assert drafted.gates == ()
    told = {warning.flaw for warning in drafted.warnings}
    assert {CourtFlaw.CONTACT_MISSING, CourtFlaw.STATE_MISSING, CourtFlaw.OTHER_LANGUAGE} <= told
    assert draft_order(register, an_order(man)).warnings == ()
    assert issue(register, man).warnings == ()
