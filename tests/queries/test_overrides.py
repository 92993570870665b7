"""Decisions by hand as a file shows them: which stand, and what would hold with or without one."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import pytest

from app.clock import FrozenClock
from app.errors import BadInput
from app.queries.cases.file import case_file
from app.queries.cases.lines import count_cases
from app.queries.cases.overrides import expired_unnoticed, preview_lift, preview_override
from app.queries.history.undoing import last_to_undo
from app.services.cases.overrides import let_expired_go, lift_override, set_override
from app.shapes.case_list import CaseFilter
from app.shapes.overrides import OverrideView, Standing
from app.shapes.requests.cases import LiftOverride, SetOverride
from app.workspace import Workspace
from models.vocabulary.status import Chip, Custody, Facet, Headline
from tests.factories.men import missing_man

WHY = "Մայրը ճանաչեց նրա ձայնը հեռախոսով"


def decide(register: Workspace, case_id: UUID, value: Custody, days: int) -> UUID:
    until = register.clock.today() + timedelta(days=days)
    asked = SetOverride(case_id, Facet.CUSTODY, value.value, WHY, "E-2021-00014", until)
    one: UUID = register.write(lambda u: set_override(u, asked)).value
    return one


def decisions(register: Workspace, case_id: UUID) -> tuple[OverrideView, ...]:
    return register.read(lambda r: case_file(r, case_id)).overrides


def test_a_file_tells_which_decision_stands_by_whom_and_what_became_of_the_others(
    register: Workspace, frozen_clock: FrozenClock
) -> None:
    case_id = missing_man(register)
    decide(register, case_id, Custody.INDICATED, 60)
    decide(register, case_id, Custody.CONFIRMED, 30)
    now, before = decisions(register, case_id)
    assert (now.value, now.standing, now.by) == (
        Custody.CONFIRMED.value, Standing.STANDS, register.actor.name,
    )  # fmt: skip
    assert before.standing is Standing.REPLACED
    frozen_clock.advance(days=31)
    expired, _ = decisions(register, case_id)
    assert expired.standing is Standing.EXPIRED
    assert expired.may_be_lifted
    status = register.read(lambda r: case_file(r, case_id)).status
    assert (status.headline, Chip.MANUAL in status.chips) == (Headline.S10, False)
    lift = LiftOverride(expired.id, expired.version, "nobody can bear it out")
    register.write(lambda u: lift_override(u, lift))
    assert decisions(register, case_id)[0].standing is Standing.LIFTED


def test_what_is_shown_before_a_decision_and_before_its_lifting_is_what_then_holds(
    register: Workspace,
) -> None:
    case_id = missing_man(register)
    held = Custody.CONFIRMED.value
    shown = register.read(lambda r: preview_override(r, case_id, Facet.CUSTODY, held))
    assert shown.headline is Headline.S22
    assert decisions(register, case_id) == ()
    one = decide(register, case_id, Custody.CONFIRMED, 30)
    assert register.read(lambda r: case_file(r, case_id)).status.headline is shown.headline
    assert register.read(lambda r: preview_lift(r, one)).headline is Headline.S10


def test_a_review_date_too_far_off_is_refused_with_the_days_there_are(
    register: Workspace,
) -> None:
    with pytest.raises(BadInput) as refused:
        decide(register, missing_man(register), Custody.CONFIRMED, 91)
    assert (refused.value.data["field"], refused.value.data["limit"]) == ("review_by", 90)


def test_lists_show_the_computed_value_from_the_day_after_without_an_entry_in_the_history(
    register: Workspace, frozen_clock: FrozenClock
) -> None:
    case_id = missing_man(register)
    decide(register, case_id, Custody.CONFIRMED, 30)
    by_hand = CaseFilter(headlines=(Headline.S22.value,))
    frozen_clock.advance(days=30)
    assert register.read(expired_unnoticed) == []
    frozen_clock.advance(days=1)
    assert register.read(expired_unnoticed) == [case_id]
    assert register.read(lambda r: count_cases(r, by_hand)) == 1
    before = register.read(last_to_undo)
    register.write(let_expired_go)
    assert register.read(lambda r: count_cases(r, by_hand)) == 0
    assert register.read(expired_unnoticed) == []
    assert register.read(last_to_undo) == before
