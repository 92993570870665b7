"""Puts the exhibits of a case onto its paper, and their marks beside the events they bear out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from uuid import UUID

from sqlalchemy import select

from app.db.unit_of_work import Reader
from app.queries.limited_access import exhibits_open_to
from app.shapes.case_report import CaseReport, Cite, CustodyLine, ExhibitNote, TranslationNote
from app.shapes.exhibits import ExhibitRow
from models.exhibits import CustodyEntry, Exhibit, Translation
from models.staff import Staff
from models.vocabulary.exhibits import CustodyAction
from models.vocabulary.roles import Action

#: A look at a safe copy or a portrait on paper leaves the original where it was.
_NOT_CUSTODY = frozenset({CustodyAction.VIEWED_FOR_EXPORT, CustodyAction.PRINTED})


def with_custody(reader: Reader, reports: Mapping[UUID, CaseReport]) -> dict[UUID, CaseReport]:
    """Give reports with every step in the custody of their exhibits, in the order of the log.

    Raises:
        NotAllowed.
    """
    reader.allow(Action.DRAFT_REPORT)
    kept = _kept(reports)
    if not kept:
        return dict(reports)
    rows = reader.session.execute(
        select(CustodyEntry, Staff.name)
        .outerjoin(Staff, Staff.id == CustodyEntry.created_by)
        .where(CustodyEntry.exhibit_id.in_(kept), CustodyEntry.action.not_in(_NOT_CUSTODY))
        .order_by(CustodyEntry.id)
    )
    steps: dict[str, list[CustodyLine]] = defaultdict(list)
    for row, name in rows:
        line = CustodyLine(row.at, row.action.value, name or "", row.reason)
        steps[str(row.exhibit_id)].append(line)
    return _with_notes(reports, lambda note: replace(note, custody=tuple(steps[note.key])))


def with_translations(reader: Reader, reports: Mapping[UUID, CaseReport]) -> dict[UUID, CaseReport]:
    """Give reports with the translations of their exhibits, certified ones first.

    Raises:
        NotAllowed.
    """
    reader.allow(Action.DRAFT_REPORT)
    kept = _kept(reports)
    if not kept:
        return dict(reports)
    shown = Exhibit.removed_at.is_(None) & exhibits_open_to(reader)
    rows = reader.session.execute(
        select(Translation, Exhibit.number)
        .outerjoin(Exhibit, (Exhibit.id == Translation.paper_id) & shown)
        .where(Translation.exhibit_id.in_(kept))
        .order_by(Translation.certified_by == "", Translation.id)
    )
    found: dict[str, list[TranslationNote]] = defaultdict(list)
    for row, number in rows:
        note = TranslationNote(
            lang=row.lang,
            from_lang=row.from_lang,
            certified=bool(row.certified_by),
            paper=number or "",
            certified_by=row.certified_by,
            certified_on=row.certified if row.certified.is_known else None,
        )
        found[str(row.exhibit_id)].append(note)
    return _with_notes(reports, lambda note: replace(note, translations=tuple(found[note.key])))


def _kept(reports: Mapping[UUID, CaseReport]) -> set[UUID]:
    return {UUID(note.key) for report in reports.values() for note in report.exhibits}


def _with_notes(
    reports: Mapping[UUID, CaseReport], told: Callable[[ExhibitNote], ExhibitNote]
) -> dict[UUID, CaseReport]:
    return {
        case_id: replace(report, exhibits=tuple(map(told, report.exhibits)))
        for case_id, report in reports.items()
    }


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
