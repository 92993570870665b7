"""How fast a sheet accounts for a hundred thousand men: today, and as known on a past day."""

from __future__ import annotations

import os
from datetime import timedelta
from functools import partial
from itertools import batched
from pathlib import Path

from sqlalchemy import select

from app.db.bulk_insert import BulkInsert
from app.db.unit_of_work import UnitOfWork
from app.queries.accounting.sheet import accounting_sheet
from app.services.finding.register_line import snapshot_values
from app.shapes.accounting import WHOLE_REGISTER
from app.shapes.changes import Outcome
from models.cases import CaseLine, FacetSnapshot
from models.codebook import compute
from tests.bench import million
from tests.bench.figure import Figure, least_of
from tests.bench.status import histories

MEN = int(os.environ.get("HOMEWARD_BENCH_SHEET_MEN", "100000"))
_PLACE = Path("build/bench") / f"sheet-{MEN}"
_RUNS = 5


def measure() -> list[Figure]:
    """Sum a register of which every man was looked at twice, on two days."""
    with million.kept(_PLACE, MEN, _snapshots) as register:
        today = register.clock.today()
        yesterday = today - timedelta(days=1)
        now = least_of(_RUNS, lambda: register.read(lambda r: accounting_sheet(r, WHOLE_REGISTER)))
        then = least_of(
            _RUNS, lambda: register.read(lambda r: accounting_sheet(r, WHOLE_REGISTER, yesterday))
        )
    who = f"accounting sheet, {MEN:,} cases"
    return [
        Figure(f"{who}, today", "s", now, 1.0, 0.3),
        Figure(f"{who}, as known on a past day", "s", then, 3.0, 1.0),
    ]


def _snapshots(uow: UnitOfWork) -> Outcome[None]:
    """Let every man have been looked at three days ago and today, with another outcome."""
    now = uow.clock.now()
    connection = uow.session.connection()
    statuses = [compute(history, uow.clock.today()) for history in histories()]
    ids = uow.session.scalars(select(CaseLine.case_id)).all()
    table = FacetSnapshot.metadata.tables[FacetSnapshot.__tablename__]
    insert: partial[BulkInsert] | BulkInsert = partial(BulkInsert, connection, table)
    for back, shift in ((3, 1), (0, 0)):
        moment = now - timedelta(days=back)
        for some in batched(enumerate(ids), 10_000):
            rows = [
                snapshot_values(case_id, statuses[(n + shift) % len(statuses)], moment)
                for n, case_id in some
            ]
            if isinstance(insert, partial):
                insert = insert(tuple(rows[0]), {})
            insert.write(rows)
    return Outcome(None)
