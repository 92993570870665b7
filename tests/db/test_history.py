import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any, Concatenate  # Any: a raw row's values
from uuid import UUID

import pytest
from sqlalchemy import Connection, Engine, Executable, delete, insert, select, text, update
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from app.db import chain
from app.db.chain import Head
from app.db.sealing import plain
from app.db.unit_of_work import UnitOfWork
from app.queries.history import history_of_case, history_of_register
from app.shapes.changes import Outcome
from app.shapes.history import FieldState, HistoryLine, Problem, Wrong
from app.vault.anchor import Anchor
from app.vault.keys import KeyPairs
from app.workspace import Workspace
from models.base import new_id, partial_date_columns
from models.cases import Case
from models.history import CaseKey, HistoryEntry, HistoryPart
from models.people import Person
from models.staff import Register, Staff
from models.vocabulary.partial_date import PartialDate
from models.vocabulary.roles import Action
from tests.cases import open_case, tell_circumstances
from tests.metrics import record
from tests.registers import FOUNDER, Home, engine_past_workspace

TIMES = 100
type Written = tuple[Engine, UUID, Anchor]
ANCHORED, ALONE = True, False


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


# --- tampering: whoever can write the file past the program


@pytest.fixture
def written(home: Home) -> Iterator[Written]:
    """Lend a register with 12 entries, its number, and its remembered head."""
    with home.open() as workspace:
        for number in range(11):
            workspace.write(
                partial(open_case, number=f"HRD-2020-{number:05}", circumstances="words")
            )
        register_id = workspace.register_id
        head = workspace.read(lambda reader: chain.head_of(reader.session))
        assert head is not None
        anchor = Anchor(head.seq, head.hash)
    with engine_past_workspace(home) as engine:
        yield engine, register_id, anchor


@contextmanager
def tampered(engine: Engine, harm: Callable[[Connection], object]) -> Iterator[Session]:
    """Do harm to the tables past their guards, and undo it afterwards."""
    with engine.connect() as connection:
        if connection.dialect.name == "sqlite":
            names = connection.execute(
                text("SELECT name FROM sqlite_master WHERE type = 'trigger'")
            ).scalars()
            for name in names.all():
                connection.execute(text(f"DROP TRIGGER {name}"))
        else:
            connection.execute(text("SET session_replication_role = replica"))
        harm(connection)
        with Session(connection) as session:
            yield session
        connection.rollback()


def run(connection: Connection, statement: Executable) -> None:
    connection.execute(statement)


def problems[**P](
    written: tuple[Engine, UUID, Head],
    harm: Callable[Concatenate[Connection, P], None],
    anchored: bool,
    *args: P.args,
    **more: P.kwargs,
) -> list[Problem]:
    engine, register_id, anchor = written
    with tampered(engine, lambda connection: harm(connection, *args, **more)) as session:
        return chain.verify(session, register_id, anchor if anchored else None)


def seq_of(turn: int) -> int:
    return turn % 10 + 2


def test_an_untouched_history_is_whole(written: Written) -> None:
    assert problems(written, run, ANCHORED, text("SELECT 1")) == []


@pytest.fixture
def noticed(request: pytest.FixtureRequest) -> Iterator[list[bool]]:
    """Lend a list for what was noticed of each attempt; its count becomes a figure."""
    found: list[bool] = []
    yield found
    name = request.node.name.removeprefix("test_").replace("_", " ")
    figure, target = f"{sum(found)} of {len(found)}", f"{TIMES} of {TIMES}"
    record("R-43", name, figure, target=target, holds=figure == target)


def test_an_edited_entry_is_noticed_100_times(written: Written, noticed: list[bool]) -> None:
    edits: list[dict[str, object]] = [
        {"action": "other"},
        {"actor_id": new_id()},
        {"parts": 7},
        {"parts_hash": bytes(32)},
        {"signature": bytes(64)},
        {"hash": bytes(32)},
        {"prev_hash": bytes(32)},
        {"id": new_id()},
    ]
    for turn in range(TIMES):
        seq, edit = seq_of(turn), edits[turn % len(edits)]
        found = problems(
            written, run, ALONE, update(HistoryEntry).where(HistoryEntry.seq == seq).values(**edit)
        )
        noticed.append(any(problem.where in {seq, seq + 1} for problem in found))
    assert all(noticed)


def test_altered_words_are_noticed_100_times(written: Written, noticed: list[bool]) -> None:
    engine, _, _ = written
    with engine.connect() as connection:
        parts = connection.execute(select(HistoryPart.entry_id, HistoryPart.sealed)).all()
    for turn in range(TIMES):
        entry_id, sealed = parts[turn % len(parts)]
        place = turn % len(sealed)
        other = sealed[:place] + bytes([sealed[place] ^ 1]) + sealed[place + 1 :]
        found = problems(
            written,
            run,
            ALONE,
            update(HistoryPart).where(HistoryPart.entry_id == entry_id).values(sealed=other),
        )
        noticed.append([problem.what for problem in found] == [Wrong.ALTERED])
    assert all(noticed)


