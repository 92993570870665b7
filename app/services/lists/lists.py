"""Use cases on lists of names: taking one in whole or not at all, reading its columns anew."""

from __future__ import annotations

import json
from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select

from app.db.unit_of_work import UnitOfWork
from app.errors import BadInput
from app.importing.list_rows import read_rows
from app.queries.lists.pages import columns_of
from app.services.exhibits.received_files import keep_file
from app.services.lists.rows import carry_decisions, hash_of_rows, new_rows, write_read
from app.services.numbering import given_number, next_list_number
from app.services.permission import require
from app.services.sources import source_meant
from app.services.typed_text import line, prose
from app.shapes.changes import Changes, Outcome
from app.shapes.requests.lists import (
    ListColumn,
    ListDetails,
    ListTaken,
    ReadColumns,
    TakeInList,
    VersionDetails,
)
from models.base import new_id
from models.exhibits import Exhibit
from models.handovers import Handover
from models.incidents import Incident
from models.lists import ListRow, ListVersion, NameList
from models.vocabulary.evidence import Credibility, Reliability
from models.vocabulary.lists import ColumnMeaning, ListDirection, ListOrigin, RowState
from models.vocabulary.roles import Action

MOST_ROWS = 20_000
_NAMES = frozenset({ColumnMeaning.NAME, ColumnMeaning.FAMILY, ColumnMeaning.GIVEN})


def take_in_list(uow: UnitOfWork, request: TakeInList) -> Outcome[ListTaken]:
    """Take in a new list, or the next version of one: its file and every row as received.

    What was decided of a row of the version before stands where the new version says the same.

    Raises:
        NotAllowed; NotFound; BadInput: no name in it, no issuer, the same as the version before.
    """
    uow.doing(Action.EDIT_LIST, named="take_in_list")
    if not request.rows and request.origin is not ListOrigin.TYPED:
        raise BadInput("rows", "list_no_rows")
    if len(request.rows) > MOST_ROWS:
        raise BadInput("rows", "list_too_long", found=len(request.rows), limit=MOST_ROWS)
    _require_a_name(request.columns)
    of = list_meant(uow, request.list_id, request.details)
    before = newest_version(uow, of.id)
    version = new_version(uow, of, before, request.origin, request.columns, request.version)
    rows = new_rows(version.id, read_rows(request.columns, request.rows))
    version.sha256 = hash_of_rows(rows)
    if before is not None and rows and before.sha256 == version.sha256:
        named = f"{of.number} v{before.version_no}"
        raise BadInput("rows", "list_same_version", named=named)
    if request.file is not None:
        file = request.file
        version.file_id = keep_file(uow, file.content, file.name, media_type=file.media_type).id
    if of.direction is ListDirection.OUT and request.origin is not ListOrigin.TYPED:
        version.frozen_at = uow.clock.now()
    uow.session.add(version)
    uow.session.flush()
    uow.session.add_all(rows)
    uow.session.flush()
    if before is not None:
        carry_decisions(uow, before, rows)
    faults = sum(bool(row.fault) for row in rows)
    twin = _twin_of(uow, version) if rows else ""
    taken = ListTaken(of.id, version.id, of.number, version.version_no, len(rows), faults, twin)
    return Outcome(taken, Changes.of("lists", of.id))


def _twin_of(uow: UnitOfWork, version: ListVersion) -> str:
    """Name the version of another list that says the same in every row: one list, in twice."""
    found = uow.session.execute(
        select(NameList.number, ListVersion.version_no)
        .join(NameList, NameList.id == ListVersion.list_id)
        .where(ListVersion.sha256 == version.sha256, ListVersion.list_id != version.list_id)
        .order_by(NameList.number, ListVersion.version_no)
        .limit(1)
    ).first()
    return "" if found is None else f"{found.number} v{found.version_no}"


def read_columns(uow: UnitOfWork, request: ReadColumns) -> Outcome[int]:
    """Say anew what the columns of a version hold; rows that nobody decided yet are read again.

    Gives how many rows were read again.

    Raises:
        NotAllowed; NotFound; BadInput: no column holds a name; CaseChangedMeanwhile.
    """
    uow.doing(Action.EDIT_LIST, named="read_columns")
    version = uow.get(ListVersion, request.version_id, request.version)
    kept = columns_of(version.columns)
    if len(kept) != len(request.meanings):
        raise BadInput("columns", "unknown")
    columns = tuple(
        ListColumn(column.head, meaning)
        for column, meaning in zip(kept, request.meanings, strict=True)
    )
    _require_a_name(columns)
    version.columns = columns_kept(columns)
    rows = uow.session.scalars(
        select(ListRow).where(ListRow.version_id == version.id).order_by(ListRow.row_no)
    ).all()
    again = 0
    for row, read in zip(
        rows, read_rows(columns, [json.loads(row.verbatim) for row in rows]), strict=True
    ):
        if row.state is RowState.OPEN:
            write_read(row, read)
            again += 1
    return Outcome(again, Changes.of("lists", version.list_id))


