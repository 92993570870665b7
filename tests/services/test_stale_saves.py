"""A form filled from what stood before somebody else saved overwrites nothing (R-07)."""

import pytest

from app.errors import CaseChangedMeanwhile
from app.workspace import Workspace
from tests.factories.intentions import Steps
from tests.factories.whole_register import everything

#: Every intention that edits what is there; the others only add.
EDITING = (
    "change_case",
    "change_person",
    "save_name again",
    "save_service again",
    "save_identifier again",
    "save_relative again",
    "prefer_account",
    "withdraw_assertion",
    "correct_event",
    "close_case",
    "lift_override",
    "change_incident",
    "withdraw_claim",
)


def test_every_form_that_edits_is_refused_when_it_is_stale(register: Workspace) -> None:
    steps = Steps(register)
    for name in EDITING:
        stale = steps.all(register)[name]
        register.write(stale)
        before = register.read(everything)
        with pytest.raises(CaseChangedMeanwhile):
            register.write(stale)
        assert register.read(everything) == before, name


def test_an_event_changed_meanwhile_is_not_withdrawn_on_what_it_said_before(
    register: Workspace,
) -> None:
    steps = Steps(register)
    steps.event = steps.other_event
    stale = steps.all(register)["withdraw_event"]
    register.write(steps.all(register)["prefer_account"])
    with pytest.raises(CaseChangedMeanwhile):
        register.write(stale)
