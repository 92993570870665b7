"""Reads a list that went out as it was frozen, with the version it took the place of."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from sqlalchemy import func, select

from app.clock import OFFICE_ZONE
from app.db.unit_of_work import Reader
from app.errors import BadInput
from app.queries.limited_access import refuse_limited
from app.queries.lists.rows import rows_of_version
from app.queries.register.office import office
from app.shapes.case_report import Wording
from app.shapes.listed_file import read_back
from app.shapes.lists import RowView
from app.shapes.negotiation import (
    ListedMan,
    ListedName,
    ListedVersion,
    NegotiationList,
    SentMen,
)
from models.imports import KeptFileChunk
from models.lists import ListRow, ListVersion, NameList
from models.vocabulary.deeds import ReadKind
from models.vocabulary.lists import NEGOTIATED, ListDirection, ListOrigin
from models.vocabulary.partial_date import PartialDate
from models.vocabulary.roles import Action


def sent_list(
    reader: Reader, version_id: UUID, how: ReadKind = ReadKind.PRINTED
) -> NegotiationList:
    """Give a version as it was sent, and the one before it for what changed between them.

    Raises:
        NotAllowed: also where it names a man of limited access; NotFound.
    """
    reader.allow(Action.DRAFT_REPORT)
    version = reader.get(ListVersion, version_id)
    of = reader.get(NameList, version.list_id)
    before = reader.session.scalar(
        select(ListVersion)
        .where(ListVersion.list_id == of.id, ListVersion.version_no < version.version_no)
        .order_by(ListVersion.version_no.desc())
        .limit(1)
    )
    both = [one for one in (version, before) if one is not None]
    named = select(ListRow.case_id).where(
        ListRow.version_id.in_([one.id for one in both]), ListRow.case_id.is_not(None)
    )
    cases = [case_id for case_id in reader.session.scalars(named) if case_id is not None]
    refuse_limited(reader, cases)
    reader.shows(how, cases)
    return NegotiationList(
        number=of.number,
        now=_frozen(reader, version),
        before=None if before is None else _frozen(reader, before),
        sample=office(reader).is_sample,
    )


def men_sent(reader: Reader, version_id: UUID) -> SentMen:
    """Give the men of a version as they were frozen, and whom somebody left out of it.

    Raises:
        NotAllowed; NotFound.
    """
    reader.allow(Action.READ_CASES)
    return _men(reader, reader.get(ListVersion, version_id))


def cases_of_version(reader: Reader, version_id: UUID) -> tuple[UUID, ...]:
    """Give the cases that stand behind the rows of a version, in the order of the rows.

    Raises:
        NotAllowed.
    """
    reader.allow(Action.READ_CASES)
    rows = (
        select(ListRow.case_id)
        .where(ListRow.version_id == version_id, ListRow.case_id.is_not(None))
        .order_by(ListRow.row_no)
    )
    return tuple(case_id for case_id in reader.session.scalars(rows) if case_id is not None)


def men_to_negotiate_over(reader: Reader, version_id: UUID) -> tuple[UUID, ...]:
    """Give the men of a version of ours that a paper may be issued of, in the order of its rows.

    Raises:
        NotAllowed; NotFound; BadInput: it did not go out, nobody negotiates over it, or a row of
        it stands for nobody in the register.
    """
    reader.allow(Action.DRAFT_REPORT)
    version = reader.get(ListVersion, version_id)
    of = reader.get(NameList, version.list_id)
    ours = of.direction is ListDirection.OUT and of.kind in NEGOTIATED
    rows = select(func.count(ListRow.id)).where(ListRow.version_id == version_id)
    men = cases_of_version(reader, version_id)
    if not ours or version.frozen_at is None or reader.session.scalar(rows) != len(men):
        raise BadInput("list", "paper_of_other_men")
    return men


def _frozen(reader: Reader, version: ListVersion) -> ListedVersion:
    dated = version.dated
    if dated.edtf is None and version.frozen_at is not None:
        dated = PartialDate.on(version.frozen_at.astimezone(OFFICE_ZONE).date())
    return ListedVersion(version.version_no, dated, _men(reader, version).men)


def _men(reader: Reader, version: ListVersion) -> SentMen:
    """Read the frozen file; of a version that has none, what its rows say."""
    if version.origin is ListOrigin.REGISTER and version.file_id is not None:
        pieces = reader.session.scalars(
            select(KeptFileChunk.content)
            .where(KeptFileChunk.file_id == version.file_id)
            .order_by(KeptFileChunk.position)
        )
        return read_back(b"".join(pieces))
    rows = rows_of_version(reader, version.id)
    return SentMen(tuple(_of_row(row, version.language) for row in rows))


def _of_row(row: RowView, language: str) -> ListedMan:
    name = ListedName(row.family, row.given, row.father, "" if row.family else row.name)
    man = ListedMan(
        number=row.man.number if row.man else row.name,
        born=row.birth,
        rank=row.rank,
        unit=Wording(en=row.unit, hy=row.unit, ru=row.unit),
        place=Wording(en=row.place, hy=row.place, ru=row.place),
    )
    match language:
        case "hy":
            return replace(man, hy=name)
        case "ru":
            return replace(man, ru=name)
        case _:
            return replace(man, en=name)
