import json
from typing import Any  # Any: a raw row's values
from uuid import UUID

import pytest
from sqlalchemy import Engine, delete, insert, select, text
from sqlalchemy.exc import DBAPIError

from app.db.sealing import plain
from app.db.unit_of_work import UnitOfWork
from app.queries.history.told import history_of_case, history_of_register
from app.shapes.changes import Outcome
from app.shapes.history import FieldState, HistoryLine
from app.workspace import Workspace
from models.base import new_id, partial_date_columns
from models.cases import Case
from models.history import CaseKey, HistoryPart
from models.people import Person
from models.vocabulary.partial_date import PartialDate
from models.vocabulary.roles import Action
from tests.cases import open_case, tell_circumstances
from tests.registers import FOUNDER


def lines_of(register: Workspace, case_id: UUID) -> list[HistoryLine]:
    return register.read(lambda reader: history_of_case(reader, case_id))


def test_history_tells_who_when_why_before_and_after(register: Workspace) -> None:
    case_id = register.write(lambda unit: open_case(unit, "HRD-2020-00001", "no news")).value
    register.write(
        lambda unit: tell_circumstances(unit, case_id, "seen on 13 December", reason="his brother")
    )

    opened, told = lines_of(register, case_id)

    assert (opened.actor, opened.action, opened.at) == (
        FOUNDER,
        Action.REGISTER_CASE,
        register.clock.now(),
    )
    assert {(one.entity, one.field, one.after) for one in opened.changes} >= {
        ("cases", "number", "HRD-2020-00001"),
        ("people", "figure_label", "figure of HRD-2020-00001"),
    }
    assert told.reason == "his brother"
    assert [(one.state, one.field, one.before, one.after) for one in told.changes] == [
        (FieldState.CHANGED, "circumstances", "no news", "seen on 13 December")
    ]


def test_dates_are_told_as_said_and_not_by_their_bounds(register: Workspace) -> None:
    case_id = register.write(lambda unit: open_case(unit, "HRD-2020-00001")).value

    def date_birth(unit: UnitOfWork) -> Outcome[None]:
        unit.doing(Action.EDIT_CASE)
        unit.get(Person, case_id).birth = PartialDate.parse_edtf("2001~", "about 2001")
        return Outcome(None)

    register.write(date_birth)

    changes = lines_of(register, case_id)[-1].changes
    assert {(one.field, one.before, one.after) for one in changes} == {
        ("birth_edtf", None, "2001~"),
        ("birth_text", "", "about 2001"),
    }


def test_several_flushes_of_a_unit_are_told_as_one_change(register: Workspace) -> None:
    case_id = register.write(lambda unit: open_case(unit, "HRD-2020-00001", "first")).value

    def twice(unit: UnitOfWork) -> Outcome[None]:
        tell_circumstances(unit, case_id, "second")
        tell_circumstances(unit, case_id, "third")
        return Outcome(None)

    register.write(twice)

    (change,) = lines_of(register, case_id)[-1].changes
    assert (change.before, change.after) == ("first", "third")


def test_what_is_taken_out_is_told(register: Workspace) -> None:
    case_id = register.write(lambda unit: open_case(unit, "HRD-2020-00001", "by mistake")).value

    def take_out(unit: UnitOfWork) -> Outcome[None]:
        unit.doing(Action.UNDO_IMPORT)
        unit.session.delete(unit.get(Case, case_id))
        return Outcome(None)

    register.write(take_out)

    line = lines_of(register, case_id)[-1]
    gone = {one.field: one.before for one in line.changes if one.state is FieldState.GONE}
    assert gone["circumstances"] == "by mistake"


def test_rows_recorded_in_bulk_are_told_like_others(register: Workspace) -> None:
    def take_in(unit: UnitOfWork) -> Outcome[list[UUID]]:
        unit.doing(Action.IMPORT_LIST, "the list of 12 March")
        ids: list[UUID] = []
        for number in range(1200):
            person_id = new_id()
            row = {
                "id": person_id,
                "figure_label": f"row {number}",
                **partial_date_columns("birth", PartialDate.unknown("?")),
                **unit.stamps(),
            }
            unit.session.execute(insert(Person), [row])
            unit.history.record_bulk(person_id, [(Person, row)])
            ids.append(person_id)
        return Outcome(ids)

    ids = register.write(take_in).value

    for place in (0, 499, 500, 1199):
        (line,) = lines_of(register, ids[place])
        assert line.reason == "the list of 12 March"
        assert {(one.field, one.after) for one in line.changes} == {
            ("figure_label", f"row {place}"),
            ("birth_text", "?"),
        }
    assert register.verify_history() == []


def test_what_belongs_to_no_case_is_told_of_the_register(register: Workspace) -> None:
    (line,) = register.read(history_of_register)

    assert line.action == "found_register"
    assert {one.entity for one in line.changes} == {"staff"}


def test_erasing_a_case_keeps_the_chain_and_loses_the_words(register: Workspace) -> None:
    kept = register.write(lambda unit: open_case(unit, "HRD-2020-00001", "kept")).value
    erased = register.write(lambda unit: open_case(unit, "HRD-2020-00002", "gone")).value

    def erase(unit: UnitOfWork) -> Outcome[None]:
        unit.session.execute(delete(CaseKey).where(CaseKey.case_id == erased))
        return Outcome(None)

    register.write(erase)

    (line,) = lines_of(register, erased)
    assert (line.readable, line.changes, line.reason) == (False, (), "")
    assert all(line.readable for line in lines_of(register, kept))
    assert register.verify_history() == []


def test_no_word_of_a_case_stands_in_the_history_unsealed(register: Workspace) -> None:
    register.write(lambda unit: open_case(unit, "HRD-2020-00001", "Քարաբերդյան կրակ"))

    def stored(reader: Any) -> str:
        parts = reader.session.scalars(select(HistoryPart.sealed)).all()
        entries = reader.session.execute(text("SELECT * FROM history_entries")).all()
        return repr((parts, entries)) + "".join(part.decode("latin-1") for part in parts)

    assert "Քարաբերդյան" not in register.read(stored)
    assert "Քարաբերդյան".encode().decode("latin-1") not in register.read(stored)


def test_history_refuses_to_be_changed(any_engine: Engine) -> None:
    for statement in (
        "UPDATE history_entries SET action = 'x'",
        "DELETE FROM history_entries",
        "UPDATE history_parts SET position = 7",
        "DELETE FROM history_parts",
    ):
        with (
            pytest.raises(DBAPIError, match="append-only"),
            any_engine.begin() as connection,
        ):
            connection.execute(text(statement))


def test_values_are_kept_as_plain_words() -> None:
    assert plain(b"\x01") == "01"
    assert str(plain(b"x" * 100)).endswith("(100 bytes)")
    assert plain({"b": 1, "a": None}) == json.dumps({"a": None, "b": 1})
