"""Use case: take a list in, whole or not at all, as one entry of the history."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from uuid import UUID

from app.db.unit_of_work import Reader, UnitOfWork
from app.db.word_index import count_words
from app.importing.planner import RowPlan, plan_rows, read_men
from app.importing.request import ImportRequest, ImportStopped
from app.importing.table import records
from app.services.finding.findable import keep_briefs
from app.services.finding.register_line import line_values, refresh, rows_of, snapshot_values
from app.services.importing.alike import find_alike
from app.services.importing.keeping import keep_file_and_batch, write_rows
from app.services.importing.known import known_to
from app.services.importing.report import report_of
from app.services.importing.rows import BatchStamp, CaseRows, SourceInUse
from app.services.importing.sources import sources_in_use
from app.services.importing.writer import ImportWriter
from app.services.numbering import case_series
from app.services.permission import require
from app.services.typed_text import line
from app.shapes.changes import Changes, Outcome
from app.shapes.imports import ImportReport
from app.shapes.progress import Cancelled, Progress, Report, never, silent
from app.shapes.requests.evidence import NewSource
from models.base import new_id
from models.cases import CaseLine, FacetSnapshot
from models.codebook import compute
from models.vocabulary.accounts import RowOutcome, SourceKind
from models.vocabulary.evidence import Credibility, Reliability
from models.vocabulary.roles import Action

CHUNK = 1_000


def preview_list(reader: Reader, request: ImportRequest) -> ImportReport:
    """Say what an import would do, row by row, and change nothing.

    Raises NotAllowed; BadInput: the table or the profile cannot be used.
    """
    require(reader, Action.IMPORT_LIST)
    plans = _planned(reader, request)
    return replace(
        report_of(plans, {}, dry_run=True, everything=True),
        head=request.head,
        sheet=request.table.sheet,
    )


def import_list(
    uow: UnitOfWork,
    request: ImportRequest,
    progress: Report = silent,
    cancelled: Cancelled = never,
) -> Outcome[ImportReport]:
    """Take a list in: people, names, numbers, service, events, who says so, and the file itself.

    Raises NotAllowed; NotFound: no such incident; BadInput: the table or the profile cannot be
    used; ImportStopped when asked to stop. Nothing is imported then.
    """
    uow.doing(Action.IMPORT_LIST)
    _require_grading(uow, request)
    plans = _planned(uow, request)
    sources, entered = sources_in_use(uow, _speakers(plans, request))
    stamp = keep_file_and_batch(uow, request, plans, sources)
    if entered:
        uow.history.record_bulk(None, entered)
    writers = ImportWriter(uow, stamp)
    numbers: dict[UUID, str] = {}
    done = 0
    for some in _in_chunks(_cases(uow, plans, request, stamp, sources)):
        if cancelled():
            raise ImportStopped
        _write_cases(uow, writers, some)
        numbers.update((case.case_id, case.number) for case in some if case.number)
        done += len(some)
        progress(Progress(done, len(plans), "import"))
    count_words(uow.session.connection(), writers.words)
    write_rows(uow, stamp.batch_id, plans)
    updated = [p.case_id for p in plans if p.outcome is RowOutcome.UPDATED and p.case_id]
    refresh(uow, [case_id for case_id in updated if case_id not in numbers])
    report = replace(
        report_of(plans, numbers, dry_run=False, batch_id=stamp.batch_id),
        head=request.head,
        sheet=request.table.sheet,
    )
    return Outcome(report, Changes.of("cases", *numbers, *updated))


def _require_grading(uow: UnitOfWork, request: ImportRequest) -> None:
    """Ask for the right to grade where the grades are not those the program ships."""
    source = request.profile.source
    grades = {(source.reliability, source.credibility)}
    for block in request.profile.events:
        for rule in block.rules:
            grades.add(
                (rule.reliability or source.reliability, rule.credibility or source.credibility)
            )
    if grades != {(Reliability.F, Credibility.SIX)} and not request.profile_is_ours:
        require(uow, Action.GRADE_SOURCE)


def _planned(unit: Reader | UnitOfWork, request: ImportRequest) -> list[RowPlan]:
    plans = read_men(records(request.table.rows, request.profile), request.profile)
    chosen = [choice for choice in request.decisions.values() if isinstance(choice, UUID)]
    known = known_to(unit.session, plans, chosen)
    return find_alike(unit, plan_rows(plans, known, request.decisions))


def _taken(plans: Sequence[RowPlan]) -> Iterator[RowPlan]:
    """Give the rows that write something, in the order of the file."""
    for plan in plans:
        if plan.outcome is RowOutcome.NEW or (plan.outcome is RowOutcome.UPDATED and plan.adds):
            yield plan


def _source_of(plan: RowPlan, request: ImportRequest) -> NewSource:
    if plan.man is not None and plan.man.source is not None:
        return plan.man.source
    return NewSource(kind=SourceKind.OTHER, title=line(request.file_name, "file")[:500])


def _speakers(plans: Sequence[RowPlan], request: ImportRequest) -> Iterator[NewSource]:
    """Give the source of each row that writes something, and those quoted in it."""
    for plan in _taken(plans):
        yield _source_of(plan, request)
        new = plan.man.events if plan.man and plan.outcome is RowOutcome.NEW else plan.adds.events
        yield from (event.source for event in new if event.source is not None)


def _cases(
    uow: UnitOfWork,
    plans: Sequence[RowPlan],
    request: ImportRequest,
    stamp: BatchStamp,
    sources: dict[NewSource, SourceInUse],
) -> Iterator[CaseRows]:
    """Give the rows of each case, everything the file says of it together."""
    stem, number = case_series(uow)
    more = _further_rows(plans)
    here: dict[UUID, CaseRows] = {}
    for plan in _taken(plans):
        man = plan.man
        if man is None:
            continue
        source = sources[_source_of(plan, request)]
        if plan.outcome is RowOutcome.NEW:
            case = CaseRows(new_id(), stamp)
            case.new_person(man, f"{stem}{number:05d}")
            case.new_man(man, source)
            for further in more.get(id(plan), ()):
                if further.man is not None:
                    further_source = sources[_source_of(further, request)]
                    case.additions(further.adds, further.man, further_source)
                    further.case_id = case.case_id
            number += 1
            plan.case_id = case.case_id
            yield case
        elif plan.first is None and plan.case_id is not None:
            known = here.setdefault(plan.case_id, CaseRows(plan.case_id, stamp))
            known.services = max(known.services, 1)
            known.additions(plan.adds, man, source)
    yield from here.values()


def _further_rows(plans: Sequence[RowPlan]) -> dict[int, list[RowPlan]]:
    """Give, by the row that makes a new man, the rows of the file that tell more of him."""
    more: dict[int, list[RowPlan]] = {}
    for plan in plans:
        if plan.first is not None and plan.outcome is RowOutcome.UPDATED:
            more.setdefault(id(plan.first), []).append(plan)
    return more


def _in_chunks(cases: Iterator[CaseRows]) -> Iterator[list[CaseRows]]:
    some: list[CaseRows] = []
    for case in cases:
        some.append(case)
        if len(some) >= CHUNK:
            yield some
            some = []
    if some:
        yield some


def _write_cases(uow: UnitOfWork, writers: ImportWriter, cases: Sequence[CaseRows]) -> None:
    """Insert the rows of some cases, with their history, status, snapshot and register line."""
    writers.cases.write(cases)
    for case in cases:
        uow.history.record_bulk(case.case_id, case.rows)
    fresh = [case for case in cases if case.number]
    if not fresh:
        return
    today, moment = uow.clock.today(), uow.clock.now()
    lines, snapshots, briefs = [], [], {}
    for case in fresh:
        status, facts = compute(case.history(), today), case.line_facts()
        snapshots.append(snapshot_values(case.case_id, status, moment))
        lines.append(line_values(facts, status, moment))
        briefs[case.case_id] = facts.brief()
    writers.computed(FacetSnapshot.__tablename__, snapshots)
    writers.computed(CaseLine.__tablename__, lines)
    rows = rows_of(uow, list(briefs))
    keep_briefs(uow, {rows[case_id]: brief for case_id, brief in briefs.items()}, writers.words)
