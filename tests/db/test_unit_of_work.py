from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from uuid import UUID

import pytest
from sqlalchemy import delete, func, insert, select, text, update
from sqlalchemy.exc import DBAPIError

from app.clock import FrozenClock
from app.db.unit_of_work import Reader, UnitOfWork
from app.errors import CaseChangedMeanwhile, NotAllowed, NotFound, ReadOnlyVault
from app.shapes.changes import Changes, Outcome
from app.workspace import Workspace
from models.base import new_id
from models.cases import Case
from models.history import HistoryEntry
from models.people import Person
from models.vocabulary.roles import Action, Role
from tests.cases import circumstances_of, open_case, tell_circumstances
from tests.registers import Home

THEIRS = "globe conductor hat bathtub fetch pullover"


def entries(register: Workspace) -> int:
    return register.read(
        lambda reader: reader.session.execute(
            select(func.count()).select_from(HistoryEntry)
        ).scalar_one()
    )


def test_one_unit_of_work_is_one_history_entry(register: Workspace) -> None:
    before = entries(register)

    case_id = register.write(lambda unit: open_case(unit, "HRD-2020-00001")).value
    register.write(lambda unit: tell_circumstances(unit, case_id, "last seen near the post"))

    assert entries(register) == before + 2


def test_a_unit_that_changes_nothing_leaves_no_entry(register: Workspace) -> None:
    case_id = register.write(lambda unit: open_case(unit, "HRD-2020-00001", "same")).value
    before = entries(register)

    register.write(lambda unit: tell_circumstances(unit, case_id, "same"))

    assert entries(register) == before


def test_a_use_case_that_fails_saves_nothing(register: Workspace) -> None:
    before = entries(register)

    def fail(unit: UnitOfWork) -> Outcome[None]:
        open_case(unit, "HRD-2020-00001")
        unit.session.flush()
        raise LookupError("on purpose")

    with pytest.raises(LookupError):
        register.write(fail)

    assert entries(register) == before
    assert register.read(lambda reader: reader.session.scalars(select(Case)).all()) == []


def test_a_use_case_must_say_what_it_does(register: Workspace) -> None:
    def mute(unit: UnitOfWork) -> Outcome[None]:
        unit.session.add(Person())
        return Outcome(None)

    with pytest.raises(AssertionError, match="say what it does"):
        register.write(mute)


def test_rows_written_past_the_session_must_be_recorded(register: Workspace) -> None:
    def forget(unit: UnitOfWork) -> Outcome[None]:
        unit.doing(Action.IMPORT_LIST)
        unit.session.execute(insert(Person), [{"id": new_id(), **unit.stamps()}])
        return Outcome(None)

    with pytest.raises(AssertionError, match="not recorded"):
        register.write(forget)


@pytest.mark.parametrize(
    "statement",
    [
        lambda: update(Case).values(remark="x"),
        lambda: delete(Case),
        lambda: update(Case.__table__).values(remark="x"),  # type: ignore[arg-type]
    ],
)
def test_every_way_past_the_session_is_seen(
    register: Workspace, statement: Callable[[], object]
) -> None:
    def forget(unit: UnitOfWork) -> Outcome[None]:
        unit.doing(Action.EDIT_CASE)
        unit.session.execute(statement())  # type: ignore[call-overload]
        return Outcome(None)

    with pytest.raises(AssertionError, match="not recorded"):
        register.write(forget)


def test_stamps_say_who_and_when(register: Workspace, frozen_clock: FrozenClock) -> None:
    case_id = register.write(lambda unit: open_case(unit, "HRD-2020-00001")).value
    made = frozen_clock.now()
    frozen_clock.advance(hours=3)
    register.clock = frozen_clock
    register.write(lambda unit: tell_circumstances(unit, case_id, "found his notebook"))

    case = register.read(lambda reader: reader.get(Case, case_id))

    assert (case.created_at, case.created_by) == (made, register.actor.id)
    assert (case.updated_at, case.version) == (frozen_clock.now(), 2)


