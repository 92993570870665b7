"""Numbers run on in their series, whatever else stands in it."""

import pytest

from app.errors import BadInput
from app.queries.cases.file import case_id_of
from app.services.cases.cases import register_man
from app.services.cases.incidents import open_incident
from app.services.handovers.handovers import record_handover
from app.shapes.requests.cases import RegisterMan
from app.shapes.requests.handovers import RecordHandover
from app.shapes.requests.incidents import OpenIncident
from app.workspace import Workspace
from tests.factories.men import ARAM, day


def register_as(register: Workspace, number: str = "") -> str:
    request = RegisterMan(names=ARAM, number=number)
    return register.write(lambda unit: register_man(unit, request)).value.number


def test_a_series_runs_past_its_width_and_past_numbers_of_other_makes(register: Workspace) -> None:
    assert register_as(register) == "HRD-2021-00001"
    assert register_as(register, "HRD-2021-5A") == "HRD-2021-5A"
    assert register_as(register) == "HRD-2021-00002"
    assert register_as(register, "HRD-2021-99999") == "HRD-2021-99999"
    assert register_as(register) == "HRD-2021-100000"
    assert register_as(register) == "HRD-2021-100001"


def test_a_number_is_found_as_it_was_typed_and_taken_once(register: Workspace) -> None:
    assert register_as(register, " old-7b ") == "OLD-7B"
    assert register.read(lambda r: case_id_of(r, "old-7b")) is not None
    with pytest.raises(BadInput) as refused:
        register_as(register, "Old-7B")
    assert refused.value.data["reason"] == "taken"


def test_numbers_of_incidents_and_handovers_are_taken_once_too(register: Workspace) -> None:
    opening = OpenIncident("Lost contact", number="INC-2020-001")
    register.write(lambda u: open_incident(u, opening))
    with pytest.raises(BadInput):
        register.write(lambda u: open_incident(u, opening))
    returning = RecordHandover(occurred=day("2020-12-14"), number="RET-1")
    register.write(lambda u: record_handover(u, returning))
    with pytest.raises(BadInput):
        register.write(lambda u: record_handover(u, returning))