def list_meant(uow: UnitOfWork, list_id: UUID | None, details: ListDetails | None) -> NameList:
    """Give the list a version is of, or begin the one that is described.

    Raises:
        NotFound; BadInput: neither, or a title, an issuer is missing.
    """
    if list_id is not None:
        row = uow.get(NameList, list_id)
        if details is not None:
            write_list(uow, row, details)
        return row
    if details is None:
        raise BadInput("title", "missing")
    number = given_number(uow, NameList.number, details.number)
    row = NameList(number=number or next_list_number(uow), title="")
    write_list(uow, row, details)
    uow.session.add(row)
    uow.session.flush()
    return row


def newest_version(uow: UnitOfWork, list_id: UUID) -> ListVersion | None:
    """Give the newest version of a list, or None where it has none yet."""
    return uow.session.scalar(
        select(ListVersion)
        .where(ListVersion.list_id == list_id)
        .order_by(ListVersion.version_no.desc())
        .limit(1)
    )


def new_version(
    uow: UnitOfWork,
    of: NameList,
    before: ListVersion | None,
    origin: ListOrigin,
    columns: Sequence[ListColumn],
    details: VersionDetails,
) -> ListVersion:
    """Make the next version of a list, without its rows.

    Raises:
        NotAllowed: to grade is not theirs; NotFound: no such scan; BadInput.
    """
    version = ListVersion(
        id=new_id(),
        list_id=of.id,
        version_no=1 if before is None else before.version_no + 1,
        origin=origin,
        columns=columns_kept(columns),
    )
    version.language = line(details.language, "language", limit=10)
    version.exhibit_id = details.exhibit_id
    if details.exhibit_id is not None:
        uow.get(Exhibit, details.exhibit_id)
    write_version(uow, version, details)
    return version


def columns_kept(columns: Sequence[ListColumn]) -> str:
    """Give columns as they are kept: heads verbatim, each with what it holds."""
    return json.dumps(
        [[column.head, column.meaning.value] for column in columns], ensure_ascii=False
    )


def _require_a_name(columns: Sequence[ListColumn]) -> None:
    if not any(column.meaning in _NAMES for column in columns):
        raise BadInput("columns", "list_no_name_column")


def write_list(uow: UnitOfWork, row: NameList, details: ListDetails) -> None:
    """Write what is said of a list through all its versions.

    Raises:
        NotFound; BadInput: a title is missing, or the issuer of a list that came in.
    """
    title = line(details.title, "title", limit=300)
    if not title:
        raise BadInput("title", "missing")
    if details.direction is ListDirection.IN and details.issuer is None:
        raise BadInput("issuer", "missing")
    if details.incident_id is not None:
        uow.get(Incident, details.incident_id)
    if details.handover_id is not None:
        uow.get(Handover, details.handover_id)
    row.kind = details.kind
    row.direction = details.direction
    row.title = title
    row.issuer_id = source_meant(uow, details.issuer)
    row.recipient = line(details.recipient, "recipient", limit=300)
    row.channel = details.channel
    row.incident_id = details.incident_id
    row.handover_id = details.handover_id
    row.remark = prose(details.remark, "remark")


def write_version(uow: UnitOfWork, version: ListVersion, details: VersionDetails) -> None:
    """Write the dates, the grade and the remark of a version; scan and language stay.

    Raises:
        NotAllowed: to grade is not theirs; BadInput: a day yet to come.
    """
    if (details.reliability, details.credibility) not in {
        (Reliability.F, Credibility.SIX),
        (version.reliability, version.credibility),
    }:
        require(uow, Action.GRADE_SOURCE)
    today = uow.clock.today()
    for field, when in (("dated", details.dated), ("passed_on", details.passed_on)):
        if when.earliest is not None and when.earliest > today:
            raise BadInput(field, "in_future", date=when)
    version.dated = details.dated
    version.passed_on = details.passed_on
    version.reliability = details.reliability
    version.credibility = details.credibility
    version.remark = prose(details.remark, "remark")
