"""Every kind of entry can be taken back, to the last field, if nobody built on it."""

from dataclasses import replace

import pytest

from app.errors import BadInput, CaseChangedMeanwhile, NotAllowed
from app.queries.case_list import count_cases
from app.queries.history import last_to_undo
from app.services.cases import change_case, close_case, register_man, reopen_case
from app.services.events import (
    withdraw_event,
)
from app.services.incidents import change_incident, open_incident
from app.services.office import name_office
from app.services.sources import add_source, cite_fact
from app.services.undo import undo_entry
from app.shapes.case_list import CaseFilter
from app.shapes.office import Office
from app.shapes.requests.cases import CloseCase, RegisterMan, ReopenCase
from app.shapes.requests.evidence import CiteFact, NewSource, WithdrawEvent
from app.shapes.requests.incidents import ChangeIncident, OpenIncident
from app.workspace import Workspace
from models.vocabulary.accounts import ClosureReason, SourceKind
from models.vocabulary.roles import Role
from tests.factories.intentions import Steps, as_kept, everything, file_of
from tests.factories.men import ARAM, missing_man, record, said, seen_in_video
from tests.registers import Home


def take_back_last(register: Workspace) -> None:
    """Undo the newest entry of whoever is at work."""
    entry = register.read(last_to_undo)
    assert entry is not None
    register.write(lambda unit: undo_entry(unit, entry))


def test_every_kind_of_entry_can_be_taken_back_to_the_last_field_after_a_restart(
    home: Home,
) -> None:
    with home.open() as register:
        steps = Steps(register)
        before = register.read(everything)
        names = iter(steps.all(register))
        name = next(names)
        register.write(steps.all(register)[name])
    for following in (*names, None):
        with home.open() as register:
            take_back_last(register)
            assert register.read(everything) == before, name
            if following is not None:
                name = following
                register.write(steps.all(register)[name])
    with home.open() as register:
        closed = file_of(register, steps.other).version
        closing = CloseCase(steps.other, closed, ClosureReason.OUTSIDE_MANDATE, "a civilian")
        register.write(lambda u: close_case(u, closing))
        before = register.read(everything)
        version = file_of(register, steps.other).version
        register.write(lambda u: reopen_case(u, ReopenCase(steps.other, version, "a soldier")))
        take_back_last(register)
        assert register.read(everything) == before
        assert register.verify_history() == []


def test_what_a_colleague_added_since_is_never_taken_back_with_the_rest(
    register: Workspace,
) -> None:
    case_id = missing_man(register)
    entry = register.read(last_to_undo)
    assert entry is not None
    file = file_of(register, case_id)
    register.write(lambda u: change_case(u, as_kept(file, remark="his father called")))
    with pytest.raises(CaseChangedMeanwhile):
        register.write(lambda u: undo_entry(u, entry))
    assert file_of(register, case_id).remark == "his father called"


def test_what_others_stand_on_is_not_taken_back(register: Workspace) -> None:
    incident = register.write(lambda u: open_incident(u, OpenIncident("Lost contact"))).value
    opened = register.read(last_to_undo)
    assert opened is not None
    register.write(lambda u: register_man(u, RegisterMan(ARAM, incident_id=incident)))
    with pytest.raises(CaseChangedMeanwhile):
        register.write(lambda u: undo_entry(u, opened))
    source = register.write(
        lambda u: add_source(u, NewSource(SourceKind.MEDIA_OWN, "A newspaper"))
    ).value
    entered = register.read(last_to_undo)
    assert entered is not None
    case_id = missing_man(register)
    speaks = replace(said("x"), source=source)
    register.write(lambda u: cite_fact(u, CiteFact(case_id, case_id, "birth", speaks)))
    with pytest.raises(CaseChangedMeanwhile):
        register.write(lambda u: undo_entry(u, entered))
    assert register.read(lambda r: count_cases(r, CaseFilter())) == 2


def test_whoever_may_not_do_a_thing_may_not_take_it_back(register: Workspace) -> None:
    case_id = missing_man(register)
    event_id = record(register, seen_in_video(case_id))
    register.write(lambda u: withdraw_event(u, WithdrawEvent(event_id, 1, "another man")))
    entry = register.read(last_to_undo)
    assert entry is not None
    register.actor = replace(register.actor, roles=frozenset({Role.INTAKE}))
    with pytest.raises(NotAllowed):
        register.write(lambda u: undo_entry(u, entry))


def test_a_step_with_a_way_back_of_its_own_is_refused(register: Workspace) -> None:
    register.write(lambda u: name_office(u, Office(name_en="An office", prefix="OFF")))
    entry = register.read(last_to_undo)
    assert entry is not None
    with pytest.raises(BadInput):
        register.write(lambda u: undo_entry(u, entry))


def test_an_incident_is_found_by_its_new_name_and_after_undo_by_the_old_one(
    register: Workspace,
) -> None:
    def found(words: str) -> int:
        return register.read(lambda r: count_cases(r, CaseFilter(text=words)))

    incident = register.write(lambda u: open_incident(u, OpenIncident("Lost contact"))).value
    register.write(lambda u: register_man(u, RegisterMan(ARAM, incident_id=incident)))
    named = ChangeIncident(incident, 1, OpenIncident("Khtsaberd", "Խծաբերդ"), "named by the unit")
    register.write(lambda u: change_incident(u, named))
    assert (found("Խծաբերդ"), found("lost contact")) == (1, 0)
    take_back_last(register)
    assert (found("Խծաբերդ"), found("lost contact")) == (0, 1)
