"""Reads what was computed of cases when they were saved, and compares it with the codebook."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import func, select

from app.clock import OFFICE_ZONE
from app.db.unit_of_work import Reader
from app.queries.case_history import batches, histories
from app.shapes.checks import Fault, FaultKind
from app.shapes.progress import Cancelled, Progress, Report, never, silent
from models.cases import Case, CaseLine, FacetSnapshot
from models.codebook import compute
from models.codebook.facts import Status
from models.vocabulary.roles import Action


class _Kept(NamedTuple):
    """The newest snapshot of a case and the headline of its line."""

    number: str
    recorded_at: datetime | None
    headline: str | None
    facets: str | None
    chips: str | None
    line: str | None


def facets_json(status: Status) -> str:
    """Give the facets as one JSON object, in the order of the codebook."""
    return json.dumps(
        {
            facet.value: {
                "value": state.value.value,
                "level": f"L{state.level.value}",
                "since": state.since.edtf if state.since else None,
                "as_of": state.as_of.edtf if state.as_of else None,
                "contested": state.contested,
            }
            for facet, state in status.facets.items()
        },
        ensure_ascii=False,
        separators=(",", ":"),
    )


def chips_text(status: Status) -> str:
    """Give the chips as they are kept, with commas."""
    return ",".join(chip.value for chip in status.chips)


def status_faults(
    reader: Reader, report: Report = silent, cancelled: Cancelled = never
) -> list[Fault]:
    """Compute every case anew and list where something else was recorded.

    The last snapshot of each case must be what the codebook makes of its events on the day on
    which the snapshot was recorded (decisions.md, Status 11).

    Raises:
        NotAllowed.
    """
    reader.allow(Action.CHECK_REGISTER)
    kept = _kept(reader)
    found: list[Fault] = []
    done = 0
    for ids in batches(kept):
        if cancelled():
            break
        for case_id, history in histories(reader.session, ids).items():
            one = kept[case_id]
            if one.recorded_at is None:
                found.append(Fault(FaultKind.NO_SNAPSHOT, one.number))
                continue
            found += _differences(one, compute(history, _office_day(one.recorded_at)))
        done += len(ids)
        report(Progress(done, len(kept)))
    return found


def _kept(reader: Reader) -> Mapping[UUID, _Kept]:
    newest = (
        select(FacetSnapshot.case_id, func.max(FacetSnapshot.id).label("id"))
        .group_by(FacetSnapshot.case_id)
        .subquery()
    )
    rows = reader.session.execute(
        select(
            Case.id,
            Case.number,
            FacetSnapshot.recorded_at,
            FacetSnapshot.headline,
            FacetSnapshot.facets,
            FacetSnapshot.chips,
            CaseLine.headline,
        )
        .outerjoin(newest, newest.c.case_id == Case.id)
        .outerjoin(FacetSnapshot, FacetSnapshot.id == newest.c.id)
        .outerjoin(CaseLine, CaseLine.case_id == Case.id)
        .order_by(Case.number)
    )
    return {row[0]: _Kept(*row[1:]) for row in rows}


def _differences(kept: _Kept, status: Status) -> Iterator[Fault]:
    computed = (status.headline.value, facets_json(status), chips_text(status))
    if computed != (kept.headline, kept.facets, kept.chips):
        yield Fault(FaultKind.STATUS, kept.number, status.headline.value)
    if kept.line != kept.headline:
        yield Fault(FaultKind.LINE, kept.number)


def _office_day(moment: datetime) -> date:
    return moment.astimezone(OFFICE_ZONE).date()
