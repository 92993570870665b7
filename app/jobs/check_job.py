"""Checks a register: the file whole, the history unbroken, every status as it was recorded."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import func, select

from app.clock import OFFICE_ZONE
from app.db import dialect
from app.db.unit_of_work import Reader
from app.queries.case_history import batches, histories
from app.services.register_line import facets_json
from app.shapes.checks import Fault, FaultKind
from app.shapes.progress import Cancelled, Progress, Report, never, silent
from app.workspace import Workspace
from models.cases import Case, CaseLine, FacetSnapshot
from models.codebook import compute
from models.vocabulary.roles import Action


def check_register(
    workspace: Workspace,
    *,
    deep: bool = False,
    report: Report = silent,
    cancelled: Cancelled = never,
) -> list[Fault]:
    """Check a register and list what is wrong; `deep` computes every status anew as well.

    The last snapshot of each case must be what the codebook makes of its events on the day on
    which the snapshot was recorded (decisions.md, Status 11).

    Raises:
        NotAllowed.
    """
    found = workspace.read(_file)
    found += [
        Fault(FaultKind.HISTORY, f"#{problem.where}", problem.what.value)
        for problem in workspace.verify_history()
    ]
    if deep:
        found += workspace.read(lambda reader: _statuses(reader, report, cancelled))
    return found


def _file(reader: Reader) -> list[Fault]:
    reader.allow(Action.CHECK_REGISTER)
    return [Fault(FaultKind.FILE, where) for where in dialect.damage(reader.session)]


def _statuses(reader: Reader, report: Report, cancelled: Cancelled) -> list[Fault]:
    session = reader.session
    newest = select(func.max(FacetSnapshot.id)).group_by(FacetSnapshot.case_id)
    kept = {
        row.case_id: row
        for row in session.execute(
            select(
                FacetSnapshot.case_id,
                FacetSnapshot.recorded_at,
                FacetSnapshot.headline,
                FacetSnapshot.facets,
            ).where(FacetSnapshot.id.in_(newest))
        )
    }
    lines = dict(session.execute(select(CaseLine.case_id, CaseLine.headline)).all())
    numbers = dict(session.execute(select(Case.id, Case.number)).all())
    found: list[Fault] = []
    done = 0
    for ids in batches(numbers):
        if cancelled():
            break
        for case_id, history in histories(session, ids).items():
            snapshot = kept.get(case_id)
            if snapshot is None:
                found.append(Fault(FaultKind.NO_SNAPSHOT, numbers[case_id]))
                continue
            day = _office_day(snapshot.recorded_at)
            status = compute(history, day)
            same = (status.headline.value, facets_json(status))
            if same != (snapshot.headline, snapshot.facets):
                found.append(Fault(FaultKind.STATUS, numbers[case_id], status.headline.value))
            if lines.get(case_id) != snapshot.headline:
                found.append(Fault(FaultKind.LINE, numbers[case_id]))
        done += len(ids)
        report(Progress(done, len(numbers)))
    return found


def _office_day(moment: datetime) -> date:
    return moment.astimezone(OFFICE_ZONE).date()
