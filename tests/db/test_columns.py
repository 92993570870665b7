import sqlite3
import uuid
from datetime import UTC, datetime, timedelta, timezone

import pytest
from sqlalchemy import select, text

from app.db.unit_of_work import UnitOfWork
from app.shapes.changes import Outcome
from app.workspace import Workspace
from models.base import UtcDateTime, new_id, partial_date_columns
from models.people import Person
from models.staff import Register, Staff
from models.vocabulary.partial_date import PartialDate
from models.vocabulary.roles import Action
from tests.cases import open_case


def test_ids_are_in_the_order_they_were_made() -> None:
    made = [new_id() for _ in range(5000)]

    assert made == sorted(made)
    assert len(set(made)) == len(made)
    assert {one.version for one in made} == {7}
    assert {one.variant for one in made} == {uuid.RFC_4122}


def test_a_thing_has_its_id_before_it_is_saved() -> None:
    assert Person().id != Person().id


def test_a_naive_moment_is_refused() -> None:
    with pytest.raises(ValueError, match="naive"):
        UtcDateTime().process_bind_param(datetime(2021, 3, 10), None)  # type: ignore[arg-type]  # noqa: DTZ001


def test_a_moment_comes_back_in_utc(register: Workspace) -> None:
    yerevan = timezone(timedelta(hours=4))
    moment = datetime(2020, 12, 16, 0, 30, 0, 123456, tzinfo=yerevan)

    def leave(unit: UnitOfWork) -> Outcome[None]:
        unit.doing(Action.MANAGE_STAFF)
        unit.session.scalars(select(Staff)).one().left_at = moment
        return Outcome(None)

    register.write(leave)
    found = register.read(lambda reader: reader.session.scalars(select(Staff)).one().left_at)

    assert found == moment
    assert found is not None
    assert found.tzinfo is UTC


def test_a_partial_date_comes_back_as_it_was_said(register: Workspace) -> None:
    said = PartialDate.parse_edtf("[2020-12-13..2020-12-16]", "mid December")

    def register_birth(unit: UnitOfWork) -> Outcome[uuid.UUID]:
        unit.doing(Action.REGISTER_CASE)
        known, unknown = Person(birth=said), Person()
        unit.session.add_all([known, unknown])
        unit.session.flush()
        return Outcome(known.id)

    known_id = register.write(register_birth).value
    found = register.read(lambda reader: reader.get(Person, known_id).birth)
    births = register.read(
        lambda reader: reader.session.scalars(select(Person).order_by(Person.birth.sort_key)).all()
    )

    assert found == said
    assert [person.birth for person in births] == [said, PartialDate.unknown()]
    assert register.read(
        lambda reader: reader.session.scalars(
            select(Person.id).where(Person.birth.latest <= said.latest)
        ).all()
    ) == [known_id]


def test_bulk_columns_of_a_date_say_the_same_as_the_mapped_one() -> None:
    said = PartialDate.parse_edtf("2020-12-XX")
    person = Person(birth=said)

    for column, value in partial_date_columns("birth", said).items():
        assert getattr(person, column) == value


def test_words_of_closed_lists_are_stored_by_value(register: Workspace) -> None:
    register.write(lambda unit: open_case(unit, "HRD-2020-00001"))

    stored = register.read(
        lambda reader: reader.session.execute(text("SELECT admin FROM cases")).scalar_one()
    )

    assert stored == "OPEN"


def test_the_register_knows_which_one_it_is(register: Workspace) -> None:
    found = register.read(lambda reader: reader.session.scalars(select(Register)).one().id)

    assert found == register.register_id


def test_the_standard_library_driver_is_not_used_by_accident() -> None:
    from app.db import engine

    assert vars(engine)["driver"] is not sqlite3
