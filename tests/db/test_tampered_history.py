"""Whoever writes the file past the program is noticed by the history (R-43)."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import Concatenate  # Any: a raw row's values
from uuid import UUID

import pytest
from sqlalchemy import Connection, Engine, Executable, delete, insert, select, text, update
from sqlalchemy.orm import Session

from app.db import chain
from app.db.chain import Head
from app.shapes.history import Problem, Wrong
from app.vault.anchor import Anchor
from app.vault.keys import KeyPairs
from models.base import new_id
from models.history import HistoryEntry, HistoryPart
from models.staff import Register, Staff
from tests.cases import open_case
from tests.metrics import record
from tests.registers import Home, engine_past_workspace

TIMES = 100
type Written = tuple[Engine, UUID, Anchor]
ANCHORED, ALONE = True, False


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
