"""The sealed key names who stands behind witness codes; it opens for few, and never unnoticed."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

import pytest

from app.errors import BadInput, NotAllowed
from app.jobs.papers.sealed_key import write_sealed_key
from app.queries.history.told import history_of_case
from app.queries.papers.report_reading import case_report
from app.queries.papers.sealed_key import sealed_key
from app.reports.audience import paper_for
from app.reports.court_dossier import court_dossier
from app.reports.leaving_out import for_reader
from app.reports.render import write_pdf
from app.services.cases.events import record_event
from app.shapes.requests.evidence import NewSource, SaidBy
from app.shapes.sealed_key import OpenSealedKey
from app.workspace import Workspace
from models.vocabulary.accounts import SourceKind
from models.vocabulary.papers import Audience
from models.vocabulary.partial_date import PartialDate
from models.vocabulary.roles import Role
from tests.factories import court
from tests.factories.men import missing_man, seen_in_video
from tests.reports.reading import text_of

NAME, TELEPHONE = "Գաղտնյան Սարգիս", "+374 77 000 001"
REASON = "the Court asked who W-0001 is"


@pytest.fixture
def witnessed(register: Workspace) -> UUID:
    """Register a man of whom a returned captive speaks; answers his case."""
    case_id = missing_man(register)
    witness = NewSource(
        SourceKind.RETURNED_CAPTIVE, "Returned in February", sealed_name=NAME, contact=TELEPHONE
    )
    said = SaidBy(witness, said=PartialDate.parse_edtf("2021-02-18"))
    event = replace(seen_in_video(case_id), said_by=(said,))
    register.write(lambda unit: record_event(unit, event))
    return case_id


def test_the_key_names_who_stands_behind_each_code(register: Workspace, witnessed: UUID) -> None:
    key = register.read(lambda reader: sealed_key(reader, witnessed))
    assert [(w.code, w.name, w.contact) for w in key.witnesses] == [("W-0001", NAME, TELEPHONE)]
    assert [said.edtf for said in key.witnesses[0].spoke_on] == ["2021-02-18"]


@pytest.mark.parametrize("lang", ["en", "hy", "ru"])
def test_the_key_is_a_paper_of_its_own_and_the_dossier_has_only_the_code(
    register: Workspace, witnessed: UUID, lang: str
) -> None:
    paper = paper_for(Audience.COURT)
    case = for_reader(register.read(lambda r: case_report(r, witnessed)), paper).case
    made = write_pdf(court_dossier(case, lang, court.court_context(), paper))
    dossier = text_of(made.content)
    key = write_sealed_key(register, OpenSealedKey(witnessed, REASON), lang)
    assert "W-0001" in dossier
    assert "Գաղտնյան" not in dossier
    assert TELEPHONE not in dossier
    told = text_of(key.content)
    assert all(word in told for word in ("W-0001", NAME, TELEPHONE))


def test_every_opening_is_noted_with_its_reason(register: Workspace, witnessed: UUID) -> None:
    write_sealed_key(register, OpenSealedKey(witnessed, REASON), "en")
    last = register.read(lambda reader: history_of_case(reader, witnessed))[-1]
    assert (last.action, last.reason) == ("open_sealed_key", REASON)


def test_without_a_reason_it_stays_shut(register: Workspace, witnessed: UUID) -> None:
    with pytest.raises(BadInput):
        write_sealed_key(register, OpenSealedKey(witnessed, "  "), "en")


def test_whoever_may_not_read_what_is_sensitive_does_not_open_it(
    register: Workspace, witnessed: UUID
) -> None:
    register.actor = replace(register.actor, roles=frozenset({Role.INTAKE}))
    with pytest.raises(NotAllowed):
        write_sealed_key(register, OpenSealedKey(witnessed, REASON), "en")
    with pytest.raises(NotAllowed):
        register.read(lambda reader: sealed_key(reader, witnessed))
