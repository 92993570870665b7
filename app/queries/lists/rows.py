"""Reads the rows of lists with the men they are tied to, for the workbench, papers and services."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any, Final  # Any: see KeptRow
from uuid import UUID

from sqlalchemy import Row, select

from app.db.unit_of_work import Reader
from app.queries.case_history import batches
from app.queries.finding.likeness import man_of
from app.queries.limited_access import lines_open_to
from app.search.listed_man import ListedName
from app.shapes.like_pairs import PairMan
from app.shapes.lists import RowView
from models.cases import CaseLine
from models.lists import ListRow
from models.staff import Staff
from models.vocabulary.deeds import ReadKind
from models.vocabulary.lists import RowFault
from models.vocabulary.partial_date import PartialDate
from models.vocabulary.roles import Action

type KeptRow = Row[*tuple[Any, ...]]  # Any: columns of every type, chosen by name
"""A row of a list as it lies in its table."""


def rows_of_version(reader: Reader, version_id: UUID) -> tuple[RowView, ...]:
    """Give all rows of a version in their order; whoever may not see a case does not see its name.

    Two queries, however long the list.

    Raises:
        NotAllowed.
    """
    reader.allow(Action.READ_CASES)
    # Columns and no mapped rows: of thousands, making objects takes longer than all the rest.
    table = ListRow.__table__
    rows = reader.session.execute(
        select(*(table.c[name] for name in _READ))
        .where(table.c.version_id == version_id)
        .order_by(table.c.row_no)
    ).all()
    men = men_open_to(reader, (row.case_id for row in rows if row.case_id is not None))
    staff = _names_of_staff(reader, rows)
    reader.shows(ReadKind.FOUND, men)
    return tuple(_row_view(row, men, staff) for row in rows)


def men_open_to(reader: Reader, case_ids: Iterable[UUID]) -> dict[UUID, PairMan]:
    """Give the men of cases in a few words, those only whom the reader may see."""
    return {
        line.case_id: man_of(line)
        for ids in batches(dict.fromkeys(case_ids))
        for line in reader.session.scalars(
            select(CaseLine).where(CaseLine.case_id.in_(ids), *lines_open_to(reader))
        )
    }


def listed_name(row: ListRow | RowView) -> ListedName:
    """Give what a row says of a man."""
    return ListedName(
        row.name, row.family, row.given, row.father, row.birth, row.unit, row.document
    )


def faults_of(codes: str) -> tuple[RowFault, ...]:
    """Read what is odd about a row."""
    return tuple(RowFault(code) for code in codes.split(",")) if codes else ()


#: The columns of a row that are shown; dates by what they are kept as.
_READ: Final = (
    "id", "version", "row_no", "verbatim", "locator", "name", "family", "given", "father",
    "birth_edtf", "birth_text", "unit", "rank", "place", "document", "row_id", "said", "fault",
    "state", "case_id", "tier", "decided_by", "decided_at", "reply", "replied_edtf",
    "replied_text", "reply_words", "event_id", "reply_event_id", "note",
)  # fmt: skip


def _names_of_staff(reader: Reader, rows: Sequence[KeptRow]) -> dict[UUID, str]:
    ids = {row.decided_by for row in rows if row.decided_by is not None}
    if not ids:
        return {}
    found = reader.session.execute(select(Staff.id, Staff.name).where(Staff.id.in_(ids)))
    return dict(found.all())


def _row_view(row: KeptRow, men: Mapping[UUID, PairMan], staff: Mapping[UUID, str]) -> RowView:
    man = men.get(row.case_id) if row.case_id else None
    return RowView(
        id=row.id,
        version=row.version,
        row_no=row.row_no,
        cells=tuple(json.loads(row.verbatim)),
        locator=row.locator,
        name=row.name,
        family=row.family,
        given=row.given,
        father=row.father,
        birth=_date(row.birth_edtf, row.birth_text),
        unit=row.unit,
        rank=row.rank,
        place=row.place,
        document=row.document,
        row_id=row.row_id,
        said=row.said,
        faults=faults_of(row.fault),
        state=row.state,
        man=man,
        hidden=row.case_id is not None and man is None,
        tier=row.tier,
        decided_by=staff.get(row.decided_by, "") if row.decided_by else "",
        decided_at=row.decided_at,
        reply=row.reply,
        replied=_date(row.replied_edtf, row.replied_text),
        reply_words=row.reply_words,
        event_id=row.event_id,
        reply_event_id=row.reply_event_id,
        note=row.note,
    )


@lru_cache(maxsize=8_192)
def _date(edtf: str | None, text: str) -> PartialDate:
    return PartialDate.restore(edtf, text)
