"""Turns rows of papers into the lines of a log, with all that stands in other rows, in batches."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final
from uuid import UUID

from sqlalchemy import func, select

from app.db.unit_of_work import Reader
from app.queries.limited_access import open_to
from app.shapes.disclosures import DisclosureLine, ManOnPaper
from models.cases import CaseLine
from models.disclosures import DisclosedCase, Disclosure
from models.staff import Staff
from models.vocabulary.deeds import ReadKind
from models.vocabulary.papers import DisclosureState
from models.vocabulary.roles import Action

_IN_ONE_QUERY: Final = 500


@dataclass(slots=True)
class _Around:
    """What lines say that stands in other rows."""

    staff: dict[UUID, str] = field(default_factory=dict)
    numbers: dict[UUID, str] = field(default_factory=dict)
    newer: dict[UUID, tuple[str, datetime | None]] = field(default_factory=dict)
    men: dict[UUID, list[ManOnPaper]] = field(default_factory=lambda: defaultdict(list))
    heads: dict[UUID, int] = field(default_factory=dict)


def lines_of(
    reader: Reader, rows: Sequence[Disclosure], how: ReadKind
) -> tuple[DisclosureLine, ...]:
    """Give the lines of these papers; men the reader may not see are counted, not named.

    Raises:
        NotAllowed.
    """
    reader.allow(Action.READ_CASES)
    around = _Around()
    for start in range(0, len(rows), _IN_ONE_QUERY):
        _look_around(reader, rows[start : start + _IN_ONE_QUERY], around)
    reader.shows(how, {man.case_id for men in around.men.values() for man in men})
    return tuple(_line(row, around) for row in rows)


def _look_around(reader: Reader, rows: Sequence[Disclosure], around: _Around) -> None:
    session = reader.session
    ids = [row.id for row in rows]
    people = _known(
        one for row in rows for one in (row.prepared_by_id, row.decided_by_id, row.issued_by_id)
    )
    around.staff.update(
        session.execute(select(Staff.id, Staff.name).where(Staff.id.in_(people))).all()
    )
    others = _known(one for row in rows for one in (row.reprint_of_id, row.supersedes_id))
    named = select(Disclosure.id, Disclosure.number).where(Disclosure.id.in_(others))
    around.numbers.update((one, number or "") for one, number in session.execute(named))
    newer = (
        select(Disclosure.supersedes_id, Disclosure.number, Disclosure.issued_at)
        .where(
            Disclosure.supersedes_id.in_({row.paper_id for row in rows}),
            Disclosure.id == Disclosure.paper_id,
            Disclosure.state == DisclosureState.ISSUED,
        )
        .order_by(Disclosure.issued_at)
    )
    for paper_id, number, issued_at in session.execute(newer):
        if paper_id is not None:
            around.newer[paper_id] = (number or "", issued_at)
    heads = (
        select(DisclosedCase.disclosure_id, func.count())
        .where(DisclosedCase.disclosure_id.in_(ids))
        .group_by(DisclosedCase.disclosure_id)
    )
    around.heads.update(session.execute(heads).all())
    men = (
        select(
            DisclosedCase.disclosure_id,
            DisclosedCase.case_id,
            DisclosedCase.number,
            CaseLine.name,
        )
        .join(CaseLine, CaseLine.case_id == DisclosedCase.case_id)
        .where(
            DisclosedCase.disclosure_id.in_(ids),
            open_to(reader, DisclosedCase.case_id.expression),
        )
        .order_by(DisclosedCase.position)
    )
    for disclosure_id, case_id, number, name in session.execute(men):
        around.men[disclosure_id].append(ManOnPaper(case_id, number, name))


def _known(ids: Iterable[UUID | None]) -> set[UUID]:
    return {one for one in ids if one is not None}


def _line(row: Disclosure, around: _Around) -> DisclosureLine:
    newer = around.newer.get(row.paper_id, ("", None))
    men = tuple(around.men.get(row.id, ()))

    def who(staff_id: UUID | None) -> str:
        return "" if staff_id is None else around.staff.get(staff_id, "")

    def numbered(disclosure_id: UUID | None) -> str:
        return "" if disclosure_id is None else around.numbers.get(disclosure_id, "")

    return DisclosureLine(
        id=row.id,
        version=row.version,
        paper_id=row.paper_id,
        number=row.number or "",
        state=row.state,
        audience=row.audience,
        language=row.language,
        paper_format=row.paper_format,
        template=row.template,
        template_version=row.template_version,
        codebook_version=row.codebook_version,
        sections=tuple(row.sections.split(",")) if row.sections else (),
        recipient=row.recipient,
        purpose=row.purpose,
        basis=row.legal_basis,
        copy_no=row.copy_no,
        copies=row.copies,
        code=row.code or "",
        sha256=row.sha256,
        data_hash=row.data_hash,
        pages=row.pages,
        facts_as_of=row.facts_as_of,
        history_seq=row.history_seq,
        history_hash=row.history_hash,
        asked_at=row.created_at,
        prepared_by=who(row.prepared_by_id),
        prepared_by_id=row.prepared_by_id,
        decided_by=who(row.decided_by_id),
        decided_at=row.decided_at,
        issued_by=who(row.issued_by_id),
        issued_at=row.issued_at,
        handed_out_at=row.handed_out_at,
        refusal_reason=row.refusal_reason,
        expires_on=row.expires_on,
        reprint_of=numbered(row.reprint_of_id),
        supersedes=numbered(row.supersedes_id),
        superseded_by=newer[0],
        superseded_at=newer[1],
        men=men,
        hidden=around.heads.get(row.id, 0) - len(men),
    )
