"""Reads who stands behind the codes of the witnesses in one case."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select

from app.db.unit_of_work import Reader
from app.queries.limited_access import refuse_in_bin, refuse_limited
from app.shapes.sealed_key import SealedKey, SealedWitness
from models.cases import Case
from models.events import Assertion, Citation
from models.sources import Source
from models.vocabulary.deeds import ReadKind
from models.vocabulary.partial_date import PartialDate
from models.vocabulary.roles import Action


def sealed_key(reader: Reader, case_id: UUID, how: ReadKind = ReadKind.PRINTED) -> SealedKey:
    """Name every confidential source that speaks of a man; what was withdrawn is not said.

    Raises:
        NotAllowed: who may not read what is sensitive; NotFound; CaseInBin.
    """
    reader.allow(Action.DRAFT_REPORT)
    reader.allow(Action.READ_SENSITIVE)
    case = reader.get(Case, case_id)
    refuse_limited(reader, [case_id])
    refuse_in_bin(reader, [case_id])
    reader.shows(how, [case_id])
    spoke: dict[UUID, list[PartialDate]] = defaultdict(list)
    for assertion in _said(reader, Assertion, case_id):
        spoke[assertion.source_id].append(assertion.said)
    for citation in _said(reader, Citation, case_id):
        spoke[citation.source_id].append(citation.said)
    sources = reader.session.scalars(
        select(Source).where(Source.id.in_(list(spoke))).order_by(Source.code)
    )
    witnesses = tuple(
        SealedWitness(
            code=source.code,
            kind=source.kind.value,
            name=source.sealed_name,
            contact=source.contact,
            spoke_on=tuple(sorted(set(spoke[source.id]), key=lambda said: said.sort_key)),
        )
        for source in sources
    )
    return SealedKey(case.number, reader.clock.today(), witnesses)


def _said[S: (Assertion, Citation)](reader: Reader, kind: type[S], case_id: UUID) -> Sequence[S]:
    """Read what confidential sources say of a man and did not take back."""
    standing = (kind.case_id == case_id, kind.withdrawn_at.is_(None), Source.confidential)
    query = select(kind).join(Source, Source.id == kind.source_id).where(*standing)
    return reader.session.scalars(query).all()
