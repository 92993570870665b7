"""Papers tell the whole truth: what left before, what to know first, which version of a list."""

from __future__ import annotations

from dataclasses import replace
from typing import Any  # Any: fields of an order, by name
from uuid import UUID

import pytest

from app.errors import BadInput
from app.jobs.papers.cover import draft_cover
from app.jobs.papers.draft import draft_order
from app.jobs.papers.issue import issue_order, reprint
from app.jobs.papers.list_sending import send_our_list
from app.jobs.papers.verify import verify_code
from app.queries.lists.sent import men_to_negotiate_over
from app.queries.papers.disclosures import disclosure
from app.queries.papers.kept_papers import kept_copy
from app.queries.papers.report_reading import case_report
from app.shapes.court import CourtFlaw
from app.shapes.envelopes import CoverWanted
from app.shapes.papers import PaperOrder
from app.shapes.requests.lists import ListDetails, ListTaken, SendList
from app.workspace import Workspace
from models.vocabulary.lists import ListDirection, ListType
from models.vocabulary.papers import Audience, LeftThing, LegalBasis
from tests.factories.men import GOR, missing_man, well_known_man
from tests.factories.releases import an_order, colleague, issue
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


def negotiated(register: Workspace, *men: UUID, before: ListTaken | None = None) -> ListTaken:
    """Send a list over which is negotiated, or its next version."""
    details = ListDetails(ListType.NEGOTIATION, ListDirection.OUT, "Ours", recipient="them")
    sending = SendList(
        men,
        list_id=None if before is None else before.list_id,
        details=details if before is None else None,
        basis=LegalBasis.PUBLIC_INTEREST_MANDATE,
    )
    return send_our_list(register, sending)


def list_order(register: Workspace, version: ListTaken, **more: Any) -> PaperOrder:
    """Order the paper of a version."""
    men = register.read(lambda reader: men_to_negotiate_over(reader, version.version_id))
    listed = {"audience": Audience.NEGOTIATION, "list_version_id": version.version_id}
    return an_order(*men, **listed, **more)


def test_a_version_of_a_list_is_issued_as_it_was_sent_with_what_changed_before_it(
    register: Workspace,
) -> None:
    aram, gor = well_known_man(register), well_known_man(register, GOR, "1999")
    second = colleague(register).name
    version = negotiated(register, aram, gor)
    first = issue_order(register, list_order(register, version), approved_by=second)[0]
    later = negotiated(register, gor, before=version)
    order = list_order(register, later, recipient="state  COMMISSION")
    drafted = draft_order(register, order)
    assert drafted.pdf.landscape
    copy = issue_order(register, order, approved_by=second)[0]
    line, page = register.read(
        lambda reader: (disclosure(reader, copy.id), text_of(kept_copy(reader, copy.id)))
    )
    assert line.supersedes == first.number
    assert line.data_hash in page
    assert f"{later.number} v2" in page.replace("\u00a0", " ")
    assert "Nmushyan" in page  # he went off the list: the change page says so
    assert verify_code(register, copy.code).holds


def test_only_a_list_of_ours_with_its_own_men_is_issued_as_a_version(register: Workspace) -> None:
    aram, gor = well_known_man(register), well_known_man(register, GOR, "1999")
    version = negotiated(register, aram, gor)
    order = list_order(register, version)
    wrong = (
        replace(order, case_ids=(aram,)),
        replace(order, audience=Audience.ICRC, case_ids=order.case_ids),
    )
    for one in wrong:
        with pytest.raises(BadInput):
            draft_order(register, one)
    details = ListDetails(ListType.TRACING, ListDirection.OUT, "To look for", recipient="them")
    tracing = send_our_list(register, SendList((aram,), details=details))
    with pytest.raises(BadInput):
        list_order(register, tracing)


def test_the_foot_of_a_list_without_a_number_says_the_hash_that_the_log_keeps(
    register: Workspace,
) -> None:
    men = [well_known_man(register), well_known_man(register, GOR, "1999")]
    order = an_order(*men, audience=Audience.NEGOTIATION)
    copy = issue_order(register, order, approved_by=colleague(register).name)[0]
    line, page = register.read(
        lambda reader: (disclosure(reader, copy.id), text_of(kept_copy(reader, copy.id)))
    )
    assert line.data_hash in page


def test_the_cover_of_an_envelope_bears_numbers_and_no_name(register: Workspace) -> None:
    men = [well_known_man(register), well_known_man(register, GOR, "1999")]
    second = colleague(register).name
    copies = issue_order(register, an_order(men[0], copies=2))
    listed = list_order(register, negotiated(register, *men))
    copies += issue_order(register, listed, approved_by=second)
    wanted = CoverWanted(tuple(one.id for one in copies), "Yerevan", "Head of delegation")
    told = text_of(draft_cover(register, wanted, "hy").content).replace("\u00a0", " ")
    for said in (*(one.number for one in copies), *(one.code for one in copies), "HRD-2021-00001",
                 "L-001 v1", "State commission", "Head of delegation"):  # fmt: skip
        assert said in told
    assert not any(name in told for name in ("Նմուշյան", "Nmushyan", "Քարաբերդյան"))
    other = issue(register, men[0], recipient="Somebody else")
    with pytest.raises(BadInput):
        draft_cover(register, CoverWanted((copies[0].id, other.id)), "en")
