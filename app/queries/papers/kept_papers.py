"""Reads what was kept of a paper: its order, its bytes, and digests of what it told of whom."""

from __future__ import annotations

import json
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.db.chain import head_of
from app.db.unit_of_work import Reader
from app.errors import NotFound
from app.queries.limited_access import refuse_limited
from app.shapes.papers import PaperOrder
from app.shapes.requests.disclosures import HistoryHead
from models.disclosures import DisclosedCase, Disclosure
from models.imports import KeptFileChunk
from models.vocabulary.deeds import ReadKind
from models.vocabulary.papers import SUBJECT_ACCESS
from models.vocabulary.roles import Action, may


def order_in(reader: Reader, disclosure_id: UUID) -> PaperOrder:
    """Read what was ordered with a request, or with a paper that was issued.

    Raises:
        NotAllowed; NotFound.
    """
    reader.allow(Action.DRAFT_REPORT)
    return order_of(reader.get(Disclosure, disclosure_id))


def order_of(row: Disclosure) -> PaperOrder:
    """Give the order that a row keeps."""
    return PaperOrder(
        audience=row.audience,
        lang=row.language,
        case_ids=tuple(man.case_id for man in row.cases),
        sections=frozenset(row.sections.split(",")) if row.sections else None,
        recipient=row.recipient,
        purpose=row.purpose,
        basis=row.legal_basis,
        copies=row.copies,
        paper_format=row.paper_format,
        list_version_id=row.list_version_id,
        options=json.loads(row.options),
    )


def answers_a_request(reader: Reader, disclosure_id: UUID) -> bool:
    """Say whether a paper answers a man who asked what is held on him.

    Raises:
        NotAllowed; NotFound.
    """
    _allow_papers(reader)
    return reader.get(Disclosure, disclosure_id).template == SUBJECT_ACCESS


def kept_copy(reader: Reader, disclosure_id: UUID, how: ReadKind = ReadKind.VIEWED) -> bytes:
    """Give the file of an issued copy exactly as it was issued.

    Raises:
        NotAllowed: also where access to a man on it is limited; NotFound.
    """
    _allow_papers(reader)
    row = reader.get(Disclosure, disclosure_id)
    men = [man.case_id for man in row.cases]
    refuse_limited(reader, men)
    reader.shows(how, men)
    return bytes_of(reader.session, row)


def _allow_papers(reader: Reader) -> None:
    if not may(reader.actor.roles, Action.READ_DISCLOSURES):
        reader.allow(Action.ISSUE_REPORT)


def bytes_of(session: Session, row: Disclosure) -> bytes:
    """Give the bytes of a copy; raises NotFound."""
    pieces = session.scalars(
        select(KeptFileChunk.content)
        .where(KeptFileChunk.file_id == row.file_id)
        .order_by(KeptFileChunk.position)
    ).all()
    if not pieces:
        raise NotFound("kept_files", str(row.file_id))
    return b"".join(pieces)


class ToldOf(NamedTuple):
    """What a paper told of a man, as digests keyed by a salt."""

    case_id: UUID
    number: str
    salt: str
    digests: str


def told_on(reader: Reader, paper_id: UUID) -> tuple[ToldOf, ...]:
    """Read what a paper told of each man, in its order.

    Raises:
        NotAllowed.
    """
    reader.allow(Action.READ_CASES)
    rows = reader.session.execute(
        select(
            DisclosedCase.case_id, DisclosedCase.number, DisclosedCase.salt, DisclosedCase.digests
        )
        .where(DisclosedCase.disclosure_id == paper_id)
        .order_by(DisclosedCase.position)
    )
    return tuple(ToldOf(*row) for row in rows)


def history_head(reader: Reader) -> HistoryHead | None:
    """Name the newest entry of the history: whatever is read with it is as of then.

    Raises:
        NotAllowed.
    """
    reader.allow(Action.DRAFT_REPORT)
    newest = head_of(reader.session)
    return None if newest is None else HistoryHead(newest.seq, newest.hash.hex())