def test_who_listens_hears_what_was_touched(register: Workspace) -> None:
    heard: list[Changes] = []
    stop = register.subscribe(heard.append)
    case_id = register.write(lambda unit: open_case(unit, "HRD-2020-00001")).value
    stop()
    register.write(lambda unit: tell_circumstances(unit, case_id, "nobody hears this"))

    assert len(heard) == 1
    assert heard[0].touches("cases", case_id)
    assert heard[0].touches("people", case_id)


def test_a_read_cannot_write(register: Workspace) -> None:
    def flush(reader: Reader) -> None:
        reader.session.add(Person())
        reader.session.flush()

    with pytest.raises(ReadOnlyVault):
        register.read(flush)
    with pytest.raises((ReadOnlyVault, DBAPIError)):
        register.read(lambda reader: reader.session.execute(text("DELETE FROM staff")))


def test_a_read_sees_one_moment(register: Workspace) -> None:
    case_id = register.write(lambda unit: open_case(unit, "HRD-2020-00001", "before")).value

    def read_twice(reader: Reader) -> tuple[str, str]:
        first = circumstances_of(reader, case_id)
        register.write(lambda unit: tell_circumstances(unit, case_id, "after"))
        reader.session.expire_all()
        return first, circumstances_of(reader, case_id)

    assert register.read(read_twice) == ("before", "before")


def test_200_saves_of_what_somebody_changed_meanwhile_are_200_conflicts(
    register: Workspace,
) -> None:
    case_id = register.write(lambda unit: open_case(unit, "HRD-2020-00001")).value

    def save(words: str, seen: int) -> None:
        register.write(lambda unit: tell_circumstances(unit, case_id, words, seen))

    for turn in range(200):
        seen = register.read(lambda reader: reader.get(Case, case_id).version)
        save(f"hers {turn}", seen)
        with pytest.raises(CaseChangedMeanwhile) as conflict:
            save(f"his {turn}", seen)
        assert conflict.value.data["case_id"] == case_id
        assert register.read(lambda reader: circumstances_of(reader, case_id)) == f"hers {turn}"


def test_a_row_that_changes_under_the_unit_is_a_conflict_too(register: Workspace) -> None:
    case_id = register.write(lambda unit: open_case(unit, "HRD-2020-00001")).value

    def race(unit: UnitOfWork) -> Outcome[None]:
        unit.doing(Action.EDIT_CASE)
        case = unit.get(Case, case_id)
        unit.session.execute(
            text("UPDATE cases SET version = version + 1"), execution_options={"derived": True}
        )
        case.remark = "his"
        return Outcome(None)

    with pytest.raises(CaseChangedMeanwhile) as conflict:
        register.write(race)

    assert conflict.value.data == {"kind": "cases", "thing": case_id, "case_id": case_id}


def test_units_written_at_once_make_one_chain(register: Workspace) -> None:
    def save(number: int) -> None:
        register.write(lambda unit: open_case(unit, f"HRD-2020-{number:05}"))

    with ThreadPoolExecutor(4) as threads:
        list(threads.map(save, range(40)))

    assert entries(register) == 41
    assert register.verify_history() == []


def test_what_is_not_there_is_not_found(register: Workspace) -> None:
    missing: UUID = new_id()

    with pytest.raises(NotFound):
        register.read(lambda reader: reader.get(Case, missing))
    with pytest.raises(NotFound):
        register.write(lambda unit: tell_circumstances(unit, missing, "nobody"))


def test_roles_are_asked_below_the_faces(home: Home) -> None:
    with home.open() as founder:
        founder.add_staff(
            "Նարեկ Քարաբերդյան",
            frozenset({Role.ADMINISTRATOR}),
            THEIRS,
        )
    with home.open("Նարեկ Քարաբերդյան", THEIRS) as administrator:
        with pytest.raises(NotAllowed) as refusal:
            administrator.write(lambda unit: open_case(unit, "HRD-2020-00001"))
        assert refusal.value.data["action"] is Action.REGISTER_CASE
        assert entries(administrator) == 2
