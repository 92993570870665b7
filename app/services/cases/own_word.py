"""The word of the office itself: what its own staff saw needs no other source."""

from __future__ import annotations

from sqlalchemy import select

from app.db.unit_of_work import UnitOfWork
from app.services.sources import source_of
from app.shapes.requests.evidence import NewSource, SaidBy
from models.desk import OfficeFact
from models.sources import Source
from models.vocabulary.accounts import SourceKind
from models.vocabulary.evidence import Credibility, Reliability
from models.vocabulary.partial_date import PartialDate

NAMELESS = "The Office"


def own_word(uow: UnitOfWork, said: PartialDate) -> SaidBy:
    """Let the office say what its staff saw; it is entered as a source when it first speaks.

    Graded B2: reliable as a rule, and seen by people who are no judges of it.

    Raises:
        NotAllowed: the grade is not theirs to give.
    """
    names = dict(
        uow.session.execute(
            select(OfficeFact.key, OfficeFact.value).where(OfficeFact.key.startswith("name_"))
        ).all()
    )
    title = names.get("name_en") or names.get("name_hy") or names.get("name_ru") or NAMELESS
    known = uow.session.scalar(
        select(Source)
        .where(
            Source.kind == SourceKind.OFFICE_STAFF,
            Source.confidential.is_(False),
            Source.title.in_((title, NAMELESS)),
        )
        .order_by(Source.created_at)
        .limit(1)
    )
    if known is None:
        new = NewSource(
            SourceKind.OFFICE_STAFF,
            title,
            title_hy=names.get("name_hy", ""),
            title_ru=names.get("name_ru", ""),
        )
        known = source_of(uow, SaidBy(new))
    return SaidBy(known.id, said, reliability=Reliability.B, credibility=Credibility.TWO)
