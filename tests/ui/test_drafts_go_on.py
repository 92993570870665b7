"""An unfinished form goes on in itself, or on the page from which it is opened."""

from datetime import UTC, datetime
from functools import partial
from typing import cast
from uuid import UUID, uuid4

import pytest

from app.queries.register.desk import waiting_forms
from app.services.desk.desk import keep_draft
from app.shapes.desk import WaitingForm
from app.ui.doors import Decisions, Doors, Lists, Submissions
from app.ui.drafts.leading import leads_on
from app.workspace import Workspace
from tests.factories.lists import taken, typed

KEPT = datetime(2021, 3, 10, 6, tzinfo=UTC)
ONE = UUID(int=1)


class Told:
    """A door that writes down what is asked of it."""

    def __init__(self) -> None:
        self.asked: list[tuple[object, ...]] = []

    def __getattr__(self, name: str) -> object:
        return lambda *given: self.asked.append((name, *given))


@pytest.fixture
def told() -> Told:
    return Told()


@pytest.fixture
def doors(told: Told) -> Doors:
    # One double stands for three doors: it answers whatever they are asked.
    return Doors(
        lists=cast("Lists", told),
        submissions=cast("Submissions", told),
        decisions=cast("Decisions", told),
    )


@pytest.mark.parametrize(
    ("waiting", "asked"),
    [
        (WaitingForm("take_in_list", "new", KEPT), ("take_in", None)),
        (WaitingForm("take_in_list", "", KEPT, handover_id=ONE), ("take_in", ONE)),
        (WaitingForm("take_in_list", "", KEPT, list_id=ONE), ("open_list", ONE)),
        (WaitingForm("change_list", "", KEPT, list_id=ONE), ("open_list", ONE)),
        (WaitingForm("send_list", "new", KEPT), ("send", ())),
        (WaitingForm("open_submission", "", KEPT), ("open_new", ())),
        (WaitingForm("answer_submission", "", KEPT, submission_id=ONE), ("open_submission", ONE)),
        (WaitingForm("set_override", "", KEPT, case_id=ONE), ("open_decision", ONE)),
    ],
)
def test_a_draft_leads_to_where_it_was_typed(
    doors: Doors, told: Told, waiting: WaitingForm, asked: tuple[object, ...]
) -> None:
    assert leads_on(doors, waiting)
    assert told.asked == [asked]


def test_a_draft_to_which_no_door_leads_is_said_to_lead_nowhere(told: Told) -> None:
    assert not leads_on(Doors(), WaitingForm("change_list", "", KEPT, list_id=ONE))
    assert told.asked == []


def test_a_draft_about_a_list_is_told_with_its_number(register: Workspace) -> None:
    list_id = typed(register)
    next_one = taken(register, "Name\nԳոռ Քարաբերդյան\n")
    drafts = [("change_list", next_one.version_id), ("take_in_list", list_id)]
    for form, subject in drafts:
        register.write(partial(keep_draft, form=form, subject=str(subject), content="{}"))
    found = {row.form: row for row in register.read(waiting_forms)}
    assert found["change_list"].list_id == next_one.list_id
    assert found["take_in_list"].list_id == list_id
    assert all(row.about.startswith("L-") for row in found.values())


def test_a_draft_about_what_is_gone_is_listed_all_the_same(register: Workspace) -> None:
    register.write(lambda uow: keep_draft(uow, "answer_submission", f"{uuid4()}-measures", "{}"))
    (row,) = register.read(waiting_forms)
    assert (row.form, row.about) == ("answer_submission", "")
