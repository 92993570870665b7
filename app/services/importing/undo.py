"""Use case: take an import back, exactly, unless somebody built on it since (R-11)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from uuid import UUID

from sqlalchemy import delete, select, update

from app.db.history import BulkRow
from app.db.sealing import unseal
from app.db.unit_of_work import UnitOfWork
from app.errors import BadInput, DamagedVault
from app.queries.case_history import batches
from app.services.finding.findable import forget_lines
from app.services.finding.register_line import refresh
from app.services.importing.rows import TABLES
from app.shapes.changes import Changes, Outcome
from models.base import Entity
from models.cases import Case, FacetSnapshot
from models.claims import Claim
from models.events import Assertion, Citation
from models.history import REGISTER_KEY, HistoryEntry, HistoryPart
from models.imports import ImportBatch, ImportRow
from models.sources import Source
from models.vocabulary.deeds import READ_LIMITED
from models.vocabulary.roles import Action

_BY_NAME: dict[str, type[Entity]] = {kind.__tablename__: kind for kind in TABLES}
_PARTS_AT_ONCE = 500
MOST_NAMED = 20


def undo_import(uow: UnitOfWork, batch_id: UUID, reason: str = "") -> Outcome[None]:
    """Delete what a batch brought in, and mark it undone; the file and its rows are kept.

    The history of the import says which rows those are.

    Raises NotAllowed; NotFound; BadInput: `import_undone` already, or `import_built_on` with the
    `numbers` of cases that were changed since, and how `many` there are.
    """
    uow.doing(Action.UNDO_IMPORT, reason)
    batch = uow.get(ImportBatch, batch_id)
    if batch.undone_at is not None:
        raise BadInput("import", "import_undone")
    touched = _cases_of(uow, batch_id)
    _refuse_if_built_on(uow, batch_id, touched)
    gone: dict[type[Entity], list[UUID]] = defaultdict(list)
    for case_id, rows in _written(uow, batch_id):
        case_rows = [(kind, values) for kind, values in rows if kind is not Source]
        for kind, values in rows:
            row_id = values["id"]
            if isinstance(row_id, UUID):
                gone[kind].append(row_id)
        if case_rows:
            uow.history.record_bulk_gone(case_id, case_rows)
    _delete(uow, gone)
    batch.undone_at = uow.clock.now()
    uow.session.flush()
    new = set(gone[Case])
    kept = [case_id for case_id in touched if case_id not in new]
    uow.session.expire_all()
    refresh(uow, kept)
    return Outcome(None, Changes.of("cases", *touched))


def _cases_of(uow: UnitOfWork, batch_id: UUID) -> list[UUID]:
    return list(
        uow.session.scalars(
            select(HistoryPart.case_id)
            .where(HistoryPart.entry_id == batch_id, HistoryPart.case_id != REGISTER_KEY)
            .order_by(HistoryPart.position)
        )
    )


def _refuse_if_built_on(uow: UnitOfWork, batch_id: UUID, cases: Sequence[UUID]) -> None:
    """Refuse where a later entry of the history, or a later import, speaks of these cases."""
    session = uow.session
    seq = session.scalars(select(HistoryEntry.seq).where(HistoryEntry.id == batch_id)).one()
    later: set[UUID] = set()
    for ids in batches(cases):
        later.update(
            session.scalars(
                select(HistoryPart.case_id)
                .join(HistoryEntry, HistoryEntry.id == HistoryPart.entry_id)
                .where(
                    HistoryPart.case_id.in_(ids),
                    HistoryEntry.seq > seq,
                    HistoryEntry.action != READ_LIMITED,
                )
            )
        )
        listed = session.scalars(
            select(ImportRow.case_id)
            .join(HistoryEntry, HistoryEntry.id == ImportRow.batch_id)
            .join(ImportBatch, ImportBatch.id == ImportRow.batch_id)
            .where(
                ImportRow.case_id.in_(ids),
                HistoryEntry.seq > seq,
                ImportBatch.undone_at.is_(None),
            )
        )
        later.update(one for one in listed if one is not None)
    if later:
        some = sorted(later)[:MOST_NAMED]
        numbers = session.scalars(select(Case.number).where(Case.id.in_(some)))
        raise BadInput("import", "import_built_on", numbers=tuple(sorted(numbers)), many=len(later))


def _written(uow: UnitOfWork, batch_id: UUID) -> Iterator[tuple[UUID, list[BulkRow]]]:
    """Give, case by case, the rows the import wrote, as its history tells them."""
    parts = uow.session.execute(
        select(HistoryPart.case_id, HistoryPart.sealed)
        .where(HistoryPart.entry_id == batch_id)
        .order_by(HistoryPart.position)
    ).all()
    for start in range(0, len(parts), _PARTS_AT_ONCE):
        some = parts[start : start + _PARTS_AT_ONCE]
        keys = uow.case_keys.find_or_make(case_id for case_id, _ in some)
        for case_id, sealed in some:
            content = unseal(keys[case_id], batch_id, case_id, sealed)
            if content is None:
                raise DamagedVault("history_parts", str(case_id))
            yield case_id, list(_rows(content[1]))


def _rows(told: Iterable[tuple[str, str, str, dict[str, object]]]) -> Iterator[BulkRow]:
    for table, row_id, _state, fields in told:
        kind = _BY_NAME.get(table)
        if kind is not None:
            yield kind, {"id": UUID(row_id), **fields}


def _delete(uow: UnitOfWork, gone: dict[type[Entity], list[UUID]]) -> None:
    """Delete the rows, those that point at others first; a source that others use stays."""
    session = uow.session
    for ids in batches(gone[Case]):
        forget_lines(uow, ids)
        session.execute(delete(FacetSnapshot).where(FacetSnapshot.case_id.in_(ids)))
        session.execute(update(ImportRow).where(ImportRow.case_id.in_(ids)).values(case_id=None))
    for kind in reversed(TABLES):
        wanted = gone[kind] if kind is not Source else _unused_sources(uow, gone[Source])
        for ids in batches(wanted):
            session.execute(delete(kind).where(kind.id.in_(ids)))


def _unused_sources(uow: UnitOfWork, sources: Sequence[UUID]) -> list[UUID]:
    used: set[UUID] = set()
    rows: list[BulkRow] = []
    for ids in batches(sources):
        for kind in (Assertion, Citation, Claim):
            used.update(uow.session.scalars(select(kind.source_id).where(kind.source_id.in_(ids))))
        unused = [one for one in ids if one not in used]
        rows += [
            (Source, {"id": source.id, "code": source.code, "title": source.title})
            for source in uow.session.scalars(select(Source).where(Source.id.in_(unused)))
        ]
    if rows:
        uow.history.record_bulk_gone(None, rows)
        _let_go(uow, [values["id"] for _, values in rows])
    return [values["id"] for _, values in rows if isinstance(values["id"], UUID)]


def _let_go(uow: UnitOfWork, sources: Sequence[object]) -> None:
    """Part batches from a source that goes."""
    for start in range(0, len(sources), _PARTS_AT_ONCE):
        some = sources[start : start + _PARTS_AT_ONCE]
        for batch in uow.session.scalars(
            select(ImportBatch).where(ImportBatch.source_id.in_(some))
        ):
            batch.source_id = None
    uow.session.flush()
