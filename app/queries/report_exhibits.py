"""Puts the exhibits of a case onto its paper, and their marks beside the events they bear out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from app.shapes.case_report import CaseReport, Cite, ExhibitNote
from app.shapes.exhibits import ExhibitRow


def with_exhibits(report: CaseReport, rows: Sequence[ExhibitRow]) -> CaseReport:
    """Give the paper with these exhibits; an event is marked by those that are tied to it."""
    cited: dict[str, tuple[Cite, ...]] = {}
    for row in rows:
        for link in row.links:
            if link.event_id is not None:
                key = str(link.event_id)
                cited[key] = (*cited.get(key, ()), Cite(exhibit=str(row.id)))
    return replace(
        report,
        exhibits=tuple(_note(row) for row in rows),
        events=tuple(
            replace(event, cites=(*event.cites, *cited.get(event.key, ())))
            for event in report.events
        ),
    )


def _note(row: ExhibitRow) -> ExhibitNote:
    return ExhibitNote(
        key=str(row.id),
        number=row.number,
        title=row.title,
        dated=row.made if row.made.is_known else None,
        sha256=row.sha256,
        kind=row.kind.value,
        origin=row.origin,
        received=row.received if row.received.is_known else None,
        minimum=row.minimum.state.value,
    )
