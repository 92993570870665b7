"""Reads cases as papers print them, some at once: a query a table, not a query a man."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select

from app.db.unit_of_work import Reader
from app.queries.cases.file import contents_of_cases
from app.queries.exhibits.lines import exhibits_of_cases, spoken_of
from app.queries.papers.case_report import report_of
from app.queries.papers.dealings import with_dealings
from app.queries.papers.report_exhibits import with_custody, with_exhibits, with_translations
from app.shapes.case_report import CaseReport
from models.incidents import Incident
from models.vocabulary.deeds import ReadKind
from models.vocabulary.partial_date import PartialDate
from models.vocabulary.roles import Action


@dataclass(frozen=True, slots=True)
class ReportRead:
    """A report, and the cases of which whoever sees it is shown something: his own, for one."""

    report: CaseReport
    shown: frozenset[UUID]


def case_report(reader: Reader, case_id: UUID, how: ReadKind = ReadKind.PRINTED) -> CaseReport:
    """Read all of one case that any paper may print; `how` goes into the log of readings.

    Raises:
        NotAllowed; NotFound; CaseInBin; CaseMerged.
    """
    read = reports_read(reader, [case_id])[case_id]
    reader.shows(how, read.shown)
    return read.report


def reports_read(reader: Reader, case_ids: Iterable[UUID]) -> dict[UUID, ReportRead]:
    """Read the same of some men, few enough to be held in memory.

    Whoever calls says by `reader.shows` how each report is shown, once it is.

    Raises:
        NotAllowed; NotFound; CaseInBin; CaseMerged: of any of them.
    """
    reader.allow(Action.DRAFT_REPORT)
    files = contents_of_cases(reader, case_ids)
    exhibits = exhibits_of_cases(reader, files)
    occurred = _occurred(reader, {file.incident_id for file in files.values()} - {None})
    today = reader.clock.today()
    reports = {
        case_id: with_exhibits(
            report_of(file, today, occurred.get(file.incident_id)), exhibits[case_id]
        )
        for case_id, file in files.items()
    }
    reports = with_translations(reader, with_dealings(reader, reports))
    reports = with_custody(reader, reports)
    return {
        case_id: ReportRead(report, spoken_of(exhibits[case_id]) | {case_id})
        for case_id, report in reports.items()
    }


def papers_leave(reader: Reader, case_ids: Sequence[UUID], how: ReadKind) -> None:
    """Note that a paper on these men, drafted before, is printed now or saved as a file.

    Raises:
        NotAllowed: also where access to a case was limited since.
    """
    reader.allow(Action.DRAFT_REPORT)
    for case_id, rows in exhibits_of_cases(reader, case_ids).items():
        reader.shows(how, spoken_of(rows) | {case_id})


def _occurred(reader: Reader, ids: Iterable[UUID | None]) -> dict[UUID | None, PartialDate]:
    rows = reader.session.scalars(select(Incident).where(Incident.id.in_(ids)))
    return {row.id: row.occurred for row in rows}
