"""How fast the page of the day is read from a register of a hundred thousand men."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import timedelta
from itertools import batched
from pathlib import Path
from uuid import UUID

from sqlalchemy import select

from app.db.bulk_insert import BulkInsert
from app.db.unit_of_work import UnitOfWork
from app.queries.today.page import count_due, today_page
from app.shapes.changes import Outcome
from models.base import Base, new_id, partial_date_columns
from models.cases import CaseLine
from models.events import Event
from models.families import FamilyContact
from models.submissions import Submission, SubmissionMan, SubmissionStep
from models.tasks import Task
from models.vocabulary.event_codes import EventCode
from models.vocabulary.families import ContactHow, ContactOutcome
from models.vocabulary.partial_date import PartialDate
from models.vocabulary.submissions import Body, StepKind, SubmissionKind
from tests.bench import million
from tests.bench.figure import Figure, least_of

type _OfTable = tuple[type[Base], Iterator[dict[str, object]]]

MEN = int(os.environ.get("HOMEWARD_BENCH_TODAY_MEN", "100000"))
_PLACE = Path("build/bench") / f"today-{MEN}"
_RUNS = 5
#: Every so many men there is one of these.
_RUNG, _SENT, _TASKS = 20, 200, 100
_CODES = (EventCode.E02, EventCode.C12, EventCode.R60, EventCode.C10)
_RARE = {97: EventCode.C13, 101: EventCode.D28, 103: EventCode.L51}


def measure() -> list[Figure]:
    """Read the page and the count beside its name, warm, the least of some runs."""
    with million.kept(_PLACE, MEN, _fill) as register:
        page = least_of(_RUNS, lambda: register.read(today_page))
        count = least_of(_RUNS, lambda: register.read(count_due))
    who = f"page of the day, {MEN:,} cases"
    return [
        Figure(f"{who}: groups and first lines", "s", page, 0.5, 0.2),
        Figure(f"{who}: the count beside its name", "s", count, 0.5, 0.2),
    ]


def _fill(uow: UnitOfWork) -> Outcome[None]:
    ids = list(uow.session.scalars(select(CaseLine.case_id).order_by(CaseLine.row)))
    filled: list[_OfTable] = [
        (Event, _events(ids)),
        (FamilyContact, _contacts(uow, ids[::_RUNG])),
        (Task, _tasks(uow, ids[::_TASKS])),
        *_submissions(uow, ids[::_SENT]),
    ]
    for table, rows in filled:
        _insert(uow, Base.metadata.tables[table.__tablename__], rows)
    return Outcome(None)


def _insert(uow: UnitOfWork, table: object, rows: Iterator[dict[str, object]]) -> None:
    insert: BulkInsert | None = None
    for some in batched(rows, 10_000):
        if insert is None:
            insert = BulkInsert(uow.session.connection(), table, tuple(some[0]), uow.stamps())  # type: ignore[arg-type]  # a table of the metadata
        insert.write(list(some))


def _events(ids: list[UUID]) -> Iterator[dict[str, object]]:
    when = partial_date_columns("occurred", PartialDate.parse_edtf("2020-12-15"))
    for n, case_id in enumerate(ids):
        rare = [code for every, code in _RARE.items() if n % every == 0]
        for code in (*_CODES, *rare):
            yield {"id": new_id(), "case_id": case_id, "code": code, **when}


def _contacts(uow: UnitOfWork, ids: list[UUID]) -> Iterator[dict[str, object]]:
    now, today = uow.clock.now(), uow.clock.today()
    for n, case_id in enumerate(ids):
        yield {
            "id": new_id(),
            "case_id": case_id,
            "how": ContactHow.PHONE,
            "outcome": ContactOutcome.REACHED,
            "happened_at": now - timedelta(days=n % 60),
            "staff_id": uow.actor.id,
            "next_on": today + timedelta(days=n % 40 - 5) if n % 2 else None,
        }


def _tasks(uow: UnitOfWork, ids: list[UUID]) -> Iterator[dict[str, object]]:
    today = uow.clock.today()
    for n, case_id in enumerate(ids):
        yield {
            "id": new_id(),
            "case_id": case_id,
            "subject": "Ask the hospital",
            "due_on": today + timedelta(days=n % 30 - 10),
        }


def _submissions(
    uow: UnitOfWork, ids: list[UUID]
) -> Iterator[tuple[type[Base], Iterator[dict[str, object]]]]:
    today = uow.clock.today()
    sent = [(new_id(), case_id, n) for n, case_id in enumerate(ids)]
    step = partial_date_columns("occurred", PartialDate.on(today - timedelta(days=40)))
    yield (
        Submission,
        (
            {
                "id": one,
                "number": f"SUB-2021-{n:05d}",
                "body": Body.ICRC,
                "kind": SubmissionKind.TRACING_REQUEST,
                "subject": "Where is he",
                "due_on": today - timedelta(days=n % 20) if n % 2 else None,
            }
            for one, _, n in sent
        ),
    )
    yield (
        SubmissionStep,
        (
            {"id": new_id(), "submission_id": one, "kind": StepKind.SENT, **step}
            for one, _, _ in sent
        ),
    )
    yield (
        SubmissionMan,
        ({"id": new_id(), "submission_id": one, "case_id": case_id} for one, case_id, _ in sent),
    )