def test_a_deleted_entry_is_noticed_100_times(written: Written, noticed: list[bool]) -> None:
    for turn in range(TIMES):
        seq = seq_of(turn)
        found = problems(
            written, run, ANCHORED, delete(HistoryEntry).where(HistoryEntry.seq == seq)
        )
        noticed.append(bool(found))
    assert all(noticed)


def test_an_inserted_entry_is_noticed_100_times(written: Written, noticed: list[bool]) -> None:
    def put_in(connection: Connection, seq: int) -> None:
        connection.execute(
            update(HistoryEntry).where(HistoryEntry.seq > seq).values(seq=HistoryEntry.seq + 1000)
        )
        row = dict(
            connection.execute(select(HistoryEntry.__table__).where(HistoryEntry.seq == seq))
            .mappings()
            .one()
        )
        connection.execute(insert(HistoryEntry), [{**row, "seq": seq + 1, "id": new_id()}])
        connection.execute(
            update(HistoryEntry).where(HistoryEntry.seq > 1000).values(seq=HistoryEntry.seq - 999)
        )

    for turn in range(TIMES):
        seq = seq_of(turn)
        noticed.append(bool(problems(written, put_in, ALONE, seq)))
    assert all(noticed)


def test_swapped_entries_are_noticed_100_times(written: Written, noticed: list[bool]) -> None:
    def swap(connection: Connection, one: int, other: int) -> None:
        for old, new in ((one, 5000), (other, one), (5000, other)):
            connection.execute(update(HistoryEntry).where(HistoryEntry.seq == old).values(seq=new))

    for turn in range(TIMES):
        one, other = seq_of(turn), (turn * 7) % 10 + 2
        if one == other:
            other = one + 1
        found = problems(written, swap, ALONE, one, other)
        noticed.append({problem.where for problem in found} >= {one, other})
    assert all(noticed)


def test_a_forged_author_is_noticed_100_times(written: Written, noticed: list[bool]) -> None:
    _, register_id, _ = written
    forger = KeyPairs.fresh()

    def forge(connection: Connection) -> None:
        with Session(connection) as session:
            last = chain.head_of(session)
            assert last is not None
            entry = HistoryEntry(
                seq=last.seq + 1,
                id=new_id(),
                at=last.at,
                actor_id=last.actor_id,
                action="close_case",
                parts=0,
                parts_hash=chain.PartsHash().digest(),
                prev_hash=last.hash,
            )
            entry.hash = chain.entry_hash(register_id, entry)
            entry.signature = forger.signing.sign(chain.signed_message(entry.hash))
            session.add(entry)
            session.flush()

    for _ in range(TIMES):
        found = problems(
            written,
            forge,
            ANCHORED,
        )
        noticed.append(found == [Problem(Wrong.FORGED, 13)])
    assert all(noticed)


def test_a_cut_off_end_is_noticed_100_times_by_the_anchor(
    written: Written, noticed: list[bool]
) -> None:
    def cut(connection: Connection, seq: int) -> None:
        rest = select(HistoryEntry.id).where(HistoryEntry.seq > seq)
        connection.execute(delete(HistoryPart).where(HistoryPart.entry_id.in_(rest)))
        connection.execute(delete(HistoryEntry).where(HistoryEntry.seq > seq))

    for turn in range(TIMES):
        seq = turn % 11 + 1
        noticed.append(problems(written, cut, ANCHORED, seq) == [Problem(Wrong.CUT_OFF, seq)])
    assert all(noticed)
    assert problems(written, cut, ALONE, 5) == []


def test_a_history_written_anew_is_noticed_100_times_by_the_anchor(
    written: Written, noticed: list[bool]
) -> None:
    _, register_id, _ = written
    insider = KeyPairs.fresh()

    def rewrite(connection: Connection) -> None:
        with Session(connection) as session:
            session.execute(update(Staff).values(signing_key=insider.signing_public))
            session.execute(update(Register).values(epoch=1))
            former = chain.FIRST
            for entry in session.scalars(select(HistoryEntry).order_by(HistoryEntry.seq)):
                entry.action = "nothing_happened"
                entry.prev_hash = former
                entry.hash = former = chain.entry_hash(register_id, entry)
                entry.signature = insider.signing.sign(chain.signed_message(entry.hash))
            session.flush()

    for _ in range(TIMES):
        found = problems(
            written,
            rewrite,
            ANCHORED,
        )
        noticed.append(found == [Problem(Wrong.REWRITTEN, 12)])
    assert all(noticed)
    assert (
        problems(
            written,
            rewrite,
            ALONE,
        )
        == []
    )


def test_sealed_words_without_an_entry_are_noticed(written: Written) -> None:
    stray = {"entry_id": new_id(), "position": 0, "case_id": new_id(), "sealed": b"x" * 40}

    found = problems(written, run, ANCHORED, insert(HistoryPart).values(stray))

    assert found == [Problem(Wrong.STRAY, 12)]
