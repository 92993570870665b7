"""One intention is one entry of the history: named, reasoned, and nothing at all when it fails."""

from functools import partial

import pytest

from app.db import chain
from app.db.unit_of_work import UnitOfWork
from app.queries.history.told import history_of_case, history_of_register
from app.shapes.changes import Outcome
from app.shapes.history import HistoryLine
from app.workspace import Workspace
from tests.factories.intentions import Steps, UseCase
from tests.factories.whole_register import everything

#: What the forms of the intentions give as their reason.
REASONS = {
    "mark_not_same": "two brothers",
    "change_case": "her letter",
    "change_person": "her letter",
    "save_name again": "her letter",
    "save_service again": "her letter",
    "save_identifier again": "her letter",
    "save_relative again": "her letter",
    "correct_event": "the clock was wrong",
    "withdraw_event": "another man",
    "withdraw_assertion": "took it back",
    "prefer_account": "nearer",
    "close_case": "a civilian",
    "set_override": "his mother heard him on the phone",
    "put_into_bin": "another war",
    "lift_override": "he called himself",
    "change_incident": "named",
    "change_claim": "misheard",
    "withdraw_claim": "misheard",
}


class Failed(Exception):
    """Something broke in the middle of a use case."""


def entries(register: Workspace, steps: Steps) -> dict[int, HistoryLine]:
    """Read what the history tells of the cases and of what belongs to none, by entry."""
    lines = register.read(history_of_register)
    for case_id in (steps.case, steps.other):
        lines += register.read(partial(history_of_case, case_id=case_id))
    return {line.seq: line for line in lines}


def last_entry(register: Workspace) -> int:
    head = register.read(lambda reader: chain.head_of(reader.session))
    return 0 if head is None else head.seq


#: Of another man; of what was replaced; after which the file is not worked on.
ELSEWHERE = (
    "register_man", "correct_event anew", "withdraw_assertion", "put_into_bin", "merge_cases",
)  # fmt: skip


def test_each_intention_is_one_entry_with_its_name_and_its_reason(register: Workspace) -> None:
    steps = Steps(register)
    told: dict[str, tuple[int, str, str]] = {}
    for name in steps.all(register):
        if name in ELSEWHERE:
            continue
        use_case = steps.all(register)[name]
        if name == "withdraw_event":
            steps.event = steps.other_event
            use_case = steps.all(register)[name]
        before = last_entry(register)
        register.write(use_case)
        after = last_entry(register)
        line = entries(register, steps)[after]
        told[name] = (after - before, line.action, line.reason)
    before = last_entry(register)
    register.write(steps.all(register)["put_into_bin"])
    after = last_entry(register)
    line = entries(register, steps)[after]
    told["put_into_bin"] = (after - before, line.action, line.reason)
    assert told == {name: (1, name.split()[0], REASONS.get(name, "")) for name in told}
    assert register.verify_history() == []


def test_nothing_of_any_intention_is_saved_when_its_end_fails(register: Workspace) -> None:
    steps = Steps(register)
    before, last = register.read(everything), last_entry(register)
    for name, use_case in steps.all(register).items():

        def breaks(unit: UnitOfWork, whole: UseCase = use_case) -> Outcome[None]:
            whole(unit)
            unit.session.flush()
            raise Failed

        with pytest.raises(Failed):
            register.write(breaks)
        assert register.read(everything) == before, name
    assert last_entry(register) == last
